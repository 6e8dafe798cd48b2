#include "engine/app/hands/force_origin.hpp"

#include <algorithm>

namespace tactus::app {

using devices::ForceSource;

std::string force_words(const ForceOrigin& origin) {
    const char* from = origin.source == ForceSource::measured ? "Force measured in newtons."
                       : origin.source == ForceSource::mapped ? "Force mapped from a pressure by a curve."
                                                              : "Force inferred: set as a number, not felt.";
    return std::string(from) + " Devices: " + origin.device + ".";
}

ForceOrigin joined(const ForceOrigin& first, const ForceOrigin& second) {
    const bool same = first.device == second.device;
    return {.device = same ? first.device : first.device + ", " + second.device,
            .source = std::min(first.source, second.source)};
}

ForceSource ForceTally::least() const {
    const double all = steps_[0] + steps_[1] + steps_[2];
    for (const ForceSource source : {ForceSource::inferred, ForceSource::mapped, ForceSource::measured}) {
        if (steps_[static_cast<std::size_t>(source)] > least_share * all) {
            return source;
        }
    }
    return ForceSource::inferred;
}

} // namespace tactus::app
