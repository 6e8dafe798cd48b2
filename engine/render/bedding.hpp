#pragma once
/// What the client lies on and under: table, cradle, pillows, and the legs that the sheet shows only as its
/// folds. Implicit surfaces in the table's frame (lying.hpp); metres.

#include "engine/render/lying.hpp"

#include <vector>

namespace tactus::render {

/// Soft, and as wide at its seam as its half sizes say.
struct Pillow {
    Vec3 centre;
    Vec3 half;
};

float pillow_distance(Vec3 point, const Pillow& pillow);

/// Keeps a pointer to the body, which must outlive it. Immutable once made; any thread.
class Bedding {
public:
    /// hem_m: z of the body from where on the sheet covers it.
    Bedding(const anatomy::Body& body, const Placement& placement, anatomy::HairStyle hair, float hem_m);

    [[nodiscard]] const Placement& placement() const { return placement_; }

    /// Distance to all that casts a shadow, hands and sheet left out; scalp hair is among it.
    [[nodiscard]] float solid(Vec3 point) const;

    /// Distance to what the client lies on: table, cradle and pillows.
    [[nodiscard]] float under_client(Vec3 point) const;

    /// Distance to all but the pillows: what a pillow can lie in.
    [[nodiscard]] float around_pillows(Vec3 point) const;

    /// Those that no sheet covers.
    [[nodiscard]] const std::vector<Pillow>& pillows() const { return pillows_; }

    /// z of the sheet's hem on the table.
    [[nodiscard]] float hem_on_table_m() const;

    /// How much nearer to the head it is beside the hips of who sits: over the thighs, to the table's crease.
    [[nodiscard]] float hem_drawn_up_m() const;

    /// How high over the table any of it reaches.
    [[nodiscard]] float highest_m() const;

private:
    [[nodiscard]] float flesh(Vec3 point) const;
    [[nodiscard]] float straight_legs(Vec3 point) const;
    [[nodiscard]] float drawn_up_legs(Vec3 body_m) const;
    [[nodiscard]] float astride_legs(Vec3 point) const;
    [[nodiscard]] float furniture(Vec3 point) const;
    void lay_pillows();

    const anatomy::Body* body_;
    Placement placement_;
    anatomy::HairStyle hair_;
    float hem_m_;
    std::vector<Pillow> pillows_;
    std::vector<Pillow> under_sheet_;
};

} // namespace tactus::render
