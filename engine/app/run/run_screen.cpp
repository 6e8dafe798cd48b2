#include "engine/app/run/run_screen.hpp"

#include "engine/app/hands/close_up.hpp"
#include "engine/app/hands/expert_input.hpp"
#include "engine/render/hand_shape.hpp"
#include "engine/render/muscle_map.hpp"
#include "engine/render/structures.hpp"
#include "engine/ui/panels/layer_panel.hpp"
#include "sim/client/preparation.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <ctime>
#include <utility>

namespace tactus::app {

namespace {

using devices::Key;
using devices::key_of;

constexpr float orbit_deg_per_pixel = 0.15F;
constexpr float layers_a_second = 2.2F;

float first_force(const drills::Drill& drill) {
    const auto& band = drill.steps.front().task.force_n;
    return band ? std::sqrt(std::max(band->low, 1.0F) * band->high) : 20.0F;
}

session::Event event_of(session::EventKind kind) {
    session::Event event;
    event.kind = kind;
    return event;
}

/// Who works with the left hand has the panels on the other side; a replay's bar keeps its own.
bool changes_sides(bool left_handed, const RunPolicy& policy) {
    return left_handed && policy.source == Source::live;
}

/// What there was of a run, then the device, or its end. A person's stop closes what is not gone on with, as
/// it closes every run that ends early.
std::shared_ptr<InputSource> resumed_input(RunScreenSetup& setup, std::shared_ptr<InputSource> live) {
    if (!setup.interruption->goes_on) {
        setup.frames.emplace_back().events.push_back(event_of(session::EventKind::stop));
        live.reset();
    }
    return std::make_shared<ResumedInput>(std::move(setup.frames), setup.interruption->done_by,
                                          std::move(live));
}

std::int64_t begun_unix_s(const std::optional<Interruption>& interruption) {
    return interruption ? interruption->begun_unix_s : std::time(nullptr);
}

} // namespace

RunScreen::RunScreen(RunScreenSetup setup, const client::Phrases& phrases)
    : client_(&setup.client), phrases_(&phrases), drill_(setup.session.drill),
      first_task_(drill_.steps.front().task), policy_(setup.policy), target_(setup.client.anatomy->skin),
      devices_(&setup.devices), hands_(first_force(drill_), session::find_hold_places(*setup.client.anatomy)),
      left_handed_(setup.left_handed), wordings_(std::move(setup.wordings)), aids_(setup.aids),
      reduced_motion_(setup.reduced_motion), spool_(std::move(setup.spool)),
      moments_(std::move(setup.moments)), beside_(std::move(setup.beside)), model_(setup.client.model),
      opening_lying_(setup.lying), preset_(setup.camera), camera_(render::preset_camera(setup.camera)),
      expert_(drill_, setup.client.anatomy) {
    ready_hands(0);
    const std::size_t spooled_frames = setup.interruption ? setup.frames.size() : 0;
    duration_s_ = policy_.source == Source::recording
                      ? static_cast<double>(setup.frames.size()) * session::step_s
                      : drill_.duration_s();
    std::shared_ptr<InputSource> input;
    switch (policy_.source) {
    case Source::live: {
        live_ = std::make_shared<LiveInput>();
        input = live_;
        begin_with(setup.opening);
        if (setup.interruption) {
            opens_paused_ = setup.interruption->goes_on;
            caught_up_at_s_ = static_cast<double>(setup.frames.size()) * session::step_s;
            input = resumed_input(setup, live_);
        }
        break;
    }
    case Source::recording:
        input = std::make_shared<RecordedInput>(std::move(setup.frames));
        break;
    case Source::demonstration:
        input = std::make_shared<DemoStrokes>(drill_, client_->anatomy);
        break;
    case Source::expert:
        input = std::make_shared<ExpertInput>(drill_, client_->anatomy);
        break;
    }
    runner_ = std::make_unique<SessionRunner>(RunSetup{.session = std::move(setup.session),
                                                       .anatomy = client_->anatomy,
                                                       .policy = policy_,
                                                       .threads = setup.threads,
                                                       .begun_unix_s = begun_unix_s(setup.interruption),
                                                       .spool = spool_,
                                                       .spooled_frames = spooled_frames},
                                              std::move(input));
    winding_to_s_ = setup.from_s;
    runner_->hurry_to(setup.from_s);
    if (setup.look) {
        take_look(*setup.look);
    }
    if (setup.hold_at_s) {
        runner_->hold_at(*setup.hold_at_s);
    }
}

void RunScreen::set_paused(bool paused) {
    if (phase_ == Phase::running || phase_ == Phase::paused) {
        if (!paused) { // by hand while a device is missing: without it then
            watch_.go_on_without();
            stood_still_s_ = 0;
        }
        phase_ = paused ? Phase::paused : Phase::running;
        hold_runner();
    }
}

void RunScreen::end_early() {
    runner_->stop();
    runner_->go();
    runner_->pause(false);
    phase_ = Phase::running;
}

void RunScreen::update_phase(double elapsed_s) {
    if (phase_ == Phase::preparing && runner_->ready()) {
        phase_ = policy_.countdown ? Phase::countdown : Phase::running;
        if (phase_ == Phase::running) {
            runner_->go();
            set_paused(opens_paused_);
        }
    } else if (phase_ == Phase::countdown) {
        countdown_s_ -= elapsed_s;
        if (countdown_s_ <= 0) {
            phase_ = Phase::running;
            runner_->go();
        }
    }
}

// Which tool and hands a step names is no part of what it teaches: they are there when it begins. What the
// student chose stays where the step before asked for the same.
void RunScreen::ready_hands(int step) {
    const scoring::Task& task = drill_.steps[static_cast<std::size_t>(step)].task;
    const auto over_both_sides = [](const scoring::Task& each) {
        return each.zone && each.zone->sides == scoring::Zone::Sides::both &&
               scoring::work_of(each) != scoring::Work::palpate;
    };
    const scoring::Task before =
        readied_step_ < 0 ? scoring::Task{} : drill_.steps[static_cast<std::size_t>(readied_step_)].task;
    if (readied_step_ < 0 || over_both_sides(task) != over_both_sides(before)) {
        hands_.set_rule(over_both_sides(task) ? devices::HandRule::mirrored
                        : left_handed_        ? devices::HandRule::left
                                              : devices::HandRule::right);
    }
    if (!task.tools.empty() && std::ranges::find(task.tools, hands_.mouse().tool()) == task.tools.end()) {
        hands_.mouse().set_tool(task.tools.front());
    }
    if (task.bone != before.bone) {
        hands_.mouse().set_hold(task.bone);
    }
    readied_step_ = step;
}

void RunScreen::read_keys(const devices::InputEvents& events) {
    const auto toggle = [&](Key key, bool& option) { option = events.struck(key) ? !option : option; };
    if (guided()) {
        toggle(key_of('h'), options_.heat_map);
        if (!beside_) { // else C is the ghost of the other run
            toggle(key_of('c'), options_.coverage);
        }
        toggle(key_of('g'), options_.ghost);
    }
    toggle(key_of('z'), options_.close_up);
    toggle(Key::tab, options_.panels_hidden);
    toggle(Key::f3, options_.frame_figures);
    if (live_ == nullptr || phase_ != Phase::running) {
        return;
    }
    if (shown_.progress.step != readied_step_ && !finished()) {
        ready_hands(std::min(shown_.progress.step, static_cast<int>(drill_.steps.size()) - 1));
    }
    if (events.struck(key_of('a'))) {
        say_or_do("ask");
    }
    if (hands_.mouse().product() != product_) {
        product_ = hands_.mouse().product();
        session::Event taken = event_of(session::EventKind::product_taken);
        taken.text = contact::product_name(product_);
        live_->post_event(taken);
    }
    if (events.struck(key_of('m')) && hands_.mouse().place()) {
        session::Event mark = event_of(session::EventKind::point_marked);
        mark.u = hands_.mouse().place()->x;
        mark.v = hands_.mouse().place()->y;
        live_->post_event(mark);
    }
}

void RunScreen::orbit(const devices::InputEvents& events) {
    if (events.orbit && orbit_from_) {
        yaw_deg_ =
            std::clamp(yaw_deg_ - (events.pointer.x - orbit_from_->x) * orbit_deg_per_pixel, -60.0F, 60.0F);
        pitch_deg_ =
            std::clamp(pitch_deg_ + (events.pointer.y - orbit_from_->y) * orbit_deg_per_pixel, -15.0F, 40.0F);
    }
    orbit_from_ = events.orbit ? std::optional(events.pointer) : std::nullopt;
}

void RunScreen::update(const devices::InputEvents& given, Vec2 size_px, double elapsed_s, bool blocked) {
    blocked = blocked || deciding_;
    const devices::InputEvents events = blocked ? given : listen(given);
    pointer_ = events.pointer;
    size_px_ = size_px;
    update_phase(elapsed_s);
    move_view(elapsed_s);
    fps_ += (1 / std::max(elapsed_s, 1e-3) - fps_) * std::min(1.0, 2 * elapsed_s);
    if (!blocked) {
        read_keys(events);
        read_view_keys(events);
        orbit(events);
    }
    if (live_ != nullptr) {
        watch_standstill();
        watch_devices();
        if (watch_.lost()) {
            let_go(elapsed_s);
        } else {
            move_hands(events, size_px, elapsed_s, blocked);
        }
        report();
    }
    if (runner_->ready()) {
        note_caught_up();
        const session::Snapshot& latest = runner_->latest();
        look_back(latest, elapsed_s);
        practice_ = runner_->practice();
        if (practice_.ladder) {
            const float width = drills::ladder_widths[static_cast<std::size_t>(practice_.ladder->rung)];
            drill_.steps.front().task = drills::with_width(first_task_, width);
        }
        pose_ghosts();
        pose_beside();
    }
}

render::Camera RunScreen::camera_goal() const {
    return render::orbited(render::camera_beside(preset_, render::placement_of(*model_)),
                           yaw_deg_ + drift_yaw_deg_, pitch_deg_, zoom_);
}

void RunScreen::read_view_keys(const devices::InputEvents& events) {
    const auto shift = [&](Key key) {
        return std::ranges::any_of(
            events.keys, [&](const devices::KeyPress& press) { return press.key == key && press.shift; });
    };
    if (guided() && events.struck(key_of('x'))) {
        if (shift(key_of('x'))) {
            options_.split = !options_.split;
        } else {
            options_.layer = (options_.layer + 1) % 5;
        }
    }
    if (events.struck(key_of('v'))) { // the next place to look from; Shift: back to the therapist's eye
        constexpr std::array order{render::CameraPreset::main, render::CameraPreset::top,
                                   render::CameraPreset::close, render::CameraPreset::side};
        const auto* at = std::ranges::find(order, preset_);
        const bool last = at == order.end() || at + 1 == order.end();
        preset_ = shift(key_of('v')) || last ? order.front() : *(at + 1);
        yaw_deg_ = pitch_deg_ = 0;
        zoom_ = 1;
        camera_.go(camera_goal(), reduced_motion_);
    }
    if (events.struck(key_of('='), true) || events.struck(key_of('+'), true)) {
        zoom_ = std::min(zoom_ * 1.12F, 2.0F);
    }
    if (events.struck(key_of('-'), true)) {
        zoom_ = std::max(zoom_ / 1.12F, 0.8F);
    }
}

// Layers go one after the other, however far the step.
void RunScreen::move_view(double elapsed_s) {
    const auto toward = [&](float& value, int goal) {
        const float most = layers_a_second * static_cast<float>(elapsed_s);
        value += std::clamp(static_cast<float>(goal) - value, -most, most);
    };
    const int right = layers_ != nullptr ? options_.layer : 0;
    toward(peel_.right, right);
    toward(peel_.left, options_.split ? std::max(right - 2, 0) : right);
    camera_.advance(elapsed_s);
    camera_.follow(camera_goal());
}

void RunScreen::look_again(const session::SkinSnapshot& skin, render::FrameView& view) const {
    again_.position = shown_.position;
    again_.table = shown_.table;
    again_.skin = skin;
    view.now = &again_;
    view.ghosts = {};
    view.inset.reset();
    view.overlays = {};
}

render::Lying RunScreen::lying() const {
    if (shown_.step == 0) {
        return opening_lying_;
    }
    const auto positions = client::positions();
    return render::lying_in(positions[static_cast<std::size_t>(shown_.position)].id, shown_.table);
}

void RunScreen::lie(std::shared_ptr<const render::ClientModel> model) {
    if (model == nullptr || model == model_) {
        return;
    }
    model_ = std::move(model);
    camera_ = render::CameraMove(camera_goal());
}

drills::Feedback RunScreen::feedback() const {
    const auto step = static_cast<std::size_t>(std::max(0, shown_.progress.step));
    return drills::feedback_of(drill_.steps[std::min(step, drill_.steps.size() - 1)], policy_.feedback);
}

ui::RunView RunScreen::run_view() const {
    ui::RunView view{.now = shown_,
                     .drill = drill_,
                     .client = client_->client,
                     .anatomy = *client_->anatomy,
                     .phrases = *phrases_,
                     .camera = camera(),
                     .feedback = feedback(),
                     .options = options_,
                     .device = std::nullopt,
                     .pace = runner_->pace(),
                     .fps = fps_,
                     .practice = practice_};
    if (live_ != nullptr) {
        view.device = device_status();
    }
    if (policy_.source != Source::live) {
        view.pace.speed = 1;     // a slow replay is no practice
        view.pace.graded = true; // whether the run shown was graded is not what its pace here says
        view.pace.slowed = policy_.source == Source::recording && !film_at_s_ && view.pace.slowed;
    }
    return view;
}

void RunScreen::draw(ui::Canvas& canvas, ui::Interaction& interaction, ui::Commands& ask) {
    if (policy_.visitor) {
        draw_visit(canvas, interaction, ask);
        return;
    }
    if (phase_ == Phase::preparing) {
        canvas.text({canvas.size().x / 2, canvas.size().y * 0.45F}, ui::Face::title, canvas.theme().text,
                    "The client lies down...", ui::Align::centre);
        if (interaction.events().struck(Key::escape)) {
            ask(ui::AbandonRun{});
        }
        return;
    }
    if (!policy_.panels) {
        return;
    }
    canvas.mirror(changes_sides(left_handed_, policy_));
    if (options_.close_up && hardest_hand(shown_) != nullptr) {
        draw_close_up_frame(canvas, size_px_, close_up_place(changes_sides(left_handed_, policy_)));
    }
    const ui::RunView view = run_view();
    ui::draw_hud_screen(canvas, view, hud_);
    if (view.device && view.device->off_zero && interaction.events().struck(key_of('t'))) {
        ask(ui::TakeZero{view.device->off_zero->device});
    }
    if (options_.layer > 0 && !options_.panels_hidden) {
        draw_layers(canvas);
    }
    if (policy_.source == Source::recording) {
        draw_replay(canvas, interaction, ask);
        return;
    }
    if (phase_ == Phase::countdown) {
        ui::draw_countdown(canvas, countdown_s_, drill_.steps.front().instruction);
    }
    draw_talk(canvas, interaction);
    if (!deciding_ && !talking_) {
        heed_keys(interaction.events(), ask);
    }
}

void RunScreen::draw_visit(ui::Canvas& canvas, ui::Interaction& interaction, ui::Commands& ask) {
    if (phase_ == Phase::preparing) {
        ui::draw_kiosk_waits(canvas);
        return;
    }
    const bool counts = phase_ == Phase::countdown;
    ui::draw_kiosk_demo(canvas, interaction, run_view(), counts ? std::optional(countdown_s_) : std::nullopt,
                        kiosk_demo_, ask);
}

void RunScreen::heed_keys(const devices::InputEvents& events, ui::Commands& ask) const {
    if (phase_ != Phase::paused && (events.struck(Key::escape) || events.struck(key_of('p')))) {
        ask(policy_.idle ? ui::Command(ui::AbandonRun{}) : ui::Command(ui::PauseRun{}));
    }
    if (phase_ != Phase::paused && policy_.retry && events.struck(key_of('r'))) {
        ask(ui::Retry{});
    }
    if (events.struck(Key::f1) || events.typed == "?") {
        ask(ui::ShowHelp{true});
    }
}

// Where the hands would be now if the drill were done as it asks.
void RunScreen::pose_ghosts() {
    ghosts_ = {};
    if (!options_.ghost) {
        return;
    }
    // By the drill's own clock, which waits in wait mode.
    const auto hands = expert_.at(drill_.duration_s() - shown_.progress.left_s);
    for (std::size_t side = 0; side < ghosts_.size(); ++side) {
        if (hands[side]) {
            ghosts_[side] =
                render::posed_snapshot(*client_->anatomy, *hands[side], static_cast<contact::Side>(side));
        }
    }
}

std::optional<RunScreen::Pointed> RunScreen::pointed() const {
    if (pointer_.x < 0 || options_.layer < 2 || layers_ == nullptr) {
        return std::nullopt;
    }
    const auto aim = target_.aim(render::pixel_ray(camera(), pointer_, size_px_));
    if (!aim) {
        return std::nullopt;
    }
    const bool left = options_.split && aim->spine.x < 0;
    return Pointed{left ? std::max(options_.layer - 2, 0) : options_.layer, aim->spine};
}

void RunScreen::draw_layers(ui::Canvas& canvas) const {
    ui::LayerView view{.layer = options_.layer,
                       .split = options_.split,
                       .ready = layers_ != nullptr,
                       .name = {},
                       .pointer = canvas.logical(pointer_),
                       .place = hud_.layers};
    if (const auto at = pointed()) {
        view.name = render::structure_name(*client_->anatomy, layers_->deep, at->layer, at->spine);
    }
    ui::draw_layer_panel(canvas, view);
}

std::optional<Vec2> RunScreen::hand_pixel(Vec2 size_px) const {
    const session::HandSnapshot* hardest = hardest_hand(shown_);
    return hardest == nullptr ? std::nullopt : render::world_to_pixel(camera(), hardest->centre, size_px);
}

std::optional<Vec2> RunScreen::place_pixel(Vec2 spine, Vec2 size_px) const {
    const anatomy::SkinGrid& skin = client_->anatomy->skin;
    const Vec3 at = anatomy::surface(skin, anatomy::locate(skin, spine.x, spine.y)).position;
    return render::world_to_pixel(camera(), at, size_px);
}

render::FrameView RunScreen::view() const {
    render::FrameView view;
    view.now = shown_.skin.displacement_m.empty() ? nullptr : &shown_;
    view.ghosts = ghosts_;
    view.camera = camera();
    if (const session::HandSnapshot* hand = hardest_hand(shown_); hand != nullptr && options_.close_up) {
        view.inset = close_up(*hand, size_px_, close_up_place(changes_sides(left_handed_, policy_)));
        view.inset->camera.up = view.camera.up;
    }
    if (const auto at = pointed(); at && !options_.panels_hidden) {
        view.overlays.named_muscle = render::muscle_id(layers_->deep, at->layer, at->spine);
        view.overlays.named_left = at->spine.x < 0;
    }
    view.overlays.pressure_map = options_.heat_map;
    view.overlays.coverage = options_.coverage;
    view.overlays.peel = peel_;
    view.overlays.hand_opacity = options_.heat_map ? 0.4F : 1.0F;
    return view;
}

} // namespace tactus::app
