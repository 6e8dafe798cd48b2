#include "engine/ui/catalogue.hpp"

#include <algorithm>

namespace tactus::ui {

const drills::Drill* find_drill(const Catalogue& catalogue, const std::string& id) {
    const auto found = std::ranges::find(catalogue.drills, id, &drills::Drill::id);
    return found == catalogue.drills.end() ? nullptr : &*found;
}

const client::Client* find_client(const Catalogue& catalogue, const std::string& id) {
    const auto found = std::ranges::find(catalogue.clients, id, &client::Client::id);
    return found == catalogue.clients.end() ? nullptr : &*found;
}

} // namespace tactus::ui
