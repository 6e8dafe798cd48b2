#include "engine/render/client_model.hpp"

#include "engine/render/furniture.hpp"
#include "engine/render/simplify.hpp"
#include "engine/render/skin_relief.hpp"
#include "engine/render/sky_light.hpp"
#include "engine/render/stage_parts.hpp"

#include <algorithm>
#include <cmath>
#include <future>

namespace tactus::render {
namespace {

constexpr float hem_v = 1.36F; ///< where the sheet is tucked in, spine coordinates

/// Height of client or table by marching down through the lattice.
float height_under(const Occlusion& solid, float from_m, float x, float z) {
    float y = from_m;
    for (int k = 0; k < 60 && y > -.02F; ++k) {
        const float room = solid.distance(Vec3(x, y, z));
        if (room < .0008F) {
            break;
        }
        y -= std::max(room * .75F, .0008F);
    }
    const bool over_table = std::fabs(x) < table_half_width_m;
    return over_table ? std::max(y, 0.0F) : (y > 0 ? y : -1.0F);
}

/// Heights on a lattice of 8 mm, as the drape asks for them millions of times.
class HeightMap {
public:
    HeightMap(const Occlusion& solid, float highest_m, float first_z_m)
        : first_z_m_(first_z_m), heights_(std::size_t{count_x} * count_z) {
        for (int row = 0; row < count_z; ++row) {
            for (int column = 0; column < count_x; ++column) {
                heights_[static_cast<std::size_t>(row) * count_x + column] =
                    height_under(solid, highest_m - .04F, static_cast<float>(column - middle_x) * cell_m,
                                 first_z_m + static_cast<float>(row) * cell_m);
            }
        }
    }

    float operator()(float x, float z) const {
        const float fx = std::clamp(x / cell_m + middle_x, 0.0F, count_x - 1.01F);
        const float fz = std::clamp((z - first_z_m_) / cell_m, 0.0F, count_z - 1.01F);
        const auto column = static_cast<int>(fx);
        const auto row = static_cast<int>(fz);
        const float* at = &heights_[static_cast<std::size_t>(row) * count_x + column];
        const float s = fx - static_cast<float>(column);
        return glm::mix(glm::mix(at[0], at[1], s), glm::mix(at[count_x], at[count_x + 1], s),
                        fz - static_cast<float>(row));
    }

private:
    static constexpr int count_x = 150;
    static constexpr int middle_x = count_x / 2;
    static constexpr int count_z = 190;
    static constexpr float cell_m = .008F;

    float first_z_m_;
    std::vector<float> heights_;
};

Vec2 grid_span_m(const anatomy::SkinGrid& grid) {
    constexpr int middle_row = anatomy::SkinGrid::rows / 2;
    float across = 0;
    for (int column = 1; column < anatomy::SkinGrid::columns; ++column) {
        across += glm::length(grid.at(column, middle_row) - grid.at(column - 1, middle_row));
    }
    return {across, grid.at(0, anatomy::SkinGrid::rows - 1).z - grid.at(0, 0).z};
}

} // namespace

float skin_cell_m(Tier tier) {
    switch (tier) {
    case Tier::high:
        return 0.0038F;
    case Tier::medium:
        return 0.005F;
    default:
        return 0.009F;
    }
}

// Hands are looked at closely; yet two of them must not outweigh the client on a weak machine.
HandDetail hand_detail(Tier tier) {
    switch (tier) {
    case Tier::high:
        return {.cell_m = .0018F};
    case Tier::medium:
        return {.cell_m = .0024F};
    default: // a finger needs vertices on both sides of its joints
        return {.cell_m = .0050F,
                .nails = .45F,
                .simpler = SimplifyLimits{
                    .off_m = .0005F, .edge_m = .012F, .least_dot = .88F, .light = 40, .tone = 24}};
    }
}

std::uint32_t packed_light(const Openness& open, float fourth) {
    return packed(open.sky, open.key, open.rim, fourth);
}

std::uint32_t packed_tone(Vec3 albedo, float roughness) {
    const Vec3 root = glm::sqrt(glm::max(albedo, Vec3(0)));
    return packed(root.x, root.y, root.z, roughness);
}

const Placement& placement_of(const ClientModel& model) { return model.placement; }

std::shared_ptr<const ClientModel> make_client_model(const anatomy::Anatomy& simulated,
                                                     const client::Client& client, Tier tier, Lying lying) {
    const anatomy::Anatomy anatomy = posed_anatomy(simulated, lying.posture);
    const float hem_m = hem_v * anatomy.skin.spine_length_m;
    const Bedding bedding(*anatomy.body, place_body(*anatomy.body, lying), client.hair, hem_m);
    const Occlusion occlusion([&](Vec3 p) { return bedding.solid(p); }, bedding.highest_m());
    const StageSource source{&anatomy, client.hair, skin_look(client), tier, hem_m, &bedding, &occlusion};
    auto model = std::make_shared<ClientModel>();
    // The parts share only what none of them writes; the sheet's drape takes longest.
    std::future<void> cloth = std::async(std::launch::async, [&] {
        const float hem_on_table_m = bedding.hem_on_table_m();
        const HeightMap heights(occlusion, bedding.highest_m(),
                                hem_on_table_m - bedding.hem_drawn_up_m() - .04F);
        const Sheet sheet = drape_sheet(
            {.heights = [&](float x, float z) { return heights(x, z); },
             .distance =
                 on_side(lying.posture) ? Field([&](Vec3 p) { return occlusion.distance(p); }) : Field(),
             .hem_m = hem_on_table_m,
             .from_m = on_side(lying.posture) ? .48F : .29F,
             .drawn_up_m = bedding.hem_drawn_up_m()});
        model->sheet = make_sheet_mesh(source, sheet);
        model->sheet_normals = make_sheet_normals(source, sheet);
        model->hands = std::make_shared<HandSet>(source.look.hand, hand_detail(source.tier));
    });
    model->skin = make_skin_mesh(source);
    model->hair = make_hair_mesh(source);
    model->table = make_table_mesh(source);
    model->skin_tint = make_skin_tint(source);
    model->table_light = make_table_light(source);
    model->grid_positions = anatomy.skin.position;
    model->grid_normals = raised_normals(anatomy.skin);
    model->grid_sky = relief_sky(anatomy.skin);
    model->grid_span_m = grid_span_m(anatomy.skin);
    model->joints = session::find_joint_places(anatomy);
    if (tier == Tier::low) {
        // Dents need vertices about as close as the tissue's own points.
        simplify(model->skin, {.off_m = .0008F, .edge_m = .022F, .least_dot = .90F, .light = 56, .tone = 40});
        simplify(model->hair, {.off_m = .0008F, .edge_m = .016F, .least_dot = .85F, .light = 56});
        simplify(model->table, {.off_m = .0010F, .edge_m = .060F, .least_dot = .80F, .light = 56});
    }
    cloth.get();
    model->look = source.look;
    model->placement = source.placement();
    model->sky = sky_harmonics(model->placement.turn);
    model->tier = tier;
    return model;
}

void make_hands(const ClientModel& model, const std::stop_token& stop) { model.hands->make_all(stop); }

} // namespace tactus::render
