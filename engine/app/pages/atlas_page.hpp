#pragma once
/// The atlas as the program shows it: its entries, and what of the client is bare and marked.

#include "engine/app/stores/client_store.hpp"
#include "engine/render/renderer.hpp"
#include "engine/ui/screens/atlas_screen.hpp"

#include <vector>

namespace tactus::app {

class AtlasPage {
public:
    /// Reads what can be looked up, once. Throws UserError.
    void open();

    void draw(ui::Canvas& canvas, ui::Interaction& interaction, const render::Camera& camera,
              const PreparedClient* prepared, ui::Commands& ask);

    /// What of the client is bare for the entry that is chosen, and which muscle stands out.
    [[nodiscard]] render::Overlays overlays() const;

private:
    void read_part();

    bool read_ = false;
    scoring::Rubric rubric_;
    std::vector<client::Condition> conditions_;
    ui::AtlasScreen screen_;
    ui::AtlasPart part_ = ui::AtlasPart::points; ///< whose entries are read
    std::vector<ui::AtlasEntry> entries_;
};

} // namespace tactus::app
