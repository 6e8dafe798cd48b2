#include "shaders/shared/room.h"
#include "shaders/shared/scatter.h"
#include "shaders/shared/stage.h"
#include "shaders/shared/ui.h"

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstdio>
#include <map>
#include <string>

using namespace tactus;

namespace {

/// Offsets of block members as the shader compiler lays them out, by name ("frame.eye").
std::map<std::string, std::size_t> reflected(const std::string& shader) {
    const std::string folder = std::string(TACTUS_SOURCE_DIR) + "/shaders";
    const std::string command = "glslangValidator -q -l --target-env vulkan1.3 -o /dev/null -I" + folder +
                                " " + folder + "/passes/" + shader;
    std::map<std::string, std::size_t> offsets;
    FILE* pipe = popen(command.c_str(), "r");
    REQUIRE(pipe != nullptr);
    std::array<char, 512> line{};
    while (std::fgets(line.data(), static_cast<int>(line.size()), pipe) != nullptr) {
        const std::string text = line.data();
        const std::size_t colon = text.find(": offset ");
        if (colon != std::string::npos && text.find('.') < colon) {
            offsets[text.substr(0, colon)] = std::stoul(text.substr(colon + 9));
        }
    }
    pclose(pipe);
    return offsets;
}

} // namespace

#define CHECK_OFFSET(offsets, block, type, member)                                                           \
    do {                                                                                                     \
        const auto found = (offsets).find(std::string(block) + "." #member);                                 \
        if (found != (offsets).end()) {                                                                      \
            CHECK_MESSAGE(found->second == offsetof(shared::type, member), #type "::" #member);              \
            ++seen;                                                                                          \
        }                                                                                                    \
    } while (false)

TEST_CASE("the frame's constants lie in C++ where the shaders read them") {
    int seen = 0;
    for (const char* shader : {"skin.frag", "hand.frag", "stage.vert", "layer.vert", "backdrop.frag"}) {
        const auto offsets = reflected(shader);
        CHECK_OFFSET(offsets, "frame", StageFrame, clip_from_world);
        CHECK_OFFSET(offsets, "frame", StageFrame, eye);
        CHECK_OFFSET(offsets, "frame", StageFrame, blood);
        CHECK_OFFSET(offsets, "frame", StageFrame, sky);
        CHECK_OFFSET(offsets, "frame", StageFrame, skin);
        CHECK_OFFSET(offsets, "frame", StageFrame, age);
        CHECK_OFFSET(offsets, "frame", StageFrame, picture);
        CHECK_OFFSET(offsets, "frame", StageFrame, backdrop);
        CHECK_OFFSET(offsets, "frame", StageFrame, pressure_map);
        CHECK_OFFSET(offsets, "frame", StageFrame, coverage);
        CHECK_OFFSET(offsets, "frame", StageFrame, hand_opacity);
        CHECK_OFFSET(offsets, "frame", StageFrame, neck.rad);
        CHECK_OFFSET(offsets, "frame", StageFrame, lumbar.rad);
        CHECK_OFFSET(offsets, "frame", StageFrame, right_arm);
        CHECK_OFFSET(offsets, "frame", StageFrame, key_centre);
        CHECK_OFFSET(offsets, "frame", StageFrame, rim_facing);
        CHECK_OFFSET(offsets, "frame", StageFrame, lamp_way);
    }
    CHECK(seen >= 12);
}

TEST_CASE("push constants lie in C++ where the shaders read them") {
    int seen = 0;
    for (const char* shader : {"room.frag", "blur.frag"}) {
        const auto offsets = reflected(shader);
        CHECK_OFFSET(offsets, "push", RoomPush, eye);
        CHECK_OFFSET(offsets, "push", RoomPush, aspect);
        CHECK_OFFSET(offsets, "push", RoomPush, right);
        CHECK_OFFSET(offsets, "push", RoomPush, exposure);
        CHECK_OFFSET(offsets, "push", RoomPush, up);
        CHECK_OFFSET(offsets, "push", RoomPush, sigma);
        CHECK_OFFSET(offsets, "push", RoomPush, forward);
        CHECK_OFFSET(offsets, "push", RoomPush, last);
        CHECK_OFFSET(offsets, "push", RoomPush, size);
        CHECK_OFFSET(offsets, "push", RoomPush, sweep);
        CHECK_OFFSET(offsets, "push", RoomPush, table_m);
    }
    CHECK(seen >= 10);
    seen = 0;
    const auto finish = reflected("finish.frag");
    CHECK_OFFSET(finish, "push", ScatterPush, texel);
    CHECK_OFFSET(finish, "push", ScatterPush, near);
    CHECK_OFFSET(finish, "push", ScatterPush, pixels_at_metre);
    CHECK(seen == 3);
    const auto offsets = reflected("ui.vert");
    seen = 0;
    CHECK_OFFSET(offsets, "push", UiPush, scale);
    CHECK_OFFSET(offsets, "push", UiPush, shift);
    CHECK(seen == 2);
}
