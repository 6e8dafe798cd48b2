#include "tests/fuzz/reader.hpp"

#include <algorithm>
#include <cstdlib>
#include <iostream>

namespace tactus::fuzz {

void promise(bool holds, std::string_view what) {
    if (!holds) {
        std::cerr << "broken promise: " << what << std::endl;
        std::abort();
    }
}

void promise_sentences(const UserError& error) {
    constexpr std::size_t longest = 4000; // bytes of one complaint
    for (const Complaint& complaint : error.complaints()) {
        const std::string all = complaint.where + complaint.what + complaint.mend;
        promise(!complaint.where.empty() && !complaint.what.empty(), "a complaint says where and what");
        promise(all.size() <= longest, "a complaint is short");
        promise(std::ranges::none_of(all, [](unsigned char c) { return c < 0x20 || c == 0x7F; }),
                "a complaint is one line without control characters");
    }
}

} // namespace tactus::fuzz
