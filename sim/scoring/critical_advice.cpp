#include "sim/scoring/critical_advice.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace tactus::scoring {
namespace {

struct Advice {
    std::string_view id; ///< what the finding's id begins with
    std::string_view words;
};

/// The first that fits holds: what was left unanswered before what came about.
constexpr std::array advices{
    Advice{"spine_load", "Stay two centimetres beside the spine: no load on the spinous processes."},
    Advice{"load_", "Use a broad hand and less weight there."},
    Advice{"pain", "Ease off as soon as the client tightens, long before it hurts."},
    Advice{"thrust", "Let your weight arrive over a second or more, and never thrust."},
    Advice{"fast_stretch", "Lead the joint slowly and wait at the first resistance."},
    Advice{"stop_ignored", "When the client says stop, take the hands away at once."},
    Advice{"hurt_for_long", "Ask for a number early, and stay below what this client has agreed to."},
    Advice{"treated", "Keep the hands off this client, say why, and say who can help."},
    Advice{"touched_", "Keep the hands off that place."},
    Advice{"banned_product", "Read the label, name by name, before the bottle is opened."},
    Advice{"banned_", "Leave that technique out for this client."},
    Advice{"wrong_position", "Settle the client in the right position before you touch."},
    Advice{"not_asked_", "Ask that question before the work begins: the answer may change everything."},
    Advice{"under_referred", "Weigh the warning signs first, and refer sooner rather than later."},
    Advice{"bruise", "Press more lightly and move on sooner: this client bruises easily."},
    Advice{"fracture", "Keep to broad, light hands where the bone is brittle."},
};

} // namespace

std::string advice_after(const Critical& critical) {
    if (critical.id.ends_with("_ignored") && critical.id != "stop_ignored") {
        return "Watch for what the body does, and answer it at once.";
    }
    const auto* const found = std::ranges::find_if(
        advices, [&](const Advice& advice) { return critical.id.starts_with(advice.id); });
    return std::string(found == advices.end() ? "Stay below what sets it off in this client." : found->words);
}

} // namespace tactus::scoring
