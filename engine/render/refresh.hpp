#pragma once
/// Which pieces of a kept picture a weak machine draws anew in a frame: the hands, where they were before,
/// and the skin that looks different; the rest of the client, who only breathes, band by band.

#include "engine/render/camera.hpp"
#include "engine/render/renderer.hpp"
#include "engine/render/row_cover.hpp"

#include <optional>
#include <span>
#include <vector>

namespace tactus::render {

/// What a picture shows, and where in it.
struct RefreshView {
    Camera camera;
    Overlays overlays;
    VkExtent2D picture;
    VkRect2D stage;                  ///< where anything but the room can show
    std::span<const RowCover> hands; ///< where each hand can show
    std::span<const RowCover> skin;  ///< where skin has changed
};

class Refresh {
public:
    static constexpr std::int32_t bands = 8; ///< in as many frames a breath moves the chest by half a pixel

    /// Nothing of the kept picture is of use.
    void forget() { known_.reset(); }

    /// The pieces to draw in this frame; they do not overlap. All of the picture when it is not known or the
    /// view has changed. Valid until the next call.
    std::span<const VkRect2D> next(const RefreshView& view);

private:
    struct Known {
        Camera camera;
        Overlays overlays;
    };

    void find_runs(const RefreshView& view, std::size_t strip);
    void add(Run run, std::int32_t top, std::int32_t bottom);

    std::optional<Known> known_;
    std::int32_t band_ = 0;
    std::vector<VkRect2D> areas_;
    std::vector<RowCover> before_; ///< where the hands were in the frame before
    std::vector<Run> runs_;        ///< of the hands in one strip, from the left
};

} // namespace tactus::render
