#pragma once
/// The parts of the stage as meshes with their light baked in.

#include "engine/render/bedding.hpp"
#include "engine/render/client_model.hpp"
#include "engine/render/occlusion.hpp"
#include "engine/render/sheet.hpp"

namespace tactus::render {

/// What all parts of one client are made from.
struct StageSource {
    const anatomy::Anatomy* anatomy;
    anatomy::HairStyle hair;
    SkinLook look;
    Tier tier;
    float hem_m;                ///< z of the body under the sheet's hem
    const Bedding* bedding;     ///< in the table's frame
    const Occlusion* occlusion; ///< likewise

    [[nodiscard]] const Placement& placement() const { return bedding->placement(); }

    /// Of a place and a normal in the body's frame.
    [[nodiscard]] Openness open_at(Vec3 body_m, Vec3 normal) const {
        return occlusion->at(placement().to_table(body_m), placement().way_to_table(normal));
    }
};

/// The body from the crown to under the hem, each vertex bound to its place on the skin grid.
StageMesh make_skin_mesh(const StageSource& source);

/// Scalp hair as a shell; empty for a bald client.
StageMesh make_hair_mesh(const StageSource& source);

/// The sheet with its cuff folded back at the hem.
StageMesh make_sheet_mesh(const StageSource& source, const Sheet& sheet);

/// Table, cradle and pillows.
StageMesh make_table_mesh(const StageSource& source);

/// Albedo and roughness over the skin grid.
ByteMap make_skin_tint(const StageSource& source);

ByteMap make_sheet_normals(const StageSource& source, const Sheet& sheet);

ByteMap make_table_light(const StageSource& source);

/// Openness as the three light bytes of a vertex and a fourth of the caller's.
std::uint32_t packed_light(const Openness& open, float fourth);

/// A linear albedo and a roughness as the tone bytes of a vertex.
std::uint32_t packed_tone(Vec3 albedo, float roughness);

} // namespace tactus::render
