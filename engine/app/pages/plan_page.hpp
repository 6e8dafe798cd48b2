#pragma once
/// A course of visits as it is played: a case by lot, the client's fortune by a seed, the plan as it grows.

#include "engine/ui/screens/plan_screen.hpp"
#include "sim/care/person.hpp"

#include <cstdint>
#include <future>
#include <optional>
#include <string>
#include <vector>

namespace tactus::app {

class PlanPage {
public:
    /// Another case, by lot; the client's fortune follows from the same number. Throws UserError when no plan
    /// can be read.
    void open(std::uint64_t lot);

    void draw(ui::Canvas& canvas, ui::Interaction& interaction, ui::Commands& ask);

    [[nodiscard]] const care::Plan& plan() const { return plan_; }

    [[nodiscard]] const std::optional<care::PlanScore>& score() const { return score_; }

    /// Today's visit is held as the screen has it, and the client comes again when it says; after the last
    /// one the course ends.
    void hold_visit();

    void end_course();

private:
    void come_again();

    care::Plan plan_; ///< visits held so far
    care::Person person_;
    std::string client_name_;
    care::Fortune fortune_;
    care::ReturnWords words_;
    care::Course course_;
    std::vector<std::string> says_;
    std::vector<double> untreated_;
    std::vector<double> best_;
    std::optional<care::PlanScore> score_;
    double today_ = 0;
    std::uint64_t lot_ = 0;
    ui::PlanScreen screen_;
};

} // namespace tactus::app
