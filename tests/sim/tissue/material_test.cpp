#include "sim/tissue/materials.hpp"
#include "sim/tissue/tissue_data.hpp"

#include <doctest/doctest.h>

#include "laid_tools.hpp"
#include "slabs.hpp"
#include <algorithm>
#include <array>
#include <cmath>
#include <sstream>

using namespace tactus;
using namespace tactus::tissue;

namespace {

/// A client with one active nodule in the levator scapulae.
const anatomy::Anatomy& knotted() {
    static const anatomy::Anatomy anatomy = [] {
        const std::array choices{anatomy::TriggerPointChoice{"LS1", true, anatomy::Activity::active}};
        return anatomy::make_anatomy({}, choices);
    }();
    return anatomy;
}

double volume_of(const GridGeometry& g, int cell) {
    const int column = cell % g.columns;
    const int layer = cell / g.columns % g.layers;
    const int row = cell / (g.columns * g.layers);
    const auto at = [&](int n) {
        return g.position[g.node(column + (n & 1), row + (n >> 1 & 1), layer + (n >> 2))];
    };
    std::array<Vec3, 3> edge{};
    for (int axis = 0; axis < 3; ++axis) {
        for (int n = 0; n < 8; ++n) {
            edge[axis] += ((n >> axis & 1) != 0 ? at(n) : -at(n)) * 0.25F;
        }
    }
    return static_cast<double>(std::fabs(glm::dot(edge[0], glm::cross(edge[1], edge[2]))));
}

/// Nodule volume on a grid over that of its ellipsoid.
double nodule_share(int spacing) {
    const anatomy::Anatomy& anatomy = knotted();
    const BackGrid grid = make_back_grid(anatomy, make_columns(anatomy), spacing, {});
    double sum = 0;
    for (const NoduleShare& share : grid.nodules) {
        sum += static_cast<double>(share.nodule) * volume_of(grid.geometry, share.cell);
    }
    const Vec3 r = anatomy.trigger_points.front().radii_m * 1000.0F;
    return sum / (4.0 / 3 * 3.14159265 * static_cast<double>(r.x * r.y * r.z));
}

/// Depth of a thumb on the nodule whose stiffness is `factor`, after a ramp and a hold, mm.
double depth_over_nodule(float factor, bool converged) {
    parallel::ThreadPool pool(1);
    const anatomy::Anatomy& anatomy = knotted();
    BackSolver solver(anatomy, Setting::fine, pool, {}, best_kernel_level());
    if (converged) {
        Effort effort = effort_of(Setting::fine);
        effort.coarse_iterations = 20;
        effort.rounds = 4;
        solver.set_effort(effort);
    }
    const std::vector<float> nodules{factor};
    const Condition condition{.nodule_stiffness = nodules};
    const anatomy::TriggerPoint& point = anatomy.trigger_points.front();
    for (int step = 1; step <= 60; ++step) {
        const float force = 20 * std::min(1.0F, static_cast<float>(step) / 40);
        solver.step(test::right(test::laid_thumb(anatomy, point.u, point.v, force)), condition, {});
    }
    return static_cast<double>(solver.reports()[1].travel_m) * 1000;
}

/// Skin 2, fat 8, muscle 30 mm with the moduli, fibres and tension of the product.
GridGeometry product_slab() {
    constexpr double fat_m = 0.008;
    const std::vector<float> lines = even_lines(32, 5.0F);
    const auto layer = [](float thickness, int cells, double modulus_pa, double stiffening) {
        return SlabLayer{thickness, cells, static_cast<float>(modulus_pa * 1e-3), poisson_ratio.f(),
                         static_cast<float>(stiffening)};
    };
    const std::array<SlabLayer, 3> layers = {
        layer(30, muscle_layers, erector_shear_modulus_pa, muscle_stiffening),
        layer(8, fat_layers, fat_glide_modulus_pa * fat_m / fat_glide_thickness_m, fat_stiffening),
        layer(2, 1, skin_shear_modulus_pa, skin_stiffening)};
    GridGeometry g = make_slab(lines, lines, layers);
    for (int family = 0; family < fibre_families; ++family) {
        g.fibres[family].resize(g.shear.size());
    }
    for (int row = 0; row < g.rows; ++row) {
        for (int layer_index = 0; layer_index < g.layers; ++layer_index) {
            for (int column = 0; column < g.columns; ++column) {
                const std::size_t e = g.cell(column, row, layer_index);
                const bool skin = layer_index == g.layers - 1;
                const bool muscle = layer_index < muscle_layers;
                g.fibres[0].direction[e] = muscle ? Vec3{0, 1, 0} : Vec3{1, 0, 0};
                g.fibres[1].direction[e] = muscle ? Vec3{1, 0, 0} : Vec3{0, 1, 0};
                if (skin) {
                    g.bulk[e] = bulk_term(skin_volume_shear_modulus_pa.f() * 1e-3F, poisson_ratio.f());
                    g.fibres[0].stiffness[e] = g.fibres[1].stiffness[e] = skin_fibre_stiffness.f();
                    g.fibres[0].stiffening[e] = g.fibres[1].stiffening[e] = skin_fibre_stiffening.f();
                    g.fibres[0].tension_kpa[e] = skin_tension_pa.f() * 1e-3F;
                    g.fibres[1].tension_kpa[e] = skin_tension_pa.f() * skin_cross_tension.f() * 1e-3F;
                } else if (muscle) {
                    g.fibres[0].stiffness[e] = muscle_fibre_stiffness.f();
                    g.fibres[0].stiffening[e] = muscle_stiffening.f();
                } else {
                    g.bulk[e] = bulk_term(fat_shear_modulus_pa.f() * 1e-3F, fat_poisson_ratio.f());
                    g.fibres[0].stiffness[e] = g.fibres[1].stiffness[e] =
                        fat_sheet_modulus_pa.f() * 1e-3F / g.shear[e];
                    g.fibres[0].stiffening[e] = g.fibres[1].stiffening[e] = fat_stiffening.f();
                }
            }
        }
    }
    return g;
}

} // namespace

TEST_CASE("the resting back is in balance on the coarse grid, in a window and at its seam") {
    parallel::ThreadPool pool(1);
    BackSolver solver(test::client(), Setting::fine, pool, {}, best_kernel_level());
    CHECK(solver.rest_residual() < 0.5); // mN over 24 000 nodes
    std::vector<Vec3> displacement(static_cast<std::size_t>(SkinField::columns) * SkinField::rows);
    for (int step = 0; step < 60; ++step) {
        // A thumb that hovers over the back and moves its window from place to place.
        contact::PosedTool thumb =
            test::laid_thumb(test::client(), 0.15F, 0.9F - 0.005F * static_cast<float>(step), 0);
        for (contact::Capsule& capsule : thumb.pressing) {
            capsule.a -= thumb.approach * 0.04F;
            capsule.b -= thumb.approach * 0.04F;
        }
        thumb.travel_stop_m = 0.001F;
        solver.step(test::right(thumb), {}, {});
    }
    CHECK(solver.resolves_thumb());
    solver.write_skin(displacement, {});
    float most = 0;
    for (const Vec3& d : displacement) {
        most = std::max(most, glm::length(d) * 1000);
    }
    CHECK(most < 1e-3F); // mm
}

TEST_CASE("muscle of tone a is (1 + 6 a) / 1.6 times as stiff as at rest") {
    const std::vector<float> tone(anatomy::muscle_count, 0.3F);
    const StiffnessFactors rest = stiffness_factors(test::client(), {});
    const StiffnessFactors tense = stiffness_factors(test::client(), {.muscle_tone = tone});
    for (int m = 0; m < anatomy::muscle_count; ++m) {
        CHECK(rest.muscle[m] == doctest::Approx(1));
        CHECK(tense.muscle[m] == doctest::Approx(1.75).epsilon(1e-4)); // facts 3.3
    }
}

TEST_CASE("a nodule keeps its volume on either grid, though it is smaller than a cell") {
    const double coarse = nodule_share(2);
    const double fine = nodule_share(1);
    CHECK(coarse == doctest::Approx(1).epsilon(0.15));
    CHECK(fine == doctest::Approx(1).epsilon(0.10));
}

TEST_CASE("a nodule 14 per cent stiffer is felt above the solver's own noise") {
    const double plain = depth_over_nodule(1.0F, false);
    const double contrast = plain - depth_over_nodule(1.14F, false);
    const double noise = std::fabs(plain - depth_over_nodule(1.0F, true));
    MESSAGE("depth ", plain, " mm, nodule takes ", contrast * 1000, " um, solver noise ", noise * 1000,
            " um");
    CHECK(contrast > 0);
    CHECK(contrast > 3 * noise);
}

TEST_CASE("tissue grows stiffer with load in the order that Isogai measured") {
    test::SlabPress press(product_slab(), 0.010F);
    const int middle = press.grid.arrays().columns / 2;
    const auto height = [&](int level) {
        return static_cast<double>(press.grid.displacement(press.grid.node(middle, middle, level)).z);
    };
    std::ostringstream table;
    table
        << "load N, depth mm, secant N/mm, fat kPa, muscle kPa (mean pressure over thinning of the layer)\n";
    std::vector<double> fat;
    std::vector<double> muscle;
    std::vector<double> secant;
    double load_n = 0;
    for (const double target : {1.0, 5.0, 10.0, 20.0, 30.0}) {
        for (int k = 0; k < 10; ++k) {
            load_n = std::min(target, load_n + target / 8);
            press.step(load_n, -1, 3, 30);
        }
        const double pressure_kpa = 1000 * load_n / (3.14159265 * 100); // as the probe's face, R 10 mm
        const double fat_strain = (height(muscle_layers) - height(muscle_layers + fat_layers)) / 8;
        const double muscle_strain = -height(muscle_layers) / 30;
        fat.push_back(pressure_kpa / fat_strain);
        muscle.push_back(pressure_kpa / muscle_strain);
        secant.push_back(load_n / press.press.travel);
        table << load_n << ' ' << press.press.travel << ' ' << secant.back() << ' ' << fat.back() << ' '
              << muscle.back() << '\n';
    }
    MESSAGE(table.str());
    for (std::size_t k = 1; k < secant.size(); ++k) {
        CHECK(secant[k] > secant[k - 1]);
        CHECK(muscle[k] > muscle[k - 1]);
        CHECK(fat[k] > fat[k - 1]);
    }
    CHECK(fat.front() < muscle.front());
}
