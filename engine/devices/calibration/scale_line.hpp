#pragma once
/// From a load cell's reading to newtons: a straight line through two known weights, and the zero that is
/// taken again whenever nothing lies on it.

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace tactus::devices {

/// Standard gravity, m/s2 (CGPM 1901): what makes newtons of a weight stamped in kilograms.
inline constexpr double gravity_m_s2 = 9.80665;

struct ScaleLine {
    double zero = 0;             ///< reading with nothing on it
    double newtons_per_unit = 1; ///< of the reading

    [[nodiscard]] float newtons(double reading) const {
        return static_cast<float>((reading - zero) * newtons_per_unit);
    }

    friend bool operator==(const ScaleLine&, const ScaleLine&) = default;
};

/// Middle of the readings of about a second, and how far nine in ten of them lie apart.
struct SteadyReading {
    double middle = 0;
    double spread = 0;
};

/// Says when a reading has come to rest: a second of it within a hundredth of the step since the last rest.
class SteadyWatch {
public:
    /// One reading; times rise. Returns the reading at rest, once each time that it comes to rest after
    /// having moved.
    std::optional<SteadyReading> hear(double t_s, double reading);

    /// What it reads now, over the last second; nullopt before there is one.
    [[nodiscard]] std::optional<SteadyReading> now() const;

private:
    struct Sample {
        double t_s;
        double reading;
    };

    std::vector<Sample> recent_;
    std::optional<double> rested_;
};

/// Tare, then two weights. Two points in the working range: one alone read 1513 g for 1500 (product.md 2).
class ScaleCalibration {
public:
    /// The two weights that will be put on, kilograms.
    ScaleCalibration(double light_kg, double heavy_kg) : weights_kg_{light_kg, heavy_kg} {}

    void hear(double t_s, double reading);

    /// 0: take everything off; 1, 2: put that weight on; 3: done.
    [[nodiscard]] int stage() const { return static_cast<int>(rests_.size()); }

    [[nodiscard]] bool complete() const { return rests_.size() == 3; }

    void undo(); ///< takes back the last rest

    [[nodiscard]] const std::vector<SteadyReading>& rests() const { return rests_; }

    [[nodiscard]] std::optional<SteadyReading> now() const { return watch_.now(); }

    /// The line, once complete; else, or when it makes no sense, nullopt and `why` in one sentence. The slope
    /// comes from the two weights alone, the zero from the tare.
    [[nodiscard]] std::optional<ScaleLine> line(std::string& why) const;

    /// By how many newtons the line through the weights misses the tare: how straight the cell is. 0 before
    /// it is complete.
    [[nodiscard]] double misfit_n() const;

private:
    [[nodiscard]] ScaleLine through_weights() const;

    std::array<double, 2> weights_kg_;
    SteadyWatch watch_;
    std::vector<SteadyReading> rests_;
};

} // namespace tactus::devices
