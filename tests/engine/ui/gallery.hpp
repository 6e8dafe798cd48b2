#pragma once
/// Every screen of the program with plausible contents, to be drawn by tests.

#include "engine/ui/panels/caption_panel.hpp"
#include "engine/ui/panels/layer_panel.hpp"
#include "engine/ui/screens/brief_screen.hpp"
#include "engine/ui/screens/calibration_screen.hpp"
#include "engine/ui/screens/compare_screen.hpp"
#include "engine/ui/screens/devices_screen.hpp"
#include "engine/ui/screens/drills_screen.hpp"
#include "engine/ui/screens/harm_screen.hpp"
#include "engine/ui/screens/help_screen.hpp"
#include "engine/ui/screens/home_screen.hpp"
#include "engine/ui/screens/hud_screen.hpp"
#include "engine/ui/screens/interrupted_screen.hpp"
#include "engine/ui/screens/pause_screen.hpp"
#include "engine/ui/screens/progress_screen.hpp"
#include "engine/ui/screens/replay_bar.hpp"
#include "engine/ui/screens/replays_screen.hpp"
#include "engine/ui/screens/result_screen.hpp"
#include "engine/ui/screens/settings_screen.hpp"
#include "engine/ui/screens/students_screen.hpp"
#include "engine/ui/screens/welcome_screen.hpp"
#include "tests/engine/ui/class_gallery.hpp"
#include "tests/engine/ui/editor_gallery.hpp"
#include "tests/engine/ui/fake_run.hpp"
#include "tests/engine/ui/intake_gallery.hpp"
#include "tests/engine/ui/kiosk_gallery.hpp"

#include <array>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace tactus::tests {

using namespace ui; // NOLINT(google-build-using-namespace): a gallery of it

using Draw = std::function<void(Canvas&, Interaction&, Commands&)>;

/// Every screen with plausible contents, by name.
struct Gallery {
    drills::Drill drill = stroke_drill();
    client::Client client = plain_client();
    anatomy::Anatomy anatomy = flat_anatomy();
    session::Snapshot now = snapshot_of_a_stroke();
    client::Phrases phrases;
    Catalogue catalogue{.drills = {drill}, .clients = {client}, .problems = {}};
    scoring::Score score;
    std::vector<ForcePoint> force;
    std::vector<ReplayEntry> replays;
    DrillsScreen drills_screen;
    ReplaysScreen replays_screen;
    ResultScreen result_screen;
    IntakeGallery talks;
    EditorGallery editing;
    ClassGallery school{catalogue};
    std::vector<OpenExamRow> exams{
        3, {.exam = "e", .title = "Full back, routine A, make-up", .second = "2 attempts left", .left = 2}};
    KioskGallery stand;
    replay::RunTrace runs;
    replay::Comparison comparison;
    CompareScreen compare_screen;
    std::vector<records::Profile> students;
    std::vector<DueTest> due{5, DueTest{.drill = "d", .name = "Levator release, slowly", .days_late = 12}};
    Progress progress{.today = 20, .drills = {}};
    Progress no_progress{.today = 20, .drills = {{.drill = "effleurage", .name = "Long effleurage"}}};
    ProgressScreen progress_screen;
    WelcomeView welcome{.device = "load cell on /dev/serial/by-id/usb-Arduino_LLC_Arduino_Micro-if00",
                        .drill = "kiosk",
                        .client = "adler"};
    std::array<WelcomeScreen, welcome_cards> welcome_at{WelcomeScreen{0}, WelcomeScreen{1}, WelcomeScreen{2},
                                                        WelcomeScreen{3}};
    StudentsScreen students_screen{.sought = {}, .new_name = std::string(60, 'W')};
    std::vector<DeviceRow> device_rows{
        9, DeviceRow{
               .device = {.kind = devices::DeviceKind::scale,
                          .id = "cell",
                          .name = "load cell on /dev/serial/by-id/usb-Arduino_LLC_Arduino_Micro-if00",
                          .connected = false,
                          .trouble = "/dev/serial/by-id/usb-Arduino_LLC_Arduino_Micro-if00 cannot be opened"},
               .calibration = {}}};
    devices::PressCalibration presses;
    devices::ScaleCalibration scale{1, 5};
    devices::TapLatency taps;
    HudScreen hud;
    Settings settings;
    SettingsScreen screen_tab;
    SettingsScreen sound_tab{SettingsScreen::Tab::sound};
    SettingsScreen hand_tab{SettingsScreen::Tab::hand};
    SettingsScreen keys_tab{SettingsScreen::Tab::keys};
    SettingsScreen school_tab{SettingsScreen::Tab::school};
    SchoolView distant_school{
        .news = school::SchoolNews{.line = school::SchoolNews::Line::offline,
                                   .since_unix_s = 1790000000,
                                   .school = "Academy of Massage and Manual Therapy, evening classes",
                                   .station = "Room 12, beside the window",
                                   .waiting = 128,
                                   .not_taken = 2,
                                   .pushed_at_unix_s = 1789900000,
                                   .fault = "the school's server cannot be reached: Could not establish "
                                            "connection"},
        .address = "https://tactus.academy-of-massage-and-manual-therapy.example:8413",
        .trouble = {},
        .now_unix_s = 1790000300};
    std::vector<std::string> facts{"A device: software renderer, reduced picture"};

    Gallery() {
        for (int index = 1; index < 16; ++index) {
            catalogue.clients.push_back(client);
            catalogue.clients.back().id += std::to_string(index);
        }
        for (int index = 0; index < 40; ++index) {
            students.push_back({.id = std::to_string(index), .name = "student " + std::to_string(index)});
        }
        students.back().name = "Wilhelmina Wolkenstein-Trostburg";
        for (int index = 0; index < 12; ++index) {
            DrillProgress drill_progress{.drill = std::to_string(index),
                                         .name = "A drill with a name that goes on and on for a while",
                                         .best = 100.0,
                                         .runs = 1000 + index,
                                         .graded = index};
            for (int run = 0; run < 25 * index; ++run) {
                drill_progress.scores.push_back(40 + run % 60);
            }
            if (index < 2) {
                drill_progress.test = drills::RetentionTest{.after_days = 1, .due_day = 3};
            }
            drill_progress.curve = drills::fit_learning_curve(drill_progress.scores);
            drill_progress.change = drills::change_along(drill_progress.curve, drill_progress.scores.size());
            progress.drills.push_back(drill_progress);
        }
        strokes::StrokeTrace stroke{.travel_m = Vec2(0, -0.5F), .points = {}};
        for (int index = 0; index < 101; ++index) {
            const float share = 0.01F * static_cast<float>(index);
            stroke.points.push_back({.t_s = 5 * share,
                                     .way_m = share,
                                     .force_n = 400 * share,
                                     .speed_m_s = 2 * share,
                                     .place_m = Vec2(0)});
        }
        runs = {.drill = drill.id, .duration_s = 60, .score_total = 71, .strokes = {stroke, stroke}};
        runs.coverage.assign(static_cast<std::size_t>(97) * 129, 180);
        for (const auto kind : {replay::MomentKind::mark_lost, replay::MomentKind::critical,
                                replay::MomentKind::pain, replay::MomentKind::lift_off}) {
            runs.moments.push_back(
                {19.5, kind, "In range for 71 % of the contact, mostly too hard toward the shoulders."});
        }
        comparison.pairs = {{.own = 0, .other = 1, .force_match = 80},
                            {.own = 1, .other = 0, .force_match = 80}};
        comparison.unpaired = 3;
        score.total = 71;
        score.groups = {80, 60, 75, 100, 50, 90};
        score.grade = "pass";
        score.next_time = "Slow down on the way up, and count one to five from the sacrum to the shoulder.";
        for (int index = 0; index < 12; ++index) {
            score.reasons.push_back(
                {.group = scoring::Group::flow,
                 .measure = "measure " + std::to_string(index),
                 .what = "In range for 71 % of the contact, mostly too hard toward the shoulders.",
                 .marks_lost = 4,
                 .moment_s = 12.0 + index,
                 .advice = "Lighten as the hand passes the shoulder blade."});
            replays.push_back({.file = "/r/" + std::to_string(index),
                               .drill = "Long effleurage",
                               .client = "Mr. Adler",
                               .when = "24 Nov, 12:10",
                               .score = 71,
                               .duration_s = 60,
                               .graded = true});
        }
        for (int index = 0; index < 600; ++index) {
            force.push_back({.t_s = 0.1F * static_cast<float>(index),
                             .force_n = index == 300 ? 70.0F : 30.0F,
                             .low_n = 20,
                             .high_n = 45});
        }
    }

    [[nodiscard]] RunView view() const { return view_of(now); }

    /// The view keeps a reference to the moment.
    [[nodiscard]] RunView view_of(const session::Snapshot& moment) const {
        return {.now = moment,
                .drill = drill,
                .client = client,
                .anatomy = anatomy,
                .phrases = phrases,
                .camera = render::preset_camera(render::CameraPreset::main),
                .options = {.heat_map = true},
                .device = DeviceStatus{}};
    }

    std::map<std::string, Draw> screens() {
        std::map<std::string, Draw> all = talks.screens();
        all.merge(editing.screens());
        all.merge(school.screens());
        all.merge(std::map<std::string, Draw>{
            {"home",
             [&](Canvas& c, Interaction& i, Commands& ask) {
                 draw_home_screen(
                     c, i, {.student = "Ana de la Cruz", .exams = exams, .due = due, .notes = facts}, ask);
             }},
            {"welcome", [&](Canvas& c, Interaction& i,
                            Commands& ask) { draw_welcome_screen(c, i, welcome, welcome_at[0], ask); }},
            {"welcome 2", [&](Canvas& c, Interaction& i,
                              Commands& ask) { draw_welcome_screen(c, i, welcome, welcome_at[1], ask); }},
            {"welcome 3", [&](Canvas& c, Interaction& i,
                              Commands& ask) { draw_welcome_screen(c, i, welcome, welcome_at[2], ask); }},
            {"welcome 4", [&](Canvas& c, Interaction& i,
                              Commands& ask) { draw_welcome_screen(c, i, welcome, welcome_at[3], ask); }},
            {"progress",
             [&](Canvas& c, Interaction& i, Commands& ask) {
                 draw_progress_screen(c, i,
                                      {.student = "Wilhelmina Wolkenstein-Trostburg",
                                       .progress = progress,
                                       .report = "Report: /home/somebody/.local/share/tactus/reports/W.html"},
                                      progress_screen, ask);
             }},
            {"no progress",
             [&](Canvas& c, Interaction& i, Commands& ask) {
                 draw_progress_screen(c, i, {.student = "", .progress = no_progress}, progress_screen, ask);
             }},
            {"students",
             [&](Canvas& c, Interaction& i, Commands& ask) {
                 draw_students_screen(c, i, {.students = students, .chosen = students[3].name},
                                      students_screen, ask);
             }},
            {"new student", [&](Canvas& c, Interaction& i,
                                Commands& ask) { draw_new_student_screen(c, i, students_screen, ask); }},
            {"drills", [&](Canvas& c, Interaction& i,
                           Commands& ask) { draw_drills_screen(c, i, catalogue, drills_screen, ask); }},
            {"brief",
             [&](Canvas& c, Interaction& i, Commands& ask) {
                 draw_brief_screen(
                     c, i,
                     {.drill = drill,
                      .client = client,
                      .feedback = FeedbackChoice{.reached = drills::Feedback::none,
                                                 .chosen = drills::Feedback::terminal},
                      .practice =
                          PracticeChoice{.practice = Practice::ladder, .speed = 0.5, .ladder_step = 0},
                      .note = "Tissue: fine"},
                     ask);
             }},
            {"result of a test",
             [&](Canvas& c, Interaction& i, Commands& ask) {
                 draw_result_screen(c, i,
                                    {.drill = drill,
                                     .client = client,
                                     .score = score,
                                     .best = 80.0,
                                     .force = force,
                                     .comparable = true,
                                     .feedback = drills::Feedback::none},
                                    result_screen, ask);
             }},
            {"replays", [&](Canvas& c, Interaction& i,
                            Commands& ask) { draw_replays_screen(c, i, replays, replays_screen, ask); }},
            {"settings",
             [&](Canvas& c, Interaction& i, Commands& ask) {
                 draw_settings_screen(c, i, {settings, facts, {}}, screen_tab, ask);
             }},
            {"settings of sound",
             [&](Canvas& c, Interaction& i, Commands& ask) {
                 draw_settings_screen(c, i, {settings, facts, "No sound card was found: nothing is heard."},
                                      sound_tab, ask);
             }},
            {"settings of the hand",
             [&](Canvas& c, Interaction& i, Commands& ask) {
                 draw_settings_screen(c, i, {settings, facts, {}}, hand_tab, ask);
             }},
            {"settings of the school",
             [&](Canvas& c, Interaction& i, Commands& ask) {
                 draw_settings_screen(c, i, {settings, facts, {}, distant_school}, school_tab, ask);
             }},
            {"settings without a school",
             [&](Canvas& c, Interaction& i, Commands& ask) {
                 draw_settings_screen(c, i, {settings, facts, {}}, school_tab, ask);
             }},
            {"settings of keys",
             [&](Canvas& c, Interaction& i, Commands& ask) {
                 draw_settings_screen(c, i, {settings, facts, {}}, keys_tab, ask);
             }},
            {"run's caption",
             [&](Canvas& c, Interaction&, Commands&) {
                 draw_caption_panel(
                     c, "Mr. Adler: ow! That is too much. Please ease off. And a word more, and more.");
             }},
            {"help", [&](Canvas& c, Interaction& i, Commands& ask) { draw_help_screen(c, i, ask); }},
            {"pause", [&](Canvas& c, Interaction& i, Commands& ask) { draw_pause_screen(c, i, {}, ask); }},
            {"stood still",
             [&](Canvas& c, Interaction& i, Commands& ask) {
                 const std::string why = standstill_words(3725);
                 draw_pause_screen(c, i, {.why = why}, ask);
             }},
            {"interrupted",
             [&](Canvas& c, Interaction& i, Commands& ask) {
                 draw_interrupted_screen(c, i,
                                         {.drill = "Long effleurage with a long name",
                                          .client = "Mr. Adler",
                                          .student = "Ana de la Cruz y Montero",
                                          .when = "24 Nov, 12:10",
                                          .duration_s = 754},
                                         ask);
             }},
            {"catching up", [&](Canvas& c, Interaction&, Commands&) { draw_catching_up(c, 61, 754); }},
            {"crash",
             [&](Canvas& c, Interaction& i, Commands& ask) {
                 draw_crash_screen(c, i, "/home/student/.local/state/tactus/crash-report.txt", ask);
             }},
            {"harm",
             [&](Canvas& c, Interaction& i, Commands& ask) {
                 draw_harm_screen(c, i,
                                  {.kind = client::EventKind::fracture,
                                   .place = "RIB+SPN_BAND+MTV",
                                   .state = "pressure_kpa",
                                   .value = 118.4F,
                                   .threshold = 60},
                                  ask);
             }},
            {"devices",
             [&](Canvas& c, Interaction& i, Commands& ask) {
                 draw_devices_screen(c, i, device_rows, "/home/somebody/.config/tactus/devices.toml", ask);
             }},
            {"presses",
             [&](Canvas& c, Interaction& i, Commands& ask) {
                 draw_press_page(c, i, {.device = "A pen", .presses = presses, .press_now = 0.4F, .end = {}},
                                 ask);
             }},
            {"weights",
             [&](Canvas& c, Interaction& i, Commands& ask) {
                 draw_scale_page(
                     c, i,
                     {.device = "A load cell",
                      .scale = scale,
                      .weights_kg = {1, 5},
                      .reading_now = -8388607.25,
                      .end = {.done = true, .kept = false, .refused = "the two weights read alike"}},
                     ask);
             }},
            {"latency",
             [&](Canvas& c, Interaction& i, Commands& ask) {
                 draw_latency_page(
                     c, i, {.device = "A pen", .taps = taps, .approach = 0.1F, .still = false, .end = {}},
                     ask);
             }},
            {"pause without a device",
             [&](Canvas& c, Interaction& i, Commands& ask) {
                 const std::string why = missing_words("load cell on /dev/serial/by-id/usb-A-plate");
                 draw_pause_screen(c, i, {.why = why}, ask);
             }},
            {"replay bar",
             [&](Canvas& c, Interaction& i, Commands& ask) {
                 draw_replay_bar(c, i, {.at_s = 20, .duration_s = 60}, ask);
             }},
            {"replay bar with a ghost",
             [&](Canvas& c, Interaction& i, Commands& ask) {
                 draw_replay_bar(c, i,
                                 {.at_s = 20,
                                  .duration_s = 60,
                                  .speed = 0.25,
                                  .moments = runs.moments,
                                  .ghost = "expert",
                                  .ghost_shown = true},
                                 ask);
             }},
            {"compare",
             [&](Canvas& c, Interaction& i, Commands& ask) {
                 draw_compare_screen(c, i,
                                     {.drill = &drill,
                                      .client = &client,
                                      .skin = &anatomy.skin,
                                      .own = &runs,
                                      .other = &runs,
                                      .comparison = &comparison,
                                      .waiting = {},
                                      .refusal = {}},
                                     compare_screen, ask);
             }},
            {"compare, waiting",
             [&](Canvas& c, Interaction& i, Commands& ask) {
                 draw_compare_screen(c, i,
                                     {.drill = &drill,
                                      .client = &client,
                                      .own = &runs,
                                      .waiting = "The expert does the drill with this client: 43 %.",
                                      .progress = 0.43,
                                      .refusal = {}},
                                     compare_screen, ask);
             }},
            {"result",
             [&](Canvas& c, Interaction& i, Commands& ask) {
                 draw_result_screen(c, i,
                                    {.drill = drill,
                                     .client = client,
                                     .score = score,
                                     .duration_s = 60,
                                     .best = 80.0,
                                     .force = force,
                                     .comparable = true,
                                     .note = "",
                                     .recording = "/home/a/.local/share/tactus/replays/effleurage.tactus"},
                                    result_screen, ask);
             }},
            {"result of an exam",
             [&](Canvas& c, Interaction& i, Commands& ask) {
                 draw_result_screen(c, i,
                                    {.drill = drill,
                                     .client = client,
                                     .score = score,
                                     .force = force,
                                     .comparable = true,
                                     .feedback = drills::Feedback::none,
                                     .exam = true,
                                     .reviewable = true,
                                     .note = "Handed in: Full back, routine A, attempt 2."},
                                    result_screen, ask);
             }},
            {"result to be asked about",
             [&](Canvas& c, Interaction& i, Commands& ask) {
                 draw_result_screen(c, i,
                                    {.drill = drill,
                                     .client = client,
                                     .score = score,
                                     .force = force,
                                     .comparable = true,
                                     .reviewable = true},
                                    result_screen, ask);
             }},
            {"run", [&](Canvas& c, Interaction&, Commands&) { draw_hud_screen(c, view(), hud); }},
            {"result of a ladder",
             [&](Canvas& c, Interaction& i, Commands& ask) {
                 draw_result_screen(c, i,
                                    {.drill = drill,
                                     .client = client,
                                     .score = score,
                                     .force = force,
                                     .graded = false,
                                     .ladder = drills::LadderState{.highest = 4, .passes = 128, .clean = 99},
                                     .note = "Ladder practice: up to rung 5 of 8, 99 of 128 passes clean."},
                                    result_screen, ask);
             }},
            {"run on a ladder",
             [&](Canvas& c, Interaction&, Commands&) {
                 RunView on_ladder = view();
                 on_ladder.options.heat_map = false;
                 on_ladder.practice.ladder = drills::LadderState{
                     .rung = 4, .highest = 7, .passes = 128, .clean = 99, .last_fault = "beside the place"};
                 draw_hud_screen(c, on_ladder, hud);
             }},
            {"run with its layers bare",
             [&](Canvas& c, Interaction&, Commands&) {
                 RunView bare = view();
                 bare.options.layer = 2;
                 draw_hud_screen(c, bare, hud);
                 draw_layer_panel(
                     c, {.layer = 2, .ready = false, .name = {}, .pointer = Vec2(-1), .place = hud.layers});
             }},
            {"run that waits",
             [&](Canvas& c, Interaction&, Commands&) {
                 session::Snapshot held = now;
                 held.clock_waits = true;
                 RunView waiting = view_of(held);
                 waiting.practice.clock_waits = true;
                 waiting.practice.lack = drills::Lack::place;
                 draw_hud_screen(c, waiting, hud);
             }},
            {"countdown", [&](Canvas& c, Interaction&,
                              Commands&) { draw_countdown(c, 2.5, "Glide both palms to the shoulders."); }},
        });
        all.merge(stand.screens());
        return all;
    }
};

} // namespace tactus::tests
