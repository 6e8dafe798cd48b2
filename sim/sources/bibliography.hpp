#pragma once
/// The bibliography. One constant a source; a test fails on an entry that nothing uses.

#include "sim/sources/cited.hpp"

namespace tactus::source {

inline constexpr Source design{"design", Kind::design, "a design value chosen for Tactus, not literature"};

} // namespace tactus::source
