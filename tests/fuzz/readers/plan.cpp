#include "sim/care/plan_file.hpp"
#include "tests/fuzz/readers/readers.hpp"

namespace tactus::fuzz {

void read_plan(Bytes bytes) {
    if (const auto plan = accepted([&] { return care::parse_plan(text_of(bytes), "plan.toml"); })) {
        for (const care::Visit& visit : plan->visits) {
            promise(visit.length_min() >= 0, "a visit takes time");
        }
    }
}

} // namespace tactus::fuzz
