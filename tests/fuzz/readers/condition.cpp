#include "sim/client/condition_file.hpp"
#include "tests/fuzz/readers/readers.hpp"

namespace tactus::fuzz {

void read_condition(Bytes bytes) {
    const auto file = accepted([&] { return client::parse_condition(text_of(bytes), "condition.toml"); });
    if (!file) {
        return;
    }
    authoring::Document carried(client::write_condition(file->condition, "condition"), "again.toml");
    authoring::Table root = carried.root();
    authoring::Table table = root.table("condition");
    const client::Condition again = client::read_condition(table);
    carried.finish();
    promise(again == file->condition, "a condition reads back as it was written");
}

} // namespace tactus::fuzz
