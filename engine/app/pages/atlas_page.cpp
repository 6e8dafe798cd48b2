#include "engine/app/pages/atlas_page.hpp"

#include "engine/app/hands/back_place.hpp"
#include "engine/render/muscle_map.hpp"
#include "sim/authoring/resources.hpp"
#include "sim/client/condition_file.hpp"

namespace tactus::app {

void AtlasPage::open() {
    if (!read_) {
        rubric_ = scoring::read_rubric(authoring::asset_named("rubrics", "default"));
        for (const std::string& id : authoring::asset_ids("conditions")) {
            conditions_.push_back(
                client::read_condition_file(authoring::asset_named("conditions", id)).condition);
        }
        read_part();
        read_ = true;
    }
}

void AtlasPage::read_part() {
    part_ = screen_.part;
    entries_ = ui::atlas_of(part_, rubric_, conditions_);
}

render::Overlays AtlasPage::overlays() const {
    render::Overlays overlays;
    overlays.hide_hands = true;
    const ui::AtlasEntry* entry = ui::chosen_entry(entries_, screen_);
    if (entry != nullptr && entry->muscle) {
        overlays.peel.left = overlays.peel.right = 2;
        overlays.named_muscle = render::superficial_id(*entry->muscle);
    }
    return overlays;
}

void AtlasPage::draw(ui::Canvas& canvas, ui::Interaction& interaction, const render::Camera& camera,
                     const PreparedClient* prepared, ui::Commands& ask) {
    const auto on_screen = [&](Vec2 spine) -> std::optional<Vec2> {
        return prepared != nullptr ? seen_at(canvas, camera, prepared->anatomy->skin, spine) : std::nullopt;
    };
    ui::draw_atlas_screen(canvas, interaction, {.entries = entries_, .on_screen = on_screen}, screen_, ask);
    if (screen_.part != part_) {
        read_part();
    }
}

} // namespace tactus::app
