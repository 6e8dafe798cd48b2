// Golden pictures: small, tolerant of other drivers, strict about shape, light and colour. To accept new ones
// after looking at them: TACTUS_ACCEPT_PICTURES=1 ./test_images
#include "engine/app/run/shown_marks.hpp"
#include "engine/gpu/device.hpp"
#include "engine/platform/image_file.hpp"
#include "engine/render/client_model.hpp"
#include "engine/render/renderer.hpp"
#include "tests/images/stage_scenes.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <utility>

using namespace tactus;
namespace fs = std::filesystem;

namespace {

const platform::PixelSize small{256, 144};
const fs::path goldens = fs::path(TACTUS_SOURCE_DIR) / "tests/images/golden";

enum class Moment { rest, hands, thumb, marked };

struct Picture {
    const char* client;
    render::CameraPreset camera;
    Moment moment;
    bool pressure_map = false;
    render::Tier tier = render::Tier::low;
    render::Peel peel = {};
    void (*spoil)(render::ClientModel&) = nullptr; ///< breaks the model before it is drawn
    render::Lying lying = {};
};

/// A client as the renderer takes one. Made once: most pictures show the same man.
struct Prepared {
    anatomy::Anatomy anatomy;
    std::shared_ptr<const render::ClientModel> model;
};

const Prepared& prepared(const Picture& picture) {
    static std::map<std::tuple<std::string, render::Tier, render::Posture>, Prepared> made;
    const auto key = std::tuple(std::string(picture.client), picture.tier, picture.lying.posture);
    if (!made.contains(key)) {
        const client::Client client = scenes::stage_client(picture.client);
        Prepared& fresh = made[key];
        fresh.anatomy = anatomy::make_anatomy(client.body, {});
        fresh.model = render::make_client_model(fresh.anatomy, client, picture.tier, picture.lying);
    }
    return made[key];
}

platform::Image drawn(const Picture& picture) {
    const anatomy::Anatomy& anatomy = prepared(picture).anatomy;
    const gpu::Device device({nullptr, true});
    render::Renderer renderer(device, small, picture.tier);
    std::shared_ptr<const render::ClientModel> model = prepared(picture).model;
    if (picture.spoil != nullptr) {
        auto spoiled = std::make_shared<render::ClientModel>(*model);
        picture.spoil(*spoiled);
        model = std::move(spoiled);
    }
    renderer.show_client(std::move(model));
    if (picture.peel.any()) {
        renderer.show_anatomy(render::make_anatomy_model(anatomy, picture.tier));
    }
    session::Snapshot now;
    if (picture.moment == Moment::hands) {
        now = scenes::hands_on_back(anatomy, .008F, .2F);
    } else if (picture.moment == Moment::thumb) {
        now = scenes::tool_on_back(anatomy, contact::ToolKind::thumb, .010F);
    } else if (picture.moment == Moment::marked) {
        app::lay_marks(anatomy.skin, now.skin);
    }
    render::FrameView view;
    view.now = &now;
    const render::Placement& placement = render::placement_of(*prepared(picture).model);
    view.camera = render::seen_by_body(render::camera_beside(picture.camera, placement), placement);
    view.overlays.peel = picture.peel;
    view.overlays.pressure_map = picture.pressure_map;
    view.overlays.hand_opacity = picture.pressure_map ? .4F : 1;
    REQUIRE(renderer.draw(view));
    platform::Image image = renderer.read_back();
    CHECK(device.validation_messages() == 0);
    return image;
}

/// Sum of a - b over a square of `block` pixels from (x, y), in one colour.
int block_difference(const platform::Image& a, const platform::Image& b, std::array<int, 3> first,
                     int block) {
    const auto [x, y, channel] = first;
    int difference = 0;
    for (int row = y; row < y + block; ++row) {
        for (int column = x; column < x + block; ++column) {
            const std::size_t at = (static_cast<std::size_t>(row) * a.width + column) * 4 + channel;
            difference += a.rgba[at] - b.rgba[at];
        }
    }
    return difference;
}

/// Mean of |a - b| over colours, 0..255, after averaging squares of `block` pixels.
double mean_difference(const platform::Image& a, const platform::Image& b, int block) {
    REQUIRE(a.width == b.width);
    REQUIRE(a.height == b.height);
    double sum = 0;
    int count = 0;
    for (int y = 0; y + block <= a.height; y += block) {
        for (int x = 0; x + block <= a.width; x += block) {
            for (int channel = 0; channel < 3; ++channel) {
                sum += std::abs(block_difference(a, b, {x, y, channel}, block)) /
                       static_cast<double>(block * block);
                ++count;
            }
        }
    }
    return sum / count;
}

/// The largest mean of |a - b| over any square of `block` pixels: what went wrong in one place only.
double worst_block(const platform::Image& a, const platform::Image& b, int block) {
    double worst = 0;
    for (int y = 0; y + block <= a.height; y += block) {
        for (int x = 0; x + block <= a.width; x += block) {
            double sum = 0;
            for (int row = y; row < y + block; ++row) {
                for (int k = 4 * x; k < 4 * (x + block); ++k) {
                    const std::size_t at = static_cast<std::size_t>(row) * a.width * 4 + k;
                    sum += std::abs(a.rgba[at] - b.rgba[at]);
                }
            }
            worst = std::max(worst, sum / (3.0 * block * block));
        }
    }
    return worst;
}

/// A picture further than this from its golden fails, as a whole or place by place.
constexpr double most_mean = 2;
constexpr double most_in_place = 14;

bool agree(const platform::Image& image, const platform::Image& wanted) {
    return mean_difference(image, wanted, 1) < most_mean && worst_block(image, wanted, 8) < most_in_place;
}

void compare(const std::string& name, const Picture& picture) {
    const platform::Image image = drawn(picture);
    const fs::path golden = goldens / (name + ".png");
    if (std::getenv("TACTUS_ACCEPT_PICTURES") != nullptr) {
        fs::create_directories(goldens);
        platform::write_png(golden, image);
    }
    const platform::Image wanted = platform::read_png(golden);
    const double mean = mean_difference(image, wanted, 1);
    const double worst = worst_block(image, wanted, 8);
    CAPTURE(name);
    CHECK(mean < most_mean);
    CHECK(worst < most_in_place);
    if (mean >= most_mean || worst >= most_in_place) {
        platform::write_png(fs::path(TACTUS_BINARY_DIR) / (name + "_drawn.png"), image);
    }
}

void compare_tiers(const std::string& name, Picture picture) {
    for (const auto& [tier, suffix] : {std::pair(render::Tier::low, "_low"),
                                       {render::Tier::medium, "_medium"},
                                       {render::Tier::high, "_high"}}) {
        picture.tier = tier;
        compare(name + suffix, picture);
    }
}

/// A mistake in a shader: while this lives, programs load it with one piece of its text replaced.
class BrokenShader {
public:
    BrokenShader(const std::string& name, const std::string& right, const std::string& wrong) {
        const fs::path sources = fs::path(TACTUS_SOURCE_DIR) / "shaders";
        std::ifstream file(sources / "passes" / name);
        std::string text((std::istreambuf_iterator<char>(file)), {});
        const std::size_t at = text.find(right);
        REQUIRE(at != std::string::npos);
        text.replace(at, right.size(), wrong);
        fs::create_directories(folder_ / "shaders");
        std::ofstream(folder_ / name) << text;
        const std::string compile =
            "\"" TACTUS_GLSLANG "\" --quiet --target-env vulkan1.3 -I\"" + sources.string() + "\" -o \"" +
            (folder_ / "shaders" / (name + ".spv")).string() + "\" \"" + (folder_ / name).string() + "\"";
        REQUIRE(std::system(compile.c_str()) == 0);
        setenv("TACTUS_RESOURCES", folder_.c_str(), 1);
    }

    ~BrokenShader() {
        unsetenv("TACTUS_RESOURCES");
        std::error_code gone;
        fs::remove_all(folder_, gone);
    }

    BrokenShader(const BrokenShader&) = delete;
    BrokenShader& operator=(const BrokenShader&) = delete;
    BrokenShader(BrokenShader&&) = delete;
    BrokenShader& operator=(BrokenShader&&) = delete;

private:
    fs::path folder_ = fs::path(TACTUS_BINARY_DIR) / "broken_shader";
};

} // namespace

TEST_CASE("two hands on a lean man's back look as they did on every tier") {
    compare_tiers("male_lean_hands", {"male-lean", render::CameraPreset::main, Moment::hands});
}

TEST_CASE("a thumb on a dark back from close by looks as it did on every tier") {
    compare_tiers("dark_thumb_close", {"male-athletic-dark", render::CameraPreset::close, Moment::thumb});
}

TEST_CASE("the pressure map under see-through hands looks as it did on every tier") {
    compare_tiers("female_pressure_map", {"female-average", render::CameraPreset::top, Moment::hands, true});
}

TEST_CASE("muscles and bones under the skin look as they did on every tier") {
    Picture picture{"male-lean", render::CameraPreset::anatomy, Moment::rest};
    picture.peel = {.right = 4, .left = 2, .split_m = 0};
    compare_tiers("male_lean_anatomy", picture);
    picture.peel = {.right = 3, .left = 1, .split_m = 0};
    compare_tiers("male_lean_deep", picture);
}

TEST_CASE("hands on someone who lies on the side, with the head end raised, or seated, look as they did on "
          "every tier") {
    Picture picture{"male-lean", render::CameraPreset::main, Moment::hands};
    picture.lying.posture = render::Posture::right_side;
    compare_tiers("male_lean_on_side", picture);
    picture.lying.posture = render::Posture::head_raised;
    compare_tiers("male_lean_head_raised", picture);
    picture.lying.posture = render::Posture::seated;
    compare_tiers("male_lean_seated", picture);
}

TEST_CASE("weals and bruises on pale and on dark skin look as they did on every tier") {
    compare_tiers("fair_marks", {"male-lean", render::CameraPreset::close, Moment::marked});
    compare_tiers("dark_marks", {"male-athletic-dark", render::CameraPreset::close, Moment::marked});
}

TEST_CASE("a picture in which nothing moves stays as it is, to the bit") {
    for (const render::Tier tier : {render::Tier::low, render::Tier::medium, render::Tier::high}) {
        const Picture picture{.client = "male-lean", .camera = {}, .moment = Moment::hands, .tier = tier};
        const gpu::Device device({nullptr, true});
        render::Renderer renderer(device, small, tier);
        renderer.show_client(prepared(picture).model);
        const session::Snapshot now = scenes::hands_on_back(prepared(picture).anatomy, .008F, .2F);
        render::FrameView view;
        view.now = &now;
        view.camera = render::preset_camera(render::CameraPreset::main);
        REQUIRE(renderer.draw(view));
        const platform::Image first = renderer.read_back();
        REQUIRE(renderer.draw(view));
        const platform::Image second = renderer.read_back();
        CAPTURE(static_cast<int>(tier));
        CHECK(worst_block(second, first, 1) <
              2.5); // here and there the first is a step or two of 255 off on medium
        CHECK(worst_block(second, first, 8) < .15);
        // The low tier draws an eighth of a kept picture anew in each frame.
        for (int frame = 2; frame <= (tier == render::Tier::low ? 10 : 4); ++frame) {
            view.wall_s = frame / 60.0;
            REQUIRE(renderer.draw(view));
            CAPTURE(frame);
            CHECK(renderer.read_back().rgba == second.rgba);
        }
    }
}

TEST_CASE("a picture is the same when the camera has come to rest as when it never moved") {
    for (const render::Tier tier : {render::Tier::low, render::Tier::medium, render::Tier::high}) {
        CAPTURE(static_cast<int>(tier));
        const gpu::Device device({nullptr, true});
        const Picture picture{.client = "male-lean", .camera = {}, .moment = Moment::rest, .tier = tier};
        render::FrameView view;
        const auto rested = [&](bool moves) {
            render::Renderer renderer(device, small, tier);
            renderer.show_client(prepared(picture).model);
            view.camera = render::preset_camera(render::CameraPreset::main);
            if (moves) {
                REQUIRE(renderer.draw(view));
                view.camera = render::orbited(view.camera, 6, 2, 1);
                REQUIRE(renderer.draw(view));
                const platform::Image moving = renderer.read_back();
                view.camera = render::preset_camera(render::CameraPreset::main);
                REQUIRE(renderer.draw(view));
                CHECK(worst_block(renderer.read_back(), moving, 8) > 4); // it did move
            }
            for (int frame = 0; frame < 4; ++frame) {
                REQUIRE(renderer.draw(view));
            }
            return renderer.read_back();
        };
        CHECK(worst_block(rested(true), rested(false), 8) < .1);
        CHECK(device.validation_messages() == 0);
    }
}

TEST_CASE("an inset has behind it the room that it covers") {
    for (const render::Tier tier : {render::Tier::low, render::Tier::medium, render::Tier::high}) {
        const Picture picture{.client = "male-lean", .camera = {}, .moment = Moment::rest, .tier = tier};
        const gpu::Device device({nullptr, true});
        render::Renderer renderer(device, small, tier);
        renderer.show_client(prepared(picture).model);
        render::FrameView view;
        view.camera = render::preset_camera(render::CameraPreset::main);
        REQUIRE(renderer.draw(view));
        const platform::Image without = renderer.read_back();
        render::Camera away = view.camera; // nothing of the stage is in it
        away.target = away.eye + Vec3(0, 1, 0.1F);
        view.inset = render::Inset{away, Vec2(8, 8), Vec2(48, 36)};
        REQUIRE(renderer.draw(view));
        CHECK(mean_difference(renderer.read_back(), without, 1) < .05);
        CHECK(device.validation_messages() == 0);
    }
}

TEST_CASE("a picture with broken normals, colours or light does not pass for the golden one") {
    const platform::Image golden = platform::read_png(goldens / "male_lean_hands_low.png");
    Picture picture{"male-lean", render::CameraPreset::main, Moment::hands};
    CHECK(agree(drawn(picture), golden));
    picture.spoil = [](render::ClientModel& model) {
        for (Vec3& normal : model.grid_normals) {
            normal = -normal;
        }
    };
    CHECK_FALSE(agree(drawn(picture), golden));
    picture.spoil = [](render::ClientModel& model) { // the relief of the back is lost
        for (Vec3& normal : model.grid_normals) {
            normal = Vec3(0, 1, 0);
        }
    };
    CHECK_FALSE(agree(drawn(picture), golden));
    picture.spoil = [](render::ClientModel& model) { // red and blue changed places, as with a wrong format
        for (std::uint32_t& texel : model.skin_tint.texels) {
            texel = (texel & 0xff00ff00U) | (texel & 0xffU) << 16U | (texel >> 16U & 0xffU);
        }
    };
    CHECK_FALSE(agree(drawn(picture), golden));
    picture.spoil = [](render::ClientModel& model) { // every place lies in the shade
        for (shared::StageVertex& vertex : model.skin.vertices) {
            vertex.light &= 0xffff00ffU;
        }
    };
    CHECK_FALSE(agree(drawn(picture), golden));
}

TEST_CASE("a picture drawn with a broken shader does not pass for the golden one") {
    struct Shot {
        Picture picture;
        platform::Image golden;
    };

    const Shot hands{{"male-lean", render::CameraPreset::main, Moment::hands},
                     platform::read_png(goldens / "male_lean_hands_low.png")};
    const Shot thumb{{"male-athletic-dark", render::CameraPreset::close, Moment::thumb},
                     platform::read_png(goldens / "dark_thumb_close_low.png")};
    const auto passes = [](const Shot& shot, const char* shader, const char* right, const char* wrong) {
        const BrokenShader broken(shader, right, wrong);
        return agree(drawn(shot.picture), shot.golden);
    };
    CHECK(passes(hands, "skin.frag", "void main()", "/* no mistake */ void main()"));
    CHECK_FALSE(passes(hands, "skin.frag", "normalize(mix(soft, field.xyz, weight))", "vec3(0.0, 1.0, 0.0)"));
    CHECK_FALSE(passes(hands, "skin.frag", "tint.rgb * tint.rgb", "tint.rgb")); // colours not decoded
    CHECK_FALSE(passes(hands, "hand.frag", "vec3 n = normalize(normal)", "vec3 n = -normalize(normal)"));
    CHECK_FALSE(passes(hands, "sheet.frag", "key_beam(position)", "rim_beam(position)"));
    CHECK_FALSE(passes(thumb, "skin.vert", "vec4(moved, 1.0)", "vec4(moved + 0.01 * out_normal, 1.0)"));
}

TEST_CASE("the medium and high tiers have the composition of the low one") {
    Picture picture{"male-lean", render::CameraPreset::main, Moment::hands};
    const platform::Image low = drawn(picture);
    for (const render::Tier tier : {render::Tier::medium, render::Tier::high}) {
        picture.tier = tier;
        CHECK(mean_difference(drawn(picture), low, 2) < 5);
    }
}

TEST_CASE("hands change the picture where they are and nowhere else") {
    const platform::Image with = drawn({"male-lean", render::CameraPreset::main, Moment::hands});
    const platform::Image without = drawn({"male-lean", render::CameraPreset::main, Moment::rest});
    const auto changed = [&](int x, int y) {
        const std::size_t at = (static_cast<std::size_t>(y) * with.width + x) * 4;
        return std::abs(with.rgba[at] - without.rgba[at]) +
               std::abs(with.rgba[at + 1] - without.rgba[at + 1]);
    };
    CHECK(changed(138, 62) > 20);  // the right palm
    CHECK(changed(48, 16) <= 2);   // the lamp's cabinet
    CHECK(changed(120, 128) <= 2); // the sheet
    CHECK(mean_difference(with, without, 1) > 1.0);
}
