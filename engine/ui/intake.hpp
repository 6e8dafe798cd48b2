#pragma once
/// What a student has asked, marked, noted, decided and prepared before hands are laid on. Screens fill it
/// in; the app makes a run's first events from it.

#include "sim/client/client.hpp"
#include "sim/client/questionnaire.hpp"
#include "sim/math/vec.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tactus::ui {

/// A question and its answer. Times are seconds since the talk began.
struct Said {
    std::string question; ///< id
    std::string ask;
    std::string answer;
    double at_s = 0;
};

/// Pain as the client shows it, painted on the back.
struct PainMark {
    Vec2 spine;      ///< u, v
    float value = 5; ///< 0-10
    double at_s = 0;
};

/// The decision and how it was told.
struct Told {
    client::Urgency urgency = client::Urgency::treat;
    std::string wording; ///< id
    double at_s = 0;
};

struct Intake {
    std::vector<Said> talk;
    std::vector<PainMark> pain;
    std::string note;
    std::optional<Told> decision;
    std::string position = "prone";                 ///< of client::positions()
    std::string table_height = "table_at_knuckles"; ///< of client::table_heights()
    std::vector<std::string> prepared;              ///< of client::adaptations()
    std::string product;                            ///< id of the shelf; "" = none taken
};

/// The client is asked, and answers by the case; whoever would rather not tell does so when asked again.
void ask_client(Intake& intake, const client::Client& client, const client::Question& question, double at_s);

/// How often that question was asked already.
int times_asked(const Intake& intake, const std::string& question);

/// The ids in the order in which they were asked.
std::vector<std::string> asked(const Intake& intake);

} // namespace tactus::ui
