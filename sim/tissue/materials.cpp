#include "sim/tissue/materials.hpp"

#include "sim/tissue/tissue_data.hpp"

#include <cmath>

namespace tactus::tissue {

StiffnessFactors stiffness_factors(const anatomy::Anatomy& anatomy, const Condition& condition) {
    StiffnessFactors f;
    const float rest = 1 + tone_slope.f() * resting_tone.f();
    for (int m = 0; m < anatomy::muscle_count; ++m) {
        const bool given = static_cast<std::size_t>(m) < condition.muscle_tone.size();
        const float tone = given ? condition.muscle_tone[m] : resting_tone.f();
        f.muscle[m] = (1 + tone_slope.f() * tone) / rest * (1 - condition.softening);
    }
    for (std::size_t p = 0; p < anatomy.trigger_points.size(); ++p) {
        const bool given = p < condition.nodule_stiffness.size();
        f.nodule.push_back(given ? condition.nodule_stiffness[p] : anatomy.trigger_points[p].stiffness);
    }
    return f;
}

bool differs(const StiffnessFactors& a, const StiffnessFactors& b) {
    constexpr float least = 0.002F;
    if (a.nodule.size() != b.nodule.size()) {
        return true;
    }
    for (std::size_t m = 0; m < a.muscle.size(); ++m) {
        if (std::fabs(a.muscle[m] - b.muscle[m]) > least * b.muscle[m]) {
            return true;
        }
    }
    for (std::size_t p = 0; p < a.nodule.size(); ++p) {
        if (std::fabs(a.nodule[p] - b.nodule[p]) > least * b.nodule[p]) {
            return true;
        }
    }
    return false;
}

void set_stiffness(Grid& grid, const BackGrid& back, const StiffnessFactors& factors, int column, int row) {
    GridArrays& g = grid.arrays();
    const GridGeometry& source = back.geometry;
    for (int j = 0; j < g.rows; ++j) {
        for (int layer = 0; layer < muscle_layers; ++layer) {
            const CellMaterial* const from = back.material.data() + source.cell(column, row + j, layer);
            for (int i = 0; i < g.columns; ++i) {
                const int e = grid.cell(i, j, layer);
                const float factor = factors.muscle[from[i].muscle];
                g.shear[e] = from[i].shear_kpa * factor;
                g.bulk[e] = from[i].bulk_kpa * factor / g.volume[e];
            }
        }
    }
    const float band_factor = taut_band_factor.f();
    for (const NoduleShare& share : back.nodules) {
        const int i = share.cell % source.columns - column;
        const int layer = share.cell / source.columns % source.layers;
        const int j = share.cell / (source.columns * source.layers) - row;
        if (i < 0 || j < 0 || i >= g.columns || j >= g.rows) {
            continue;
        }
        const float nodule = factors.nodule[share.trigger_point];
        // A band is as tense as its nodule still is: at factor 1 nothing is left of either.
        const float band = 1 + (band_factor - 1) * std::fmin(1.0F, std::fmax(0.0F, nodule - 1));
        const float rest = std::fmax(0.0F, share.band - share.nodule);
        const float factor = 1 + share.nodule * (nodule - 1) + rest * (band - 1);
        const int e = grid.cell(i, j, layer);
        g.shear[e] *= factor;
        g.bulk[e] *= factor;
    }
}

} // namespace tactus::tissue
