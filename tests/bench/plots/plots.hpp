#pragma once

/// The figures of sim/tissue/README.md: each function prints a table in Markdown and returns a chart.

#include "tests/bench/plots/svg_chart.hpp"

namespace tactus::plots {

/// Error of a flat punch against Hayes by edge of the cells, with the rim on an edge and placed.
Chart plot_punch();

/// Pressure under a sphere on 5 mm cells against 1.25 mm.
Chart plot_sphere();

/// Force of a tool held at its depth, against the Prony series.
Chart plot_relaxation();

/// Depth of a thumb and of a palm on a client by force: the secant stiffens.
Chart plot_depth();

/// Force, support and depth of a palm that strokes a client.
Chart plot_stroke();

} // namespace tactus::plots
