#include "sim/bodies/stretch_curve.hpp"

#include "sim/bodies/bodies_data.hpp"
#include "sim/bodies/joints_data.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace tactus::bodies {
namespace {

using contact::HeldPart;
using contact::Hold;

/// The hand on the shoulder keeps it down with this share of the pull.
constexpr float brace_share = 0.75F;

const std::array pulls{
    TaughtPull{.name = "upper_trapezius",
               .what = "the head led to the left, the right shoulder kept down",
               .holds = {HeldPart{Hold::occiput, true, Vec3(-1, 0, 0)},
                         HeldPart{Hold::shoulder, true, Vec3(0, 0, brace_share)}},
               .axis = JointAxis::neck,
               .sense = -1,
               .muscle = "upper trapezius",
               .most_n = 25},
    TaughtPull{.name = "scapular_lift",
               .what = "the right scapula lifted off the ribs by its medial border",
               .holds = {HeldPart{Hold::scapula, true, Vec3(0, 1, 0)}, HeldPart{}},
               .axis = JointAxis::right_wing,
               .sense = 1,
               .muscle = "rhomboid major",
               .most_n = 40},
};

const StretchedMuscle& pulled_muscle(const Joints& joints, const TaughtPull& pull) {
    const auto found = std::ranges::find_if(joints.muscles(), [&](const StretchedMuscle& muscle) {
        return muscle.right && muscle.name == pull.muscle;
    });
    assert(found != joints.muscles().end());
    return *found;
}

std::array<HeldPart, 2> holds_of(const TaughtPull& pull, double force_n) {
    std::array<HeldPart, 2> holds = pull.holds;
    for (HeldPart& hold : holds) {
        hold.force_n *= static_cast<float>(force_n);
    }
    return holds;
}

StretchSample sample_of(const Joints& joints, const TaughtPull& pull, double t_s, double force_n) {
    const StretchedMuscle& muscle = pulled_muscle(joints, pull);
    return {.t_s = t_s, // and no angle of "-0"
            .force_n = force_n,
            .angle_rad = pull.sense * static_cast<double>(joints.pose()[pull.axis]) + 0.0,
            .torque_nm = pull.sense * joints.resistance(pull.axis) + 0.0,
            .stiffness_nm_per_rad = joints.stiffness(pull.axis),
            .length_m = muscle.length_m,
            .tension_n = muscle.tension_n,
            .barrier = Barrier::free};
}

/// The soft zone is where the joint, once its muscle is taut, is softest on the way up.
void name_barriers(StretchCurve& curve) {
    double softest = std::numeric_limits<double>::max();
    for (std::size_t k = 1; k <= curve.turn; ++k) {
        softest = std::min(softest, curve.samples[k].stiffness_nm_per_rad);
    }
    for (StretchSample& sample : curve.samples) {
        const double stiffening = sample.stiffness_nm_per_rad / softest;
        sample.barrier = stiffening >= second_barrier_stiffening  ? Barrier::r2
                         : stiffening >= first_barrier_stiffening ? Barrier::r1
                                                                  : Barrier::free;
    }
}

/// Of the torque along the angle, from one sample to another.
double work_j(std::span<const StretchSample> samples) {
    double work = 0;
    for (std::size_t k = 1; k < samples.size(); ++k) {
        work += 0.5 * (samples[k].torque_nm + samples[k - 1].torque_nm) *
                (samples[k].angle_rad - samples[k - 1].angle_rad);
    }
    return work;
}

} // namespace

std::span<const TaughtPull> taught_pulls() { return pulls; }

const TaughtPull* pull_named(std::string_view name) {
    const auto* const found = std::ranges::find(pulls, name, &TaughtPull::name);
    return found == pulls.end() ? nullptr : found;
}

std::string_view barrier_name(Barrier barrier) {
    constexpr std::array<std::string_view, 3> names{"free", "R1", "R2"};
    return names[static_cast<std::size_t>(barrier)];
}

std::optional<std::size_t> StretchCurve::reached(Barrier barrier) const {
    for (std::size_t k = 0; k <= turn; ++k) {
        if (samples[k].barrier >= barrier) {
            return k;
        }
    }
    return std::nullopt;
}

double StretchCurve::work_in_j() const { return work_j(std::span(samples).first(turn + 1)); }

double StretchCurve::work_lost_j() const { return work_j(samples); }

StretchCurve stretch_and_let_go(const anatomy::Bones& bones, const TaughtPull& pull, const PullPace& pace) {
    Joints joints(bones);
    const auto steps_in = [](double seconds) {
        return static_cast<std::size_t>(std::lround(seconds / bone_step_s));
    };
    const std::size_t ramp = std::max<std::size_t>(1, steps_in(pace.ramp_s));
    StretchCurve curve{.samples = {}, .turn = ramp, .let_go = 2 * ramp};
    for (std::size_t step = 0; step <= 2 * ramp + steps_in(pace.let_go_s); ++step) {
        const double up = static_cast<double>(step) / static_cast<double>(ramp);
        const double force_n = pace.most_n * std::max(0.0, 1 - std::fabs(up - 1));
        joints.step(holds_of(pull, force_n), {});
        curve.samples.push_back(sample_of(joints, pull, static_cast<double>(step) * bone_step_s, force_n));
    }
    name_barriers(curve);
    return curve;
}

} // namespace tactus::bodies
