#pragma once
/// The one exception of Tactus: something that a user can mend. Thrown where the outside comes in (a file, a
/// flag, a device, a database), caught in the two mains and in the app's "open" commands. Bugs are asserts.

#include <exception>
#include <string>
#include <vector>

namespace tactus {

/// One complaint: where it is ("drills/release.toml:14"), what is wrong, and how to mend it. Plain words, no
/// full stop at the end of a part.
struct Complaint {
    std::string where;
    std::string what;
    std::string mend;
};

class UserError : public std::exception {
public:
    /// At least one complaint; all of a file's complaints come together.
    explicit UserError(std::vector<Complaint> complaints);
    explicit UserError(Complaint complaint);

    [[nodiscard]] const std::vector<Complaint>& complaints() const { return complaints_; }

    /// "WHERE: WHAT; MEND", one line a complaint.
    [[nodiscard]] const char* what() const noexcept override { return text_.c_str(); }

private:
    std::vector<Complaint> complaints_;
    std::string text_;
};

} // namespace tactus
