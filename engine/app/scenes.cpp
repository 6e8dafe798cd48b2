#include "engine/app/scenes.hpp"

#include "sim/hands/hand_input.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <map>

namespace tactus::app {

namespace {

constexpr double mid_stroke_s = 23.2; ///< the second stroke, half way up
constexpr double pressed_s = 1.6;     ///< a hand has found its load
constexpr double held_s = 2.4;        ///< a joint has come to its barrier
constexpr double worked_s = 34;       ///< the strokes are over
constexpr double reddened_s = 58;     ///< the drill is nearly over, redness is there to be seen
constexpr std::string_view client_prefix = "client-";

constexpr std::array<std::string_view, 5> tone_names{"fair", "light", "tan", "brown", "deep"};
constexpr std::array<std::string_view, 5> layer_names{"Skin", "Fat", "Muscle", "Deep muscle", "Bone"};

using Shots = std::vector<Shot>;
using Maker = std::function<Shots(const ui::Catalogue&, const client::Client&)>;

std::string named(const client::Client& client) {
    return client.name + ", " + std::to_string(static_cast<int>(client.body.age_years));
}

Shot at_rest(const client::Client& client, render::CameraPreset camera) {
    return {.label = {}, .client = client, .camera = render::preset_camera(camera), .overlays = {}};
}

Shot stroked(const client::Client& client, render::CameraPreset camera, double at_s) {
    Shot shot = at_rest(client, camera);
    shot.deed = Deed::strokes;
    shot.at_s = at_s;
    return shot;
}

Shots all_clients(const ui::Catalogue& catalogue) {
    Shots shots;
    for (const client::Client& client : catalogue.clients) {
        shots.push_back(at_rest(client, render::CameraPreset::anatomy));
        shots.back().label = named(client);
    }
    return shots;
}

Shots all_tools(const client::Client& client) {
    Shots shots;
    for (int tool = 0; tool < contact::tool_kind_count; ++tool) {
        Shot shot = at_rest(client, render::CameraPreset::close);
        shot.tool = static_cast<contact::ToolKind>(tool);
        shot.label = contact::tool_words(shot.tool);
        shot.deed = Deed::press;
        shot.at_s = pressed_s;
        shot.camera.vertical_fov_deg = 19;
        shot.camera.target = Vec3(.06F, .20F, .20F);
        shots.push_back(shot);
    }
    return shots;
}

Shots all_layers(const client::Client& client) {
    Shots shots;
    for (std::size_t layer = 0; layer < layer_names.size(); ++layer) {
        Shot shot = at_rest(client, render::CameraPreset::anatomy);
        shot.label = layer_names[layer];
        shot.overlays.peel.left = shot.overlays.peel.right = static_cast<float>(layer);
        shots.push_back(shot);
    }
    Shot both = at_rest(client, render::CameraPreset::anatomy);
    both.label = "Muscle and bone";
    both.overlays.peel = {.right = 4, .left = 2, .split_m = 0};
    shots.push_back(both);
    return shots;
}

Shots stroke_phases(const client::Client& client) {
    Shot before = at_rest(client, render::CameraPreset::close);
    before.label = "Before";
    Shot during = stroked(client, render::CameraPreset::close, mid_stroke_s);
    during.label = "During";
    Shot after = stroked(client, render::CameraPreset::close, worked_s);
    after.deed = Deed::worked;
    after.label = "After";
    return {before, during, after};
}

/// The same back in every tone, worked until it is red.
Shots all_tones(const client::Client& client) {
    Shots shots;
    for (std::size_t tone = 0; tone < tone_names.size(); ++tone) {
        client::Client toned = client;
        toned.skin_tone = static_cast<client::SkinTone>(tone);
        for (const bool worked : {false, true}) {
            Shot shot = worked ? stroked(toned, render::CameraPreset::anatomy, reddened_s)
                               : at_rest(toned, render::CameraPreset::anatomy);
            shot.label = std::string(tone_names[tone]) + (worked ? ", worked" : "");
            shot.deed = worked ? Deed::worked : Deed::nothing;
            shots.push_back(shot);
        }
    }
    return shots;
}

/// Weals and bruises on pale and on dark skin.
Shots marks(const client::Client& client) {
    Shots shots;
    for (const client::SkinTone tone : {client::SkinTone::fair, client::SkinTone::brown}) {
        Shot shot = at_rest(client, render::CameraPreset::close);
        shot.client.skin_tone = tone;
        shot.label = std::string(tone_names[static_cast<std::size_t>(tone)]) + ", weals and bruises";
        shot.deed = Deed::marked;
        shot.at_s = .1;
        shot.camera.target = Vec3(0, .20F, .20F);
        shot.camera.vertical_fov_deg = 24;
        shots.push_back(shot);
    }
    return shots;
}

/// Each way to lie as the therapist sees it, and from the side where that tells more.
Shots all_positions(const client::Client& client) {
    Shots shots;
    for (const auto& [posture, words] :
         {std::pair{render::Posture::prone, "Face down"},
          std::pair{render::Posture::bolstered, "Pillow under the belly"},
          std::pair{render::Posture::head_raised, "Head end raised"},
          std::pair{render::Posture::half_sitting, "Half sitting"},
          std::pair{render::Posture::seated, "Seated"}, std::pair{render::Posture::right_side, "On the side"},
          std::pair{render::Posture::left_side, "On the left side"}}) {
        Shot shot = at_rest(client, render::CameraPreset::main);
        shot.label = words;
        shot.lying.posture = posture;
        shot.camera = render::camera_beside(render::CameraPreset::main, {shot.lying});
        shots.push_back(shot);
    }
    return shots;
}

/// The heights of the table beside each other, from where a standing therapist looks.
Shots all_tables(const client::Client& client) {
    Shots shots;
    for (const auto& [table, words] : {std::pair{hands::TableHeight::low, "Table low"},
                                       std::pair{hands::TableHeight::at_knuckles, "Table at the knuckles"},
                                       std::pair{hands::TableHeight::high, "Table high"}}) {
        Shot shot = at_rest(client, render::CameraPreset::side);
        shot.label = words;
        shot.lying.table = table;
        shot.camera.vertical_fov_deg = 58;
        shot.camera.target.y -= .25F;
        shots.push_back(shot);
    }
    return shots;
}

/// Strokes on someone who lies on the side.
Shots on_the_side(const client::Client& client) {
    Shot shot = stroked(client, render::CameraPreset::main, mid_stroke_s);
    shot.lying.posture = render::Posture::right_side;
    shot.camera = render::camera_beside(render::CameraPreset::main, {shot.lying});
    return {shot};
}

/// A hand moves the client's joints: the head led aside, a shoulder drawn up, a blade lifted; skin and bones.
Shots moved_joints(const client::Client& client) {
    Shots shots;
    for (const auto& [hold, words] : {std::pair{contact::Hold::occiput, "Head led aside"},
                                      std::pair{contact::Hold::shoulder, "Shoulder drawn up"},
                                      std::pair{contact::Hold::scapula, "Blade lifted"}}) {
        for (const float layer : {0.0F, 4.0F}) {
            Shot shot = at_rest(client, render::CameraPreset::anatomy);
            shot.label = words + std::string(layer > 0 ? ", bones" : "");
            shot.deed = Deed::hold;
            shot.hold = hold;
            shot.at_s = held_s;
            shot.overlays.peel.left = shot.overlays.peel.right = layer;
            shots.push_back(shot);
        }
    }
    return shots;
}

Shots split(const client::Client& client) {
    Shot shot = at_rest(client, render::CameraPreset::anatomy);
    shot.overlays.peel = {.right = 4, .left = 2, .split_m = 0};
    return {shot};
}

Shots under_the_hand(const client::Client& client) {
    Shot shot = stroked(client, render::CameraPreset::close, mid_stroke_s);
    shot.overlays.peel = {.right = 2, .left = 2, .split_m = 0};
    return {shot};
}

Shots pressure(const client::Client& client) {
    Shot shot = stroked(client, render::CameraPreset::close, mid_stroke_s);
    shot.overlays.pressure_map = true;
    shot.overlays.hand_opacity = 0.4F;
    return {shot};
}

Shots hand(const client::Client& client) {
    Shot shot = at_rest(client, render::CameraPreset::close);
    shot.deed = Deed::press;
    shot.at_s = pressed_s;
    shot.camera.vertical_fov_deg = 13;
    shot.camera.target = Vec3(.08F, .21F, .24F);
    return {shot};
}

const std::map<std::string, Maker, std::less<>>& makers() {
    static const std::map<std::string, Maker, std::less<>> all{
        {"clients", [](const auto& catalogue, const auto&) { return all_clients(catalogue); }},
        {"tools", [](const auto&, const auto& client) { return all_tools(client); }},
        {"layers", [](const auto&, const auto& client) { return all_layers(client); }},
        {"phases", [](const auto&, const auto& client) { return stroke_phases(client); }},
        {"tones", [](const auto&, const auto& client) { return all_tones(client); }},
        {"marks", [](const auto&, const auto& client) { return marks(client); }},
        {"joints", [](const auto&, const auto& client) { return moved_joints(client); }},
        {"positions", [](const auto&, const auto& client) { return all_positions(client); }},
        {"tables", [](const auto&, const auto& client) { return all_tables(client); }},
        {"side-lying", [](const auto&, const auto& client) { return on_the_side(client); }},
        {"anatomy", [](const auto&, const auto& client) { return split(client); }},
        {"fibres", [](const auto&, const auto& client) { return under_the_hand(client); }},
        {"pressure-close", [](const auto&, const auto& client) { return pressure(client); }},
        {"hand", [](const auto&, const auto& client) { return hand(client); }},
        {"hands",
         [](const auto&, const auto& client) {
             return Shots{stroked(client, render::CameraPreset::main, mid_stroke_s)};
         }},
        {"close",
         [](const auto&, const auto& client) {
             return Shots{stroked(client, render::CameraPreset::close, mid_stroke_s)};
         }},
        {"side",
         [](const auto&, const auto& client) {
             return Shots{stroked(client, render::CameraPreset::side, mid_stroke_s)};
         }},
        {"above",
         [](const auto&, const auto& client) {
             return Shots{stroked(client, render::CameraPreset::top, mid_stroke_s)};
         }},
    };
    return all;
}

} // namespace

std::optional<std::vector<Shot>> scene_shots(std::string_view name, const ui::Catalogue& catalogue,
                                             const client::Client* client) {
    if (catalogue.clients.empty()) {
        return std::nullopt;
    }
    if (name.starts_with(client_prefix)) {
        const client::Client* found =
            ui::find_client(catalogue, std::string(name.substr(client_prefix.size())));
        return found == nullptr
                   ? std::nullopt
                   : std::optional(Shots{stroked(*found, render::CameraPreset::main, mid_stroke_s)});
    }
    const auto maker = makers().find(name);
    if (maker == makers().end()) {
        return std::nullopt;
    }
    return maker->second(catalogue, client != nullptr ? *client : catalogue.clients.front());
}

const std::vector<std::string>& scene_names() {
    static const std::vector<std::string> names = [] {
        std::vector<std::string> all{"home",     "rest", "stroke", "pressure", "ghost",
                                     "close-up", "talk", "result", "kiosk"};
        for (const auto& [name, maker] : makers()) {
            all.push_back(name);
        }
        all.emplace_back("client-ID");
        return all;
    }();
    return names;
}

bool scene_known(std::string_view name) {
    return name.starts_with(client_prefix) || std::ranges::find(scene_names(), name) != scene_names().end();
}

} // namespace tactus::app
