#pragma once
/// Bruises: what pressure beyond that of facts 6.5 leaves under the skin, point by point, and how it looks
/// over the days.

#include "sim/contact/tool.hpp"
#include "sim/physiology/hand_load.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace tactus::physiology {

/// p_b: the 95th percentile of pressure above which a contact bruises, Pa; that of a palm for broad tools,
/// that of a thumb for all others. threshold_factor: B of facts 5.4. Pure.
float bruising_pressure_pa(contact::ToolKind tool, float threshold_factor = 1);

/// How a bruise looks.
enum class BruiseColour : std::uint8_t { none, red, blue, green, yellow };

/// Of a bruise with index Bq so many days after the session; none when it is too faint to be seen, or gone.
/// Pure.
BruiseColour bruise_colour(float index_s, float days);

/// How much of a bruise with index Bq is to be seen so long after it was made, within the first day: 0..1. It
/// comes out between 20 and 60 minutes, where it is worst first. Pure.
float bruise_shown(float index_s, double after_s);

/// Bq of each point of the skin field of 97 x 129, seconds: the excess of pressure over p_b, in units of p_b,
/// over time.
class Bruising {
public:
    /// threshold_factor: B of facts 5.4, 1 when healthy.
    explicit Bruising(float threshold_factor = 1);

    /// One step of 1/240 s. pressure_pa: 97 x 129, row by row. Costs nothing while no hand bruises.
    void step(std::span<const float> pressure_pa, const std::array<HandLoad, contact::side_count>& hands);

    [[nodiscard]] std::span<const float> index_s() const { return index_s_; }

    /// The highest index of any point.
    [[nodiscard]] float worst_s() const { return worst_s_; }

    /// How long ago the first point came to bruise visibly, seconds of simulated time; nullopt = none has.
    [[nodiscard]] std::optional<double> age_s() const;

    template <class Put> void visit(Put put) const {
        if (worst_s_ > 0) {
            for (const float value : index_s_) {
                put(value);
            }
        }
    }

private:
    void press(const HandLoad& hand, float threshold_pa, std::span<const float> pressure_pa,
               const std::array<HandLoad, contact::side_count>& hands);

    float threshold_factor_;
    float worst_s_ = 0;
    std::uint64_t steps_since_ = 0; ///< the first visible bruise; only shown, nothing follows from it
    std::vector<float> index_s_;
};

} // namespace tactus::physiology
