#pragma once
/// Notices when a load cell at rest no longer reads zero, so that its zero can be taken again before the
/// drift is graded as force.

#include <optional>
#include <string>

namespace tactus::devices {

/// A device that says something of nothing.
struct OffZero {
    std::string device; ///< DeviceState::id
    double newtons;
};

class RestDrift {
public:
    /// A cell at rest may be off by so much before it is worth a word (product.md 2).
    static constexpr double allowed_n = 0.5;

    /// Beyond this somebody leans on it. Design value, under the lightest touch of facts, forces 2.1.
    static constexpr double most_n = 5;

    /// A hand trembles by more than this within the time, a cell that nothing touches does not. Design
    /// values: three times the noise of an HX711 with 20 kg.
    static constexpr double still_n = 0.3;
    static constexpr double still_s = 3;

    /// One reading, in the cell's unit and in newtons; times rise.
    void hear(double t_s, double reading, double newtons);

    /// Time of the last reading.
    [[nodiscard]] double last_s() const { return until_s_; }

    /// What it rests at.
    struct Resting {
        double reading; ///< the new zero
        double newtons; ///< what it says of nothing
    };

    /// nullopt: it moves, it reads zero, or somebody leans on it.
    [[nodiscard]] std::optional<Resting> off_zero() const;

private:
    double since_s_ = 0; ///< from when on it has been still
    double until_s_ = 0;
    double low_n_ = 0;
    double high_n_ = 0;
    double reading_ = 0;
    bool heard_ = false;
};

} // namespace tactus::devices
