#include "sim/scoring/joint_stretch.hpp"

#include "sim/math/transcendental.hpp"
#include "sim/scoring/group_marks.hpp"
#include "sim/strokes/statistics.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::scoring {

namespace {

constexpr double least_bend_rad = 5 * math::pi / 180; // less is a hand that rests on the head
constexpr double at_barrier = 0.85;                   // of the furthest bend: the tissue gives on while held
constexpr double near_rest = 0.2;
constexpr std::size_t speed_over = 12; // samples to each side: 0.2 s in all, shorter is a tremor

/// The bend through a step, as far from rest as it went.
class Bend {
public:
    explicit Bend(const MarkedTask& task) : samples_(task.samples), bone_(task.task.bone) {
        double furthest_rad = 0;
        for (std::size_t i = 0; i < samples_.size(); ++i) {
            const double rad = signed_rad(i);
            const bool asked = !task.task.bend_right || (rad > 0) == *task.task.bend_right;
            if (asked && std::fabs(rad) > furthest_rad) {
                furthest_rad = std::fabs(rad);
                furthest_ = i;
            }
        }
        found_ = furthest_rad >= least_bend_rad;
    }

    /// It went the way that is asked, far enough to be a stretch.
    [[nodiscard]] bool found() const { return found_; }

    [[nodiscard]] double signed_rad(std::size_t i) const { return bend_of(samples_[i].body, bone_); }

    [[nodiscard]] double furthest_rad() const { return signed_rad(furthest_); }

    /// Of the furthest, 0..1; below 0 to the other side.
    [[nodiscard]] double share(std::size_t i) const { return signed_rad(i) / furthest_rad(); }

    [[nodiscard]] double speed_rad_s(std::size_t i) const {
        const std::size_t first = i - std::min(i, speed_over);
        const std::size_t last = std::min(i + speed_over, samples_.size() - 1);
        const double time_s = static_cast<double>(last - first) * strokes::trace_interval_s;
        return time_s > 0 ? (signed_rad(last) - signed_rad(first)) / time_s : 0;
    }

    [[nodiscard]] std::size_t furthest() const { return furthest_; }

private:
    std::span<const strokes::TraceSample> samples_;
    contact::Hold bone_;
    std::size_t furthest_ = 0;
    bool found_ = false;
};

double pull_n(const strokes::TraceSample& sample) {
    double pull = 0;
    for (const strokes::HandSample& hand : sample.hands) {
        pull = hand.holding ? std::max(pull, static_cast<double>(hand.force_n)) : pull;
    }
    return pull;
}

/// Samples [begin, end) about the furthest bend in which it is nearly reached.
struct Plateau {
    std::size_t begin;
    std::size_t end;
};

Plateau plateau_of(const Bend& bend, std::size_t count) {
    Plateau plateau{bend.furthest(), bend.furthest() + 1};
    while (plateau.begin > 0 && bend.share(plateau.begin - 1) >= at_barrier) {
        --plateau.begin;
    }
    while (plateau.end < count && bend.share(plateau.end) >= at_barrier) {
        ++plateau.end;
    }
    return plateau;
}

void measure_bend(const MarkedTask& task, const Bend& bend, Plateau plateau, JointStretch& stretch) {
    std::size_t begin = plateau.begin;
    while (begin > 0 && bend.share(begin - 1) > near_rest) {
        --begin;
    }
    std::size_t end = plateau.end;
    while (end < task.samples.size() && bend.share(end) > near_rest) {
        ++end;
    }
    stretch.begin_s = task.samples[begin].t_s;
    stretch.end_s = end < task.samples.size() ? task.samples[end].t_s : task.end_s;
    const double time_s = stretch.barrier_s - stretch.begin_s;
    const double way_rad = std::fabs(bend.signed_rad(plateau.begin) - bend.signed_rad(begin));
    stretch.mean_rad_s = time_s > 0 ? way_rad / time_s : 0;
    double marks = 0;
    double way = 0;
    for (std::size_t i = begin; i < end; ++i) {
        const double speed = std::fabs(bend.speed_rad_s(i));
        stretch.fastest_rad_s = std::max(stretch.fastest_rad_s, speed);
        if (i < plateau.begin && task.task.bend_rad_s) {
            marks += edge_marks(speed, *task.task.bend_rad_s) * speed;
            way += speed;
        }
    }
    stretch.pace_marks = way > 0 ? marks / way : 0;
}

void measure_hold(const MarkedTask& task, Plateau plateau, JointStretch& stretch) {
    std::vector<double> pulls;
    double comfortable = 0;
    const double most = task.task.hold_discomfort ? task.task.hold_discomfort->high : 10;
    for (std::size_t i = plateau.begin; i < plateau.end; ++i) {
        const double pull = pull_n(task.samples[i]);
        if (pull > 0) {
            pulls.push_back(pull);
        }
        comfortable += task.samples[i].discomfort <= most ? 1 : 0;
    }
    stretch.force_n = strokes::median(pulls);
    stretch.force_cv = strokes::variation(pulls);
    stretch.comfort_share = comfortable / static_cast<double>(plateau.end - plateau.begin);
}

} // namespace

double bend_of(const strokes::BodyMotion& body, contact::Hold bone) {
    return bone == contact::Hold::iliac_crest ? body.lumbar_rad : body.neck_rad;
}

std::optional<JointStretch> find_stretch(const MarkedRun& run, const MarkedTask& task) {
    const Bend bend(task);
    if (!bend.found()) {
        return std::nullopt;
    }
    const Plateau plateau = plateau_of(bend, task.samples.size());
    JointStretch stretch{.barrier_s = task.samples[plateau.begin].t_s, .bend_rad = bend.furthest_rad()};
    stretch.release_s =
        plateau.end < task.samples.size() ? task.samples[plateau.end].t_s : std::min(task.end_s, run.end_s);
    measure_bend(task, bend, plateau, stretch);
    measure_hold(task, plateau, stretch);
    return stretch;
}

} // namespace tactus::scoring
