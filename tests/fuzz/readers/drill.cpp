#include "sim/drills/carousel.hpp"
#include "sim/drills/drill_file.hpp"
#include "tests/fuzz/readers/readers.hpp"

namespace tactus::fuzz {

void read_drill(Bytes bytes) {
    const auto drill = accepted([&] { return drills::parse_drill(text_of(bytes), "drill.toml"); });
    if (!drill) {
        return;
    }
    promise(!drills::drawn_clients(*drill, 1).empty(), "somebody lies there in every drill");
    drills::Drill again = drills::parse_drill(drills::write_drill(*drill), "again.toml");
    again.id = drill->id;
    promise(again == *drill, "a drill reads back as it was written");
}

} // namespace tactus::fuzz
