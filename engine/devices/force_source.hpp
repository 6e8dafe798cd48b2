#pragma once
/// Where a newton came from. A grade shows it: what a wheel asked for is not what a load cell felt.

#include <cstdint>
#include <string_view>

namespace tactus::devices {

/// In order of worth: the least of those used in a run is what its grade shows.
enum class ForceSource : std::uint8_t {
    inferred, ///< the device feels nothing; the student sets a number (mouse wheel)
    mapped,   ///< a pressure without a unit, turned into newtons by a curve (pen, trigger, aftertouch)
    measured, ///< newtons from a load cell
};

/// "inferred", "mapped", "measured": the name in recordings, files and OSC messages.
constexpr std::string_view force_source_name(ForceSource source) {
    return source == ForceSource::inferred ? "inferred"
           : source == ForceSource::mapped ? "mapped"
                                           : "measured";
}

/// The source of that name; anything unknown counts as the least, inferred.
constexpr ForceSource force_source_named(std::string_view name) {
    return name == "measured" ? ForceSource::measured
           : name == "mapped" ? ForceSource::mapped
                              : ForceSource::inferred;
}

} // namespace tactus::devices
