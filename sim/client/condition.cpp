#include "sim/client/condition.hpp"

#include <cmath>

namespace tactus::client {
namespace {

constexpr std::array<std::string_view, event_kind_count> kind_names{
    "spasm",   "leg_zap", "fracture",     "wheal",   "dysreflexia", "clonus", "startle",
    "burning", "sneeze",  "short_breath", "fatigue", "bruise",      "spread"};

constexpr std::array<std::string_view, scope_count> scope_names{
    "open", "caution", "local", "product", "clearance", "postponed", "absolute"};

} // namespace

bool contains(const SkinArea& area, float u, float v) {
    const float across = (u - area.u) / area.half_u;
    const float along = (v - area.v) / area.half_v;
    return area.square ? std::fabs(across) <= 1 && std::fabs(along) <= 1
                       : across * across + along * along <= 1;
}

std::string_view event_kind_name(EventKind kind) { return kind_names[static_cast<std::size_t>(kind)]; }

std::string_view scope_name(Scope scope) { return scope_names[static_cast<std::size_t>(scope)]; }

} // namespace tactus::client
