#include "engine/render/damage.hpp"
#include "engine/render/ui_texture.hpp"
#include "sim/math/vec.hpp"

#include <doctest/doctest.h>
#include <imgui.h>

#include <array>

using namespace tactus;
using render::Damage;

namespace {

constexpr VkExtent2D uneven_picture{200, 100}; // the last tiles are narrower and lower than the others
constexpr int tile = Damage::tile_px;

/// Rectangles as ImGui draws them.
class Drawn {
public:
    void rect(float x, float y, float width, float height, ImU32 colour = IM_COL32(200, 100, 50, 255)) {
        add({x, y, width, height}, colour, other_texture);
    }

    void glass(float x, float y, float width, float height) {
        add({x, y, width, height}, IM_COL32_WHITE, render::glass_texture);
    }

    const ImDrawData* data() {
        data_.Valid = true;
        data_.CmdListsCount = 1;
#if IMGUI_VERSION_NUM >= 18980
        data_.CmdLists.clear();
        data_.CmdLists.push_back(&list_);
#else
        data_.CmdLists = lists_.data();
#endif
        return &data_;
    }

private:
    static constexpr render::UiTexture other_texture = render::glass_texture + 1;

    void add(const ImVec4& rect, ImU32 colour, render::UiTexture texture) {
        const auto first = static_cast<ImDrawIdx>(list_.VtxBuffer.Size);
        for (const Vec2& corner : {Vec2(0, 0), Vec2(1, 0), Vec2(1, 1), Vec2(0, 1)}) {
            list_.VtxBuffer.push_back(
                {ImVec2(rect.x + corner.x * rect.z, rect.y + corner.y * rect.w), ImVec2(0, 0), colour});
        }
        ImDrawCmd command;
        command.ClipRect = ImVec4(0, 0, uneven_picture.width, uneven_picture.height);
        command.TextureId = (ImTextureID)texture; // NOLINT(performance-no-int-to-ptr)
        command.IdxOffset = static_cast<unsigned>(list_.IdxBuffer.Size);
        command.ElemCount = 6;
        list_.CmdBuffer.push_back(command);
        for (const int corner : {0, 1, 2, 0, 2, 3}) {
            list_.IdxBuffer.push_back(static_cast<ImDrawIdx>(first + corner));
        }
    }

    ImDrawList list_{nullptr};
    ImDrawData data_;
    std::array<ImDrawList*, 1> lists_{&list_};
};

/// How many pixels the areas hold.
std::uint32_t pixels_in(std::span<const VkRect2D> areas) {
    std::uint32_t sum = 0;
    for (const VkRect2D& area : areas) {
        sum += area.extent.width * area.extent.height;
    }
    return sum;
}

} // namespace

TEST_CASE("a picture that stays as it is has no damage, and one that is new is all damage") {
    Damage damage;
    Drawn ui;
    ui.rect(40, 40, 20, 10);
    damage.begin(uneven_picture);
    damage.add_all();
    damage.add_changes(ui.data(), false);
    CHECK(pixels_in(damage.areas()) == uneven_picture.width * uneven_picture.height);
    damage.begin(uneven_picture);
    damage.add_changes(ui.data(), false);
    CHECK(damage.areas().empty());
    CHECK(damage.interface_areas().empty());
}

TEST_CASE("an interface damages the tiles where it changes, and those alone") {
    Damage damage;
    damage.begin(uneven_picture);
    Drawn before;
    before.rect(5, 5, 10, 10);
    before.rect(70, 40, 10, 10);
    damage.add_changes(before.data(), false);
    Drawn after;
    after.rect(5, 5, 10, 10);
    after.rect(70, 40, 10, 10, IM_COL32(1, 2, 3, 255));
    damage.begin(uneven_picture);
    damage.add_changes(after.data(), false);
    REQUIRE(damage.areas().size() == 1);
    CHECK(damage.areas()[0].offset.x == 2 * tile);
    CHECK(damage.areas()[0].offset.y == tile);
    CHECK(pixels_in(damage.areas()) == tile * tile);
    CHECK(damage.meets(70, 40, 80, 50));
    CHECK_FALSE(damage.meets(5, 5, 15, 15));
}

TEST_CASE("the interface is drawn again only where it lies over a piece of the stage that is new") {
    Damage damage;
    Drawn ui;
    ui.rect(5, 5, 10, 10);
    damage.begin(uneven_picture);
    damage.add_changes(ui.data(), false);
    damage.begin(uneven_picture);
    damage.add({{0, 0}, {3 * tile, 20}});
    damage.add_changes(ui.data(), false);
    CHECK(pixels_in(damage.areas()) == 3 * tile * tile);
    CHECK(pixels_in(damage.interface_areas()) == tile * tile);
    // Where it has gone the stage alone is put.
    damage.begin(uneven_picture);
    damage.add_changes(nullptr, false);
    CHECK(pixels_in(damage.areas()) == tile * tile);
    CHECK(damage.interface_areas().empty());
}

TEST_CASE(
    "tiles that lie under each other are one area where they are as wide, and no tile is twice in them") {
    Damage damage;
    damage.begin(uneven_picture);
    damage.add({{tile, 0}, {2 * tile, uneven_picture.height}}); // a column of the whole height
    damage.add({{5 * tile, 0}, {1, 1}});                        // and one tile beside it
    CHECK(damage.areas().size() == 2);
    CHECK(pixels_in(damage.areas()) == 2 * tile * uneven_picture.height + tile * tile);
    damage.add({{3 * tile, tile}, {1, 1}}); // the column is wider in its second row
    CHECK(damage.areas().size() == 4);
    CHECK(pixels_in(damage.areas()) == 2 * tile * uneven_picture.height + 2 * tile * tile);
}

TEST_CASE("new glass damages what shows it") {
    Damage damage;
    Drawn ui;
    ui.rect(5, 5, 10, 10);
    ui.glass(130, 70, 10, 10);
    damage.begin(uneven_picture);
    damage.add_changes(ui.data(), false);
    damage.begin(uneven_picture);
    damage.add_changes(ui.data(), true);
    REQUIRE(damage.areas().size() == 1);
    CHECK(damage.areas()[0].offset.x == 4 * tile);
    CHECK(damage.areas()[0].offset.y == 2 * tile);
}
