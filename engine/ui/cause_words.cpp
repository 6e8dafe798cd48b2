#include "engine/ui/cause_words.hpp"

#include "engine/ui/widgets/figures.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace tactus::ui {

namespace {

/// How a state is told to a person.
struct StateName {
    std::string_view state;
    std::string_view words; ///< up to the figure
    std::string_view unit;
    double scale = 1;
    int decimals = 0;
};

/// Every state that a rule of the voice names (sim/physiology/voice.cpp).
constexpr std::array state_names{
    StateName{"discomfort", "discomfort was ", " of 10", 1, 1},
    StateName{"mean_discomfort", "discomfort over the last seconds was ", " of 10", 1, 1},
    StateName{"spine_load_n", "the load on the spine was ", " N", 1, 0},
    StateName{"loading_pa_s", "the pressure came on by ", " kPa a second", 1e-3, 0},
    StateName{"speed_over_limit", "the stroke was faster than this client bears, by a factor of ", "", 1, 1},
    StateName{"trigger_point_tension", "the tension of the sore point was ", " %", 100, 0},
    StateName{"trigger_point_force_n", "the force on the sore point was ", " N", 1, 0},
    StateName{"relaxation", "relaxation was ", " %", 100, 0},
};

} // namespace

std::string cause_words(const physiology::Utterance& said) {
    const auto* const found = std::ranges::find(state_names, said.state, &StateName::state);
    if (said.threshold == 0 || found == state_names.end()) {
        return {};
    }
    const double value = found->scale * static_cast<double>(said.value);
    const double threshold = found->scale * static_cast<double>(said.threshold);
    const std::string figure = rounded(value, found->decimals);
    const bool whole = std::floor(threshold) == threshold;
    const std::string bound = figure == rounded(threshold, found->decimals)
                                  ? "there"
                                  : rounded(threshold, whole ? 0 : found->decimals);
    return std::string(found->words) + figure + std::string(found->unit) + ", and from " + bound +
           (value < threshold ? " down" : " on") + " the client says so";
}

} // namespace tactus::ui
