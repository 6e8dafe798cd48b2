#include "sim/tissue/slab.hpp"

namespace tactus::tissue {

GridGeometry make_slab(std::span<const float> across_mm, std::span<const float> along_mm,
                       std::span<const SlabLayer> layers) {
    GridGeometry g;
    g.columns = static_cast<int>(across_mm.size()) - 1;
    g.rows = static_cast<int>(along_mm.size()) - 1;
    std::vector<float> height{0.0F};
    std::vector<SlabLayer> of_cell;
    for (const SlabLayer& layer : layers) {
        const float base = height.back();
        for (int k = 1; k <= layer.cells; ++k) {
            height.push_back(base +
                             layer.thickness_mm * static_cast<float>(k) / static_cast<float>(layer.cells));
            of_cell.push_back(layer);
        }
    }
    g.layers = static_cast<int>(of_cell.size());
    g.position.resize(static_cast<std::size_t>(g.columns + 1) * (g.rows + 1) * (g.layers + 1));
    for (int row = 0; row <= g.rows; ++row) {
        for (int level = 0; level <= g.layers; ++level) {
            for (int column = 0; column <= g.columns; ++column) {
                g.position[g.node(column, row, level)] = {across_mm[column], along_mm[row], height[level]};
            }
        }
    }
    const std::size_t cells = static_cast<std::size_t>(g.columns) * g.rows * g.layers;
    g.shear.resize(cells);
    g.bulk.resize(cells);
    g.stiffening.resize(cells);
    for (int row = 0; row < g.rows; ++row) {
        for (int layer = 0; layer < g.layers; ++layer) {
            for (int column = 0; column < g.columns; ++column) {
                const std::size_t e = g.cell(column, row, layer);
                g.shear[e] = of_cell[layer].shear_kpa;
                g.bulk[e] = bulk_term(of_cell[layer].shear_kpa, of_cell[layer].poisson);
                g.stiffening[e] = of_cell[layer].stiffening;
            }
        }
    }
    return g;
}

std::vector<float> even_lines(int count, float spacing) {
    std::vector<float> lines;
    for (int k = 0; k <= count; ++k) {
        lines.push_back((static_cast<float>(k) - 0.5F * static_cast<float>(count)) * spacing);
    }
    return lines;
}

} // namespace tactus::tissue
