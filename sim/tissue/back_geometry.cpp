#include "sim/tissue/back_geometry.hpp"

#include "sim/anatomy/deep_muscles.hpp"
#include "sim/tissue/grid_frame.hpp"
#include "sim/tissue/tissue.hpp"
#include "sim/tissue/tissue_data.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <vector>

namespace tactus::tissue {

namespace {

constexpr int thickness_passes = 2; ///< a rib's edge is spread over two columns; sharper steps invert cells
constexpr float thinnest_layer_mm[3] = {1.5F, 1.0F, 3.0F};
constexpr float least_corner_share =
    0.2F; ///< a corner's Jacobian against its cell's mean; below, the column is thinned
constexpr float thinning = 0.88F;
constexpr int thinning_rounds = 40;

std::size_t column_index(int i, int j) { return static_cast<std::size_t>(j) * BackColumns::across + i; }

/// One pass of the five-point mean, borders kept in the mean of what they have.
template <class Value> void smooth(std::vector<Value>& field) {
    const std::vector<Value> old = field;
    for (int j = 0; j < BackColumns::along; ++j) {
        for (int i = 0; i < BackColumns::across; ++i) {
            Value sum = old[column_index(i, j)] * 2.0F;
            float weight = 2.0F;
            constexpr int step[4][2] = {{-1, 0}, {1, 0}, {0, -1}, {0, 1}};
            for (const auto& d : step) {
                const int a = i + d[0];
                const int b = j + d[1];
                if (a >= 0 && b >= 0 && a < BackColumns::across && b < BackColumns::along) {
                    sum += old[column_index(a, b)];
                    weight += 1.0F;
                }
            }
            field[column_index(i, j)] = sum / weight;
        }
    }
}

/// The smallest corner Jacobian of a cell over its mean height times area; <= 0 when it folds over.
float worst_corner(const BackColumns& c, int i, int j, int spacing, int layer) {
    std::array<Vec3, 8> x;
    for (int n = 0; n < 8; ++n) {
        x[n] = c.node(column_index(i + (n & 1) * spacing, j + (n >> 1 & 1) * spacing), layer + (n >> 2));
    }
    float worst = 1e9F;
    float mean = 0;
    for (int n = 0; n < 8; ++n) {
        const Vec3 a = x[n | 1] - x[n & ~1];
        const Vec3 b = x[n | 2] - x[n & ~2];
        const Vec3 d = x[n | 4] - x[n & ~4];
        const float jacobian = glm::dot(glm::cross(a, b), d);
        worst = std::min(worst, jacobian);
        mean += std::fabs(jacobian) / 8;
    }
    return worst / std::max(mean, 1e-9F);
}

/// True when a cell of the column at (i, j) has a corner that is nearly folded.
bool crosses(const BackColumns& c, int i, int j, int spacing) {
    for (int layer = 0; layer < back_layers; ++layer) {
        if (worst_corner(c, i, j, spacing, layer) < least_corner_share) {
            return true;
        }
    }
    return false;
}

/// Marks the corners of every column of cells, `spacing` wide, that crosses; false when none does.
bool mark_crossing(const BackColumns& c, int spacing, std::vector<char>& thin) {
    bool any = false;
    for (int j = 0; j + spacing < BackColumns::along; j += spacing) {
        for (int i = 0; i + spacing < BackColumns::across; i += spacing) {
            if (!crosses(c, i, j, spacing)) {
                continue;
            }
            any = true;
            for (int n = 0; n < 4; ++n) {
                thin[column_index(i + (n & 1) * spacing, j + (n >> 1) * spacing)] = 1;
            }
        }
    }
    return any;
}

void thin_crossing_columns(BackColumns& c) {
    for (int round = 0; round < thinning_rounds; ++round) {
        std::vector<char> thin(c.skin.size(), 0);
        bool any = false;
        for (const int spacing : {1, 2}) {
            any = mark_crossing(c, spacing, thin) || any;
        }
        if (!any) {
            return;
        }
        for (std::size_t k = 0; k < thin.size(); ++k) {
            if (thin[k]) {
                c.skin_mm[k] *= thinning;
                c.fat_mm[k] *= thinning;
                c.muscle_mm[k] *= thinning;
            }
        }
    }
}

float muscle_modulus_pa(const anatomy::Anatomy& anatomy, std::uint8_t muscle) {
    using anatomy::Muscle;
    double modulus = trapezius_shear_modulus_pa;
    if (muscle == static_cast<std::uint8_t>(Muscle::erector_spinae)) {
        modulus = erector_shear_modulus_pa;
    } else if (muscle == static_cast<std::uint8_t>(Muscle::thoracolumbar_fascia)) {
        modulus = erector_shear_modulus_pa * fascia_share;
    }
    return static_cast<float>(
        modulus * (anatomy.parameters.sex == anatomy::Sex::female ? female_muscle_share.value : 1.0));
}

/// Of fat that thick: its sheets slide as far in a lean person as in a stout one, for the loose planes
/// between them are no thicker there.
double fat_glide_pa(float fat_m) {
    constexpr double thinnest = 0.5; // of the thickness that the modulus is given for
    return std::min(fat_shear_modulus_pa.value,
                    fat_glide_modulus_pa * std::max(thinnest, fat_m / fat_glide_thickness_m));
}

CellMaterial isotropic_material(const IsotropicLayers& layers, int layer, std::uint8_t muscle) {
    const bool in_muscle = layer < muscle_layers;
    const double shear =
        in_muscle ? layers.muscle_pa : (layer < muscle_layers + fat_layers ? layers.fat_pa : layers.skin_pa);
    const auto kpa = static_cast<float>(shear * 1e-3);
    return {kpa, bulk_term(kpa, static_cast<float>(layers.poisson)), 0, in_muscle ? muscle : no_muscle};
}

CellMaterial material_of(const anatomy::Anatomy& anatomy, int layer, std::size_t place,
                         const MaterialScale& scale) {
    const std::uint8_t muscle = anatomy.layers.muscle[place];
    if (scale.isotropic) {
        return isotropic_material(*scale.isotropic, layer, muscle);
    }
    double shear = 0;
    double volume_shear = 0; // the modulus of which the resistance to compression is a multiple
    double stiffening = 0;
    double poisson = poisson_ratio;
    std::uint8_t follows = no_muscle;
    if (layer < muscle_layers) {
        shear = static_cast<double>(muscle_modulus_pa(anatomy, muscle)) * scale.muscle;
        stiffening = muscle_stiffening;
        follows = muscle;
    } else if (layer < muscle_layers + fat_layers) {
        shear = fat_glide_pa(anatomy.layers.fat_m[place]) * scale.fat;
        volume_shear = fat_shear_modulus_pa * scale.fat;
        poisson = fat_poisson_ratio;
        stiffening = fat_stiffening;
    } else {
        shear = skin_shear_modulus_pa * scale.skin;
        volume_shear = skin_volume_shear_modulus_pa * scale.skin;
        stiffening = skin_stiffening;
    }
    const auto kpa = static_cast<float>(shear * 1e-3);
    const auto volume_kpa = static_cast<float>(std::max(shear, volume_shear) * 1e-3);
    return {kpa, bulk_term(volume_kpa, static_cast<float>(poisson)), static_cast<float>(stiffening), follows};
}

Vec3 centre_of(const GridGeometry& g, int column, int row, int layer) {
    Vec3 sum{0, 0, 0};
    for (int n = 0; n < 8; ++n) {
        sum += g.position[g.node(column + (n & 1), row + (n >> 1 & 1), layer + (n >> 2))];
    }
    return sum * 0.125F;
}

/// Fibres of a cell: a muscle's along its pull; in the plane of the skin, those of the skin along and across
/// the lines of tension, which run across the back (facts 3.3), and the sheets of the fat below it.
void set_fibres(GridGeometry& g, std::size_t e, int layer, Vec3 muscle_fibre) {
    if (layer < muscle_layers) {
        g.fibres[0].direction[e] = to_grid_direction(muscle_fibre);
        g.fibres[0].stiffness[e] = muscle_fibre_stiffness.f();
        g.fibres[0].stiffening[e] = muscle_stiffening.f();
        return;
    }
    const int column = static_cast<int>(e) % g.columns;
    const int row = static_cast<int>(e) / (g.columns * g.layers);
    Vec3 across{0, 0, 0};
    Vec3 along{0, 0, 0};
    for (int n = 0; n < 8; ++n) {
        const Vec3 x = g.position[g.node(column + (n & 1), row + (n >> 1 & 1), layer + (n >> 2))];
        across += n & 1 ? x : -x;
        along += n & 2 ? x : -x;
    }
    across = glm::normalize(across);
    g.fibres[0].direction[e] = across;
    g.fibres[1].direction[e] = glm::normalize(along - across * glm::dot(across, along));
    if (layer < muscle_layers + fat_layers) {
        for (Fibres& fibres : g.fibres) {
            fibres.stiffness[e] = fat_sheet_modulus_pa.f() * 1e-3F / g.shear[e];
            fibres.stiffening[e] = fat_stiffening.f();
        }
        return;
    }
    for (Fibres& fibres : g.fibres) {
        fibres.stiffness[e] = skin_fibre_stiffness.f();
        fibres.stiffening[e] = skin_fibre_stiffening.f();
    }
    g.fibres[0].tension_kpa[e] = skin_tension_pa.f() * 1e-3F;
    g.fibres[1].tension_kpa[e] = skin_tension_pa.f() * skin_cross_tension.f() * 1e-3F;
}

/// Under the superficial sheet a cell's fibres run as those of the muscle that holds its centre.
void turn_deep_fibres(const anatomy::Anatomy& anatomy, GridGeometry& g) {
    if (!anatomy.body) {
        return; // a slab
    }
    const std::vector<anatomy::DeepMuscle> muscles = anatomy::make_deep_muscles(*anatomy.body);
    for (int row = 0; row < g.rows; ++row) {
        for (int layer = 0; layer < muscle_layers; ++layer) {
            for (int column = 0; column < g.columns; ++column) {
                if (const std::optional<Vec3> fibre =
                        anatomy::deep_fibre(muscles, from_grid_m(centre_of(g, column, row, layer)))) {
                    g.fibres[0].direction[g.cell(column, row, layer)] = to_grid_direction(*fibre);
                }
            }
        }
    }
}

/// Shares of a nodule and its band in a cell, by 4 x 4 x 4 samples.
NoduleShare sample_nodule(const anatomy::TriggerPoint& point, const std::array<Vec3, 8>& corner) {
    const Vec3 centre = to_grid_mm(point.centre_m);
    const Vec3 fibre = to_grid_direction(point.fibre);
    const Vec3 deep = glm::normalize(to_grid_mm(point.skin_m) - centre);
    const Vec3 across = glm::normalize(glm::cross(deep, fibre));
    const Vec3 up = glm::cross(fibre, across);
    const Vec3 radii = point.radii_m * 1000.0F;
    const float band_radius = taut_band_radius_m.f() * 1000.0F;
    const float band_half = taut_band_length_m.f() * 500.0F;
    NoduleShare share{0, 0, 0, 0};
    for (int s = 0; s < 64; ++s) {
        const Vec3 t =
            (Vec3{static_cast<float>(s & 3), static_cast<float>(s >> 2 & 3), static_cast<float>(s >> 4)} +
             0.5F) *
            0.25F;
        Vec3 x{0, 0, 0};
        for (int n = 0; n < 8; ++n) {
            x += corner[n] * ((n & 1 ? t.x : 1 - t.x) * (n & 2 ? t.y : 1 - t.y) * (n & 4 ? t.z : 1 - t.z));
        }
        const Vec3 d{glm::dot(x - centre, fibre), glm::dot(x - centre, across), glm::dot(x - centre, up)};
        const Vec3 e = d / radii;
        share.nodule += glm::dot(e, e) <= 1 ? 1.0F / 64 : 0.0F;
        share.band += std::fabs(d.x) <= band_half && d.y * d.y + d.z * d.z <= band_radius * band_radius
                          ? 1.0F / 64
                          : 0.0F;
    }
    return share;
}

/// The cells that hold part of one trigger point's nodule or band.
void find_nodule(const anatomy::TriggerPoint& point, int index, BackGrid& grid) {
    const GridGeometry& g = grid.geometry;
    const float reach = taut_band_length_m.f() * 500.0F;
    const Vec3 centre = to_grid_mm(point.centre_m);
    for (int row = 0; row < g.rows; ++row) {
        for (int layer = 0; layer < muscle_layers; ++layer) {
            for (int column = 0; column < g.columns; ++column) {
                std::array<Vec3, 8> corner;
                float nearest = 1e9F;
                for (int n = 0; n < 8; ++n) {
                    corner[n] = g.position[g.node(column + (n & 1), row + (n >> 1 & 1), layer + (n >> 2))];
                    nearest = std::min(nearest, glm::length(corner[n] - centre));
                }
                if (nearest > reach + 10.0F) {
                    continue;
                }
                NoduleShare share = sample_nodule(point, corner);
                share.cell = static_cast<int>(g.cell(column, row, layer));
                share.trigger_point = index;
                if (share.nodule > 0 || share.band > 0) {
                    grid.nodules.push_back(share);
                }
            }
        }
    }
}

void find_nodules(const anatomy::Anatomy& anatomy, BackGrid& grid) {
    for (std::size_t p = 0; p < anatomy.trigger_points.size(); ++p) {
        find_nodule(anatomy.trigger_points[p], static_cast<int>(p), grid);
    }
}

} // namespace

Vec3 BackColumns::node(std::size_t column, int level) const {
    float depth = 0;
    if (level < back_layers) {
        depth += skin_mm[column];
        const int below_skin = muscle_layers + fat_layers - level;
        depth += fat_mm[column] * static_cast<float>(std::min(below_skin, fat_layers)) / fat_layers;
        depth += muscle_mm[column] * static_cast<float>(std::max(0, below_skin - fat_layers)) / muscle_layers;
    }
    return skin[column] - outward[column] * depth;
}

BackColumns make_columns(const anatomy::Anatomy& anatomy) {
    BackColumns c;
    const std::size_t count = static_cast<std::size_t>(BackColumns::across) * BackColumns::along;
    c.skin.resize(count);
    c.outward.resize(count);
    for (auto* field : {&c.skin_mm, &c.fat_mm, &c.muscle_mm}) {
        field->resize(count);
    }
    for (int j = 0; j < BackColumns::along; ++j) {
        for (int i = 0; i < BackColumns::across; ++i) {
            const std::size_t at = column_index(i, j);
            const std::size_t source = anatomy::SkinGrid::index(2 * i, 2 * j);
            c.skin[at] = to_grid_mm(anatomy.skin.position[source]);
            c.outward[at] = -to_grid_direction(anatomy.layers.inward[source]);
            c.skin_mm[at] = std::max(thinnest_layer_mm[0], anatomy.layers.skin_m[source] * 1000.0F);
            c.fat_mm[at] = std::max(thinnest_layer_mm[1], anatomy.layers.fat_m[source] * 1000.0F);
            c.muscle_mm[at] = std::max(thinnest_layer_mm[2], anatomy.layers.muscle_m[source] * 1000.0F);
        }
    }
    for (int pass = 0; pass < thickness_passes; ++pass) {
        smooth(c.fat_mm);
        smooth(c.muscle_mm);
    }
    thin_crossing_columns(c);
    return c;
}

BackGrid make_back_grid(const anatomy::Anatomy& anatomy, const BackColumns& columns, int spacing,
                        const MaterialScale& scale) {
    BackGrid grid;
    GridGeometry& g = grid.geometry;
    g.columns = (BackColumns::across - 1) / spacing;
    g.rows = (BackColumns::along - 1) / spacing;
    g.layers = back_layers;
    g.position.resize(static_cast<std::size_t>(g.columns + 1) * (g.rows + 1) * (g.layers + 1));
    for (int row = 0; row <= g.rows; ++row) {
        for (int level = 0; level <= g.layers; ++level) {
            for (int column = 0; column <= g.columns; ++column) {
                g.position[g.node(column, row, level)] =
                    columns.node(column_index(column * spacing, row * spacing), level);
            }
        }
    }
    const std::size_t cells = static_cast<std::size_t>(g.columns) * g.rows * g.layers;
    grid.material.resize(cells);
    for (auto* field : {&g.shear, &g.bulk, &g.stiffening}) {
        field->resize(cells);
    }
    for (Fibres& fibres : g.fibres) {
        fibres.resize(cells);
    }
    for (int row = 0; row < g.rows; ++row) {
        for (int layer = 0; layer < g.layers; ++layer) {
            for (int column = 0; column < g.columns; ++column) {
                const std::size_t middle =
                    anatomy::SkinGrid::index((2 * column + 1) * spacing, (2 * row + 1) * spacing);
                const std::size_t e = g.cell(column, row, layer);
                const CellMaterial m = material_of(anatomy, layer, middle, scale);
                grid.material[e] = m;
                g.shear[e] = m.shear_kpa;
                g.bulk[e] = m.bulk_kpa;
                g.stiffening[e] = m.stiffening;
                if (!scale.isotropic) {
                    set_fibres(g, e, layer, anatomy.layers.fibre[middle]);
                }
            }
        }
    }
    turn_deep_fibres(anatomy, g);
    find_nodules(anatomy, grid);
    return grid;
}

} // namespace tactus::tissue
