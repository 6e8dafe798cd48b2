#include "sim/tissue/fine_window.hpp"

#include <algorithm>

namespace tactus::tissue {

ProjectedLoad::ProjectedLoad(const KernelTable& kernels, Grid& coarse, Grid& window,
                             const SkinContact& contact, int side)
    : kernels_(&kernels), coarse_(&coarse), window_(&window), contact_(&contact), side_(side),
      in_(window.skin_count()), out_(window.skin_count()) {}

void ProjectedLoad::add_product(const NodeVector& in, const NodeVector& out) {
    const GridArrays& w = window_->arrays();
    out_.zero_rows(0, w.rows + 1, w.stride);
    for (int c = 0; c < 3; ++c) {
        prolong_skin(*coarse_, in.component[c], *window_, place_, in_.view.component[c]);
    }
    contact_->add_product(*kernels_, *window_, in_.view, out_.view);
    for (int c = 0; c < 3; ++c) {
        restrict_skin(*window_, place_, out_.view.component[c], *coarse_, out.component[c]);
    }
}

void ProjectedLoad::add_blocks(const NodeVector& coupling) {
    const GridArrays& w = window_->arrays();
    out_.zero_rows(0, w.rows + 1, w.stride);
    for (float* const field : w.contact_diagonal) {
        std::fill_n(field, static_cast<std::ptrdiff_t>(w.rows + 1) * w.stride, 0.0F);
    }
    contact_->add_blocks(*kernels_, *window_, out_.view);
    for (int q = 0; q < 6; ++q) {
        restrict_skin(*window_, place_, w.contact_diagonal[q], *coarse_,
                      coarse_->arrays().contact_diagonal[q]);
    }
    for (int c = 0; c < 3; ++c) {
        restrict_skin(*window_, place_, out_.view.component[c], *coarse_, coupling.component[c]);
    }
}

FineWindow::FineWindow(const WindowGround& ground, const WindowPlace& place, const WindowSize& size,
                       const KernelTable& kernels, parallel::ThreadPool& pool)
    : grid_(ground.fine->geometry, 2 * place.column, 2 * place.row, size.columns, size.rows),
      solver_(grid_, kernels, pool), viscosity_(grid_, pool),
      place_(place), contacts_{SkinContact(grid_), SkinContact(grid_)},
      projected_{ProjectedLoad(kernels, *ground.coarse, grid_, contacts_[0], 0),
                 ProjectedLoad(kernels, *ground.coarse, grid_, contacts_[1], 1)} {
    set_materials(ground);
    fill_displacement(*ground.coarse, grid_, place_, {});
    fill_history(*ground.coarse, grid_, place_, {});
    lay_base(ground);
    for (ProjectedLoad& load : projected_) {
        load.set_place(place_);
    }
}

void FineWindow::set_materials(const WindowGround& ground) {
    set_stiffness(grid_, *ground.fine, *ground.factors, 2 * place_.column, 2 * place_.row);
}

void FineWindow::lay_base(const WindowGround& ground) {
    const GridArrays& w = grid_.arrays();
    const int columns = ground.fine->geometry.columns + 1;
    for (int j = 0; j <= w.rows; ++j) {
        for (int i = 0; i <= w.columns; ++i) {
            const std::size_t at =
                static_cast<std::size_t>(2 * place_.row + j) * columns + 2 * place_.column + i;
            grid_.set_displacement(grid_.node(i, j, 0), (*ground.base_mm)[at]);
        }
    }
}

void FineWindow::move_base(std::span<const Vec3> change_mm) {
    const GridArrays& w = grid_.arrays();
    for (int j = 0; j <= w.rows; ++j) {
        for (int i = 0; i <= w.columns; ++i) {
            const std::size_t at =
                static_cast<std::size_t>(2 * place_.row + j) * anatomy::SkinGrid::field_columns +
                2 * place_.column + i;
            if (change_mm[at] == Vec3{0, 0, 0}) {
                continue;
            }
            for (int level = 0; level <= w.layers; ++level) {
                const int n = grid_.node(i, j, level);
                grid_.set_displacement(n, grid_.displacement(n) + change_mm[at]);
            }
        }
    }
}

void FineWindow::move(const WindowGround& ground, const WindowPlace& place) {
    const int columns = place.column - place_.column;
    const int rows = place.row - place_.row;
    const auto [across, along] = size();
    const CellBox old = covered();
    // What leaves: the old cover without the new one, strip by strip.
    const CellBox kept{std::max(old.column_first, place.column),
                       std::min(old.column_last, place.column + across / 2),
                       std::max(old.row_first, place.row), std::min(old.row_last, place.row + along / 2)};
    if (kept.column_first >= kept.column_last || kept.row_first >= kept.row_last) {
        return_history(grid_, place_, *ground.coarse, old);
    } else {
        return_history(grid_, place_, *ground.coarse,
                       {old.column_first, old.column_last, old.row_first, kept.row_first});
        return_history(grid_, place_, *ground.coarse,
                       {old.column_first, old.column_last, kept.row_last, old.row_last});
        return_history(grid_, place_, *ground.coarse,
                       {old.column_first, kept.column_first, kept.row_first, kept.row_last});
        return_history(grid_, place_, *ground.coarse,
                       {kept.column_last, old.column_last, kept.row_first, kept.row_last});
    }
    inject_displacement(grid_, place_, *ground.coarse);
    grid_.shift(2 * columns, 2 * rows);
    for (SkinContact& contact : contacts_) {
        contact.move_material(2 * columns, 2 * rows, grid_);
    }
    place_ = place;
    const CellBox known{std::max(0, -2 * columns), std::min(across, across - 2 * columns),
                        std::max(0, -2 * rows), std::min(along, along - 2 * rows)};
    grid_.lay_over(ground.fine->geometry, 2 * place.column, 2 * place.row, known);
    set_materials(ground);
    fill_displacement(*ground.coarse, grid_, place_, known);
    fill_history(*ground.coarse, grid_, place_, known);
    lay_base(ground);
    for (ProjectedLoad& load : projected_) {
        load.set_place(place_);
    }
}

void FineWindow::close(Grid& coarse) const {
    return_history(grid_, place_, coarse, covered());
    inject_displacement(grid_, place_, coarse);
}

} // namespace tactus::tissue
