#include "sim/authoring/user_error.hpp"

#include <cassert>
#include <utility>

namespace tactus {

UserError::UserError(std::vector<Complaint> complaints) : complaints_(std::move(complaints)) {
    assert(!complaints_.empty());
    for (const Complaint& complaint : complaints_) {
        text_ += (text_.empty() ? "" : "\n") + complaint.where + ": " + complaint.what +
                 (complaint.mend.empty() ? "" : "; " + complaint.mend);
    }
}

UserError::UserError(Complaint complaint) : UserError(std::vector<Complaint>{std::move(complaint)}) {}

} // namespace tactus
