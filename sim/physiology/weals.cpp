#include "sim/physiology/weals.hpp"

#include <algorithm>

namespace tactus::physiology {
namespace {

/// Thinner films are what a hand in passing leaves.
constexpr float thin_film = 0.1F;

/// Below it nothing is to be seen.
constexpr float least_level = 0.01F;

} // namespace

void Weals::lie(std::span<const float> film) {
    if (under_.empty() && std::ranges::all_of(film, [](float f) { return f < thin_film; })) {
        return;
    }
    under_.resize(film.size(), 0.0F);
    for (std::size_t k = 0; k < film.size(); ++k) {
        under_[k] = film[k] >= thin_film ? 1.0F : under_[k];
    }
}

void Weals::raise(float level) {
    if (level < least_level) {
        map_.clear();
        return;
    }
    if (!under_.empty()) {
        hives_ = under_;
    }
    map_.resize(hives_.size());
    std::ranges::transform(hives_, map_.begin(), [&](float up) { return up * level; });
}

} // namespace tactus::physiology
