#include "sim/strokes/stroke.hpp"

#include "sim/contact/contact_data.hpp"
#include "sim/strokes/strokes_data.hpp"

#include <cmath>

namespace tactus::strokes {

double way_length(Vec2 way) {
    return std::sqrt(static_cast<double>(way.x) * way.x + static_cast<double>(way.y) * way.y);
}

namespace {

/// Walks along the samples of one hand and cuts.
class Cutter {
public:
    Cutter(std::span<const TraceSample> samples, contact::Side hand)
        : samples_(samples), side_(static_cast<std::size_t>(hand)), hand_(hand) {}

    std::vector<Stroke> run() {
        for (std::size_t i = 0; i < samples_.size(); ++i) {
            take(i);
        }
        close();
        return std::move(strokes_);
    }

private:
    [[nodiscard]] const HandSample& at(std::size_t i) const { return samples_[i].hands[side_]; }

    void take(std::size_t i) {
        const HandSample& sample = at(i);
        const double speed = way_length(sample.velocity_m_s);
        const bool moving = in_contact(sample) && speed > resting_speed_m_s;
        if (open_ && samples_[i].t_s - samples_[last_].t_s > pause_s) {
            close();
        }
        if (!moving) {
            return;
        }
        if (open_ && (sample.tool != at(begin_).tool || turns_back(sample))) {
            close();
        }
        if (!open_) {
            open_ = true;
            begin_ = i;
            travel_ = Vec2(0);
            path_m_ = 0;
        }
        const auto dt = static_cast<float>(trace_interval_s);
        travel_ += sample.velocity_m_s * dt;
        path_m_ += speed * trace_interval_s;
        last_ = i;
    }

    /// Against the way so far; the first centimetre sets the way.
    [[nodiscard]] bool turns_back(const HandSample& sample) const {
        constexpr double way_known_m = 0.01;
        return way_length(travel_) > way_known_m &&
               travel_.x * sample.velocity_m_s.x + travel_.y * sample.velocity_m_s.y < 0;
    }

    void close() {
        if (open_ && path_m_ >= shortest_stroke_m) {
            strokes_.push_back(describe());
        }
        open_ = false;
    }

    [[nodiscard]] Stroke describe() const {
        Stroke stroke{.hand = hand_, .tool = at(begin_).tool, .begin = begin_, .end = last_ + 1};
        stroke.begin_s = samples_[begin_].t_s;
        stroke.end_s = samples_[last_].t_s + trace_interval_s;
        stroke.path_m = path_m_;
        stroke.travel_m = travel_;
        const std::size_t count = stroke.end - stroke.begin;
        const std::size_t fifth = count / 5;
        double plateau = 0;
        for (std::size_t i = stroke.begin; i < stroke.end; ++i) {
            stroke.mean_force_n += at(i).force_n;
            stroke.mean_u += at(i).u;
            plateau += i >= stroke.begin + fifth && i < stroke.end - fifth ? at(i).force_n : 0;
        }
        stroke.mean_force_n /= static_cast<double>(count);
        stroke.mean_u /= static_cast<double>(count);
        stroke.plateau_force_n = plateau / static_cast<double>(count - 2 * fifth);
        return stroke;
    }

    std::span<const TraceSample> samples_;
    std::size_t side_;
    contact::Side hand_;
    std::vector<Stroke> strokes_;
    bool open_ = false;
    std::size_t begin_ = 0;
    std::size_t last_ = 0; ///< the last sample that moved
    Vec2 travel_{0};
    double path_m_ = 0;
};

} // namespace

double Stroke::straightness() const { return path_m > 0 ? way_length(travel_m) / path_m : 0; }

bool in_contact(const HandSample& sample) {
    return sample.touching && sample.force_n > contact::grazing_force_n.f();
}

std::vector<Stroke> segment(std::span<const TraceSample> samples, contact::Side hand) {
    return Cutter(samples, hand).run();
}

std::vector<double> speed_profile(std::span<const TraceSample> samples, const Stroke& stroke) {
    std::vector<double> speed;
    speed.reserve(stroke.end - stroke.begin);
    for (std::size_t i = stroke.begin; i < stroke.end; ++i) {
        speed.push_back(way_length(samples[i].hands[static_cast<std::size_t>(stroke.hand)].velocity_m_s));
    }
    return speed;
}

} // namespace tactus::strokes
