#include "engine/app/pages/plan_page.hpp"

#include "engine/ui/widgets/figures.hpp"
#include "sim/authoring/resources.hpp"
#include "sim/authoring/user_error.hpp"
#include "sim/care/plan_file.hpp"
#include "sim/client/client_file.hpp"

#include <algorithm>

namespace tactus::app {

namespace {

/// How well a student does what was planned: a good drill's score.
constexpr double usual_quality = 0.8;
constexpr double refer_after_days = 28; ///< facts 6.4: no change after four weeks

std::vector<double> pain_of(const care::Course& course) {
    std::vector<double> pain;
    for (const care::Day& day : course.days) {
        pain.push_back(day.pain);
    }
    return pain;
}

std::string problem_words(const care::Plan& plan, const care::Person& person) {
    const care::Problem& problem = plan.problem;
    const auto cause = static_cast<std::size_t>(problem.cause);
    return std::string(care::onset_names[static_cast<std::size_t>(problem.onset)]) + ", since " +
           ui::rounded(problem.since_days) + (problem.since_days == 1 ? " day" : " days") + ", pain " +
           ui::rounded(person.pain, 1) + " of 10" +
           (problem.cause == care::Cause::none ? "" : ", from " + std::string(care::cause_names[cause])) +
           "; " + ui::rounded(plan.weeks) + " weeks, at most " + std::to_string(ui::most_visits) + " visits";
}

} // namespace

void PlanPage::open(std::uint64_t lot) {
    const std::vector<std::string> cases = authoring::asset_ids("plans");
    if (cases.empty()) {
        throw UserError(Complaint{"assets/plans", "there is no plan", "reinstall Tactus"});
    }
    lot_ = lot;
    plan_ = care::read_plan(authoring::asset_named("plans", cases[lot % cases.size()]));
    plan_.visits.clear();
    plan_.refer_after_days = refer_after_days;
    const client::Client client = client::read_client(authoring::asset_named("clients", plan_.client));
    client_name_ = client.name;
    person_ = care::person_of(client, plan_.problem);
    fortune_ = care::fortune_of(lot, plan_.problem.onset, 7 * plan_.weeks);
    words_ = care::read_return_words(authoring::resource("assets/phrases/weeks.toml"));
    score_.reset();
    untreated_.clear();
    best_.clear();
    today_ = 0;
    screen_ = {};
    come_again();
}

/// The course until today: a visit without minutes tells how the client comes.
void PlanPage::come_again() {
    care::Plan until_today = plan_;
    until_today.visits.push_back({.day = today_});
    course_ = care::follow(until_today, person_, fortune_);
    says_.clear();
    if (course_.referred_day) { // seen by a measurement: no visit comes after
        end_course();
        return;
    }
    for (const care::Said& said : care::words_on_return(words_, course_.visits.back().states)) {
        says_.push_back(said.words);
    }
    screen_.today = {.quality = usual_quality};
}

void PlanPage::hold_visit() {
    if (score_) {
        return;
    }
    screen_.today.day = today_;
    plan_.visits.push_back(screen_.today);
    today_ += screen_.next_in_days;
    if (plan_.visits.size() >= ui::most_visits || today_ > 7 * plan_.weeks) {
        end_course();
    } else {
        come_again();
    }
}

void PlanPage::end_course() {
    course_ = care::follow(plan_, person_, fortune_);
    score_ = care::score_plan(plan_, person_, course_);
    untreated_ = pain_of(care::follow(care::without_visits(plan_), person_, fortune_));
    best_ = pain_of(care::follow(score_->best, person_, {}));
}

void PlanPage::draw(ui::Canvas& canvas, ui::Interaction& interaction, ui::Commands& ask) {
    const ui::PlanView view{.title = "Weeks of care: " + client_name_,
                            .problem = problem_words(plan_, person_),
                            .says = says_,
                            .plan = plan_,
                            .course = course_,
                            .today = today_,
                            .untreated = untreated_,
                            .best = best_,
                            .score = score_ ? &*score_ : nullptr};
    switch (ui::draw_plan_screen(canvas, interaction, view, screen_, ask)) {
    case ui::PlanDeed::none:
        return;
    case ui::PlanDeed::hold_visit:
        hold_visit();
        return;
    case ui::PlanDeed::end_course:
        end_course();
        return;
    case ui::PlanDeed::other_case:
        open(lot_ + 1);
        return;
    }
}

} // namespace tactus::app
