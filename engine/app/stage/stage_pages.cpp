/// The part of Stage that draws: its pages, and the cards that lie over a run.

#include "engine/app/stage/stage.hpp"
#include "engine/ui/panels/caption_panel.hpp"
#include "engine/ui/room.hpp"
#include "engine/ui/screens/brief_screen.hpp"
#include "engine/ui/screens/devices_screen.hpp"
#include "engine/ui/screens/harm_screen.hpp"
#include "engine/ui/screens/help_screen.hpp"
#include "engine/ui/screens/instructor_screen.hpp"
#include "engine/ui/screens/interrupted_screen.hpp"
#include "engine/ui/screens/pause_screen.hpp"
#include "engine/ui/screens/replay_bar.hpp"
#include "engine/ui/widgets/panel.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::app {

void Stage::draw_devices(ui::Canvas& canvas, ui::Interaction& interaction) {
    std::vector<ui::DeviceRow> rows;
    const auto off_zero = devices_->off_zero();
    for (const devices::DeviceState& device : devices_->devices()) {
        rows.push_back({.device = device,
                        .calibration = devices_->calibration(device.id),
                        .rests_at_n = off_zero && off_zero->device == device.id
                                          ? std::optional(off_zero->newtons)
                                          : std::nullopt});
    }
    ui::draw_devices_screen(canvas, interaction, rows, devices_->file().string(), commands_);
}

void Stage::draw_page(ui::Canvas& canvas, ui::Interaction& interaction) {
    switch (page_) {
    case ui::Page::home:
        draw_home(canvas, interaction);
        break;
    case ui::Page::welcome:
        students_.draw_welcome(canvas, interaction, *devices_, choice_.catalogue(), commands_);
        break;
    case ui::Page::students:
        students_.draw_students(canvas, interaction, commands_);
        break;
    case ui::Page::new_student:
        students_.draw_new_student(canvas, interaction, commands_);
        break;
    case ui::Page::drills:
        choice_.draw_drills(canvas, interaction, commands_);
        break;
    case ui::Page::clients:
        choice_.draw_clients(canvas, interaction, commands_);
        break;
    case ui::Page::atlas:
        if (choice_.has_client()) {
            atlas_.draw(canvas, interaction, view().camera, clients_.find(choice_.client()), commands_);
        }
        break;
    case ui::Page::plan:
        plan_page_.draw(canvas, interaction, commands_);
        break;
    case ui::Page::progress:
        progress_.draw(canvas, interaction, students_.chosen(), commands_);
        break;
    case ui::Page::replays:
        replays_.draw_list(canvas, interaction, commands_);
        break;
    case ui::Page::compare:
        replays_.draw_compare(canvas, interaction, clients_, commands_);
        break;
    case ui::Page::settings:
        draw_settings(canvas, interaction);
        break;
    case ui::Page::devices:
        draw_devices(canvas, interaction);
        break;
    case ui::Page::device:
        attempt([&] { // the calibration holds until the program ends
            device_pages_.show(canvas, interaction, *devices_, wall_s_, settings().reduced_motion, commands_);
        });
        break;
    case ui::Page::instructor:
        ui::draw_instructor_screen(canvas, interaction, commands_);
        break;
    case ui::Page::editor_list:
        editor_.draw_list(canvas, interaction, choice_.catalogue(), commands_);
        break;
    case ui::Page::editor:
        draw_editor(canvas, interaction);
        break;
    case ui::Page::intake:
        talk_.draw_talk(canvas, interaction, view().camera, clients_, commands_);
        break;
    case ui::Page::preparation:
        talk_.draw_preparation(canvas, interaction, commands_);
        break;
    case ui::Page::carousel:
        if (const drills::Drill* drill = choice_.drill(); drill != nullptr && talk_.has_cards()) {
            talk_.draw_cards(canvas, interaction, *drill, commands_);
        } else {
            page_ = ui::Page::drills;
        }
        break;
    case ui::Page::classes:
    case ui::Page::roster:
    case ui::Page::exam_order:
    case ui::Page::gradebook:
    case ui::Page::marking:
    case ui::Page::reviews:
        desk_.draw(page_, canvas, interaction, choice_.catalogue(), commands_);
        break;
    case ui::Page::brief:
        if (const ExamPaper* paper = exam_.paper()) {
            ui::draw_brief_screen(canvas, interaction,
                                  {.drill = paper->drill,
                                   .client = paper->client,
                                   .feedback = std::nullopt,
                                   .practice = std::nullopt,
                                   .note = speed_.words(),
                                   .exam = paper->exam.title},
                                  commands_);
        } else if (const drills::Drill* drill = choice_.drill(); drill != nullptr && choice_.has_client()) {
            ui::draw_brief_screen(
                canvas, interaction,
                {.drill = *drill,
                 .client = choice_.client(),
                 .feedback = examined() ? std::nullopt : std::optional(brief_.feedback()),
                 .practice = examined() ? std::nullopt : std::optional(brief_.practice(*drill)),
                 .note = speed_.words()},
                commands_);
        } else {
            page_ = ui::Page::drills;
        }
        break;
    }
    const bool types = page_ == ui::Page::students || page_ == ui::Page::new_student ||
                       page_ == ui::Page::intake || page_ == ui::Page::editor ||
                       page_ == ui::Page::editor_list || ClassDesk::owns(page_);
    if (page_ != ui::Page::brief &&
        (interaction.events().struck(devices::Key::f1) || (!types && interaction.events().typed == "?"))) {
        commands_(ui::ShowHelp{true});
    }
}

Vec2 Stage::room_needed() const {
    if (help_ || (card_.shown() && !kiosk_.on())) {
        return ui::page_room;
    }
    if (kiosk_.on()) {
        return ui::kiosk_room;
    }
    if (table_.source() == Source::recording) {
        return ui::replay_room;
    }
    const bool shows_words_as_set = page_ == ui::Page::settings;
    return !table_.empty() || shows_words_as_set ? ui::run_room : ui::page_room;
}

void Stage::draw(ui::Canvas& canvas, ui::Interaction& interaction) {
    RunScreen* run = table_.run();
    if (help_) {
        ui::draw_help_screen(canvas, interaction, commands_);
    } else if (kiosk_.on()) {
        const FinishedRun* done = card_.run();
        draw_kiosk(canvas, interaction, kiosk_,
                   {.table = table_,
                    .score = done != nullptr ? &done->outcome.score : nullptr,
                    .still = settings().reduced_motion,
                    .missing = missing_device(*devices_)},
                   commands_);
        return;
    } else if (card_.shown()) {
        card_.draw(
            canvas, interaction,
            {.phrases = phrases_, .exam = exam_.paper() != nullptr, .aids_allowed = setup_.accommodate},
            commands_);
    } else if (run != nullptr && run->catching_up()) {
        ui::draw_catching_up(canvas, run->now().t_s, run->caught_up_at_s());
    } else if (table_.empty() && recovery_.draw(canvas, interaction, commands_)) {
        ; // a question about the past has the screen
    } else if (table_.awaited() != nullptr) {
        const Vec2 middle(canvas.size().x / 2, canvas.size().y * 0.45F);
        canvas.text(middle, ui::Face::title, canvas.theme().text, "The client lies down...",
                    ui::Align::centre);
        canvas.text(middle + Vec2(0, 34), ui::Face::body, canvas.theme().text_second,
                    "It starts by itself. " + speed_.words(), ui::Align::centre);
        if (interaction.events().struck(devices::Key::escape)) {
            commands_(ui::AbandonRun{});
        }
    } else if (const client::BodyEvent* harm = table_.practice_harm()) {
        ui::draw_harm_screen(canvas, interaction, *harm, commands_);
    } else if (table_.source() == Source::live && run->paused()) {
        const bool trial = run->policy().trial;
        const std::string why = run->stopped_by();
        ui::draw_pause_screen(
            canvas, interaction,
            {.can_end = run->policy().graded || trial, .why = why, .leads_to = trial ? "Editor" : "Home"},
            commands_);
    } else if (run != nullptr) {
        run->draw(canvas, interaction, commands_);
    } else {
        draw_page(canvas, interaction);
    }
    if (run != nullptr && !run->paused() && interaction.events().struck(devices::key_of('s'))) {
        ui::Settings changed = settings();
        changed.sound.muted = !changed.sound.muted;
        commands_(ui::ChangeSettings{changed});
    }
    if (run != nullptr && !card_.shown() && settings().one_hand) {
        ui::draw_latched_panel(canvas, latched_.words());
    }
    if (run != nullptr && run->policy().panels) {
        const bool replay = table_.source() == Source::recording;
        ui::draw_caption_panel(canvas, voice_.plan().caption,
                               replay ? ui::replay_bar_lift(canvas.size()) : 0);
    }
    if (const std::string problem = standing_problem(); !problem.empty()) {
        const float width = std::min(canvas.size().x - 2 * ui::margin,
                                     canvas.text_width(ui::Face::body, problem) + 2 * ui::padding);
        const ui::Rect rect{(canvas.size().x - width) / 2, ui::margin, width, 44};
        ui::panel(canvas, rect);
        canvas.text_within({rect.x + ui::padding, rect.y + 12}, width - 2 * ui::padding, ui::Face::body,
                           canvas.theme().amber, problem);
    }
}

} // namespace tactus::app
