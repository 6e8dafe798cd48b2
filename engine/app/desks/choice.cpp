#include "engine/app/desks/choice.hpp"

#include <algorithm>
#include <chrono>
#include <utility>
#include <vector>

namespace tactus::app {

Choice::Choice(std::filesystem::path data) : data_(std::move(data)), catalogue_(read_catalogue(data_)) {
    if (has_client()) {
        choose_client(catalogue_.clients.front().id);
    }
}

const client::Client& Choice::client() const {
    const client::Client* chosen = ui::find_client(catalogue_, list_.client);
    return chosen != nullptr ? *chosen : catalogue_.clients.front();
}

void Choice::choose(const std::string& drill, const std::string& client) {
    list_ = {.drill = drill, .client = client};
}

void Choice::bring_drill(const std::string& id_or_file) { choose_drill(add_drill(catalogue_, id_or_file)); }

void Choice::bring_client(const std::string& id_or_file) {
    choose_client(add_client(catalogue_, id_or_file));
}

std::optional<ui::ChooseDrill> Choice::next(const std::optional<std::string>& after) const {
    std::vector<const drills::Drill*> all;
    for (const drills::Drill& drill : catalogue_.drills) {
        if (!drill.kiosk) {
            all.push_back(&drill);
        }
    }
    if (all.empty()) {
        return std::nullopt;
    }
    const auto at = std::ranges::find(all, after.value_or(list_.drill),
                                      [](const drills::Drill* drill) { return drill->id; });
    const drills::Drill& next = at == all.end() || at + 1 == all.end() ? *all.front() : **(at + 1);
    return ui::ChooseDrill{next.id, next.client};
}

void Choice::read_anew() { arriving_ = std::async(std::launch::async, read_catalogue, data_); }

bool Choice::take_anew() {
    if (!reading() || arriving_.wait_for(std::chrono::seconds(0)) != std::future_status::ready) {
        return false;
    }
    catalogue_ = arriving_.get();
    return true;
}

void Choice::draw_drills(ui::Canvas& canvas, ui::Interaction& interaction, ui::Commands& ask) {
    ui::draw_drills_screen(canvas, interaction, catalogue_, list_, ask);
}

void Choice::draw_clients(ui::Canvas& canvas, ui::Interaction& interaction, ui::Commands& ask) {
    ui::draw_clients_screen(canvas, interaction, catalogue_, list_.client, clients_, ask);
}

} // namespace tactus::app
