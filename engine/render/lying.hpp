#pragma once
/// How the client lies in the room. All that is simulated and drawn stays in the body's own frame, in which
/// the client is prone with the table at y = 0; a placement says where that frame is on the table, and table,
/// pillows, lights and cameras are brought into it.

#include "engine/render/camera.hpp"
#include "sim/anatomy/anatomy.hpp"
#include "sim/hands/tool_limits.hpp"

#include <cstdint>
#include <string_view>

namespace tactus::render {

/// half_sitting and seated: astride the table, chest and face on its steeply raised head end, so that the
/// back can be worked on.
enum class Posture : std::uint8_t {
    prone,
    bolstered,
    head_raised,
    half_sitting,
    seated,
    right_side,
    left_side
};

/// What a picture shows of client::positions() and client::table_heights().
struct Lying {
    Posture posture = Posture::prone;
    hands::TableHeight table = hands::TableHeight::at_knuckles;

    friend bool operator==(const Lying&, const Lying&) = default;
};

/// position: an id of client::positions(). Pure.
Lying lying_in(std::string_view position, hands::TableHeight table);

/// Lying on a side: the back stands upright, and both arms are before the chest.
bool on_side(Posture posture);

/// How steeply the table's head end, and the trunk on it, is raised; 0 = flat. Radians.
float raised_rad(Posture posture);

/// Sitting with a leg to each side of the table.
bool astride(Posture posture);

/// How far the table's top stands above its usual height, metres.
float table_rise_m(hands::TableHeight table);

/// Where the body's frame is on the table. The table's frame: origin on the table's top under C7 of a prone
/// client, +x the prone client's right, +y up, +z to the foot of the table; metres. The room is the same, but
/// that there the table's top stands at its rise.
struct Placement {
    Lying lying;
    Mat3 turn = Mat3(1); ///< from the body's frame into the table's
    Vec3 shift = Vec3(0);

    [[nodiscard]] Vec3 to_table(Vec3 body_m) const { return turn * body_m + shift; }

    [[nodiscard]] Vec3 to_body(Vec3 table_m) const { return glm::transpose(turn) * (table_m - shift); }

    [[nodiscard]] Vec3 way_to_table(Vec3 body) const { return turn * body; }

    [[nodiscard]] Vec3 way_to_body(Vec3 table) const { return glm::transpose(turn) * table; }
};

/// Lays a body down. Pure.
Placement place_body(const anatomy::Body& body, Lying lying);

/// The client as the picture shows it: on a side both arms are before the chest, in skin and bones; the back
/// is that of the simulation.
anatomy::Anatomy posed_anatomy(const anatomy::Anatomy& simulated, Posture posture);

/// z of the hinge under the hips at which a table's head end is raised, in either frame. Metres.
float hinge_z_m(const anatomy::Body& body);

/// Where a therapist stands for a placement: the preset, or beside the back of who lies on a side. In the
/// room.
Camera camera_beside(CameraPreset preset, const Placement& placement);

/// A camera of the room as the body's frame has it, and back.
Camera seen_by_body(const Camera& room, const Placement& placement);
Camera seen_in_room(const Camera& body, const Placement& placement);

} // namespace tactus::render
