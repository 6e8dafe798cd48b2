#pragma once
/// Which tiles of the shown picture differ from the one before: where the stage was drawn anew, and where the
/// interface is another. Only those are put together again.

#include <vulkan/vulkan.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

struct ImDrawCmd;
struct ImDrawData;
struct ImDrawList;

namespace tactus::render {

class Damage {
public:
    static constexpr std::int32_t tile_px = 32;

    /// A new frame of that size; the interface of the frame before is remembered while the size stays.
    void begin(VkExtent2D picture);

    /// Everything differs.
    void add_all();

    /// Pixels that differ; may reach over the picture's edge.
    void add(const VkRect2D& area);

    /// Tiles in which the interface is another than in the frame before; with new glass, also those that show
    /// it. Null: there is none.
    void add_changes(const ImDrawData* ui, bool new_glass);

    /// True when a box of pixels meets a tile that differs.
    [[nodiscard]] bool meets(float left, float top, float right, float bottom) const;

    /// All tiles that differ, as areas that do not overlap. Valid until the next call of either.
    std::span<const VkRect2D> areas();

    /// Those of them that the interface reaches into, which add_changes took.
    std::span<const VkRect2D> interface_areas();

private:
    /// Tiles from the first to before the last, both ways.
    struct Tiles {
        std::int32_t left, top, right, bottom;
    };

    [[nodiscard]] Tiles tiles_of(float left, float top, float right, float bottom) const;

    [[nodiscard]] std::size_t tile_at(std::int32_t row, std::int32_t column) const {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
               static_cast<std::size_t>(column);
    }

    void add_area(const VkRect2D& area);
    template <class Wanted> std::span<const VkRect2D> areas_of(const Wanted& wanted);
    void hash(const ImDrawData& ui, bool new_glass);
    void hash_triangle(const ImDrawList& draw, const ImDrawCmd& command, const std::array<unsigned, 3>& at,
                       bool glass);

    VkExtent2D picture_{0, 0};
    std::int32_t columns_ = 0;
    std::int32_t rows_ = 0;
    std::vector<std::uint8_t> differs_;
    std::vector<std::uint64_t> before_; ///< what the interface drew in each tile
    std::vector<std::uint64_t> now_;
    std::vector<std::uint64_t> corners_; ///< hashes of a list's vertices
    std::vector<VkRect2D> areas_;
};

} // namespace tactus::render
