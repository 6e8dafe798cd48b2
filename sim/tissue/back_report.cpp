#include "sim/tissue/back_solver.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::tissue {

/// As if nothing touched; the points' storage stays.
void clear_report(contact::ContactReport& report) {
    std::vector<contact::LoadedPoint> points = std::move(report.points);
    points.clear();
    report = {};
    report.points = std::move(points);
}

std::vector<SkinPatch> BackSolver::patches(int side) const {
    const auto touching = [](const SkinContact& contact) { return contact.touching() ? &contact : nullptr; };
    std::vector<SkinPatch> all{{&grid_, &contacts_[side], 0, 0, 2, touching(contacts_[1 - side])}};
    for (const OpenWindow& open : windows_) {
        const WindowPlace& place = open.window->place();
        const auto& contacts = open.window->contacts();
        all.push_back({&open.window->grid(), &contacts[side], 2 * place.column, 2 * place.row, 1,
                       touching(contacts[1 - side])});
    }
    return all;
}

void BackSolver::report_tool(int side, const contact::PosedTool& tool, bool trusted) {
    contact::ContactReport& report = reports_[side];
    ToolTrack& track = tracks_[side];
    report.commanded_force_n = tool.commanded_force_n;
    report.speed_m_s = glm::length(tool.velocity_m_s);
    report.travel_m = static_cast<float>(track.press.travel * 1e-3);
    if (!trusted) {
        report.trust_error = 1;
        return;
    }
    const double along = force_along(side);
    // A hand that slides off may be drawn in by its friction for a moment: no hand presses with less than
    // nothing.
    report.force_n = std::max(0.0F, static_cast<float>(along * 1e-3));
    report.support_n = static_cast<float>((along - unbalanced_[side]) * 1e-3);
    report.trust_error = std::fabs(report.force_n - report.support_n) / std::max(report.force_n, 1.0F);
    report.bone_share = static_cast<float>(bone_share_[side]);
    report.load_not_reached =
        track.press.travel >= track.press.stop - 1e-6 && along < 0.98 * track.press.command;
    describe_contact(patches(side), field_, seconds_, report);
    if (!report.touching) {
        const bool missed = report.load_not_reached;
        clear_report(report);
        report.commanded_force_n = tool.commanded_force_n;
        report.speed_m_s = glm::length(tool.velocity_m_s);
        report.travel_m = static_cast<float>(track.press.travel * 1e-3);
        report.load_not_reached = missed;
        track.stiffness_travel = track.press.travel;
        track.stiffness_force = 0;
        track.stiffness = 0;
        return;
    }
    constexpr double least_travel_mm = 0.05; // below it the secant is noise
    const double travelled = track.press.travel - track.stiffness_travel;
    if (std::fabs(travelled) > least_travel_mm) {
        const double secant = (along - track.stiffness_force) / travelled;
        track.stiffness = travelled > 0 && secant > 0 ? secant : track.stiffness;
        track.stiffness_travel = track.press.travel;
        track.stiffness_force = along;
    }
    report.stiffness_n_per_m = static_cast<float>(track.stiffness); // mN/mm = N/m
}

} // namespace tactus::tissue
