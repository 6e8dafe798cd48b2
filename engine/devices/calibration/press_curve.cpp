#include "engine/devices/calibration/press_curve.hpp"

#include "engine/devices/hand_target.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::devices {

namespace {

/// A touch begins above this share of the range: pens and triggers rest a little above zero.
constexpr float touch_press = 0.02F;

/// A shorter press was a slip of the hand.
constexpr double shortest_press_s = 0.08;

float median(std::vector<float> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

/// Slopes at the points that keep a cubic monotone: the harmonic mean of the neighbouring secants (Fritsch
/// and Butland 1984), the secant itself at the ends.
std::vector<float> monotone_slopes(std::span<const PressCurve::Point> points) {
    std::vector<float> secants;
    for (std::size_t k = 0; k + 1 < points.size(); ++k) {
        secants.push_back((points[k + 1].newtons - points[k].newtons) /
                          (points[k + 1].press - points[k].press));
    }
    std::vector<float> slopes{secants.front()};
    for (std::size_t k = 0; k + 1 < secants.size(); ++k) {
        slopes.push_back(2 * secants[k] * secants[k + 1] / (secants[k] + secants[k + 1]));
    }
    slopes.push_back(secants.back());
    return slopes;
}

} // namespace

PressCurve::PressCurve(std::vector<Point> points)
    : points_(std::move(points)), slopes_(monotone_slopes(points_)) {}

PressCurve::PressCurve() : PressCurve({{0, 0}, {0.25F, 5}, {0.5F, 15}, {1, 40}}) {}

std::optional<PressCurve> PressCurve::through(std::vector<Point> points) {
    if (points.size() < 2) {
        return std::nullopt;
    }
    for (std::size_t k = 0; k + 1 < points.size(); ++k) {
        if (!(points[k + 1].press > points[k].press && points[k + 1].newtons > points[k].newtons)) {
            return std::nullopt;
        }
    }
    return PressCurve(std::move(points));
}

float PressCurve::newtons(float press) const {
    if (!(press > points_.front().press)) { // a value that is not a number is no touch either
        return 0;
    }
    if (press >= points_.back().press) {
        return std::min(points_.back().newtons + slopes_.back() * (press - points_.back().press),
                        force_limit_n);
    }
    const auto above = std::ranges::upper_bound(points_, press, {}, &Point::press);
    const auto k = static_cast<std::size_t>(above - points_.begin()) - 1;
    const float width = points_[k + 1].press - points_[k].press;
    const float s = (press - points_[k].press) / width;
    const float rest = 1 - s; // cubic Hermite
    return points_[k].newtons * (1 + 2 * s) * rest * rest + width * slopes_[k] * s * rest * rest +
           points_[k + 1].newtons * s * s * (3 - 2 * s) - width * slopes_[k + 1] * s * s * rest;
}

void PressCalibration::hear(double t_s, float press) {
    if (complete()) {
        return;
    }
    if (press > touch_press) {
        if (samples_.empty()) {
            began_s_ = t_s;
        }
        samples_.push_back(press);
        return;
    }
    if (samples_.empty()) {
        return;
    }
    if (t_s - began_s_ >= shortest_press_s) { // the plateau, not the way up and down
        const float peak = *std::ranges::max_element(samples_);
        std::erase_if(samples_, [&](float value) { return value < 0.8F * peak; });
        heights_.push_back(median(samples_));
    }
    samples_.clear();
}

void PressCalibration::undo() {
    samples_.clear();
    if (!heights_.empty()) {
        heights_.pop_back();
    }
}

std::optional<PressCalibration::Figure> PressCalibration::figure(int level) const {
    const std::size_t first = static_cast<std::size_t>(level) * presses_a_level;
    if (first >= heights_.size()) {
        return std::nullopt;
    }
    const std::size_t last = std::min(first + presses_a_level, heights_.size());
    const std::vector<float> heights(heights_.begin() + static_cast<std::ptrdiff_t>(first),
                                     heights_.begin() + static_cast<std::ptrdiff_t>(last));
    const auto [low, high] = std::ranges::minmax(heights);
    return Figure{.middle = median(heights), .spread = high - low};
}

std::optional<PressCurve> PressCalibration::curve(std::string& why) const {
    why.clear();
    if (!complete()) {
        why = "presses are missing";
        return std::nullopt;
    }
    std::vector<PressCurve::Point> points{{0, 0}};
    for (int level = 0; level < static_cast<int>(press_words.size()); ++level) {
        const auto at = static_cast<std::size_t>(level);
        points.push_back({figure(level)->middle, press_newtons[at]});
        const float step = points[at + 1].press - points[at].press;
        const float spread = level > 0 ? std::max(figure(level)->spread, figure(level - 1)->spread) / 2 : 0;
        if (level > 0 && step <= std::max(spread, 0.01F)) {
            why = std::string(press_words[at - 1]) + " and " + press_words[at] +
                  " cannot be told apart; press them further from each other";
            return std::nullopt;
        }
    }
    return PressCurve::through(std::move(points));
}

} // namespace tactus::devices
