/// The part of Stage that draws: its pages, and the cards that lie over a run.

#include "engine/app/stage/page_rules.hpp"
#include "engine/app/stage/stage.hpp"
#include "engine/ui/panels/caption_panel.hpp"
#include "engine/ui/room.hpp"
#include "engine/ui/screens/help_screen.hpp"
#include "engine/ui/screens/home_screen.hpp"
#include "engine/ui/screens/instructor_screen.hpp"
#include "engine/ui/screens/replay_bar.hpp"
#include "engine/ui/widgets/panel.hpp"

#include <algorithm>
#include <string>

namespace tactus::app {

namespace {

void draw_problem(ui::Canvas& canvas, const std::string& problem) {
    const float width = std::min(canvas.size().x - 2 * ui::margin,
                                 canvas.text_width(ui::Face::body, problem) + 2 * ui::padding);
    const ui::Rect rect{(canvas.size().x - width) / 2, ui::margin, width, 44};
    ui::panel(canvas, rect);
    canvas.text_within({rect.x + ui::padding, rect.y + 12}, width - 2 * ui::padding, ui::Face::body,
                       canvas.theme().amber, problem);
}

} // namespace

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
    } else if (!table_.empty()) {
        table_.draw(canvas, interaction, speed_.words(), commands_);
    } else if (!recovery_.draw(canvas, interaction, commands_)) {
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
    // What is wrong for now outweighs what was wrong with the last command.
    for (const std::string& problem : {keeper_.trouble(), table_.trouble(), problem_}) {
        if (!problem.empty()) {
            draw_problem(canvas, problem);
            return;
        }
    }
}

void Stage::draw_page(ui::Canvas& canvas, ui::Interaction& interaction) {
    switch (page_) {
    case ui::Page::home:
        ui::draw_home_screen(canvas, interaction,
                             {.student = students_.chosen().name,
                              .exams = exam_.open_exams(),
                              .due = progress_.due(),
                              .notes = setup_.facts},
                             commands_);
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
        settings_page_.draw(
            canvas, interaction,
            {.settings = settings(), .facts = setup_.facts, .sound_trouble = voice_.trouble()}, school_,
            commands_);
        break;
    case ui::Page::devices:
        DevicePages::draw_list(canvas, interaction, *devices_, commands_);
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
        if (choice_.has_client()) {
            const client::Client client = choice_.client(); // a copy: the editor may add to the catalogue
            clients_.prepare(client);                       // the drill's own one may have been saved anew
            editor_.draw(canvas, interaction, choice_.catalogue(), {client, clients_.find(client)},
                         commands_);
        }
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
        if (exam_.paper() != nullptr) {
            exam_.draw_brief(canvas, interaction, speed_.words(), commands_);
        } else if (const drills::Drill* drill = choice_.drill(); drill != nullptr && choice_.has_client()) {
            brief_.draw(
                canvas, interaction,
                {.drill = *drill, .client = choice_.client(), .examined = examined(), .note = speed_.words()},
                commands_);
        } else {
            page_ = ui::Page::drills;
        }
        break;
    }
    const devices::InputEvents& events = interaction.events();
    const bool asks = events.struck(devices::Key::f1) || (!is_typed_on(page_) && events.typed == "?");
    if (asks && page_ != ui::Page::brief) {
        commands_(ui::ShowHelp{true});
    }
}

} // namespace tactus::app
