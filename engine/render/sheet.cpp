#include "engine/render/sheet.hpp"

#include "engine/render/furniture.hpp"
#include "engine/render/noise.hpp"
#include "sim/math/interpolation.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace tactus::render {
namespace {

constexpr int sheet_columns = 95;
constexpr int sheet_rows = 75;
constexpr float spacing_m = 0.0164F;
constexpr float thickness_m = 0.006F;
constexpr int fall_steps = 260;
constexpr int sweeps = 4;
constexpr float gravity_step_m = 0.00055F; ///< g h^2 of the drape's step
constexpr int finer = 4;                   ///< lattice points a particle spacing in the result

class Cloth {
public:
    explicit Cloth(const Draping& over)
        : solid_(over.heights), distance_(over.distance), hem_m_(over.hem_m), drawn_up_m_(over.drawn_up_m),
          now_(std::size_t{sheet_columns} * sheet_rows) {
        // Gathered: 4.5 % slack across, so that it folds.
        for (int row = 0; row < sheet_rows; ++row) {
            for (int column = 0; column < sheet_columns; ++column) {
                const float x = (static_cast<float>(column) - 0.5F * sheet_columns) * spacing_m;
                const float down = static_cast<float>(row) * spacing_m;
                const float rough = cell_noise(glm::ivec3(column / 4, row / 5, 1)) - .5F;
                now_[at(column, row)] =
                    Vec3(x * .955F + .010F * std::sin((hem_m_ + down) * 17 + 3 * x),
                         over.from_m + .006F * rough + .004F * std::sin(x * 40 + (hem_m_ + down) * 11),
                         hem_at(x) + down * .975F + .008F * std::sin(x * 9 + 1));
            }
        }
        before_ = now_;
    }

    void step() {
        for (std::size_t k = 0; k < now_.size(); ++k) {
            const Vec3 velocity = (now_[k] - before_[k]) * .975F;
            before_[k] = now_[k];
            now_[k] += velocity - Vec3(0, gravity_step_m, 0);
        }
        for (int sweep = 0; sweep < sweeps; ++sweep) {
            link_all();
        }
        for (std::size_t k = 0; k < now_.size(); ++k) {
            rest_on_solid(k);
        }
    }

    [[nodiscard]] Vec3 particle(int column, int row) const {
        return now_[at(std::clamp(column, 0, sheet_columns - 1), std::clamp(row, 0, sheet_rows - 1))];
    }

private:
    [[nodiscard]] float hem_at(float x) const {
        return hem_m_ - drawn_up_m_ * math::smoothstep(.10F, .24F, std::fabs(x));
    }

    static std::size_t at(int column, int row) {
        return static_cast<std::size_t>(row) * sheet_columns + column;
    }

    void link(std::size_t a, std::size_t b, float rest_m, float stiffness) {
        const Vec3 offset = now_[b] - now_[a];
        const float length = glm::length(offset);
        const Vec3 move = offset * (stiffness * .5F * (length - rest_m) / std::max(length, 1e-6F));
        now_[a] += move;
        now_[b] -= move;
    }

    void link_all() {
        constexpr float diagonal_m = spacing_m * 1.41421356F;
        for (int row = 0; row < sheet_rows; ++row) {
            for (int column = 0; column < sheet_columns; ++column) {
                const std::size_t here = at(column, row);
                const bool right = column + 1 < sheet_columns;
                const bool below = row + 1 < sheet_rows;
                if (right) {
                    link(here, here + 1, spacing_m, 1);
                }
                if (below) {
                    link(here, here + sheet_columns, spacing_m, 1);
                }
                if (right && below) {
                    link(here, here + sheet_columns + 1, diagonal_m, .35F);
                    link(here + 1, here + sheet_columns, diagonal_m, .35F);
                }
                // Bending.
                if (column + 2 < sheet_columns) {
                    link(here, here + 2, 2 * spacing_m, .12F);
                }
                if (row + 2 < sheet_rows) {
                    link(here, here + std::size_t{2} * sheet_columns, 2 * spacing_m, .12F);
                }
            }
        }
    }

    void rest_on_solid(std::size_t k) {
        Vec3& place = now_[k];
        const float height = solid_(place.x, place.z) + thickness_m;
        if (place.y < height && height > -.5F && place.y > height - .06F) {
            constexpr float reach = .008F;
            Vec3 normal(solid_(place.x - reach, place.z) - solid_(place.x + reach, place.z), 2 * reach,
                        solid_(place.x, place.z - reach) - solid_(place.x, place.z + reach));
            normal = glm::normalize(normal);
            normal = glm::normalize(Vec3(normal.x, std::max(normal.y, .25F), normal.z));
            place += normal * ((height - place.y) * normal.y);
            before_[k] = glm::mix(before_[k], place, .80F); // friction
        }
        if (distance_) {
            keep_out(k);
        }
        // The therapist tucks the hem in place.
        if (k < sheet_columns) {
            place.z = hem_at(place.x) + .010F * std::sin(place.x * 7);
        }
        keep_off_table(k);
    }

    /// Out of a steep flank the shortest way.
    void keep_out(std::size_t k) {
        Vec3& place = now_[k];
        const float inside = thickness_m - distance_(place);
        if (inside <= 0) {
            return;
        }
        constexpr float reach = .008F;
        const auto slope = [&](Vec3 step) { return distance_(place + step) - distance_(place - step); };
        const Vec3 out(slope({reach, 0, 0}), slope({0, reach, 0}), slope({0, 0, reach}));
        place += out * (inside / std::max(glm::length(out), 1e-6F));
        before_[k] = glm::mix(before_[k], place, .80F);
    }

    /// The hanging part stays outside the flank of the table.
    void keep_off_table(std::size_t k) {
        Vec3& place = now_[k];
        constexpr float side = table_half_width_m + .006F;
        if (place.y >= .002F || place.y <= -.12F || std::fabs(place.x) >= side) {
            return;
        }
        if (side - std::fabs(place.x) < thickness_m - place.y + .01F) {
            place.x = std::copysign(side, place.x);
        } else {
            place.y = thickness_m;
        }
        before_[k] = glm::mix(before_[k], place, .4F);
    }

    const Heights& solid_;
    const std::function<float(Vec3)>& distance_;
    float hem_m_;
    float drawn_up_m_;
    std::vector<Vec3> now_;
    std::vector<Vec3> before_;
};

Vec3 catmull_rom(const std::array<Vec3, 4>& p, float t) {
    return (p[1] * 2.0F + (p[2] - p[0]) * t + (p[0] * 2.0F - p[1] * 5.0F + p[2] * 4.0F - p[3]) * (t * t) +
            (p[1] * 3.0F - p[0] - p[2] * 3.0F + p[3]) * (t * t * t)) *
           .5F;
}

Vec3 smooth_place(const Cloth& cloth, int fine_column, int fine_row) {
    const int column = fine_column / finer;
    const int row = fine_row / finer;
    const float s = static_cast<float>(fine_column % finer) / finer;
    const float t = static_cast<float>(fine_row % finer) / finer;
    std::array<Vec3, 4> across;
    for (int k = 0; k < 4; ++k) {
        const int at = row - 1 + k;
        across[static_cast<std::size_t>(k)] =
            catmull_rom({cloth.particle(column - 1, at), cloth.particle(column, at),
                         cloth.particle(column + 1, at), cloth.particle(column + 2, at)},
                        s);
    }
    return catmull_rom(across, t);
}

/// A fold of cloth: a round back between wide valleys, every pi.
float fold(float phase) {
    const float round = .5F + .5F * std::cos(2 * phase);
    return round * round;
}

/// Long soft folds on top of the drape: domain-warped, they fan out from the hips; a few run across between.
float ridge_height(Vec3 c) {
    const float x = c.x + .05F * std::sin(c.z * 5.1F + 1) + .02F * std::sin(c.z * 11 + c.x * 7);
    const float z = c.z + .06F * std::sin(c.x * 6.3F);
    const float swell = .5F + .5F * std::sin(z * 7 + 1);
    const float lull = .5F + .5F * std::sin(z * 4.3F - x * 6 + 2);
    return .0085F * fold(x * 21 + z * 9) * (.4F + .6F * swell) +
           .0075F * (.3F + .7F * lull) * fold(x * 13 - z * 11 + 2) +
           .0045F * (1 - lull) * fold(z * 17 + x * 9);
}

} // namespace

Sheet drape_sheet(const Draping& over) {
    Cloth cloth(over);
    for (int step = 0; step < fall_steps; ++step) {
        cloth.step();
    }
    Sheet sheet;
    sheet.columns = (sheet_columns - 1) * finer + 1;
    sheet.rows = (sheet_rows - 1) * finer + 1;
    for (int row = 0; row < sheet.rows; ++row) {
        for (int column = 0; column < sheet.columns; ++column) {
            Vec3 place = smooth_place(cloth, column, row);
            // Where the sheet hangs beside the table it falls straight.
            place.y += math::smoothstep(0, .10F, place.z - over.hem_m) *
                       math::smoothstep(.0F, .05F, place.y) * ridge_height(place);
            sheet.positions.push_back(place);
        }
    }
    sheet.normals.resize(sheet.positions.size());
    for (int row = 0; row < sheet.rows; ++row) {
        for (int column = 0; column < sheet.columns; ++column) {
            const auto near = [&](int dx, int dz) {
                return sheet.positions[sheet.index(std::clamp(column + dx, 0, sheet.columns - 1),
                                                   std::clamp(row + dz, 0, sheet.rows - 1))];
            };
            sheet.normals[sheet.index(column, row)] =
                glm::normalize(glm::cross(near(0, 1) - near(0, -1), near(1, 0) - near(-1, 0)));
        }
    }
    return sheet;
}

} // namespace tactus::render
