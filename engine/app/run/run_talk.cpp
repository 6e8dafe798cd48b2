/// The part of RunScreen that speaks with the client: how the run begins after a talk, what is said and done
/// in the middle of a stroke, and a decision taken during the work.

#include "engine/app/run/run_screen.hpp"
#include "engine/ui/panels/talk_panel.hpp"
#include "sim/session/label.hpp"

#include <algorithm>

namespace tactus::app {

namespace {

constexpr float over_client_panel = 84 + ui::gap / 2;

} // namespace

void RunScreen::begin_with(const std::vector<session::Event>& opening) {
    for (const session::Event& event : opening) {
        decided_ = decided_ || event.kind == session::EventKind::decided;
        if (event.kind == session::EventKind::product_taken) {
            product_ = session::read_label(event.text).product.value_or(product_);
            hands_.mouse().set_product(product_);
        }
        live_->post_event(event);
    }
}

bool RunScreen::may_decide() const { return drill_.interview && !decided_; }

// The figure keys mean a line of the list while it is open, else a tool.
devices::InputEvents RunScreen::listen(devices::InputEvents events) {
    if (live_ == nullptr || phase_ != Phase::running) {
        talking_ = false;
        return events;
    }
    const bool closes = events.struck(devices::key_of('y')) || events.struck(devices::Key::escape);
    if (!talking_) {
        talking_ = events.struck(devices::key_of('y'));
        return events;
    }
    talking_ = !closes;
    char figure = '1';
    for (const ui::TalkLine& line : ui::talk_lines(may_decide())) {
        if (talking_ && events.struck(devices::key_of(figure))) {
            say_or_do(line.id);
            talking_ = false;
        }
        ++figure;
    }
    std::erase_if(events.keys, [](const devices::KeyPress& press) {
        return press.key >= devices::key_of('0') && press.key <= devices::key_of('9');
    });
    return events;
}

void RunScreen::say_or_do(std::string_view id) {
    if (id == ui::decide_line) {
        deciding_ = true;
        return;
    }
    live_->post_event({.kind = session::EventKind::action_taken, .text = std::string(id)});
    if (id == "ask") {
        live_->post_event({.kind = session::EventKind::check_in});
    }
}

void RunScreen::draw_talk(ui::Canvas& canvas, ui::Interaction& interaction) {
    if (deciding_) {
        const ui::DecisionOutcome outcome =
            ui::draw_decision_screen(canvas, interaction, client_->client, wordings_, decision_);
        deciding_ = outcome == ui::DecisionOutcome::open;
        if (outcome == ui::DecisionOutcome::told) {
            decided_ = true;
            live_->post_event({.kind = session::EventKind::decided,
                               .text = std::string(client::urgency_code(*decision_.urgency))});
            live_->post_event({.kind = session::EventKind::worded, .text = decision_.wording});
            if (*decision_.urgency <= client::Urgency::same_day) {
                live_->post_event({.kind = session::EventKind::stop});
            }
        }
    } else if (talking_) {
        ui::draw_talk_panel(canvas, ui::talk_lines(may_decide()),
                            {ui::margin, canvas.size().y - ui::margin - over_client_panel});
    }
}

} // namespace tactus::app
