#include "engine/app/stores/library.hpp"

#include "engine/app/stores/drill_store.hpp"
#include "sim/authoring/resources.hpp"
#include "sim/authoring/user_error.hpp"
#include "sim/client/client_file.hpp"
#include "sim/drills/drill_file.hpp"
#include "sim/drills/own_client.hpp"

#include <algorithm>
#include <functional>
#include <tuple>
#include <utility>

namespace tactus::app {

namespace {

constexpr double practice_s = 4 * 3600;

template <class Item>
void read_all(std::string_view kind, std::vector<Item>& items, std::vector<std::string>& problems,
              const std::function<Item(const std::filesystem::path&)>& read) {
    for (const std::string& id : authoring::asset_ids(kind)) {
        try {
            items.push_back(read(authoring::asset_named(kind, id)));
        } catch (const UserError& error) {
            problems.emplace_back(error.what());
        }
    }
}

/// The item with that file's id; read and appended when it is new, replaced when it was named as a file.
template <class Item> std::string add(std::vector<Item>& items, Item item) {
    const auto known = std::ranges::find(items, item.id, &Item::id);
    std::string id = item.id;
    if (known != items.end()) {
        *known = std::move(item);
    } else {
        items.push_back(std::move(item));
    }
    return id;
}

/// Whom a drill brings along. False where another one goes by that id here.
bool add_own_client(ui::Catalogue& catalogue, const drills::DrillFile& file) {
    if (file.own == nullptr) {
        return true;
    }
    if (const client::Client* known = ui::find_client(catalogue, file.own->client.id)) {
        return client::write_client(*known) == client::write_client(file.own->client);
    }
    catalogue.of_drills.push_back(file.own->client);
    return true;
}

/// What somebody made or laid here; it goes by the name of its file, which no shipped drill has.
void add_own_drills(ui::Catalogue& catalogue, const std::filesystem::path& data) {
    const DrillStore store(data);
    for (drills::DrillFile& file : store.saved(catalogue.problems)) {
        const std::string& id = file.drill.id;
        if (ui::find_drill(catalogue, id) != nullptr) {
            catalogue.problems.push_back(store.file_of(id).string() +
                                         ": has the name of a shipped drill; give the file another one");
            continue;
        }
        if (!add_own_client(catalogue, file)) {
            catalogue.problems.push_back(store.file_of(id).string() + ": its client `" + file.own->client.id +
                                         "` is somebody else here; give that client another id");
            continue;
        }
        catalogue.own.push_back(id);
        catalogue.drills.push_back(std::move(file.drill));
    }
}

} // namespace

ui::Catalogue read_catalogue(const std::filesystem::path& data) {
    ui::Catalogue catalogue;
    read_all<drills::Drill>("drills", catalogue.drills, catalogue.problems,
                            [](const std::filesystem::path& file) { return drills::read_drill(file); });
    read_all<client::Client>("clients", catalogue.clients, catalogue.problems,
                             [](const std::filesystem::path& file) { return client::read_client(file); });
    if (!data.empty()) {
        add_own_drills(catalogue, data);
    }
    // One's own first, then as the catalogue counts them, the shorter first. The kiosk's drill last: it is
    // for visitors, and has its own line on the home screen.
    std::ranges::stable_sort(catalogue.drills, {}, [&](const drills::Drill& drill) {
        return std::tuple(!ui::is_own(catalogue, drill.id),
                          drill.catalogue.empty() ? std::string("~") : drill.catalogue, drill.duration_s());
    });
    std::stable_partition(catalogue.drills.begin(), catalogue.drills.end(),
                          [](const drills::Drill& drill) { return !drill.kiosk; });
    return catalogue;
}

std::string add_drill(ui::Catalogue& catalogue, const std::string& id_or_file) {
    drills::DrillFile file = drills::read_drill_file(authoring::asset_named("drills", id_or_file));
    if (file.own != nullptr) {
        add(catalogue.of_drills, file.own->client);
    }
    return add(catalogue.drills, std::move(file.drill));
}

std::string add_client(ui::Catalogue& catalogue, const std::string& id_or_file) {
    if (std::ranges::find(catalogue.of_drills, id_or_file, &client::Client::id) !=
        catalogue.of_drills.end()) {
        return id_or_file; // the drill that is opened brings them
    }
    return add(catalogue.clients, client::read_client(authoring::asset_named("clients", id_or_file)));
}

client::Phrases read_phrases() {
    try {
        return client::read_phrases(authoring::resource("assets/phrases/english.toml"));
    } catch (const UserError&) {
        return {};
    }
}

drills::Drill practice_drill() {
    drills::Drill drill;
    drill.id = "practice";
    drill.name = "Practice";
    drill.technique = "free";
    drill.brief = "A free back, no clock, no score.";
    drill.steps.push_back(
        {.name = "Free", .instruction = "Stroke as you like.", .duration_s = practice_s, .task = {}});
    return drill;
}

const drills::Drill& kiosk_drill(const ui::Catalogue& catalogue) {
    if (catalogue.drills.empty()) {
        throw UserError(
            Complaint{"assets/drills", "no drill could be read",
                      catalogue.problems.empty() ? "reinstall Tactus" : catalogue.problems.front()});
    }
    const auto found = std::ranges::find_if(catalogue.drills, &drills::Drill::kiosk);
    return found != catalogue.drills.end() ? *found : catalogue.drills.front();
}

session::Setup session_setup(const drills::Drill& drill, const client::Client& client,
                             tissue::Setting setting) {
    session::Setup setup;
    setup.client = client;
    setup.drill = drill;
    setup.rubric = scoring::read_rubric(authoring::asset_named("rubrics", drill.rubric));
    setup.setting = setting;
    return setup;
}

} // namespace tactus::app
