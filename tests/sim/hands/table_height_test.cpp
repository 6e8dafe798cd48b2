#include "sim/hands/hand_poser.hpp"
#include "sim/hands/hands_data.hpp"

#include <doctest/doctest.h>

using namespace tactus;
using contact::ToolKind;
using hands::TableHeight;

namespace {

/// What a person reaches who asks for 400 N for two seconds.
float hardest_push_n(ToolKind tool, TableHeight table) {
    static const anatomy::Anatomy anatomy = anatomy::make_anatomy({}, {});
    hands::HandPoser poser(anatomy);
    poser.set_table(table);
    float force_n = 0;
    for (int k = 0; k < 480; ++k) {
        force_n =
            poser
                .pose({std::nullopt, hands::HandInput{.tool = tool, .u = 0.2F, .v = 0.7F, .force_n = 400}})[1]
                ->commanded_force_n;
    }
    return force_n;
}

} // namespace

TEST_CASE("a low table lets a person lean, a high one leaves the arms alone") {
    for (const ToolKind tool : {ToolKind::palm, ToolKind::forearm, ToolKind::elbow}) {
        const float usual = hardest_push_n(tool, TableHeight::at_knuckles);
        CHECK(usual == doctest::Approx(hands::tool_limits(tool).force_n));
        CHECK(hardest_push_n(tool, TableHeight::low) == doctest::Approx(usual * hands::low_table_share.f()));
        CHECK(hardest_push_n(tool, TableHeight::high) ==
              doctest::Approx(usual * hands::high_table_share.f()));
    }
}

TEST_CASE("fingers and thumbs press as hard at any table") {
    for (const ToolKind tool : {ToolKind::thumb, ToolKind::fingertips, ToolKind::pincer}) {
        CHECK(hardest_push_n(tool, TableHeight::high) == hardest_push_n(tool, TableHeight::low));
    }
}
