#include "tests/images/stage_scenes.hpp"

#include "sim/hands/hand_pose.hpp"
#include "sim/math/interpolation.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace tactus::scenes {
namespace {

using anatomy::SkinGrid;

struct Row {
    const char* id;
    anatomy::BodyParameters body;
    client::SkinTone tone;
    anatomy::HairStyle hair;
    Vec3 hair_colour;
};

const std::array rows = std::to_array<Row>({
    {"male-lean",
     {anatomy::Sex::male, 1.80F, 22.5F, 29, .78F},
     client::SkinTone::light,
     anatomy::HairStyle::cropped,
     Vec3(.035F, .022F, .014F)},
    {"male-heavy",
     {anatomy::Sex::male, 1.76F, 33.5F, 47, .50F},
     client::SkinTone::fair,
     anatomy::HairStyle::cropped,
     Vec3(.055F, .036F, .022F)},
    {"female-average",
     {anatomy::Sex::female, 1.65F, 23.0F, 34, .42F},
     client::SkinTone::tan,
     anatomy::HairStyle::bun,
     Vec3(.020F, .012F, .008F)},
    {"elderly-thin",
     {anatomy::Sex::male, 1.70F, 18.8F, 79, .18F},
     client::SkinTone::fair,
     anatomy::HairStyle::cropped,
     Vec3(.46F, .45F, .43F)},
    {"male-athletic-dark",
     {anatomy::Sex::male, 1.84F, 25.5F, 27, .95F},
     client::SkinTone::deep,
     anatomy::HairStyle::cropped,
     Vec3(.008F, .007F, .006F)},
    {"female-heavy",
     {anatomy::Sex::female, 1.62F, 32.0F, 52, .35F},
     client::SkinTone::light,
     anatomy::HairStyle::bun,
     Vec3(.045F, .026F, .014F)},
    {"female-slim-deep",
     {anatomy::Sex::female, 1.70F, 20.5F, 25, .50F},
     client::SkinTone::brown,
     anatomy::HairStyle::bun,
     Vec3(.010F, .008F, .007F)},
    {"elderly-female",
     {anatomy::Sex::female, 1.57F, 26.0F, 74, .20F},
     client::SkinTone::fair,
     anatomy::HairStyle::bun,
     Vec3(.52F, .51F, .50F)},
});

void add_hand(const anatomy::Anatomy& anatomy, contact::Side side, const hands::HandInput& input,
              float press_m, session::Snapshot& now) {
    const contact::PosedTool tool = hands::pose_tool(anatomy, input, side);
    session::HandSnapshot& hand = now.hands[static_cast<std::size_t>(side)];
    hand.present = true;
    hand.tool = tool.kind;
    hand.capsules = tool.pressing;
    hand.capsules.insert(hand.capsules.end(), tool.shown.begin(), tool.shown.end());
    hand.pressing_count = static_cast<int>(tool.pressing.size());
    for (contact::Capsule& capsule : hand.capsules) {
        capsule.a += tool.approach * press_m;
        capsule.b += tool.approach * press_m;
    }
    hand.centre = tool.centre;
    hand.normal = -tool.approach;
    hand.forward = tool.forward;
    hand.touching = press_m > 0;
}

/// What the hands do to the skin: out of their way by the overlap, up a little around them.
void mark_skin(const anatomy::Anatomy& anatomy, session::Snapshot& now) {
    constexpr std::size_t count = std::size_t{SkinGrid::field_columns} * SkinGrid::field_rows;
    session::SkinSnapshot& skin = now.skin;
    skin.displacement_m.assign(count, Vec3(0));
    skin.pressure_pa.assign(count, 0);
    skin.redness.assign(count, 0);
    skin.blanching.assign(count, 0);
    skin.oil.assign(count, 0);
    skin.coverage.assign(count, 0);
    for (std::size_t k = 0; k < count; ++k) {
        const int column = 2 * static_cast<int>(k % SkinGrid::field_columns);
        const int row = 2 * static_cast<int>(k / SkinGrid::field_columns);
        const Vec3 place = anatomy.skin.at(column, row);
        const Vec3 normal = anatomy.skin.normal[SkinGrid::index(column, row)];
        for (const session::HandSnapshot& hand : now.hands) {
            if (!hand.present) {
                continue;
            }
            const std::span pressing(hand.capsules.data(), static_cast<std::size_t>(hand.pressing_count));
            const contact::Gap gap = contact::gap(pressing, place, Vec3(0));
            const float overlap = std::max(-gap.distance_m, 0.0F);
            const float bulge = .0028F * math::gauss(gap.distance_m - .020F, .011F);
            skin.displacement_m[k] += normal * (bulge - overlap);
            skin.pressure_pa[k] += 900e3F * overlap;
            skin.blanching[k] = std::max(skin.blanching[k], math::smoothstep(0, .006F, overlap));
            const Vec3 offset = place - hand.centre;
            const float along = glm::dot(offset, hand.forward);
            const float across = glm::length(offset - hand.forward * along);
            skin.redness[k] += math::gauss(across, .042F) * math::smoothstep(.10F, -.04F, along) *
                               math::smoothstep(-.30F, -.02F, along);
            skin.oil[k] = std::max(skin.oil[k], math::smoothstep(.085F, .035F, across) *
                                                    math::smoothstep(.16F, .05F, along));
            skin.coverage[k] = skin.oil[k];
        }
    }
}

} // namespace

std::vector<client::Client> stage_clients() {
    std::vector<client::Client> clients;
    for (const Row& row : rows) {
        client::Client made;
        made.id = row.id;
        made.name = row.id;
        made.body = row.body;
        made.skin_tone = row.tone;
        made.hair = row.hair;
        made.hair_colour = row.hair_colour;
        clients.push_back(made);
    }
    return clients;
}

client::Client stage_client(std::string_view id) {
    const std::vector<client::Client> clients = stage_clients();
    const auto found =
        std::find_if(clients.begin(), clients.end(), [&](const client::Client& c) { return c.id == id; });
    return found != clients.end() ? *found : clients.front();
}

session::Snapshot hands_on_back(const anatomy::Anatomy& anatomy, float press_m, float slide) {
    session::Snapshot now;
    hands::HandInput right;
    right.u = .42F;
    right.v = math::mix(.50F, .85F, slide);
    right.angle_deg = -18;
    hands::HandInput left = right;
    left.u = -.42F;
    left.v += .08F;
    left.angle_deg = -10;
    add_hand(anatomy, contact::Side::right, right, press_m, now);
    add_hand(anatomy, contact::Side::left, left, press_m, now);
    mark_skin(anatomy, now);
    return now;
}

session::Snapshot tool_on_back(const anatomy::Anatomy& anatomy, contact::ToolKind tool, float press_m) {
    session::Snapshot now;
    hands::HandInput input;
    input.tool = tool;
    input.u = .34F;
    input.v = .30F;
    input.angle_deg = -60;
    add_hand(anatomy, contact::Side::right, input, press_m, now);
    mark_skin(anatomy, now);
    return now;
}

} // namespace tactus::scenes
