#pragma once
/// What a force is worth against the band that a step asks for.

#include "sim/scoring/rubric.hpp"
#include "sim/scoring/task.hpp"

namespace tactus::scoring {

/// Credit for a force against a band (facts 7.3, TB): 1 inside; below, 1 - (|z| - 1) / below_band; above,
/// 1 - (z - 1) / above_band, where z = ln(F / Fm) / ln(sqrt(hi / lo)), Fm = sqrt(lo hi). A band from 0 has no
/// lower edge; its upper part counts as if it began at a quarter of its top.
double band_credit(double force_n, Band band, const Rubric& rubric);

} // namespace tactus::scoring
