#pragma once
/// The sheet over the client's lower body: cloth of position-based dynamics (Müller et al. 2007), draped
/// once.

#include "sim/math/vec.hpp"

#include <cstdint>
#include <functional>
#include <vector>

namespace tactus::render {

/// A draped sheet as a fine lattice, `columns` x `rows` points from the hem down; metres, table frame.
struct Sheet {
    int columns = 0;
    int rows = 0;
    std::vector<Vec3> positions;
    std::vector<Vec3> normals;

    [[nodiscard]] std::size_t index(int column, int row) const {
        return static_cast<std::size_t>(row) * columns + column;
    }
};

/// Height of the solid under a place (x, z); -1 beside the table.
using Heights = std::function<float(float, float)>;

/// What a sheet is draped over.
struct Draping {
    Heights heights;
    std::function<float(Vec3)>
        distance;         ///< to the solid, where its flanks are too steep for heights; may be empty
    float hem_m = 0;      ///< z where the hem lies
    float from_m = .29F;  ///< height that it falls from
    float drawn_up_m = 0; ///< by so much less is z where the hem lies beside the hips
};

/// Drapes a sheet. About half a second.
Sheet drape_sheet(const Draping& over);

} // namespace tactus::render
