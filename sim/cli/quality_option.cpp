#include "sim/cli/quality_option.hpp"

#include "sim/authoring/name_list.hpp"
#include "sim/authoring/user_error.hpp"

namespace tactus::cli {

drills::Quality quality_option(const std::string& name) {
    if (const auto quality = drills::quality_named(name)) {
        return *quality;
    }
    throw UserError(Complaint{"--quality", "is `" + name + "`",
                              "choose one of: " + authoring::name_list(drills::quality_names())});
}

} // namespace tactus::cli
