#include "engine/ui/widgets/figures.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace tactus::ui {

std::string rounded(double value, int decimals) {
    if (!std::isfinite(value)) {
        return "-";
    }
    std::array<char, 64> text{};
    const double unit = std::pow(10.0, decimals);
    const double near = std::round(value * unit) / unit;
    std::snprintf(text.data(), text.size(), "%.*f", decimals, near == 0 ? 0.0 : near);
    return text.data();
}

std::string clock_time(double seconds) {
    const int whole = static_cast<int>(std::ceil(std::max(seconds, 0.0) - 1e-6));
    const std::string rest = std::to_string(whole % 60);
    return std::to_string(whole / 60) + ":" + (rest.size() < 2 ? "0" : "") + rest;
}

std::string spoken_time(double seconds) {
    const int whole = static_cast<int>(std::lround(std::max(seconds, 0.0)));
    const std::string rest = std::to_string(whole % 60) + " s";
    return whole < 60 ? rest : std::to_string(whole / 60) + " min" + (whole % 60 == 0 ? "" : " " + rest);
}

} // namespace tactus::ui
