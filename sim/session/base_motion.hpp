#pragma once
/// How bones move under the hand, and the tissue's base with them: loads of the step before to Bullet, and
/// the displacement of the bone under each point of the skin field back.

#include "sim/anatomy/anatomy.hpp"
#include "sim/bodies/skeleton.hpp"
#include "sim/contact/contact_report.hpp"
#include "sim/contact/tool.hpp"

#include <array>
#include <optional>
#include <span>
#include <vector>

namespace tactus::session {

class BaseMotion {
public:
    explicit BaseMotion(const anatomy::Anatomy& anatomy);

    /// What moves bones in one step.
    struct Work {
        /// Of the step before.
        const std::array<contact::ContactReport, contact::side_count>& reports;
        /// Those that made the reports or their successors, for the direction of the load.
        const std::array<std::optional<contact::PosedTool>, contact::side_count>& tools;
        std::span<const contact::HeldPart> holds;
        std::span<const float> muscle_tone; ///< by anatomy::Muscle, of the step before
    };

    /// Steps the skeleton and reads where it has given way under presses.
    void step(bodies::Skeleton& skeleton, const Work& work);

    /// By presses, joints left out, on the skin field, 97 x 129; empty while every bone rests.
    [[nodiscard]] std::span<const Vec3> displacement_m() const;

private:
    struct MovingColumn {
        std::size_t field_index;
        int bone;
        Vec3 base_m;
    };

    /// One load a bone: the share of the contact over it, at its centre.
    void add_loads(const contact::ContactReport& report, Vec3 approach);

    const anatomy::Anatomy* anatomy_;
    std::vector<MovingColumn> moving_; ///< by bone
    std::vector<std::int16_t> bone_of_field_;
    std::vector<bodies::BoneLoad> loads_;
    std::vector<Vec3> displacement_m_;
    bool resting_ = true;
};

} // namespace tactus::session
