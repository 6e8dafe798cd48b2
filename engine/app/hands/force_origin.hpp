#pragma once
/// By what the hands were moved in a run, and where its newtons came from: what a grade must show.

#include "engine/devices/force_source.hpp"

#include <array>
#include <string>

namespace tactus::app {

struct ForceOrigin {
    std::string device = "mouse or trackpad"; ///< names, with commas between
    devices::ForceSource source = devices::ForceSource::inferred;
};

/// One sentence for the result card: "Force measured in newtons. Devices: load cell on
/// /dev/ttyUSB0, mouse or trackpad."
std::string force_words(const ForceOrigin& origin);

/// Of a run that was done in two parts: both parts' devices, and the source that is worth less.
ForceOrigin joined(const ForceOrigin& first, const ForceOrigin& second);

/// Counts the loaded steps of a run by the source of their force.
class ForceTally {
public:
    /// A source that loaded less than this share of the steps does not mark the run: a slip onto the mouse
    /// button is not how it was done. Design value.
    static constexpr double least_share = 0.01;

    void add(devices::ForceSource source) { ++steps_[static_cast<std::size_t>(source)]; }

    /// The least worth of those that loaded a share of the steps that counts; inferred when nothing did.
    [[nodiscard]] devices::ForceSource least() const;

private:
    std::array<double, 3> steps_{};
};

} // namespace tactus::app
