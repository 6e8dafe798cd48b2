#include "engine/ui/intake.hpp"

#include <algorithm>

namespace tactus::ui {

int times_asked(const Intake& intake, const std::string& question) {
    return static_cast<int>(std::ranges::count(intake.talk, question, &Said::question));
}

std::vector<std::string> asked(const Intake& intake) {
    std::vector<std::string> ids;
    for (const Said& said : intake.talk) {
        ids.push_back(said.question);
    }
    return ids;
}

} // namespace tactus::ui
