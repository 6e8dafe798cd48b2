#include "sim/tissue/back_solver.hpp"

#include "sim/contact/friction.hpp"
#include "sim/math/float_mode.hpp"
#include "sim/tissue/advection.hpp"
#include "sim/tissue/grid_frame.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace tactus::tissue {

namespace {

constexpr int cooling = 240; ///< steps: a second, in which a dent springs back but for its slow terms
constexpr int tile_iterations = 4;
constexpr int tile_every = 4;         ///< solves: a tile of the resting back takes its turn
constexpr int tile_waits_at_most = 6; ///< solves, while those have more to do than others
constexpr float teleport_m = 0.06F;   ///< a tool that jumps further in a step has been lifted and put down

bool finite(Vec3 v) { return std::isfinite(v.x) && std::isfinite(v.y) && std::isfinite(v.z); }

/// A pose that the solver can take; anything else counts as a lifted hand.
bool usable(const contact::PosedTool& tool) {
    bool good = finite(tool.centre) && finite(tool.approach) && std::isfinite(tool.commanded_force_n) &&
                std::isfinite(tool.lubricant) && std::isfinite(tool.travel_stop_m) &&
                !tool.pressing.empty() && glm::dot(tool.approach, tool.approach) > 0.9F;
    for (const contact::Capsule& capsule : tool.pressing) {
        good = good && finite(capsule.a) && finite(capsule.b) && capsule.radius_a_m > 0 &&
               capsule.radius_b_m > 0;
    }
    return good;
}

/// A hand that turned or changed its shape at once has been lifted and put down: its fingers would else start
/// the step deep inside the skin.
bool turned(const ToolTrack& track, const contact::PosedTool& tool) {
    constexpr float jump_m = 0.012F; // 3 m/s about the centre
    if (track.ends.size() != tool.pressing.size()) {
        return true;
    }
    for (std::size_t k = 0; k < track.ends.size(); ++k) {
        if (glm::length(tool.pressing[k].a - tool.centre - track.ends[k].a) > jump_m) {
            return true;
        }
    }
    return false;
}

/// Where the capsules lie about the centre now, and how far they turned and heaved.
void note_ends(const contact::PosedTool& tool, ToolTrack& track) {
    const bool first = track.ends.empty();
    track.ends.resize(tool.pressing.size());
    track.turned_mm.assign(tool.pressing.size(), {});
    track.heave_mm = 0;
    for (std::size_t k = 0; k < tool.pressing.size(); ++k) {
        const Ends now{tool.pressing[k].a - tool.centre, tool.pressing[k].b - tool.centre};
        if (!first) {
            track.turned_mm[k] = {to_grid_mm(now.a - track.ends[k].a), to_grid_mm(now.b - track.ends[k].b)};
            const float by_m = glm::dot(now.a - track.ends[k].a, tool.approach);
            track.heave_mm = std::max(track.heave_mm, 1000.0 * static_cast<double>(std::fabs(by_m)));
        }
        track.ends[k] = now;
    }
}

} // namespace

Effort effort_of(Setting setting) {
    switch (setting) {
    case Setting::fine:
        return {.newton_steps = 2,
                .iterations = 4,
                .thumb = {6, 6},
                .ridge = {0, 4},
                .palm = {0, 4},
                .coarse_iterations = 6,
                .rounds = 2,
                .stride = 1};
    case Setting::standard:
        break;
    case Setting::half: {
        Effort effort = effort_of(Setting::standard);
        effort.stride = 2;
        return effort;
    }
    }
    return {.newton_steps = 2,
            .iterations = 4,
            .thumb = {4, 4},
            .ridge = {0, 4},
            .palm = {0, 0},
            .coarse_iterations = 6,
            .rounds = 2,
            .stride = 1};
}

const WindowEffort& Effort::under(contact::ToolKind kind) const {
    switch (contact::breadth(kind)) {
    case contact::Breadth::narrow:
        return thumb;
    case contact::Breadth::ridge:
        return ridge;
    case contact::Breadth::broad:
        break;
    }
    return palm;
}

BackSolver::BackSolver(const anatomy::Anatomy& anatomy, Setting setting, parallel::ThreadPool& pool,
                       const MaterialScale& scale, KernelLevel level)
    : anatomy_(&anatomy), kernels_(&kernel_table(level)), effort_(effort_of(setting)), pool_(&pool),
      back_(make_back_grid(anatomy, make_columns(anatomy), 2, scale)),
      fine_back_(make_back_grid(anatomy, make_columns(anatomy), 1, scale)), grid_(back_.geometry),
      solver_(grid_, *kernels_, pool), viscosity_(grid_, pool),
      field_(anatomy), contacts_{SkinContact(grid_), SkinContact(grid_)},
      factors_(stiffness_factors(anatomy, {})), binding_(anatomy) {
    const GridArrays& g = grid_.arrays();
    set_stiffness(grid_, back_, factors_, 0, 0);
    base_mm_.assign(static_cast<std::size_t>(SkinField::columns) * SkinField::rows, Vec3{0, 0, 0});
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

void BackSolver::move_base(std::span<const Vec3> presses_m, std::span<const Vec3> joints_m) {
    const GridArrays& g = grid_.arrays();
    if (presses_m.empty() && joints_m.empty() && !joints_moved_) {
        return;
    }
    joints_moved_ = !joints_m.empty();
    std::vector<Vec3> change(base_mm_.size());
    bool any = false;
    for (std::size_t k = 0; k < base_mm_.size(); ++k) {
        Vec3 now = presses_m.empty() ? Vec3(0) : binding_.motion_mm(k, presses_m[k]);
        if (!joints_m.empty()) {
            now += to_grid_mm(joints_m[k]);
        }
        change[k] = now - base_mm_[k];
        any = any || change[k] != Vec3{0, 0, 0};
        base_mm_[k] = now;
    }
    if (!any) {
        return;
    }
    disturbed_ = true;
    // Columns ride on their bones; the solve then finds what neighbours make of it.
    for (int row = 0; row <= g.rows; ++row) {
        for (int column = 0; column <= g.columns; ++column) {
            const Vec3 moved = change[static_cast<std::size_t>(2 * row) * SkinField::columns + 2 * column];
            if (moved == Vec3{0, 0, 0}) {
                continue;
            }
            for (int level = 0; level <= g.layers; ++level) {
                const int n = grid_.node(column, row, level);
                grid_.set_displacement(n, grid_.displacement(n) + moved);
            }
        }
    }
    for (OpenWindow& open : windows_) {
        open.window->move_base(change);
    }
}

void BackSolver::update_materials(const Condition& condition) {
    StiffnessFactors now = stiffness_factors(*anatomy_, condition);
    if (differs(now, factors_)) {
        factors_ = std::move(now);
        set_stiffness(grid_, back_, factors_, 0, 0);
        for (OpenWindow& open : windows_) {
            open.window->set_materials(ground());
        }
    }
}

void BackSolver::follow_tool(int side, const std::optional<contact::PosedTool>& tool) {
    ToolTrack& track = tracks_[side];
    if (!tool || !usable(*tool)) {
        if (track.present) {
            cooling_steps_ = cooling;
        }
        track.present = false;
        contacts_[side].clear();
        for (OpenWindow& open : windows_) {
            open.window->contacts()[side].clear();
        }
        return;
    }
    const bool fresh = !track.present || track.kind != tool->kind ||
                       glm::length(tool->centre - track.centre_m) > teleport_m || turned(track, *tool);
    const anatomy::GridPlace place = anatomy::closest(anatomy_->skin, tool->centre, track.place);
    if (fresh) {
        contacts_[side].clear();
        for (OpenWindow& open : windows_) {
            open.window->contacts()[side].clear();
        }
        track = ToolTrack{};
        track.kind = tool->kind;
    } else {
        track.moved_cells = Vec2{place.column - track.place.column, place.row - track.place.row} * 0.25F;
        track.motion_mm = to_grid_mm(tool->centre - track.centre_m);
    }
    track.present = true;
    track.place = place;
    track.centre_m = tool->centre;
    note_ends(*tool, track);
    track.press.present = true;
    track.press.stop = std::max(0.0, static_cast<double>(tool->travel_stop_m) * 1000.0);
    track.press.command = std::clamp(static_cast<double>(tool->commanded_force_n), 0.0, 1000.0) * 1000.0;
}

void BackSolver::step(Tools tools, const Condition& condition, std::span<const Vec3> base_displacement_m,
                      std::span<const Vec3> joint_displacement_m) {
    assert(condition.oil_film.empty() || condition.oil_film.size() == field_.area_m2.size());
    const math::FloatMode mode;
    ++step_;
    if (effort_.stride > 1 && step_ % effort_.stride != 0) {
        return; // `half` holds the last reports in between
    }
    seconds_ = step_s * effort_.stride;
    now_s_ += seconds_;
    move_base(base_displacement_m, joint_displacement_m);
    update_materials(condition);
    ToolPlaces places;
    for (int side = 0; side < contact::side_count; ++side) {
        follow_tool(side, tools[side]);
        if (!tracks_[side].present) {
            clear_report(reports_[side]);
        } else {
            const ToolTrack& track = tracks_[side];
            places[side] = ToolPlace{track.place.column * 0.25F, track.place.row * 0.25F,
                                     contact::breadth(track.kind) != contact::Breadth::narrow};
        }
    }
    heavy_ = false;
    box_ = choose_box(grid_.whole(), box_, places);
    if (!places[0] && !places[1] && !windows_.empty()) {
        place_windows();
    }
    if (places[0] || places[1] || cooling_steps_ > 0) {
        disturbed_ = true;
        solve_box(tools, condition.oil_film);
        cooling_steps_ = places[0] || places[1] ? cooling_steps_ : cooling_steps_ - 1;
    }
    ++tile_waits_;
    if (disturbed_ && tile_waits_ >= (heavy_ ? tile_waits_at_most : tile_every)) {
        relax_tile();
        tile_waits_ = 0;
    }
}

void BackSolver::save_box() {
    saved_.clear();
    const auto keep = [&](const Grid& grid) {
        const GridArrays& g = grid.arrays();
        for (const float* const u : g.displacement) {
            saved_.insert(saved_.end(), u + grid.node(0, g.row_first, 0),
                          u + grid.node(0, g.row_last + 1, 0));
        }
    };
    keep(grid_);
    for (const OpenWindow& open : windows_) {
        keep(open.window->grid());
    }
    for (int side = 0; side < contact::side_count; ++side) {
        saved_travel_[side] = tracks_[side].press.travel;
    }
}

/// After a failed step: the state before it, a little nearer to rest each time, with the tools drawn back.
void BackSolver::restore_box() {
    constexpr double draw_back_mm = 1.0;
    const float share = failures_ > 2 ? 0.5F : 0.98F;
    std::size_t next = 0;
    const auto give_back = [&](Grid& grid) {
        const GridArrays& g = grid.arrays();
        const int first = grid.node(0, g.row_first, 0);
        const int last = grid.node(0, g.row_last + 1, 0);
        for (float* const u : g.displacement) {
            for (int n = first; n < last; ++n) {
                const float value = saved_[next++] * share;
                u[n] = std::isfinite(value) ? value : 0.0F;
            }
        }
    };
    give_back(grid_);
    for (OpenWindow& open : windows_) {
        give_back(open.window->grid());
    }
    for (int side = 0; side < contact::side_count; ++side) {
        tracks_[side].press.travel = std::max(0.0, saved_travel_[side] - draw_back_mm);
        contacts_[side].clear();
        for (OpenWindow& open : windows_) {
            open.window->contacts()[side].clear();
        }
    }
}

void BackSolver::begin_tools(Tools tools, std::span<const float> oil_film) {
    std::vector<ToolOnGrid> on_grid;
    const bool oiled = !oil_film.empty() && !experiment_.friction;
    for (int side = 0; side < contact::side_count; ++side) {
        ToolTrack& track = tracks_[side];
        if (!track.present) {
            continue;
        }
        const Vec3 shift_mm = track.approach * static_cast<float>(track.press.travel);
        track.approach = to_grid_direction(tools[side]->approach);
        track.press.begin_step(seconds_, track.touching, track.touching ? track.heave_mm : 0);
        const auto travel = static_cast<float>(track.press.travel);
        const contact::Friction friction =
            experiment_.friction ? contact::Friction{*experiment_.friction, *experiment_.friction}
                                 : contact::friction(tools[side]->lubricant, tools[side]->product);
        const ToolMotion motion{track.motion_mm, friction, experiment_.law.value_or(contact_law(track.kind)),
                                shift_mm, track.turned_mm};
        const Vec2 centre{track.place.column * 0.25F, track.place.row * 0.25F};
        contacts_[side].begin_step(grid_, *tools[side], motion, covered_);
        if (track.touching) {
            advect(grid_, centre, track.moved_cells);
        }
        contacts_[side].find_groups(grid_, travel);
        if (oiled) {
            contacts_[side].oil(grid_, {oil_film, SkinField::columns, 0, 0, 2}, *tools[side]);
        }
        on_grid.push_back({side, &contacts_[side], &track.press, {}});
        for (OpenWindow& open : windows_) {
            FineWindow& w = *open.window;
            SkinContact& contact = w.contacts()[side];
            contact.begin_step(w.grid(), *tools[side], motion, {});
            if (track.touching && open.owners[side]) {
                const Vec2 corner{static_cast<float>(w.place().column), static_cast<float>(w.place().row)};
                advect(w.grid(), (centre - corner) * 2.0F, track.moved_cells * 2.0F);
            }
            contact.find_groups(w.grid(), travel);
            if (oiled) {
                const WindowPlace at = w.place();
                contact.oil(w.grid(), {oil_film, SkinField::columns, 2 * at.column, 2 * at.row, 1},
                            *tools[side]);
            }
        }
    }
    for (OpenWindow& open : windows_) {
        std::vector<ToolOnGrid> on_window;
        for (const ToolOnGrid& tool : on_grid) {
            ToolOnGrid here = tool;
            here.contact = &open.window->contacts()[tool.side];
            here.frozen = !open.owners[tool.side];
            on_window.push_back(here);
        }
        open.window->solver().set_tools(std::move(on_window));
    }
    solver_.set_tools(std::move(on_grid));
}

void BackSolver::begin_memory(Viscosity& memory, Grid& grid) const {
    if (!experiment_.elastic) {
        memory.begin(*kernels_, grid, now_s_, seconds_);
    }
}

void BackSolver::end_memory(Viscosity& memory, Grid& grid) const {
    if (!experiment_.elastic) {
        memory.end(*kernels_, grid, now_s_);
    }
}

void BackSolver::solve_box(Tools tools, std::span<const float> oil_film) {
    place_windows();
    if (!(grid_.box() == box_)) {
        grid_.set_box(box_);
    }
    save_box();
    begin_memory(viscosity_, grid_);
    for (OpenWindow& open : windows_) {
        begin_memory(open.window->viscosity(), open.window->grid());
    }
    begin_tools(tools, oil_film);
    const bool good = solve_rounds();
    failures_ = good ? 0 : failures_ + 1;
    if (good) {
        end_memory(viscosity_, grid_);
        for (OpenWindow& open : windows_) {
            end_memory(open.window->viscosity(), open.window->grid());
        }
    } else {
        restore_box();
    }
    for (int side = 0; side < contact::side_count; ++side) {
        ToolTrack& track = tracks_[side];
        if (!track.present) {
            continue;
        }
        track.touching = good && contacts_[side].touching();
        if (good) {
            contacts_[side].end_step(grid_, seconds_);
            for (OpenWindow& open : windows_) {
                track.touching = track.touching || open.window->contacts()[side].touching();
                open.window->contacts()[side].end_step(open.window->grid(), seconds_);
            }
        }
        report_tool(side, *tools[side], good);
    }
}

void BackSolver::relax_tile() {
    const CellBox whole = grid_.whole();
    for (int tries = 0; tries < 32; ++tries) {
        const CellBox tile = relaxing_tile(whole, tile_turn_++);
        const bool clear = tile.row_last <= box_.row_first + 1 || tile.row_first >= box_.row_last - 1;
        const bool idle = !tracks_[0].present && !tracks_[1].present && cooling_steps_ <= 0;
        if (!clear && !idle) {
            continue;
        }
        grid_.set_box(tile);
        begin_memory(viscosity_, grid_);
        solver_.set_tools({});
        solver_.evaluate();
        if (!solver_.quiet()) {
            solver_.newton_step_from_here(tile_iterations, 0, Preconditioner::fresh);
        }
        end_memory(viscosity_, grid_);
        return;
    }
}

} // namespace tactus::tissue
