#include "engine/render/lying.hpp"

#include <cmath>

namespace tactus::render {
namespace {

constexpr float table_step_m = 0.10F;  ///< between one height of the table and the next
constexpr float raised_deg = 25;       ///< the head end: 20 to 30 degrees (facts 5.3, RFX)
constexpr float half_sitting_deg = 40; ///< the same, as is the next, of who sits astride [D]
constexpr float seated_deg = 60;
constexpr float bolstered_deg = 4.5F;      ///< what a pillow under the belly lifts the pelvis by
constexpr float bolstered_from_m = -0.05F; ///< z about which it does: the face stays in its cradle
constexpr float leaning_deg = 10; ///< who lies on the side leans a little on the pillow before the chest
constexpr float down_the_table_m = 0.24F; ///< no face cradle: the head lies on the table itself
constexpr float sunk_m = 0.020F;          ///< shoulder and hip into the cushion
constexpr float shoulder_v = 0.20F;
constexpr float hip_v = 1.45F;

/// Turns by an angle about x: what points to the feet comes to point up.
Mat3 about_x(float rad) {
    const float c = std::cos(rad);
    const float s = std::sin(rad);
    return {Vec3(1, 0, 0), Vec3(0, c, -s), Vec3(0, s, c)};
}

/// What points to the feet comes to point right.
Mat3 about_y(float rad) {
    const float c = std::cos(rad);
    const float s = std::sin(rad);
    return {Vec3(c, 0, -s), Vec3(0, 1, 0), Vec3(s, 0, c)};
}

/// The right comes to point up.
Mat3 about_z(float rad) {
    const float c = std::cos(rad);
    const float s = std::sin(rad);
    return {Vec3(c, s, 0), Vec3(-s, c, 0), Vec3(0, 0, 1)};
}

/// Turns about a place that stays.
Placement turned_about(Lying lying, const Mat3& turn, Vec3 fixed) {
    return {lying, turn, fixed - turn * fixed};
}

/// On the side the shoulder is broader than the hips: both come to rest, so that the spine slants a little.
Placement on_its_side(const anatomy::Body& body, Lying lying) {
    const float down = lying.posture == Posture::right_side ? 1.0F : -1.0F; // x of the side that lies below
    const float length = body.spine_length_m();
    const float r = body.parameters().sex == anatomy::Sex::female ? 0.048F : 0.055F; // of the shoulder's cap
    const float shoulder = body.shoulder().x + r;
    const float hip = body.half_width(hip_v);
    const float slant = std::atan((shoulder - hip) / ((hip_v - shoulder_v) * length));
    const Mat3 turn = about_z(-down * (90 - leaning_deg) * degree) * about_y(down * slant);
    const Vec3 resting(down * shoulder, body.shoulder().y, shoulder_v * length);
    const Vec3 at = turn * resting;
    // The middle of the trunk a little behind the middle of the table: knees and arms need the room before
    // it.
    const Vec3 trunk = turn * Vec3(0, 0.12F, resting.z);
    return {lying, turn, Vec3(down * 0.06F - trunk.x, -at.y - sunk_m, down_the_table_m)};
}

/// Beside the back of someone on the right side, in the table's frame.
Camera beside_back(CameraPreset preset) {
    switch (preset) {
    case CameraPreset::close:
        return {Vec3(0.98F, 0.72F, 0.98F), Vec3(0.12F, 0.23F, 0.50F), 30};
    case CameraPreset::top:
        return {Vec3(0.95F, 2.00F, 0.90F), Vec3(0.04F, 0.14F, 0.46F), 30};
    case CameraPreset::side:
        return {Vec3(1.85F, 0.55F, 0.85F), Vec3(0.03F, 0.18F, 0.46F), 34};
    case CameraPreset::kiosk:
        return {Vec3(0.95F, 1.02F, 1.62F), Vec3(-0.18F, 0.13F, 0.36F), 29};
    case CameraPreset::anatomy:
        return {Vec3(1.72F, 0.95F, 0.85F), Vec3(0.05F, 0.19F, 0.46F), 25};
    case CameraPreset::main:
        break;
    }
    return {Vec3(1.12F, 0.98F, 1.52F), Vec3(0.04F, 0.17F, 0.42F), 28};
}

} // namespace

Lying lying_in(std::string_view position, hands::TableHeight table) {
    const Posture posture = position == "prone_bolstered"     ? Posture::bolstered
                            : position == "prone_head_raised" ? Posture::head_raised
                            : position == "semi_reclined"     ? Posture::half_sitting
                            : position == "seated"            ? Posture::seated
                            : position == "side_lying"        ? Posture::right_side
                            : position == "left_side_lying"   ? Posture::left_side
                                                              : Posture::prone;
    return {posture, table};
}

bool on_side(Posture posture) { return posture == Posture::right_side || posture == Posture::left_side; }

float raised_rad(Posture posture) {
    return degree * (posture == Posture::head_raised    ? raised_deg
                     : posture == Posture::half_sitting ? half_sitting_deg
                     : posture == Posture::seated       ? seated_deg
                                                        : 0);
}

bool astride(Posture posture) { return posture == Posture::half_sitting || posture == Posture::seated; }

float table_rise_m(hands::TableHeight table) {
    return table == hands::TableHeight::low    ? -table_step_m
           : table == hands::TableHeight::high ? table_step_m
                                               : 0;
}

anatomy::Anatomy posed_anatomy(const anatomy::Anatomy& simulated, Posture posture) {
    anatomy::Anatomy posed = simulated;
    if (on_side(posture)) {
        posed.body = std::make_shared<const anatomy::Body>(simulated.parameters, anatomy::ArmPose::forward);
        posed.bones = anatomy::make_bones(*posed.body);
    }
    return posed;
}

float hinge_z_m(const anatomy::Body& body) { return 1.48F * body.spine_length_m(); }

Placement place_body(const anatomy::Body& body, Lying lying) {
    switch (lying.posture) {
    case Posture::bolstered:
        return turned_about(lying, about_x(bolstered_deg * degree), Vec3(0, 0, bolstered_from_m));
    case Posture::head_raised:
    case Posture::half_sitting:
    case Posture::seated:
        return turned_about(lying, about_x(-raised_rad(lying.posture)), Vec3(0, 0, hinge_z_m(body)));
    case Posture::right_side:
    case Posture::left_side:
        return on_its_side(body, lying);
    case Posture::prone:
        break;
    }
    return {lying};
}

// The eye stays where the therapist's is, however high the table: the gaze goes along.
Camera camera_beside(CameraPreset preset, const Placement& placement) {
    const Posture posture = placement.lying.posture;
    Camera camera = on_side(posture) ? beside_back(preset) : preset_camera(preset);
    if (posture == Posture::left_side) {
        camera.eye.x *= -1;
        camera.target.x *= -1;
    } else if (posture == Posture::head_raised) {
        camera.eye += Vec3(0, 0.16F, 0.06F);
        camera.target += Vec3(0, 0.17F, 0.02F);
    } else if (astride(posture)) {
        const float up = std::sin(raised_rad(posture));
        camera.eye += Vec3(0, 0.30F * up, 1.00F * up);
        camera.target += Vec3(0, 0.25F * up, 0.26F * up);
    }
    camera.target.y += table_rise_m(placement.lying.table);
    return camera;
}

Camera seen_by_body(const Camera& room, const Placement& placement) {
    const Vec3 rise(0, table_rise_m(placement.lying.table), 0);
    Camera camera = room;
    camera.eye = placement.to_body(room.eye - rise);
    camera.target = placement.to_body(room.target - rise);
    camera.up = placement.way_to_body(room.up);
    return camera;
}

Camera seen_in_room(const Camera& body, const Placement& placement) {
    const Vec3 rise(0, table_rise_m(placement.lying.table), 0);
    Camera camera = body;
    camera.eye = placement.to_table(body.eye) + rise;
    camera.target = placement.to_table(body.target) + rise;
    camera.up = placement.way_to_table(body.up);
    return camera;
}

} // namespace tactus::render
