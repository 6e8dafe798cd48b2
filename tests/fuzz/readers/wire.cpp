#include "sim/school/wire.hpp"

#include "tests/fuzz/readers/readers.hpp"

namespace tactus::fuzz {

/// What anybody on the network may send to a school's server.
void read_push(Bytes bytes) {
    const auto batch = accepted([&] { return school::parse_batch(std::string(text_of(bytes))); });
    if (!batch) {
        return;
    }
    promise(batch->size() <= school::batch_limit, "a batch is no longer than agreed");
    for (const school::Push& push : *batch) {
        promise(school::is_uuid(push.id) && school::is_uuid(push.profile), "ids are UUIDs");
    }
}

/// What a server, or who pretends to be one, says to a station.
void read_answers(Bytes bytes) {
    if (const auto answers = accepted([&] { return school::parse_answers(std::string(text_of(bytes))); })) {
        promise(answers->size() <= school::batch_limit, "there are no more answers than were asked for");
    }
}

} // namespace tactus::fuzz
