#include "sim/authoring/user_error.hpp"

#include <cassert>
#include <utility>

namespace tactus {

namespace {

/// A complaint repeats what a file says, and that may be anything: what a terminal would obey becomes a
/// blank, and what would fill the screen is cut.
void make_printable(std::string& text) {
    constexpr std::size_t longest = 1200;
    if (text.size() > longest) {
        std::size_t end = longest;
        while (end > 0 &&
               (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) { // not amid a letter of UTF-8
            --end;
        }
        text.resize(end);
        text += "...";
    }
    for (char& c : text) {
        const auto byte = static_cast<unsigned char>(c);
        c = byte < 0x20 || byte == 0x7F ? ' ' : c;
    }
}

} // namespace

UserError::UserError(std::vector<Complaint> complaints) : complaints_(std::move(complaints)) {
    assert(!complaints_.empty());
    for (Complaint& complaint : complaints_) {
        make_printable(complaint.where);
        make_printable(complaint.what);
        make_printable(complaint.mend);
        text_ += (text_.empty() ? "" : "\n") + complaint.where + ": " + complaint.what +
                 (complaint.mend.empty() ? "" : "; " + complaint.mend);
    }
}

UserError::UserError(Complaint complaint) : UserError(std::vector<Complaint>{std::move(complaint)}) {}

} // namespace tactus
