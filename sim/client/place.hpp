#pragma once
/// Where on a client something holds: an area of the condition, a box of facts 5.0, or anywhere.

#include "sim/anatomy/regions.hpp"
#include "sim/client/condition.hpp"

#include <string_view>
#include <vector>

namespace tactus::client {

/// What a place is called that is the whole back.
inline constexpr std::string_view anywhere = "ANY";

/// "RIB+MTV" -> its parts. Pure.
std::vector<std::string_view> place_parts(std::string_view id);

/// A place by its id, looked up once: each part is an area's id, a region's id or "ANY"; several are joined
/// by
/// "+", and a point in any of them lies in the place. A part that the condition does not know holds nothing.
class Place {
public:
    Place(const Condition& condition, std::string_view id);

    /// Borders belong to it.
    [[nodiscard]] bool contains(float u, float v) const;

private:
    bool anywhere_ = false;
    std::vector<SkinArea> areas_;
    std::vector<anatomy::RegionBox> regions_;
};

/// The least that the condition lets a hand press with its middle at (u, v), newtons; 0 = it says nothing.
/// broad: as a palm. Pure.
float cap_at(const Condition& condition, float u, float v, bool broad);

} // namespace tactus::client
