#include "engine/ui/catalogue.hpp"

#include <algorithm>

namespace tactus::ui {

const drills::Drill* find_drill(const Catalogue& catalogue, const std::string& id) {
    const auto found = std::ranges::find(catalogue.drills, id, &drills::Drill::id);
    return found == catalogue.drills.end() ? nullptr : &*found;
}

bool is_own(const Catalogue& catalogue, const std::string& drill) {
    return std::ranges::find(catalogue.own, drill) != catalogue.own.end();
}

const client::Client* find_client(const Catalogue& catalogue, const std::string& id) {
    for (const std::vector<client::Client>* clients : {&catalogue.clients, &catalogue.of_drills}) {
        if (const auto found = std::ranges::find(*clients, id, &client::Client::id);
            found != clients->end()) {
            return &*found;
        }
    }
    return nullptr;
}

} // namespace tactus::ui
