#pragma once
/// Numbers as words on the screen: rounded, with the unit, never "-0".

#include <string>

namespace tactus::ui {

std::string rounded(double value, int decimals = 0);

/// "1:42" of seconds; never negative.
std::string clock_time(double seconds);

/// "3 min 20 s", "45 s".
std::string spoken_time(double seconds);

} // namespace tactus::ui
