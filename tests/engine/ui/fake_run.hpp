#pragma once
/// A run that never was: values that the simulation could have given, for tests of what the screens make of
/// them.

#include "engine/ui/run_view.hpp"

namespace tactus::tests {

using anatomy::SkinGrid;

/// A flat back of 0.40 m breadth and 0.73 m length, v from -0.20 to 1.42, with one trigger point.
inline anatomy::Anatomy flat_anatomy() {
    anatomy::Anatomy made;
    SkinGrid& skin = made.skin;
    skin.half_biacromial_m = 0.20F;
    skin.spine_length_m = 0.45F;
    for (int row = 0; row < SkinGrid::rows; ++row) {
        const float v = SkinGrid::v_first + (SkinGrid::v_last - SkinGrid::v_first) * static_cast<float>(row) /
                                                (SkinGrid::rows - 1);
        for (int column = 0; column < SkinGrid::columns; ++column) {
            const float u = -1 + 2 * static_cast<float>(column) / (SkinGrid::columns - 1);
            skin.position.emplace_back(u * skin.half_biacromial_m, 0.20F, v * skin.spine_length_m);
            skin.normal.emplace_back(0, 1, 0);
            skin.smooth_normal.emplace_back(0, 1, 0);
        }
    }
    anatomy::TriggerPoint point{};
    point.id = "LS1 right";
    point.site = anatomy::trigger_point_site("LS1");
    point.right = true;
    point.u = 0.33F;
    point.v = 0.07F;
    point.skin_m = Vec3(0.33F * 0.20F, 0.20F, 0.07F * 0.45F);
    made.trigger_points.push_back(point);
    return made;
}

/// One step of long strokes: 20-45 N, 10-16 cm/s toward the head, light return.
inline drills::Drill stroke_drill() {
    drills::Drill drill;
    drill.id = "effleurage";
    drill.name = "Long effleurage";
    drill.technique = "Swedish";
    drill.brief = "Long, even strokes from the sacrum to the shoulders and a light way back.";
    drill.weights = {25, 40, 15, 5, 0, 15};
    scoring::Task task;
    task.force_n = scoring::Band{20, 45};
    task.return_force_n = scoring::Band{0.5F, 6};
    task.speed_m_s = scoring::Band{0.10F, 0.16F};
    task.direction = scoring::Direction::cephalad;
    task.zone = scoring::Zone{.u_low = 0.12F, .u_high = 0.35F, .v_low = 0, .v_high = 1.2F};
    drill.steps.push_back({.name = "Deepen",
                           .instruction = "Lean in: 20 to 45 N on the way up.",
                           .duration_s = 60,
                           .task = task});
    return drill;
}

/// One step of a hold on "LS1 right": 12-30 N for 20 s.
inline drills::Drill hold_drill() {
    drills::Drill drill = stroke_drill();
    scoring::Task task;
    task.force_n = scoring::Band{12, 30};
    task.trigger_point = "LS1 right";
    task.hold_s = 20;
    task.tools = {contact::ToolKind::thumb};
    drill.steps.front().task = task;
    return drill;
}

inline client::Client plain_client() {
    client::Client client;
    client.id = "adler";
    client.name = "Mr. Adler";
    client.story = "Sits at a screen all day.\nA dull knot above the right shoulder blade.";
    client.body.age_years = 29;
    return client;
}

/// Twelve seconds in: the right palm presses with 27 N at (0.25, 0.5) and moves at 12 cm/s.
inline session::Snapshot snapshot_of_a_stroke() {
    session::Snapshot now;
    now.t_s = 12;
    now.progress.left_s = 48;
    session::HandSnapshot& hand = now.hands[1];
    hand.present = true;
    hand.touching = true;
    hand.asked_force_n = 27;
    hand.force_n = 27;
    hand.mean_pressure_pa = 3100;
    hand.depth_m = 0.009F;
    hand.speed_m_s = 0.12F;
    hand.u = 0.25F;
    hand.v = 0.5F;
    hand.centre = Vec3(0.05F, 0.20F, 0.225F);
    now.flow.speed_m_s = 0.12F;
    now.flow.coverage = 0.64F;
    now.skin.coverage.assign(static_cast<std::size_t>(SkinGrid::field_columns) * SkinGrid::field_rows, 0.9F);
    now.client.discomfort = 2;
    now.client.breaths_per_min = 11;
    now.client.trigger_points.resize(1);
    return now;
}

} // namespace tactus::tests
