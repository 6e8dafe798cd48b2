#include "engine/render/damage.hpp"

#include "engine/render/ui_texture.hpp"

#include <imgui.h>

#include <algorithm>
#include <bit>

namespace tactus::render {
namespace {

std::uint64_t mixed(std::uint64_t hash, std::uint64_t value) {
    // A multiplication and a rotation a word: a change that is missed shows until the next one, no longer.
    return std::rotl((hash ^ value) * 0x9E3779B97F4A7C15U, 29);
}

std::uint64_t pair_of(float a, float b) {
    return std::uint64_t{std::bit_cast<std::uint32_t>(a)} << 32U | std::bit_cast<std::uint32_t>(b);
}

std::uint64_t hash_of(const ImDrawVert& vertex) {
    return mixed(mixed(pair_of(vertex.pos.x, vertex.pos.y), pair_of(vertex.uv.x, vertex.uv.y)), vertex.col);
}

} // namespace

void Damage::begin(VkExtent2D picture) {
    if (picture.width != picture_.width || picture.height != picture_.height) {
        picture_ = picture;
        columns_ = (static_cast<std::int32_t>(picture.width) + tile_px - 1) / tile_px;
        rows_ = (static_cast<std::int32_t>(picture.height) + tile_px - 1) / tile_px;
        before_.assign(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_), 0);
    }
    differs_.assign(before_.size(), 0);
}

void Damage::add_all() { std::ranges::fill(differs_, std::uint8_t{1}); }

Damage::Tiles Damage::tiles_of(float left, float top, float right, float bottom) const {
    const auto tile = [](float pixel, std::int32_t most) {
        return static_cast<std::int32_t>(std::clamp(pixel / tile_px, 0.0F, static_cast<float>(most)));
    };
    return {tile(left, columns_), tile(top, rows_), tile(right + tile_px, columns_),
            tile(bottom + tile_px, rows_)};
}

void Damage::add(const VkRect2D& area) {
    const auto left = static_cast<float>(area.offset.x);
    const auto top = static_cast<float>(area.offset.y);
    const Tiles tiles = tiles_of(left, top, left + static_cast<float>(area.extent.width) - 1,
                                 top + static_cast<float>(area.extent.height) - 1);
    for (std::int32_t row = tiles.top; row < tiles.bottom; ++row) {
        for (std::int32_t column = tiles.left; column < tiles.right; ++column) {
            differs_[tile_at(row, column)] = 1;
        }
    }
}

void Damage::add_changes(const ImDrawData* ui, bool new_glass) {
    now_.assign(before_.size(), 0);
    if (ui != nullptr) {
        hash(*ui, new_glass);
    }
    for (std::size_t k = 0; k < now_.size(); ++k) {
        if (now_[k] != before_[k]) {
            differs_[k] = 1;
        }
    }
    std::swap(now_, before_);
}

void Damage::hash(const ImDrawData& ui, bool new_glass) {
    for (int list = 0; list < ui.CmdListsCount; ++list) {
        const ImDrawList& draw = *ui.CmdLists[list];
        corners_.resize(static_cast<std::size_t>(draw.VtxBuffer.Size));
        std::transform(draw.VtxBuffer.begin(), draw.VtxBuffer.end(), corners_.begin(), hash_of);
        for (const ImDrawCmd& command : draw.CmdBuffer) {
            const bool glass = new_glass && (UiTexture)command.GetTexID() == glass_texture;
            const ImDrawIdx* index = draw.IdxBuffer.Data + command.IdxOffset;
            for (unsigned k = 0; k + 2 < command.ElemCount; k += 3, index += 3) {
                hash_triangle(draw, command,
                              {index[0] + command.VtxOffset, index[1] + command.VtxOffset,
                               index[2] + command.VtxOffset},
                              glass);
            }
        }
    }
}

void Damage::hash_triangle(const ImDrawList& draw, const ImDrawCmd& command,
                           const std::array<unsigned, 3>& at, bool glass) {
    const ImVec2 a = draw.VtxBuffer.Data[at[0]].pos;
    const ImVec2 b = draw.VtxBuffer.Data[at[1]].pos;
    const ImVec2 c = draw.VtxBuffer.Data[at[2]].pos;
    const std::uint64_t triangle = mixed(mixed(corners_[at[0]], corners_[at[1]]), corners_[at[2]]);
    const Tiles tiles = tiles_of(std::max(std::min({a.x, b.x, c.x}), command.ClipRect.x),
                                 std::max(std::min({a.y, b.y, c.y}), command.ClipRect.y),
                                 std::min(std::max({a.x, b.x, c.x}), command.ClipRect.z),
                                 std::min(std::max({a.y, b.y, c.y}), command.ClipRect.w));
    for (std::int32_t row = tiles.top; row < tiles.bottom; ++row) {
        for (std::int32_t column = tiles.left; column < tiles.right; ++column) {
            const std::size_t tile = tile_at(row, column);
            now_[tile] = mixed(now_[tile], triangle);
            if (glass) {
                differs_[tile] = 1;
            }
        }
    }
}

bool Damage::meets(float left, float top, float right, float bottom) const {
    const Tiles tiles = tiles_of(left, top, right, bottom);
    for (std::int32_t row = tiles.top; row < tiles.bottom; ++row) {
        for (std::int32_t column = tiles.left; column < tiles.right; ++column) {
            if (differs_[tile_at(row, column)] != 0) {
                return true;
            }
        }
    }
    return false;
}

// What goes on straight below becomes one with it: every area costs commands.
void Damage::add_area(const VkRect2D& area) {
    const auto above = std::ranges::find_if(areas_, [&](const VkRect2D& other) {
        return other.offset.x == area.offset.x && other.extent.width == area.extent.width &&
               other.offset.y + static_cast<std::int32_t>(other.extent.height) == area.offset.y;
    });
    if (above != areas_.end()) {
        above->extent.height += area.extent.height;
    } else {
        areas_.push_back(area);
    }
}

template <class Wanted> std::span<const VkRect2D> Damage::areas_of(const Wanted& wanted) {
    areas_.clear();
    for (std::int32_t row = 0; row < rows_; ++row) {
        const std::int32_t top = row * tile_px;
        const auto height =
            static_cast<std::uint32_t>(std::min(tile_px, static_cast<std::int32_t>(picture_.height) - top));
        for (std::int32_t column = 0; column < columns_; ++column) {
            if (!wanted(tile_at(row, column))) {
                continue;
            }
            const std::int32_t left = column * tile_px;
            while (column + 1 < columns_ && wanted(tile_at(row, column + 1))) {
                ++column;
            }
            const std::int32_t right =
                std::min((column + 1) * tile_px, static_cast<std::int32_t>(picture_.width));
            add_area({{left, top}, {static_cast<std::uint32_t>(right - left), height}});
        }
    }
    return areas_;
}

std::span<const VkRect2D> Damage::areas() {
    return areas_of([&](std::size_t tile) { return differs_[tile] != 0; });
}

std::span<const VkRect2D> Damage::interface_areas() {
    return areas_of([&](std::size_t tile) { return differs_[tile] != 0 && before_[tile] != 0; });
}

} // namespace tactus::render
