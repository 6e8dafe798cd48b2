#include "sim/physiology/physiology.hpp"

#include "sim/math/interpolation.hpp"
#include "sim/math/random.hpp"
#include "sim/physiology/body_events.hpp"
#include "sim/physiology/bruising.hpp"
#include "sim/physiology/circumstances.hpp"
#include "sim/physiology/delayed_soreness.hpp"
#include "sim/physiology/first_order.hpp"
#include "sim/physiology/muscle_response.hpp"
#include "sim/physiology/pain.hpp"
#include "sim/physiology/physiology_data.hpp"
#include "sim/physiology/relaxation.hpp"
#include "sim/physiology/rubbing.hpp"
#include "sim/physiology/skin_maps.hpp"
#include "sim/physiology/softening.hpp"
#include "sim/physiology/trigger_point_easing.hpp"
#include "sim/physiology/voice.hpp"
#include "sim/physiology/weals.hpp"

#include <algorithm>
#include <bit>

namespace tactus::physiology {
namespace {

/// Muscles with less of a contact than this do not take part in it.
constexpr float least_share = 0.15F;

/// A product's film is looked at so often: it moves with the hands.
constexpr std::uint64_t film_every_steps = 24;

/// B of facts 5.4: of what a healthy skin bears.
float bruise_factor(const client::Condition& condition) {
    const auto rule =
        std::ranges::find(condition.events, client::EventKind::bruise, &client::BodyEventRule::kind);
    return rule == condition.events.end() ? 1.0F : rule->threshold;
}

/// Folds numbers into 64 bits, in order.
class Digest {
public:
    void operator()(float value) {
        state_ = math::random_bits(state_, count_++, std::bit_cast<std::uint32_t>(value));
    }

    [[nodiscard]] std::uint64_t value() const { return state_; }

private:
    std::uint64_t state_ = 0;
    std::uint64_t count_ = 0;
};

/// A pull hurts by the same law as a press: 7 where it begins to hurt, less by the logarithm below.
float stretch_discomfort(const Stretch& stretch) {
    return stretch.tension_n > 0 ? discomfort_of(stretch.tension_n, stretch.pain_n) : 0.0F;
}

} // namespace

struct Physiology::State {
    const anatomy::Anatomy* anatomy;
    client::Client client;
    float sensitivity; ///< factor of client and sex on every pain threshold
    MuscleResponse muscles;
    TriggerPointEasing points;
    Relaxation relaxation;
    Softening softening;
    SkinMaps skin;
    Overload overload;
    Bruising bruising;
    Voice voice;
    std::array<HandPain, contact::side_count> pains;
    std::array<Rubbing, contact::side_count> rubbing;
    std::array<HandLoad, contact::side_count> loads;
    std::span<const Stretch> stretches; ///< of the step under way
    std::array<TriggerPointEasing::Tenderness, contact::side_count> tenderness;
    BodyEvents events;
    Circumstances circumstances;
    Weals weals;
    std::size_t told_events = 0; ///< of which the client has spoken
    ClientState out;
    std::uint64_t steps = 0;

    State(const anatomy::Anatomy& body, const client::Client& who, std::uint64_t seed)
        : anatomy(&body), client(who),
          sensitivity(who.response.ppt_factor *
                      (who.body.sex == anatomy::Sex::female ? women_ppt_factor.f() : 1.0F)),
          muscles(who.response), points(body), skin(who.response), bruising(bruise_factor(who.condition)),
          voice(who.response, seed), events(who.condition, seed) {
        out.trigger_points.assign(points.states().begin(), points.states().end());
        publish();
        out.tension_start = out.tension_now;
    }

    [[nodiscard]] double time_s() const { return static_cast<double>(steps) / 240.0; }

    [[nodiscard]] HandPain::Place place(const HandLoad& load,
                                        const TriggerPointEasing::Tenderness& tender) const;
    void feel_hands();
    [[nodiscard]] std::array<MuscleWork, anatomy::muscle_count> muscle_work() const;
    void live_with_condition(const std::array<contact::ContactReport, contact::side_count>& reports);
    void soften();
    void speak();
    void publish();
    void publish_guarding();
    void count_guarding();
};

HandPain::Place Physiology::State::place(const HandLoad& load,
                                         const TriggerPointEasing::Tenderness& tender) const {
    float threshold = 0;
    float unwarmed = 0;
    for (std::size_t m = 0; m < load.share.size(); ++m) {
        if (load.share[m] > 0) {
            threshold += load.share[m] * muscle_threshold_pa(static_cast<anatomy::Muscle>(m)) *
                         muscles.threshold_factor(m);
            unwarmed += load.share[m] * muscles.unwarmed(m);
        }
    }
    // On a trigger point it is the muscle of the point that hurts, not the one that lies over it.
    if (tender.point >= 0) {
        const float own = muscle_threshold_pa(points.site(tender.point).site->muscle);
        threshold = math::mix(threshold, own, tender.near);
    }
    threshold *= math::mix(1.0F, node_ppt_factor.f(), tender.active);
    threshold += tender.gain_pa;
    HandPain::Place here{
        .threshold_pa = threshold * sensitivity, .node = tender.active, .unwarmed = unwarmed};
    for (const client::SkinArea& area : client.condition.areas) {
        if (client::contains(area, load.u, load.v)) {
            here.threshold_pa *= area.ppt_factor;
            here.feeling = std::min(here.feeling, area.feeling);
        }
    }
    return here;
}

void Physiology::State::feel_hands() {
    float discomfort = 0;
    for (std::size_t side = 0; side < loads.size(); ++side) {
        const HandLoad& load = loads[side];
        tenderness[side] = load.touching ? points.tenderness(load.rest_m) : TriggerPointEasing::Tenderness{};
        HandPain::Place here = load.touching ? place(load, tenderness[side]) : HandPain::Place{};
        here.rubbed = rubbing[side].rubs();
        pains[side].step(load, here);
        points.press(load, pains[side]);
        discomfort = std::max(discomfort, pains[side].discomfort());
    }
    for (const Stretch& stretch : stretches) {
        discomfort = std::max(discomfort, stretch_discomfort(stretch));
    }
    points.settle();
    discomfort = std::max(discomfort, events.points());
    out.discomfort = discomfort < 0.005F ? 0.0F : discomfort;
    out.discomfort_peak = std::max(out.discomfort_peak, out.discomfort);
}

std::array<MuscleWork, anatomy::muscle_count> Physiology::State::muscle_work() const {
    std::array<MuscleWork, anatomy::muscle_count> work{};
    for (MuscleWork& one : work) {
        one.jolt = events.tone_everywhere();
    }
    for (std::size_t side = 0; side < loads.size(); ++side) {
        const HandLoad& load = loads[side];
        for (std::size_t m = 0; m < work.size(); ++m) {
            if (!load.touching || load.share[m] < least_share) {
                continue;
            }
            work[m].pressed = true;
            work[m].jolt = std::max(work[m].jolt, events.tone_under_hands());
            work[m].discomfort = std::max(work[m].discomfort, pains[side].discomfort());
            work[m].of_pressure = std::max(work[m].of_pressure, pains[side].of_pressure());
            work[m].mean_pressure_pa = std::max(work[m].mean_pressure_pa, load.mean_pressure_pa);
            work[m].speed_m_s = std::max(work[m].speed_m_s, load.speed_m_s);
        }
    }
    for (const Stretch& stretch : stretches) {
        MuscleWork& one = work[static_cast<std::size_t>(stretch.muscle)];
        one.stretched = one.stretched || stretch.tension_n > 0;
        one.stretch_discomfort = std::max(one.stretch_discomfort, stretch_discomfort(stretch));
        one.joint_speed_rad_s =
            std::max(one.joint_speed_rad_s, stretch.tension_n > 0 ? stretch.joint_speed_rad_s : 0.0F);
    }
    return work;
}

/// Uses the hands of this step; what it brings is felt in the next.
void Physiology::State::live_with_condition(
    const std::array<contact::ContactReport, contact::side_count>& reports) {
    if (client.condition.events.empty()) {
        return;
    }
    if (circumstances.banned_product && steps % film_every_steps == 0) {
        weals.lie(skin.oil());
    }
    float over = 0;
    for (const Stretch& stretch : stretches) {
        const float speed = stretch.tension_n > 0 ? stretch.joint_speed_rad_s : 0.0F;
        over = std::max(over, speed / muscles.joint_speed_limit_rad_s());
    }
    events.step({.t_s = time_s(),
                 .loads = &loads,
                 .reports = &reports,
                 .joint_over_limit = over,
                 .bruise_s = bruising.worst_s(),
                 .banned_film = weals.lies(),
                 .face_down = circumstances.face_down(),
                 .bag_checked = circumstances.has("bag_check"),
                 .head_raised = circumstances.head_raised()});
    weals.raise(events.weal());
    out.standing_pain = events.standing_points();
    out.pressure_rise_mmhg = events.pressure_rise_mmhg();
    out.broken = events.broken();
    out.body_events.assign(events.happened().begin(), events.happened().end());
}

void Physiology::State::soften() {
    const bool worked = std::ranges::any_of(loads, [](const HandLoad& load) {
        const float enough = contact::broad(load.tool) ? working_palm_force_n.f() : working_thumb_force_n.f();
        return load.touching && load.force_n >= enough;
    });
    softening.step(worked);
}

void Physiology::State::speak() {
    VoiceSignals signals{.t_s = time_s(),
                         .discomfort = out.discomfort,
                         .relaxation = relaxation.relaxation(),
                         .complaint = out.complaint};
    for (std::size_t side = 0; side < loads.size(); ++side) {
        const HandLoad& load = loads[side];
        if (!load.touching) {
            continue;
        }
        signals.touched = true;
        signals.standing_pain = std::max(signals.standing_pain, events.standing_points_at(load.u, load.v));
        if (pains[side].discomfort() <= 0) {
            continue; // a numb place has nothing to say of the hand
        }
        if (load.spine_load_n >= signals.spine_load_n) {
            signals.spine_load_n = load.spine_load_n;
            signals.spine_by_thumb = !contact::broad(load.tool);
        }
        signals.loading_pa_s = std::max(signals.loading_pa_s, pains[side].loading_pa_s());
        signals.speed_over_limit =
            std::max(signals.speed_over_limit, load.speed_m_s / muscles.speed_limit_m_s());
        const int point = tenderness[side].point;
        if (point >= 0 && tenderness[side].active > 0.5F && load.p95_pa >= found_p95_pa.f()) {
            signals.node_force_n = std::max(signals.node_force_n, load.force_n);
            signals.node = point;
            signals.node_tension = points.states()[static_cast<std::size_t>(point)].tension;
        }
    }
    voice.step(signals, out.utterance);
    for (; told_events < events.happened().size(); ++told_events) {
        voice.exclaim(events.happened()[told_events], out.utterance);
    }
}

void Physiology::State::count_guarding() {
    if (out.discomfort > client.response.guard_threshold) {
        out.guarding_s += step_s;
    }
    out.guard_events = relaxation.guard_events();
}

void Physiology::State::publish_guarding() {
    out.guarding = 0;
    const std::array<MuscleWork, anatomy::muscle_count> work = muscle_work();
    for (std::size_t m = 0; m < work.size(); ++m) {
        if (work[m].pressed || work[m].stretched) {
            out.guarding = std::max(out.guarding, muscles.tone()[m] - muscles.resting_tone());
        }
    }
}

void Physiology::State::publish() {
    float tone = 0;
    for (const float one : muscles.tone()) {
        tone += one / static_cast<float>(anatomy::muscle_count);
    }
    float tension = 0;
    for (std::size_t k = 0; k < out.trigger_points.size(); ++k) {
        out.trigger_points[k] = points.states()[k];
        tension += out.trigger_points[k].tension / static_cast<float>(out.trigger_points.size());
    }
    out.tone_mean = tone;
    out.tension_now = out.trigger_points.empty() ? tone : 0.5F * (tone + tension);
    out.comfort = relaxation.relaxation();
    out.heart_rate_bpm = relaxation.heart_rate_bpm();
    out.breaths_per_min = relaxation.breaths_per_min();
    out.breath = relaxation.breath();
    out.breath_held = relaxation.breath_held();
    out.softening = softening.share();
    out.redness_mean = skin.mean_redness();
    out.overload_point_min = overload.point_min();
    const float relieved =
        client.complaint_now * (1 - session_relief_per_s.f() * static_cast<float>(time_s()));
    out.complaint = std::clamp(relieved + std::max(out.discomfort - 7.0F, 0.0F), 0.0F, 10.0F);
}

Physiology::Physiology(const anatomy::Anatomy& anatomy, const client::Client& client, std::uint64_t seed)
    : state_(std::make_unique<State>(anatomy, client, seed)) {}

Physiology::~Physiology() = default;
Physiology::Physiology(Physiology&&) noexcept = default;
Physiology& Physiology::operator=(Physiology&&) noexcept = default;

void Physiology::step(const std::array<contact::ContactReport, contact::side_count>& reports,
                      const std::array<std::optional<contact::PosedTool>, contact::side_count>& tools,
                      std::span<const float> skin_pressure_pa, FlowHint hint,
                      std::span<const Stretch> stretches) {
    State& s = *state_;
    s.stretches = stretches;
    ++s.steps;
    for (std::size_t side = 0; side < s.loads.size(); ++side) {
        s.loads[side] = read_load(*s.anatomy, reports[side], tools[side]);
        s.rubbing[side].step(fibre_motion(*s.anatomy, reports[side], tools[side]));
    }
    s.feel_hands();
    s.live_with_condition(reports);
    s.muscles.step(s.muscle_work(), s.relaxation.relaxation());
    const bool touched = std::ranges::any_of(s.loads, &HandLoad::touching);
    s.relaxation.step({.touched = touched,
                       .discomfort = s.out.discomfort,
                       .guard_threshold = s.client.response.guard_threshold,
                       .flow = hint.flow});
    s.soften();
    s.skin.step(skin_pressure_pa, s.loads);
    s.overload.step(s.out.discomfort);
    s.bruising.step(skin_pressure_pa, s.loads);
    s.count_guarding();
    s.publish_guarding();
    s.publish();
    s.speak();
    s.stretches = {};
}

void Physiology::take_product(contact::Product product) { state_->skin.take_product(product); }

bool Physiology::take_ingredients(std::span<const std::string> inci_names) {
    state_->circumstances.banned_product = any_banned(state_->client.condition, inci_names);
    return state_->circumstances.banned_product;
}

void Physiology::take_position(std::string_view position) { state_->circumstances.position = position; }

void Physiology::prepare(std::string_view adaptation) {
    if (!state_->circumstances.has(adaptation)) {
        state_->circumstances.prepared.emplace_back(adaptation);
    }
}

void Physiology::act(std::string_view action) {
    State& s = *state_;
    s.events.act(action, s.time_s());
    if (action == "wipe_off") {
        s.circumstances.banned_product = false;
        s.weals.wipe();
    }
}

void Physiology::check_in() { state_->voice.ask(); }

const ClientState& Physiology::state() const { return state_->out; }

std::span<const float> Physiology::muscle_tone() const { return state_->muscles.tone(); }

std::span<const float> Physiology::nodule_stiffness() const { return state_->points.stiffness(); }

std::span<const float> Physiology::redness() const { return state_->skin.redness(); }

std::span<const float> Physiology::blanching() const { return state_->skin.blanching(); }

std::span<const float> Physiology::oil() const { return state_->skin.oil(); }

std::span<const float> Physiology::weal() const { return state_->weals.map(); }

std::span<const float> Physiology::warmth_k() const { return state_->skin.warmth_k(); }

std::span<const float> Physiology::bruise_s() const { return state_->bruising.index_s(); }

std::optional<double> Physiology::bruise_age_s() const { return state_->bruising.age_s(); }

std::uint64_t Physiology::state_digest() const {
    const State& s = *state_;
    Digest digest;
    const auto put = [&](float value) { digest(value); };
    for (const HandPain& pain : s.pains) {
        pain.visit(put);
    }
    for (const Rubbing& hand : s.rubbing) {
        hand.visit(put);
    }
    s.muscles.visit(put);
    s.relaxation.visit(put);
    s.skin.visit(put);
    s.overload.visit(put);
    s.bruising.visit(put);
    s.voice.visit(put);
    s.events.visit(put);
    s.circumstances.visit(put);
    s.weals.visit(put);
    for (const TriggerPointState& point : s.points.states()) {
        for (const float value :
             {point.tension, point.hold_s, point.longest_hold_s, point.found ? 1.0F : 0.0F}) {
            digest(value);
        }
    }
    for (const float value : {s.softening.share(), s.out.discomfort, s.out.discomfort_peak, s.out.guarding_s,
                              static_cast<float>(s.out.utterance.serial)}) {
        digest(value);
    }
    return digest.value();
}

} // namespace tactus::physiology
