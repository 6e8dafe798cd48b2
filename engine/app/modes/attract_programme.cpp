#include "engine/app/modes/attract_programme.hpp"

#include <array>
#include <string_view>

namespace tactus::app {

namespace {

struct Wanted {
    std::string_view drill;
    std::string_view client; ///< bodies that differ in size, build and tone of skin
};

constexpr std::array wanted{Wanted{"effleurage", "adler"},   Wanted{"kneading", "diallo"},
                            Wanted{"gutter-circles", "ito"}, Wanted{"wring-and-roll", "castro"},
                            Wanted{"deep-strip", "diallo"},  Wanted{"percussion", "castro"},
                            Wanted{"long-lines", "ito"}};

} // namespace

std::vector<AttractScene> attract_programme(const ui::Catalogue& catalogue) {
    std::vector<AttractScene> scenes;
    for (const Wanted& scene : wanted) {
        const drills::Drill* drill = ui::find_drill(catalogue, std::string(scene.drill));
        const client::Client* client = ui::find_client(catalogue, std::string(scene.client));
        if (drill != nullptr && client != nullptr) {
            scenes.push_back({drill, client});
        }
    }
    if (scenes.empty() && !catalogue.drills.empty() && !catalogue.clients.empty()) {
        scenes.push_back({&catalogue.drills.front(), &catalogue.clients.front()});
    }
    return scenes;
}

} // namespace tactus::app
