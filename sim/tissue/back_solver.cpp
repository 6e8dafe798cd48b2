#include "sim/tissue/back_solver.hpp"

#include "sim/contact/friction.hpp"
#include "sim/math/float_mode.hpp"
#include "sim/tissue/grid_frame.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::tissue {

namespace {

constexpr int cooling = 240; ///< steps: a second, in which a dent springs back but for its slow terms
constexpr int cooling_iterations = 4;
constexpr int strip_iterations = 4;
constexpr double quiet_residual_mn = 5.0; ///< a strip with less is left alone
constexpr float teleport_m = 0.06F;     ///< a tool that jumps further in a step has been lifted and put down
constexpr float second_round_mm = 0.5F; ///< of tool motion in a step
constexpr double poor_trust = 0.10;
constexpr float displacement_limit_mm = 90.0F; ///< beyond it, or without a number, a step has failed

bool sane(const Grid& grid) {
    const GridArrays& g = grid.arrays();
    float most = 0;
    for (int row = g.row_first; row <= g.row_last; ++row) {
        for (const float* const u : g.displacement) {
            const float* const first = u + grid.node(0, row, 0);
            for (int n = 0; n < (g.layers + 1) * g.stride; ++n) {
                const float size = std::fabs(first[n]);
                most = size <= most ? most : size; // takes a NaN too
            }
        }
    }
    return most < displacement_limit_mm;
}

/// As if nothing touched; the points' storage stays.
void clear_report(contact::ContactReport& report) {
    std::vector<contact::LoadedPoint> points = std::move(report.points);
    points.clear();
    report = {};
    report.points = std::move(points);
}

} // namespace

Effort effort_of(Setting setting) {
    switch (setting) {
    case Setting::fine:
        return {8, 3, 1};
    case Setting::standard:
        return {6, 2, 1};
    case Setting::half:
        break;
    }
    return {6, 2, 2};
}

BackSolver::BackSolver(const anatomy::Anatomy& anatomy, Setting setting, parallel::ThreadPool& pool,
                       const MaterialScale& scale, KernelLevel level)
    : anatomy_(&anatomy), kernels_(&kernel_table(level)), effort_(effort_of(setting)),
      back_(make_back_grid(anatomy, make_columns(anatomy), 2, scale)), grid_(back_.geometry),
      solver_(grid_, *kernels_, pool), viscosity_(grid_),
      field_(anatomy), contacts_{SkinContact(grid_), SkinContact(grid_)},
      factors_(stiffness_factors(anatomy, {})) {
    const GridArrays& g = grid_.arrays();
    set_stiffness(grid_, back_, factors_, 0, 0);
    base_mm_.assign(static_cast<std::size_t>(g.columns + 1) * (g.rows + 1), Vec3{0, 0, 0});
    on_bone_.assign(grid_.skin_count(), 0);
    for (int row = 0; row <= g.rows; ++row) {
        for (int column = 0; column <= g.columns; ++column) {
            const std::size_t source =
                static_cast<std::size_t>(4 * row) * anatomy::SkinGrid::columns + 4 * column;
            on_bone_[grid_.skin_point(column, row)] = anatomy.layers.bone[source] >= 0 ? 1 : 0;
        }
    }
    for (contact::ContactReport& report : reports_) {
        report.points.reserve(4096);
    }
}

double BackSolver::rest_residual() {
    const math::FloatMode mode;
    grid_.set_box(grid_.whole());
    solver_.set_tools({});
    solver_.evaluate();
    Level& level = solver_.level();
    return std::sqrt(level.dot(level.right(), level.right()));
}

void BackSolver::move_base(std::span<const Vec3> base_displacement_m) {
    const GridArrays& g = grid_.arrays();
    if (base_displacement_m.empty()) {
        return;
    }
    for (int row = 0; row <= g.rows; ++row) {
        for (int column = 0; column <= g.columns; ++column) {
            const Vec3 now = to_grid_mm(
                base_displacement_m[static_cast<std::size_t>(2 * row) * SkinField::columns + 2 * column]);
            Vec3& before = base_mm_[static_cast<std::size_t>(row) * (g.columns + 1) + column];
            const Vec3 change = now - before;
            if (change == Vec3{0, 0, 0}) {
                continue;
            }
            // The column rides on its bone; the solve then finds what neighbours make of it.
            for (int level = 0; level <= g.layers; ++level) {
                const int n = grid_.node(column, row, level);
                grid_.set_displacement(n, grid_.displacement(n) + change);
            }
            before = now;
            disturbed_ = true;
        }
    }
}

void BackSolver::update_materials(const Condition& condition) {
    StiffnessFactors now = stiffness_factors(*anatomy_, condition);
    if (differs(now, factors_)) {
        factors_ = std::move(now);
        set_stiffness(grid_, back_, factors_, 0, 0);
    }
}

void BackSolver::follow_tool(int side, const std::optional<contact::PosedTool>& tool) {
    ToolTrack& track = tracks_[side];
    if (!tool) {
        if (track.present) {
            cooling_steps_ = cooling;
        }
        track.present = false;
        contacts_[side].clear();
        return;
    }
    const bool fresh =
        !track.present || track.kind != tool->kind || glm::length(tool->centre - track.centre_m) > teleport_m;
    const anatomy::GridPlace place = anatomy::closest(anatomy_->skin, tool->centre, track.place);
    if (fresh) {
        contacts_[side].clear();
        track = ToolTrack{};
        track.kind = tool->kind;
    } else {
        track.moved_cells = Vec2{place.column - track.place.column, place.row - track.place.row} * 0.25F;
        track.motion_mm = to_grid_mm(tool->centre - track.centre_m);
    }
    track.present = true;
    track.place = place;
    track.centre_m = tool->centre;
    track.press.present = true;
    track.press.stop = std::max(0.0, static_cast<double>(tool->travel_stop_m) * 1000.0);
    track.press.command = std::clamp(static_cast<double>(tool->commanded_force_n), 0.0, 1000.0) * 1000.0;
}

void BackSolver::step(Tools tools, const Condition& condition, std::span<const Vec3> base_displacement_m) {
    const math::FloatMode mode;
    ++step_;
    if (effort_.stride > 1 && step_ % effort_.stride != 0) {
        return; // `half` holds the last reports in between
    }
    seconds_ = step_s * effort_.stride;
    now_s_ += seconds_;
    move_base(base_displacement_m);
    update_materials(condition);
    ToolPlaces places;
    for (int side = 0; side < contact::side_count; ++side) {
        follow_tool(side, tools[side]);
        if (!tracks_[side].present) {
            clear_report(reports_[side]);
        } else {
            const ToolTrack& track = tracks_[side];
            places[side] = ToolPlace{track.place.column * 0.25F, track.place.row * 0.25F,
                                     track.kind == contact::ToolKind::palm};
        }
    }
    box_ = choose_box(grid_.whole(), box_, places);
    if (places[0] || places[1] || cooling_steps_ > 0) {
        disturbed_ = true;
        solve_box(tools);
        cooling_steps_ = places[0] || places[1] ? cooling_steps_ : cooling_steps_ - 1;
    }
    if (disturbed_) {
        relax_strip();
    }
}

void BackSolver::save_box() {
    const GridArrays& g = grid_.arrays();
    saved_.clear();
    for (const float* const u : g.displacement) {
        saved_.insert(saved_.end(), u + grid_.node(0, g.row_first, 0), u + grid_.node(0, g.row_last + 1, 0));
    }
    for (int side = 0; side < contact::side_count; ++side) {
        saved_travel_[side] = tracks_[side].press.travel;
    }
}

/// After a failed step: the state before it, a little nearer to rest each time, with the tools drawn back.
void BackSolver::restore_box() {
    constexpr double draw_back_mm = 1.0;
    const GridArrays& g = grid_.arrays();
    const float share = failures_ > 2 ? 0.5F : 0.98F;
    const std::size_t length = saved_.size() / 3;
    for (int c = 0; c < 3; ++c) {
        float* const to = g.displacement[c] + grid_.node(0, g.row_first, 0);
        for (std::size_t n = 0; n < length; ++n) {
            const float value = saved_[c * length + n] * share;
            to[n] = std::isfinite(value) ? value : 0.0F;
        }
    }
    for (int side = 0; side < contact::side_count; ++side) {
        tracks_[side].press.travel = std::max(0.0, saved_travel_[side] - draw_back_mm);
        contacts_[side].clear();
    }
}

/// u(X) <- u(X - v dt) near a sliding tool (Lax-Wendroff): the dent moves with the tool before the solve.
void BackSolver::advect(const ToolTrack& track) {
    constexpr float inner_cells = 6.0F;
    constexpr float outer_cells = 9.0F;
    const GridArrays& g = grid_.arrays();
    const Vec2 c = glm::clamp(track.moved_cells, Vec2{-0.5F}, Vec2{0.5F});
    const Vec2 centre{track.place.column * 0.25F, track.place.row * 0.25F};
    const int row_step = (g.layers + 1) * g.stride;
    const int row_first = std::max(g.row_first + 1, static_cast<int>(centre.y - outer_cells));
    const int row_last = std::min(g.row_last, static_cast<int>(centre.y + outer_cells) + 1);
    const int column_first = std::max(g.column_first + 1, static_cast<int>(centre.x - outer_cells));
    const int column_last = std::min(g.column_last, static_cast<int>(centre.x + outer_cells) + 1);
    for (int pass = 0; pass < 2; ++pass) {
        const float shift = pass == 0 ? c.x : c.y;
        const int stride = pass == 0 ? 1 : row_step;
        if (shift == 0.0F) {
            continue;
        }
        for (float* const u : g.displacement) {
            std::vector<float> old(u + grid_.node(0, row_first - 1, 0), u + grid_.node(0, row_last + 1, 0));
            const int offset = grid_.node(0, row_first - 1, 0);
            for (int row = row_first; row < row_last; ++row) {
                for (int level = 1; level <= g.layers; ++level) {
                    for (int i = column_first; i < column_last; ++i) {
                        const float away =
                            glm::length(Vec2{static_cast<float>(i), static_cast<float>(row)} - centre);
                        const float weight =
                            std::clamp((outer_cells - away) / (outer_cells - inner_cells), 0.0F, 1.0F);
                        const int n = grid_.node(i, row, level);
                        const float* const o = old.data() + (n - offset);
                        const float change = -0.5F * shift * (o[stride] - o[-stride]) +
                                             0.5F * shift * shift * (o[stride] - 2 * o[0] + o[-stride]);
                        u[n] += weight * change * g.mask[n];
                    }
                }
            }
        }
    }
}

void BackSolver::solve_box(Tools tools) {
    if (!(grid_.box() == box_)) {
        grid_.set_box(box_);
    }
    save_box();
    viscosity_.begin(*kernels_, grid_, now_s_, seconds_);
    std::vector<ToolOnGrid> on_grid;
    for (int side = 0; side < contact::side_count; ++side) {
        ToolTrack& track = tracks_[side];
        if (!track.present) {
            continue;
        }
        const bool touching = contacts_[side].touching();
        track.press.begin_step(seconds_, touching);
        contacts_[side].begin_step(grid_, *tools[side], track.motion_mm,
                                   contact::friction_coefficient(tools[side]->lubricant));
        if (touching) {
            advect(track);
        }
        contacts_[side].find_groups(grid_, static_cast<float>(track.press.travel));
        on_grid.push_back({side, &contacts_[side], &track.press, {}});
    }
    solver_.set_tools(std::move(on_grid));
    const bool good = solve_rounds();
    failures_ = good ? 0 : failures_ + 1;
    if (good) {
        viscosity_.end(*kernels_, grid_, now_s_);
    } else {
        restore_box();
    }
    for (int side = 0; side < contact::side_count; ++side) {
        if (tracks_[side].present) {
            if (good) {
                contacts_[side].end_step(grid_);
            }
            report_tool(side, *tools[side], good);
        }
    }
}

bool BackSolver::solve_rounds() {
    float moved = 0;
    for (const ToolOnGrid& tool : solver_.tools()) {
        moved = std::max(moved, glm::length(tracks_[tool.side].motion_mm));
    }
    const int iterations = solver_.tools().empty() ? cooling_iterations : effort_.iterations;
    for (int round = 0; round < effort_.rounds; ++round) {
        solver_.newton_step(iterations);
        note_support();
        bool poor = false;
        for (const ToolOnGrid& tool : solver_.tools()) {
            poor = poor || std::fabs(unbalanced_[tool.side]) > poor_trust * std::max(1000.0, tool.sums.along);
        }
        const bool again =
            poor || (round == 0 && moved > second_round_mm * static_cast<float>(effort_.stride));
        if (!again || !sane(grid_)) {
            break;
        }
    }
    solver_.polish();
    const Level& level = solver_.level();
    const double norm = level.dot(level.right(), level.right());
    return std::isfinite(norm) && sane(grid_);
}

/// Residual and bone reaction along each tool's approach, columns going to the nearer tool.
void BackSolver::note_support() {
    const GridArrays& g = grid_.arrays();
    const NodeVector& r = solver_.level().right();
    for (const ToolOnGrid& tool : solver_.tools()) {
        const int side = tool.side;
        const ToolTrack& other = tracks_[1 - side];
        const Vec2 here{tracks_[side].place.column * 0.25F, tracks_[side].place.row * 0.25F};
        const Vec2 there{other.place.column * 0.25F, other.place.row * 0.25F};
        const ContactArrays& contact = tool.contact->arrays();
        double sum = 0;
        double base = 0;
        double bone = 0;
        for (int row = g.row_first + 1; row < g.row_last; ++row) {
            for (int i = g.column_first + 1; i < g.column_last; ++i) {
                const Vec2 at{static_cast<float>(i), static_cast<float>(row)};
                if (other.present && glm::dot(at - here, at - here) > glm::dot(at - there, at - there)) {
                    continue;
                }
                const int first = grid_.node(i, row, 0);
                double reaction = 0;
                for (int c = 0; c < 3; ++c) {
                    const double a = static_cast<double>(contact.approach[c]);
                    reaction -= static_cast<double>(g.force[c][first]) * a;
                    for (int level = 1; level <= g.layers; ++level) {
                        sum += static_cast<double>(r.component[c][first + level * g.stride]) * a;
                    }
                }
                base += std::fabs(reaction);
                bone += on_bone_[grid_.skin_point(i, row)] ? std::fabs(reaction) : 0.0;
            }
        }
        unbalanced_[side] = sum;
        evaluated_[side] = tool.sums.along;
        bone_share_[side] = base > 0 ? bone / base : 0.0;
    }
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
    double along = 0;
    for (const ToolOnGrid& on : solver_.tools()) {
        along = on.side == side ? on.sums.along : along;
    }
    report.force_n = static_cast<float>(along * 1e-3);
    report.support_n = static_cast<float>((evaluated_[side] - unbalanced_[side]) * 1e-3);
    report.trust_error = std::fabs(report.force_n - report.support_n) / std::max(report.force_n, 1.0F);
    report.bone_share = static_cast<float>(bone_share_[side]);
    report.load_not_reached =
        track.press.travel >= track.press.stop - 1e-6 && along < 0.98 * track.press.command;
    describe_contact({&grid_, &contacts_[side], 0, 0, 2}, field_, seconds_, report);
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

void BackSolver::relax_strip() {
    const CellBox whole = grid_.whole();
    for (int tries = 0; tries < 32; ++tries) {
        const CellBox strip = relaxing_strip(whole, strip_turn_++);
        const bool clear = strip.row_last <= box_.row_first + 1 || strip.row_first >= box_.row_last - 1;
        const bool idle = !tracks_[0].present && !tracks_[1].present && cooling_steps_ <= 0;
        if (!clear && !idle) {
            continue;
        }
        grid_.set_box(strip);
        viscosity_.begin(*kernels_, grid_, now_s_, seconds_);
        solver_.set_tools({});
        solver_.evaluate();
        Level& level = solver_.level();
        if (level.dot(level.right(), level.right()) > quiet_residual_mn * quiet_residual_mn) {
            solver_.newton_step(strip_iterations);
        }
        viscosity_.end(*kernels_, grid_, now_s_);
        return;
    }
}

} // namespace tactus::tissue
