#include "sim/exams/student_name.hpp"

#include "sim/authoring/user_error.hpp"

#include <algorithm>
#include <cctype>

namespace tactus::exams {

namespace {

constexpr std::size_t longest_name = 60;

} // namespace

std::string tidy_name(std::string_view typed) {
    std::string name;
    for (const char letter : typed) {
        const auto byte = static_cast<unsigned char>(letter);
        if (byte < 0x20U || byte == 0x7FU) {
            throw UserError(Complaint{"name of the student", "holds a character that cannot be printed",
                                      "type letters alone"});
        }
        if (letter != ' ' || (!name.empty() && name.back() != ' ')) {
            name.push_back(letter);
        }
    }
    if (!name.empty() && name.back() == ' ') {
        name.pop_back();
    }
    if (name.empty()) {
        throw UserError(Complaint{"name of the student", "is empty", "type at least one letter"});
    }
    if (name.size() > longest_name) {
        throw UserError(Complaint{"name of the student", "is too long to be shown", "shorten it"});
    }
    return name;
}

bool means_guest(std::string_view name) {
    constexpr std::string_view guest = "guest";
    return std::ranges::equal(name, guest,
                              [](unsigned char a, unsigned char b) { return std::tolower(a) == b; });
}

} // namespace tactus::exams
