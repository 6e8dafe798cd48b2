// Draws stills of the stage without the program: stills OUT.png [--client ID] [--camera NAME] [--scene
// hands|rest|TOOL]
// [--position ID] [--table table_low|table_high] [--tier low|medium|high] [--press MM] [--slide S]
// [--pressure-map] [--width W] [--frames N]
#include "engine/gpu/device.hpp"
#include "engine/platform/image_file.hpp"
#include "engine/render/renderer.hpp"
#include "sim/authoring/user_error.hpp"
#include "tests/images/stage_scenes.hpp"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <map>
#include <string>

namespace {

using namespace tactus;

double now_ms() {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

int run(const std::string& out, std::map<std::string, std::string>& options) {
    const double t0 = now_ms();
    const client::Client client = scenes::stage_client(options["--client"]);
    const anatomy::Anatomy anatomy = anatomy::make_anatomy(client.body, {});
    const double t1 = now_ms();
    const std::string tier_name = options["--tier"];
    const render::Tier tier = tier_name == "high"     ? render::Tier::high
                              : tier_name == "medium" ? render::Tier::medium
                                                      : render::Tier::low;
    const std::string table = options["--table"];
    const render::Lying lying =
        render::lying_in(options["--position"], table == "table_low"    ? hands::TableHeight::low
                                                : table == "table_high" ? hands::TableHeight::high
                                                                        : hands::TableHeight::at_knuckles);
    const auto model = render::make_client_model(anatomy, client, tier, lying);
    const double t2 = now_ms();
    const int width = options.contains("--width") ? std::atoi(options["--width"].c_str()) : 1280;
    const gpu::Device device({nullptr, options.contains("--validation")});
    render::Renderer renderer(device, {width, width * 9 / 16}, tier);
    renderer.show_client(model);
    const float press_m =
        options.contains("--press") ? std::strtof(options["--press"].c_str(), nullptr) * 1e-3F : .008F;
    const float slide = options.contains("--slide") ? std::strtof(options["--slide"].c_str(), nullptr) : 0.2F;
    session::Snapshot snapshot;
    if (options["--scene"] != "rest") {
        const auto tool = contact::tool_named(options["--scene"]);
        snapshot = tool ? scenes::tool_on_back(anatomy, *tool, press_m)
                        : scenes::hands_on_back(anatomy, press_m, slide);
    }
    render::FrameView view;
    view.now = &snapshot;
    const render::Placement& placement = render::placement_of(*model);
    view.camera = render::camera_beside(
        render::preset_named(options["--camera"]).value_or(render::CameraPreset::main), placement);
    if (options.contains("--look")) {
        // --look X,Y,Z,FOV looks closely at a place from the preset's eye.
        Vec3 at;
        float fov = 10;
        if (std::sscanf(options["--look"].c_str(), "%f,%f,%f,%f", &at.x, &at.y, &at.z, &fov) == 4) {
            view.camera.target = at;
            view.camera.vertical_fov_deg = fov;
        }
    }
    view.camera = render::seen_by_body(view.camera, placement);
    if (options.contains("--peel")) { // --peel LEFT,RIGHT,SPLIT
        render::Peel& peel = view.overlays.peel;
        (void)std::sscanf(options["--peel"].c_str(), "%f,%f,%f", &peel.left, &peel.right, &peel.split_m);
        renderer.show_anatomy(render::make_anatomy_model(anatomy, tier, lying.posture));
    }
    view.overlays.pressure_map = options.contains("--pressure-map");
    view.overlays.hand_opacity = view.overlays.pressure_map ? 0.4F : 1.0F;
    const int frames = options.contains("--frames") ? std::atoi(options["--frames"].c_str()) : 1;
    renderer.draw(view);
    (void)renderer.read_back();
    const double t3 = now_ms();
    const std::clock_t work0 = std::clock();
    for (int frame = 1; frame < frames; ++frame) {
        renderer.draw(view);
    }
    const platform::Image picture = renderer.read_back();
    const double t4 = now_ms();
    const std::clock_t work1 = std::clock();
    platform::write_png(out, picture);
    std::printf("anatomy %.0f ms, model %.0f ms, first frame %.0f ms", t1 - t0, t2 - t1, t3 - t2);
    if (frames > 1) {
        std::printf(", then %.1f ms a frame (processor time %.1f, driver %.1f, gpu %.1f)",
                    (t4 - t3) / (frames - 1),
                    1e3 * static_cast<double>(work1 - work0) / CLOCKS_PER_SEC / (frames - 1),
                    renderer.times().driver_ms, renderer.times().gpu_ms);
        for (const render::PassTime& pass : renderer.times().passes) {
            std::printf(" %s %.1f", pass.name, pass.ms);
        }
    }
    std::printf(", validation messages %d, %s\n", device.validation_messages(), device.name().c_str());
    return device.validation_messages() == 0 ? 0 : 1;
}

} // namespace

int main(int argc, char** argv) {
    std::map<std::string, std::string> options;
    for (int k = 2; k < argc; ++k) {
        const std::string name = argv[k];
        const bool value = k + 1 < argc && argv[k + 1][0] != '-';
        options[name] = value ? argv[++k] : "";
    }
    try {
        return run(argc > 1 ? argv[1] : "still.png", options);
    } catch (const UserError& error) {
        std::fprintf(stderr, "stills: %s\n", error.what());
        return 2;
    }
}
