#pragma once
/// One hand that presses a back of its own, for commands that measure a tool.

#include "sim/anatomy/anatomy.hpp"
#include "sim/contact/contact_report.hpp"
#include "sim/contact/tool.hpp"
#include "sim/hands/hand_poser.hpp"
#include "sim/parallel/thread_pool.hpp"
#include "sim/tissue/tissue.hpp"

#include <array>
#include <optional>

namespace tactus::cli {

/// How hard a tool is worked with: about the middle of its range in facts 1.1, newtons. Pure.
double firm_n(contact::ToolKind tool);

inline constexpr double steps_per_second = 240;

/// Where tools are compared, in spine coordinates: soft tissue, no bone near.
inline constexpr Vec2 loin{0.2F, 0.75F};

/// Whole steps in a time.
int steps_in(double seconds);

/// A right hand, well oiled, by the shipped tissue and load control.
class PressingHand {
public:
    /// anatomy outlives the hand.
    PressingHand(const anatomy::Anatomy& anatomy, contact::ToolKind tool, tissue::Setting setting);

    /// Advances by a step at spine coordinates, asked to press so hard; returns the force that is delivered,
    /// newtons.
    double step(Vec2 at, double asked_n);

    /// Of the last step; valid until the next.
    [[nodiscard]] const contact::ContactReport& report() const { return tissue_.reports()[1]; }

    /// The tool as it was posed in the last step.
    [[nodiscard]] const contact::PosedTool& tool() const { return *tools_[1]; }

    /// The tissue or the arm has ended the push in some step.
    [[nodiscard]] bool reached_stop() const { return reached_stop_; }

private:
    contact::ToolKind kind_;
    parallel::ThreadPool pool_{1};
    tissue::Tissue tissue_;
    hands::HandPoser poser_;
    std::array<std::optional<contact::PosedTool>, contact::side_count> tools_;
    bool reached_stop_ = false;
};

} // namespace tactus::cli
