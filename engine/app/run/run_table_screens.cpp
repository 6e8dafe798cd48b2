/// The part of RunTable that is seen: the run, or what lies over it.

#include "engine/app/run/run_table.hpp"
#include "engine/ui/screens/harm_screen.hpp"
#include "engine/ui/screens/interrupted_screen.hpp"
#include "engine/ui/screens/pause_screen.hpp"

namespace tactus::app {

namespace {

void draw_waiting(ui::Canvas& canvas, ui::Interaction& interaction, const std::string& note,
                  ui::Commands& ask) {
    const Vec2 middle(canvas.size().x / 2, canvas.size().y * 0.45F);
    canvas.text(middle, ui::Face::title, canvas.theme().text, "The client lies down...", ui::Align::centre);
    canvas.text(middle + Vec2(0, 34), ui::Face::body, canvas.theme().text_second,
                "It starts by itself. " + note, ui::Align::centre);
    if (interaction.events().struck(devices::Key::escape)) {
        ask(ui::AbandonRun{});
    }
}

void draw_paused(ui::Canvas& canvas, ui::Interaction& interaction, const RunScreen& run, ui::Commands& ask) {
    const bool trial = run.policy().trial;
    const std::string why = run.stopped_by();
    ui::draw_pause_screen(
        canvas, interaction,
        {.can_end = run.policy().graded || trial, .why = why, .leads_to = trial ? "Editor" : "Home"}, ask);
}

} // namespace

/// What ended a practice, which has no result card to say it; null = nothing did.
const client::BodyEvent* RunTable::practice_harm() const {
    if (source() != Source::live || run_->policy().result || !run_->now().client.broken) {
        return nullptr;
    }
    return &run_->now().client.body_events.back();
}

void RunTable::draw(ui::Canvas& canvas, ui::Interaction& interaction, const std::string& note,
                    ui::Commands& ask) const {
    if (run_ && run_->catching_up()) {
        ui::draw_catching_up(canvas, run_->now().t_s, run_->caught_up_at_s());
    } else if (awaited_) {
        draw_waiting(canvas, interaction, note, ask);
    } else if (const client::BodyEvent* harm = practice_harm()) {
        ui::draw_harm_screen(canvas, interaction, *harm, ask);
    } else if (source() == Source::live && run_->paused()) {
        draw_paused(canvas, interaction, *run_, ask);
    } else {
        run_->draw(canvas, interaction, ask);
    }
}

} // namespace tactus::app
