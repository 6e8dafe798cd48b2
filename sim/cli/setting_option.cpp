#include "sim/cli/setting_option.hpp"

#include "sim/authoring/user_error.hpp"

namespace tactus::cli {

tissue::Setting setting_option(const std::string& name) {
    if (const auto setting = tissue::setting_named(name)) {
        return *setting;
    }
    throw UserError(Complaint{"--setting", "is `" + name + "`", "choose one of: fine, standard, half"});
}

} // namespace tactus::cli
