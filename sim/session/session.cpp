#include "sim/session/session.hpp"

#include "sim/bodies/skeleton.hpp"
#include "sim/client/client_file.hpp"
#include "sim/client/conduct.hpp"
#include "sim/drills/drill_file.hpp"
#include "sim/hands/hand_poser.hpp"
#include "sim/math/float_mode.hpp"
#include "sim/math/transcendental.hpp"
#include "sim/parallel/thread_pool.hpp"
#include "sim/physiology/body_events_data.hpp"
#include "sim/physiology/bruising.hpp"
#include "sim/physiology/physiology_data.hpp"
#include "sim/scoring/evaluate.hpp"
#include "sim/session/base_motion.hpp"
#include "sim/session/coverage.hpp"
#include "sim/session/event_names.hpp"
#include "sim/session/hand_oil.hpp"
#include "sim/session/holding_hands.hpp"
#include "sim/session/joint_field.hpp"
#include "sim/session/label.hpp"
#include "sim/session/step_hash.hpp"
#include "sim/session/version.hpp"
#include "sim/strokes/stroke_monitor.hpp"

#include <algorithm>
#include <cassert>

namespace tactus::session {
namespace {

constexpr std::uint64_t live_marks_every_steps = 60; // 4 Hz: a figure that changes faster cannot be read
constexpr float trust_counts_above_n = 2.0F;         // below it |contact - support| is rounding, not trust
constexpr std::size_t field_points =
    static_cast<std::size_t>(anatomy::SkinGrid::field_columns) * anatomy::SkinGrid::field_rows;

std::vector<scoring::TimedTask> timed_tasks(const drills::Drill& drill) {
    std::vector<scoring::TimedTask> tasks;
    double begin = 0;
    for (const drills::Step& step : drill.steps) {
        tasks.push_back({.begin_s = begin, .end_s = begin + step.duration_s, .task = step.task});
        begin += step.duration_s;
    }
    return tasks;
}

std::uint64_t setup_hash(const Setup& setup) {
    std::uint64_t hash = chained_hash(setup.seed, sim_version());
    hash = chained_hash(hash, client::write_client(setup.client));
    hash = chained_hash(hash, drills::write_drill(setup.drill));
    hash = chained_hash(hash, scoring::write_rubric(setup.rubric));
    return chained_hash(hash, static_cast<std::uint64_t>(setup.setting));
}

std::shared_ptr<const anatomy::Anatomy> anatomy_of(const client::Client& client) {
    return std::make_shared<const anatomy::Anatomy>(
        anatomy::make_anatomy(client.body, client.trigger_points));
}

} // namespace

struct Session::State {
    Setup setup;
    std::shared_ptr<const anatomy::Anatomy> anatomy;
    parallel::ThreadPool pool;
    hands::HandPoser poser;
    bodies::Skeleton skeleton;
    BaseMotion base_motion;
    JointField joint_field;
    HoldingHands holding;
    tissue::Tissue tissue;
    physiology::Physiology physiology;
    HandOil hand_oil;
    strokes::StrokeMonitor monitor;
    Coverage coverage;
    std::vector<scoring::TimedTask> tasks;
    drills::Drill course; ///< the drill with steps as long as they have become by waiting

    std::array<std::optional<contact::PosedTool>, contact::side_count> tools;
    std::vector<float> pressure_pa;
    scoring::LiveMarks marks;
    std::vector<float> trust_errors;
    std::uint64_t steps = 0;
    std::uint64_t scored_steps = 0;
    std::uint64_t chain = 0;
    int check_ins = 0;
    client::Conduct conduct;
    int position = 0;       ///< of client::positions()
    bool asked_now = false; ///< how it is: the next step has the reply
    float tone_start = -1;  ///< mean muscle tone in the first step; -1 = none yet
    bool thumb_resolved = true;
    bool paused = false;
    bool waits = false;
    bool stopped = false;

    State(const Setup& run, std::shared_ptr<const anatomy::Anatomy> body, int threads)
        : setup(run), anatomy(std::move(body)), pool(threads), poser(*anatomy), skeleton(anatomy->bones),
          base_motion(*anatomy), joint_field(*anatomy, skeleton.joints().geometry()),
          tissue(*anatomy, run.setting, pool, run.material), physiology(*anatomy, run.client, run.seed),
          hand_oil(*anatomy), monitor(*anatomy, setup.client.condition.areas), coverage(*anatomy),
          tasks(timed_tasks(run.drill)), course(run.drill), pressure_pa(field_points, 0.0F),
          chain(setup_hash(run)) {}

    [[nodiscard]] double time_s() const { return static_cast<double>(scored_steps) * step_s; }

    [[nodiscard]] drills::Progress progress() const { return drills::progress_at(course, time_s()); }

    [[nodiscard]] bool finished() const {
        return stopped || physiology.state().broken || progress().finished;
    }

    [[nodiscard]] scoring::ClientOutcome outcome() const {
        scoring::ClientOutcome outcome{.check_ins = check_ins,
                                       .guard_events = physiology.state().guard_events,
                                       .guard_threshold = setup.client.response.guard_threshold,
                                       .condition = &setup.client.condition,
                                       .conduct = &conduct,
                                       .body_events = physiology.state().body_events,
                                       .interview_due = setup.drill.interview,
                                       .tone_start = std::max(0.0F, tone_start),
                                       .tone_now = physiology.state().tone_mean};
        for (const physiology::TriggerPointState& point : physiology.state().trigger_points) {
            outcome.trigger_point_tension.push_back(point.tension);
        }
        return outcome;
    }

    void take(const Event& event) {
        switch (event.kind) {
        case EventKind::pause:
            paused = event.value > 0.5F;
            break;
        case EventKind::wait:
            waits = event.value > 0.5F;
            break;
        case EventKind::stop:
            stopped = true;
            break;
        case EventKind::check_in:
            ++check_ins;
            asked_now = true;
            physiology.check_in();
            break;
        case EventKind::product_taken:
            take_product(read_label(event.text));
            break;
        case EventKind::question_asked:
            conduct.asked.push_back(event.text);
            conduct.asked_s.push_back(static_cast<double>(event.value));
            break;
        case EventKind::decided:
            conduct.decision = client::urgency_coded(event.text);
            conduct.decided_s = static_cast<double>(event.value);
            break;
        case EventKind::worded:
            conduct.wording = event.text;
            break;
        case EventKind::noted:
            conduct.note = event.text;
            break;
        case EventKind::pain_marked:
            conduct.pain_marks.push_back({.u = event.u, .v = event.v, .points = event.value});
            break;
        case EventKind::position_changed:
            conduct.position = event.text;
            position = position_number(event.text);
            physiology.take_position(event.text);
            break;
        case EventKind::prepared:
            if (const auto table = table_height_named(event.text)) {
                poser.set_table(*table);
                break;
            }
            conduct.prepared.push_back(event.text);
            physiology.prepare(event.text);
            break;
        case EventKind::action_taken:
            conduct.done.push_back({.action = event.text, .t_s = time_s()});
            physiology.act(event.text);
            break;
        case EventKind::point_marked:
            monitor.mark({.t_s = time_s(), .u = event.u, .v = event.v});
            break;
        case EventKind::answer_given: // kept by the recording alone
            break;
        }
    }

    void take_product(const Label& label) {
        if (label.product) {
            hand_oil.take_product(*label.product);
            physiology.take_product(*label.product);
        }
        const bool banned = physiology.take_ingredients(label.ingredients);
        conduct.banned_product = conduct.banned_product || banned;
        conduct.ingredients.insert(conduct.ingredients.end(), label.ingredients.begin(),
                                   label.ingredients.end());
    }

    /// What the client told, beside the load under which it was told.
    void take_reply(const physiology::ClientState& client) {
        if (asked_now && client.utterance.phrase.starts_with("answer_")) {
            const auto& reports = tissue.reports();
            conduct.replies.push_back({.t_s = time_s(),
                                       .force_n = std::max(reports[0].force_n, reports[1].force_n),
                                       .points = client.utterance.value});
        }
        asked_now = false;
    }

    /// The step under way gets as much longer as the clock waits, and the others come later.
    void wait() {
        const auto now = static_cast<std::size_t>(progress().step);
        course.steps[now].duration_s += step_s;
        for (std::size_t k = now; k < tasks.size(); ++k) {
            tasks[k].begin_s += k == now ? 0 : step_s;
            tasks[k].end_s += step_s;
        }
    }

    void advance(const InputFrame& frame) {
        if (waits) {
            wait();
        }
        tools = poser.pose(frame.hands);
        const auto holds = holds_of(tools);
        hand_oil.step(tools, tissue.reports(), physiology.oil());
        base_motion.step(skeleton, {tissue.reports(), tools, holds, physiology.muscle_tone()});
        joint_field.follow(skeleton.joints());
        holding.ride(tools, skeleton.joints());
        const Tools on_skin = pressing(tools);
        const tissue::Condition condition{.muscle_tone = physiology.muscle_tone(),
                                          .nodule_stiffness = physiology.nodule_stiffness(),
                                          .softening = physiology.state().softening,
                                          .oil_film = physiology.oil()};
        tissue.step(on_skin, condition, base_motion.displacement_m(), joint_field.displacement_m());
        tissue.write_skin({}, pressure_pa);
        for (std::size_t side = 0; side < tools.size(); ++side) {
            const bool thumb = on_skin[side] && !contact::broad(on_skin[side]->kind);
            thumb_resolved =
                thumb_resolved && (!thumb || !tissue.reports()[side].touching || tissue.resolves_thumb());
        }
        physiology.step(tissue.reports(), tools, pressure_pa, {.flow = monitor.live().flow},
                        stretches_of(skeleton.joints()));
        const physiology::ClientState& client = physiology.state();
        take_reply(client);
        tone_start = tone_start < 0 ? client.tone_mean : tone_start;
        monitor.step({.t_s = time_s(),
                      .drill_step = progress().step,
                      .discomfort = client.discomfort,
                      .guarding = client.guarding,
                      .skin_pressure_pa = pressure_pa,
                      .body = body_motion(skeleton.joints()),
                      .product = hand_oil.product()},
                     tissue.reports(), tools);
        for (const contact::ContactReport& report : tissue.reports()) {
            if (report.force_n > trust_counts_above_n) {
                trust_errors.push_back(report.trust_error);
            }
        }
        ++scored_steps;
        if (scored_steps % live_marks_every_steps == 0) {
            marks = scoring::evaluate_live(*anatomy, monitor.trace(), tasks,
                                           {setup.rubric, setup.drill.weights}, outcome());
            coverage.update(monitor.trace().dose_pa_s, tasks[static_cast<std::size_t>(progress().step)].task);
        }
    }
};

Session::Session(const Setup& setup, int threads) : Session(setup, anatomy_of(setup.client), threads) {}

Session::Session(const Setup& setup, std::shared_ptr<const anatomy::Anatomy> anatomy, int threads) {
    assert(anatomy && !setup.drill.steps.empty() && threads >= 1);
    const math::FloatMode mode;
    state_ = std::make_unique<State>(setup, std::move(anatomy), threads);
}

Session::~Session() = default;
Session::Session(Session&&) noexcept = default;
Session& Session::operator=(Session&&) noexcept = default;

void Session::step(const InputFrame& frame) {
    const math::FloatMode mode;
    State& s = *state_;
    for (const Event& event : frame.events) {
        s.take(event);
    }
    ++s.steps;
    if (s.paused || s.finished()) {
        s.chain = chained_hash(s.chain, s.steps);
        return;
    }
    s.advance(frame);
    s.chain = chained_hash(s.chain, s.tissue.reports(), s.physiology.state());
    s.chain = chained_hash(s.chain, body_motion(s.skeleton.joints()));
}

bool Session::finished() const { return state_->finished(); }

double Session::time_s() const { return state_->time_s(); }

std::uint64_t Session::steps() const { return state_->steps; }

std::uint64_t Session::chain_hash() const { return state_->chain; }

std::uint64_t Session::state_digest() const {
    std::uint64_t digest = chained_hash(state_->chain, state_->tissue.state_digest());
    digest = chained_hash(digest, state_->physiology.state_digest());
    digest = chained_hash(digest, state_->skeleton.state_digest());
    digest = chained_hash(digest, state_->hand_oil.state_digest());
    return chained_hash(digest, state_->poser.state_digest());
}

scoring::Score Session::score() const {
    const State& s = *state_;
    return scoring::evaluate(*s.anatomy, s.monitor.trace(), s.tasks, {s.setup.rubric, s.setup.drill.weights},
                             s.outcome());
}

const anatomy::Anatomy& Session::anatomy() const { return *state_->anatomy; }

const Setup& Session::setup() const { return state_->setup; }

const physiology::ClientState& Session::client_state() const { return state_->physiology.state(); }

const strokes::ContactTrace& Session::trace() const { return state_->monitor.trace(); }

bool Session::resolved_thumb() const { return state_->thumb_resolved; }

double Session::worst_trust_error() const {
    std::vector<float> errors = state_->trust_errors;
    if (errors.empty()) {
        return 0;
    }
    const auto place =
        errors.begin() + static_cast<std::ptrdiff_t>(0.95 * static_cast<double>(errors.size() - 1));
    std::ranges::nth_element(errors, place);
    return *place;
}

namespace {

void write_hand(HandSnapshot& out, const std::optional<contact::PosedTool>& tool,
                const contact::ContactReport& report) {
    out.present = tool.has_value();
    if (!tool) {
        out.touching = false;
        out.force_n = 0;
        out.asked_force_n = 0;
        return;
    }
    const bool holding = tool->held.part != contact::Hold::none;
    const float pull_n = glm::length(tool->held.force_n);
    const Vec3 shift = tool->approach * report.travel_m;
    out.tool = tool->kind;
    out.held = tool->held;
    out.capsules.clear();
    for (const auto* capsules : {&tool->pressing, &tool->shown}) {
        for (contact::Capsule capsule : *capsules) {
            capsule.a += shift;
            capsule.b += shift;
            out.capsules.push_back(capsule);
        }
    }
    out.pressing_count = static_cast<int>(tool->pressing.size());
    out.centre = tool->centre + shift;
    out.normal = -tool->approach;
    out.forward = tool->forward;
    out.touching = report.touching || holding;
    out.asked_force_n = holding ? pull_n : report.commanded_force_n;
    out.force_n = holding ? pull_n : report.force_n;
    out.mean_pressure_pa = report.mean_pressure_pa;
    out.p95_pa = report.p95_pa;
    out.area_m2 = report.area_m2;
    out.depth_m = report.depth_m;
    out.speed_m_s = report.speed_m_s;
    out.slip_m_s = report.slip_m_s;
    out.u = report.u;
    out.v = report.v;
    out.trust_error = report.trust_error;
    out.load_not_reached = report.load_not_reached;
}

void write_bruise(const physiology::Physiology& body, double later_s, std::vector<float>& to) {
    to.clear();
    const std::optional<double> age_s = body.bruise_age_s();
    if (!age_s || *age_s + later_s <= physiology::bruise_shows_s) {
        return;
    }
    for (const float index_s : body.bruise_s()) {
        to.push_back(physiology::bruise_shown(index_s, *age_s + later_s));
    }
}

void copy_map(std::span<const float> from, std::vector<float>& to) { to.assign(from.begin(), from.end()); }

} // namespace

SkinSnapshot Session::skin_after(double later_s) const {
    const physiology::Physiology& body = state_->physiology;
    const auto faded = [&](std::span<const float> map, float tau_s, std::vector<float>& to) {
        const float left = math::exp(-static_cast<float>(later_s) / tau_s);
        for (const float value : map) {
            to.push_back(value * left);
        }
    };
    SkinSnapshot skin;
    skin.displacement_m.resize(field_points, Vec3(0));
    skin.pressure_pa.resize(field_points, 0.0F);
    skin.blanching.resize(field_points, 0.0F);
    skin.coverage.resize(field_points, 0.0F);
    faded(body.redness(), physiology::slow_erythema_tau_s.f(), skin.redness);
    faded(body.weal(), physiology::weal_fall_tau_s.f(), skin.weal);
    copy_map(body.oil(), skin.oil);
    write_bruise(body, later_s, skin.bruise);
    return skin;
}

void Session::write(Snapshot& snapshot) const {
    const State& s = *state_;
    snapshot.t_s = s.time_s();
    snapshot.step = s.steps;
    snapshot.paused = s.paused;
    snapshot.clock_waits = s.waits;
    snapshot.position = s.position;
    snapshot.table = s.poser.table();
    for (std::size_t side = 0; side < contact::side_count; ++side) {
        write_hand(snapshot.hands[side], s.tools[side], s.tissue.reports()[side]);
    }
    snapshot.skin.displacement_m.resize(field_points);
    snapshot.skin.pressure_pa.resize(field_points);
    s.tissue.write_skin(snapshot.skin.displacement_m, snapshot.skin.pressure_pa);
    copy_map(s.physiology.redness(), snapshot.skin.redness);
    copy_map(s.physiology.blanching(), snapshot.skin.blanching);
    copy_map(s.physiology.oil(), snapshot.skin.oil);
    copy_map(s.physiology.weal(), snapshot.skin.weal);
    write_bruise(s.physiology, 0, snapshot.skin.bruise);
    copy_map(s.coverage.map(), snapshot.skin.coverage);
    snapshot.body = body_motion(s.skeleton.joints());
    snapshot.girdles = girdle_motions(s.skeleton.joints());
    snapshot.client = s.physiology.state();
    snapshot.flow = s.monitor.live();
    snapshot.flow.coverage = s.coverage.share();
    snapshot.progress = s.progress();
    snapshot.live_score = s.marks.groups;
    snapshot.live_total = s.marks.total;
    snapshot.band_share = static_cast<float>(s.marks.band_share);
    snapshot.target_distance_m = static_cast<float>(s.marks.target_distance_m);
    snapshot.hold_s = static_cast<float>(s.marks.hold_s);
    snapshot.points_marked = static_cast<int>(s.monitor.trace().marks.size());
    const std::size_t recent = std::min<std::size_t>(s.trust_errors.size(), 240);
    snapshot.trust_error =
        recent == 0 ? 0.0F
                    : *std::ranges::max_element(s.trust_errors.end() - static_cast<std::ptrdiff_t>(recent),
                                                s.trust_errors.end());
    snapshot.thumb_resolved = s.thumb_resolved;
}

} // namespace tactus::session
