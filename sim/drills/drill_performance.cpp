#include "sim/drills/drill_performance.hpp"

#include "sim/drills/step_motion.hpp"

#include <algorithm>
#include <span>
#include <string>

namespace tactus::drills {

namespace {

using scoring::Task;
using scoring::Work;

constexpr double settle_s = .4;  // from the call of a step to the first touch
constexpr double leave_s = .25;  // lifted off before the next is called
constexpr double check_in_s = 3; // into a step: the client has felt it
constexpr float usual_force_n = 15;
constexpr float search_n = 10;
constexpr float touch_ramp_s = 1.2F;

class Performance {
public:
    Performance(const Drill& drill, const anatomy::Anatomy& anatomy, Quality quality, std::uint64_t seed)
        : drill_(drill), anatomy_(anatomy), skill_(skill_of(quality)), seed_(seed),
          performer_(skill_, seed), scale_{anatomy.skin.half_biacromial_m, anatomy.skin.spine_length_m} {}

    std::vector<PerformedRow> rows() {
        play_steps();
        double begin_s = 0;
        const Task* before = nullptr;
        bool asked = std::ranges::any_of(
            drill_.steps, [](const Step& step) { return step.task.ask_every_s > 0; }); // then at those times
        for (const Step& step : drill_.steps) {
            take_product(step.task, begin_s);
            const auto every_s = static_cast<double>(step.task.ask_every_s);
            for (double t_s = every_s; every_s > 0 && t_s <= step.duration_s; t_s += every_s) {
                performer_.event(begin_s + t_s - .5 * every_s, "check_in");
                asked = true;
            }
            const bool deeper = before != nullptr && before->force_n && step.task.force_n &&
                                step.task.force_n->high > before->force_n->high;
            if ((deeper && every_s == 0) || (!asked && scoring::work_of(step.task) != Work::nothing)) {
                asked = true;
                performer_.event(begin_s + std::min(check_in_s, .5 * step.duration_s), "check_in");
            }
            before = &step.task;
            begin_s += step.duration_s;
        }
        return performer_.rows();
    }

private:
    void play_steps() {
        double begin_s = 0;
        for (std::size_t k = 0; k < drill_.steps.size();) {
            std::size_t next = k + 1;
            double end_s = begin_s + drill_.steps[k].duration_s;
            while (next < drill_.steps.size() && goes_on(drill_.steps[k].task, drill_.steps[next].task)) {
                end_s += drill_.steps[next++].duration_s;
            }
            const std::span<const Step> together = std::span(drill_.steps).subspan(k, next - k);
            play(together, {begin_s + settle_s, end_s - leave_s});
            begin_s = end_s;
            k = next;
        }
    }

    /// The same strokes with another weight: the hands stay on the client.
    [[nodiscard]] static bool goes_on(const Task& task, const Task& then) {
        return scoring::work_of(task) == Work::strokes && scoring::work_of(then) == Work::strokes &&
               tool_of(task) == tool_of(then) && task.zone == then.zone && task.direction == then.direction &&
               task.speed_m_s == then.speed_m_s && task.products == then.products;
    }

    /// Strokes whose weight is that of the step in which they come.
    void stroke(std::span<const Step> steps, StepTime when) {
        performer_.stroke(lanes_of(steps.front().task, scale_, when), [&](double t_s) {
            double end_s = when.begin_s - settle_s;
            for (const Step& step : steps) {
                end_s += step.duration_s;
                if (t_s < end_s || &step == &steps.back()) {
                    return step.task.force_n ? middle(bearable(step.task)) : usual_force_n;
                }
            }
            return usual_force_n;
        });
    }

    /// One step, or several that are one movement.
    void play(std::span<const Step> steps, StepTime when) {
        const Task& task = steps.front().task;
        switch (scoring::work_of(task)) {
        case Work::nothing:
            return;
        case Work::strokes:
            stroke(steps, when);
            return;
        case Work::rhythm:
        case Work::stretch:
            if (const auto motion = motion_of(task)) {
                performer_.add(wandering(*motion, task, {skill_, seed_ + ++bouts_, scale_}, when));
            }
            return;
        case Work::search:
            performer_.search(spot_of(task, when), task.force_n ? middle(*task.force_n) : search_n);
            return;
        case Work::hold:
            hold(task, when);
            return;
        case Work::palpate:
            palpate(task, when);
            return;
        }
    }

    [[nodiscard]] Performer::Spot spot_of(const Task& task, StepTime when) const {
        Performer::Spot spot{.begin_s = when.begin_s, .end_s = when.end_s, .tool = tool_of(task)};
        if (task.place) {
            spot.u = task.place->u;
            spot.v = task.place->v;
        }
        for (const anatomy::TriggerPoint& point : anatomy_.trigger_points) {
            if (task.trigger_point && point.id == *task.trigger_point) {
                spot.u = point.u;
                spot.v = point.v;
            }
        }
        return spot;
    }

    /// The lower part of a wide band: what every client bears.
    static scoring::Band careful(scoring::Band band) {
        constexpr float widest = 1.7F;
        band.high = std::min(band.high, widest * band.low);
        return band;
    }

    /// At a point: in over four seconds, out over four. At a place the hand just comes to rest.
    void hold(const Task& task, StepTime when) {
        const float force = task.force_n ? middle(careful(*task.force_n)) : search_n;
        const float from = task.trigger_point ? std::min(search_n, .7F * force) : 0;
        const float ramp_s = task.trigger_point ? 4 : std::max(touch_ramp_s, force / 20);
        const float best_s = .5F * (task.hold_s + std::max(task.hold_s, task.hold_max_s));
        const float hold_s = skill_.hold_error > 0 ? task.hold_s : best_s; // it errs from the least
        performer_.hold(spot_of(task, when), {.from_n = from, .to_n = force}, hold_s, ramp_s);
    }

    /// To each point in turn, strummed until it is felt, and marked.
    void palpate(const Task& task, StepTime when) {
        std::vector<const anatomy::TriggerPoint*> points;
        for (const anatomy::TriggerPoint& point : anatomy_.trigger_points) {
            if (!task.zone || scoring::in_zone(*task.zone, point.u, point.v)) {
                points.push_back(&point);
            }
        }
        points.resize(std::min(points.size(), static_cast<std::size_t>(task.points_to_mark)));
        constexpr double between_s = .6;
        const double each_s = (when.end_s - when.begin_s) / static_cast<double>(points.size());
        for (std::size_t k = 0; k < points.size(); ++k) {
            Performer::Spot spot = spot_of(task, when);
            spot.begin_s = when.begin_s + static_cast<double>(k) * each_s;
            spot.end_s = spot.begin_s + each_s - between_s;
            spot.u = points[k]->u;
            spot.v = points[k]->v;
            performer_.search(spot, task.force_n ? middle(*task.force_n) : search_n);
            performer_.mark(spot);
        }
    }

    void take_product(const Task& task, double begin_s) {
        if (!task.products.empty() && task.products.front() != product_) {
            product_ = task.products.front();
            performer_.event(begin_s, "product " + std::string(contact::product_name(product_)));
        }
    }

    const Drill& drill_;
    const anatomy::Anatomy& anatomy_;
    Skill skill_;
    std::uint64_t seed_;
    Performer performer_;
    BodyScale scale_;
    std::uint64_t bouts_ = 0;
    contact::Product product_ = contact::Product::oil;
};

} // namespace

std::vector<PerformedRow> perform(const Drill& drill, const anatomy::Anatomy& anatomy, Quality quality,
                                  std::uint64_t seed) {
    return Performance(drill, anatomy, quality, seed).rows();
}

} // namespace tactus::drills
