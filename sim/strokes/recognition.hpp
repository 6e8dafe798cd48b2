#pragma once
/// Which technique a bout was. Each technique of facts 1.1 is a row of bands; the bout goes to the row that
/// its figures fit best.

#include "sim/strokes/bout.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace tactus::strokes {

struct Recognised {
    std::string_view technique; ///< "cross_fibre_friction"; "unknown" where no row fits
    double confidence = 0;      ///< share of the best row's fit among all rows, lessened where it fits badly
    double begin_s = 0;
    double end_s = 0;
    BoutFigures figures;
};

/// Pure.
Recognised recognise(const BoutFigures& figures);

/// All bouts in order. Pure: any thread.
std::vector<Recognised> recognise(std::span<const TraceSample> samples);

/// True for techniques in which the hand comes down and leaves with each beat: blows and compressions.
bool leaves_the_skin(std::string_view technique);

/// The names that recognition knows, in the order of facts 1.1.
std::vector<std::string_view> recognised_techniques();

} // namespace tactus::strokes
