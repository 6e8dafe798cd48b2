#include "engine/ui/intake.hpp"

#include "sim/client/interview.hpp"

#include <algorithm>

namespace tactus::ui {

void ask_client(Intake& intake, const client::Client& client, const client::Question& question, double at_s) {
    intake.talk.push_back(
        {.question = question.id,
         .ask = question.ask,
         .answer = client::answer_to(client.condition, question, times_asked(intake, question.id)),
         .at_s = at_s});
}

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
