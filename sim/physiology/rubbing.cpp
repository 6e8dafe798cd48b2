#include "sim/physiology/rubbing.hpp"

#include "sim/anatomy/muscles.hpp"
#include "sim/physiology/first_order.hpp"
#include "sim/physiology/physiology_data.hpp"

#include <cmath>

namespace tactus::physiology {
namespace {

constexpr float least_rub_n = 1.0F;
constexpr float turning_m_s = 0.003F; ///< slower is standing still: noise makes no turn
constexpr int enough_turns = 4;       ///< two whole beats

} // namespace

std::optional<FibreMotion> fibre_motion(const anatomy::Anatomy& anatomy, const contact::ContactReport& report,
                                        const std::optional<contact::PosedTool>& tool) {
    if (!tool || !report.touching || report.force_n < least_rub_n || contact::broad(tool->kind) ||
        tool->held.part != contact::Hold::none) {
        return std::nullopt;
    }
    const anatomy::SurfacePoint skin =
        anatomy::surface(anatomy.skin, anatomy::locate(anatomy.skin, report.u, report.v));
    const Vec2 velocity(glm::dot(tool->velocity_m_s, skin.across), glm::dot(tool->velocity_m_s, skin.along));
    const Vec2 fibre = anatomy::muscle_at(report.u, report.v).fibre;
    return FibreMotion{.across_m_s = velocity.x * fibre.y - velocity.y * fibre.x,
                       .along_m_s = glm::dot(velocity, fibre),
                       .slip_m_s = report.slip_m_s};
}

bool Rubbing::right_half_beat() const {
    const float beat_hz = 0.5F / since_turn_s_;
    return beat_hz >= static_cast<float>(rubbing_hz.low) && beat_hz <= static_cast<float>(rubbing_hz.high) &&
           across_m_ >= least_rubbing_sweep_m.f() && along_m_ <= across_m_ &&
           slip_m_ <= rubbing_slip_share.f() * across_m_;
}

void Rubbing::turn(float heading) {
    right_turns_ = right_half_beat() ? right_turns_ + 1 : 0;
    heading_ = heading;
    since_turn_s_ = across_m_ = along_m_ = slip_m_ = 0;
}

void Rubbing::step(const std::optional<FibreMotion>& motion) {
    if (!motion) {
        *this = {};
        return;
    }
    since_turn_s_ += step_s;
    if (std::fabs(motion->across_m_s) > turning_m_s) {
        const float heading = motion->across_m_s > 0 ? 1.0F : -1.0F;
        if (heading != heading_) {
            turn(heading);
        }
    }
    across_m_ += std::fabs(motion->across_m_s) * step_s;
    along_m_ += std::fabs(motion->along_m_s) * step_s;
    slip_m_ += motion->slip_m_s * step_s;
    const float slowest_half_s = 0.5F / static_cast<float>(rubbing_hz.low);
    right_turns_ = since_turn_s_ > slowest_half_s ? 0 : right_turns_;
}

bool Rubbing::rubs() const { return right_turns_ >= enough_turns; }

} // namespace tactus::physiology
