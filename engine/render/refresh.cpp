#include "engine/render/refresh.hpp"

#include <algorithm>

namespace tactus::render {
namespace {

Run run_in(const RowCover& cover, std::size_t strip) {
    return strip < cover.strips().size() ? cover.strips()[strip] : Run{};
}

} // namespace

std::span<const VkRect2D> Refresh::next(const RefreshView& view) {
    areas_.clear();
    const bool same = known_ && known_->camera == view.camera && known_->overlays == view.overlays;
    if (same) {
        band_ = (band_ + 1) % bands;
        const auto height = static_cast<std::int32_t>(view.picture.height);
        const auto edge = [&](std::int32_t band) {
            return view.stage.offset.y + static_cast<std::int32_t>(view.stage.extent.height) * band / bands;
        };
        const Run stage{view.stage.offset.x,
                        view.stage.offset.x + static_cast<std::int32_t>(view.stage.extent.width)};
        for (std::int32_t top = 0; top < height; top += RowCover::strip_px) {
            const std::int32_t bottom = std::min(top + RowCover::strip_px, height);
            find_runs(view, static_cast<std::size_t>(top / RowCover::strip_px));
            const std::int32_t rest_top = std::clamp(edge(band_), top, bottom);
            const std::int32_t rest_bottom = std::clamp(edge(band_ + 1), top, bottom);
            std::int32_t from = stage.from;
            for (const Run& run : runs_) {
                add(run, top, bottom);
                add({from, std::min(run.from, stage.to)}, rest_top, rest_bottom);
                from = std::max(from, run.to);
            }
            add({from, stage.to}, rest_top, rest_bottom);
        }
    } else {
        known_ = Known{view.camera, view.overlays};
        areas_.push_back({{0, 0}, view.picture});
    }
    before_.assign(view.hands.begin(), view.hands.end());
    return areas_;
}

// A hand leaves the place where it was, too. Runs that meet become one.
void Refresh::find_runs(const RefreshView& view, std::size_t strip) {
    runs_.clear();
    const auto take = [&](Run run) {
        if (!run.empty()) {
            runs_.push_back(run);
        }
    };
    for (const RowCover& hand : view.hands) {
        take(run_in(hand, strip));
    }
    for (const RowCover& hand : before_) {
        take(run_in(hand, strip));
    }
    for (const RowCover& skin : view.skin) {
        take(run_in(skin, strip));
    }
    std::ranges::sort(runs_, {}, &Run::from);
    std::size_t kept = 0;
    for (std::size_t k = 1; k < runs_.size(); ++k) {
        if (runs_[k].from <= runs_[kept].to) {
            runs_[kept].to = std::max(runs_[kept].to, runs_[k].to);
        } else {
            runs_[++kept] = runs_[k];
        }
    }
    runs_.resize(runs_.empty() ? 0 : kept + 1);
}

void Refresh::add(Run run, std::int32_t top, std::int32_t bottom) {
    if (!run.empty() && top < bottom) {
        areas_.push_back(
            {{run.from, top},
             {static_cast<std::uint32_t>(run.to - run.from), static_cast<std::uint32_t>(bottom - top)}});
    }
}

} // namespace tactus::render
