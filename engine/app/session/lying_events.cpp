#include "engine/app/session/lying_events.hpp"

#include "sim/session/event_names.hpp"

#include <string_view>

namespace tactus::app {

render::Lying lying_of(std::span<const session::Event> events) {
    std::string_view position = "prone";
    hands::TableHeight table = hands::TableHeight::at_knuckles;
    for (const session::Event& event : events) {
        if (event.kind == session::EventKind::position_changed) {
            position = event.text;
        } else if (event.kind == session::EventKind::prepared) {
            table = session::table_height_named(event.text).value_or(table);
        }
    }
    return render::lying_in(position, table);
}

} // namespace tactus::app
