#include "engine/ui/theme.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::ui {

namespace {

float linear(std::uint8_t channel) {
    const float share = static_cast<float>(channel) / 255.0F;
    return share <= 0.04045F ? share / 12.92F : std::pow((share + 0.055F) / 1.055F, 2.4F);
}

float luminance(Colour colour) {
    return 0.2126F * linear(colour.red) + 0.7152F * linear(colour.green) + 0.0722F * linear(colour.blue);
}

constexpr std::array<Colour, 5> pressure_ramp{
    {{26, 48, 92}, {25, 101, 137}, {48, 170, 164}, {237, 183, 84}, {255, 243, 204}}};

} // namespace

Theme high_contrast_theme() {
    Theme theme;
    theme.ink = {0, 0, 0, 255};
    theme.card = {0, 0, 0, 255};
    theme.dim = {0, 0, 0, 200};
    theme.text = {255, 255, 255, 255};
    theme.text_second = {228, 234, 233, 255};
    theme.text_third = {200, 210, 209, 255};
    theme.edge = {255, 255, 255, 120};
    theme.control_edge = {255, 255, 255, 130};
    theme.track = {255, 255, 255, 70};
    theme.glass = false;
    return theme;
}

float contrast(Colour first, Colour second) {
    const float a = luminance(first);
    const float b = luminance(second);
    return (std::max(a, b) + 0.05F) / (std::min(a, b) + 0.05F);
}

Colour pressure_colour(float share) {
    const float place = std::clamp(share, 0.0F, 1.0F) * static_cast<float>(pressure_ramp.size() - 1);
    const auto below = std::min(static_cast<std::size_t>(place), pressure_ramp.size() - 2);
    const float t = place - static_cast<float>(below);
    const auto mixed = [&](std::uint8_t from, std::uint8_t to) {
        return static_cast<std::uint8_t>(std::floor(
            static_cast<float>(from) + (static_cast<float>(to) - static_cast<float>(from)) * t + 0.5F));
    };
    const Colour from = pressure_ramp[below];
    const Colour to = pressure_ramp[below + 1];
    return {mixed(from.red, to.red), mixed(from.green, to.green), mixed(from.blue, to.blue), 255};
}

} // namespace tactus::ui
