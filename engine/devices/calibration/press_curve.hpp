#pragma once
/// From a pressure without a unit to newtons: a monotone curve through what "light", "medium" and "firm" were
/// for this person on this device.

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tactus::devices {

/// The three presses that a calibration asks for, and the newtons that they stand for (product.md 2: pen 5,
/// 15, 40 N).
inline constexpr std::array press_words{"light", "medium", "firm"};
inline constexpr std::array press_newtons{5.0F, 15.0F, 40.0F};

/// Rising points (press 0..1, newtons), at least two. Between them a monotone cubic (Fritsch and Carlson
/// 1980), beyond the last one straight on at its slope, up to force_limit_n.
class PressCurve {
public:
    struct Point {
        float press;
        float newtons;

        friend bool operator==(const Point&, const Point&) = default;
    };

    /// What a device does before it is calibrated: half its range is a medium press.
    PressCurve();

    /// nullopt unless press and newtons both rise from point to point.
    static std::optional<PressCurve> through(std::vector<Point> points);

    /// Never falls as press rises; 0 at and below the first point.
    [[nodiscard]] float newtons(float press) const;

    [[nodiscard]] std::span<const Point> points() const { return points_; }

    friend bool operator==(const PressCurve&, const PressCurve&) = default;

private:
    explicit PressCurve(std::vector<Point> points);

    std::vector<Point> points_;
    std::vector<float> slopes_;
};

/// Collects presses, three of each strength, and makes the curve.
class PressCalibration {
public:
    static constexpr int presses_a_level = 3;

    /// One sample of the device's press, 0..1; times rise. A press lasts from the first touch to the release.
    void hear(double t_s, float press);

    /// 0..2: which of press_words is asked for now; 3 when all are there.
    [[nodiscard]] int level() const { return static_cast<int>(heights_.size()) / presses_a_level; }

    /// How many presses of this level are there.
    [[nodiscard]] int taken() const { return static_cast<int>(heights_.size()) % presses_a_level; }

    [[nodiscard]] bool complete() const { return level() >= static_cast<int>(press_words.size()); }

    /// Takes back the last press; nothing when there is none.
    void undo();

    /// Middle height of the presses of a level, and the widest distance between two of them.
    struct Figure {
        float middle;
        float spread;
    };

    [[nodiscard]] std::optional<Figure> figure(int level) const;

    /// The curve, once complete; else or when the levels cannot be told apart, nullopt and `why` in one
    /// sentence.
    [[nodiscard]] std::optional<PressCurve> curve(std::string& why) const;

private:
    std::vector<float> samples_; ///< of the press under way
    double began_s_ = 0;
    std::vector<float> heights_;
};

} // namespace tactus::devices
