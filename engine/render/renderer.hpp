#pragma once
/// The picture of a session: client, table, room and hands, then the overlay of the screens. Main thread
/// only.

#include "engine/platform/image_file.hpp"
#include "engine/platform/window.hpp"
#include "engine/render/camera.hpp"
#include "engine/render/lying.hpp"
#include "sim/anatomy/anatomy.hpp"
#include "sim/client/client.hpp"
#include "sim/session/snapshot.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

struct ImDrawData;

namespace tactus::gpu {
class Device;
}

namespace tactus::platform {
class Window;
}

namespace tactus::render {

/// How rich the picture is (look.md 2.6).
enum class Tier { low, medium, high };

/// Meshes and maps of one client, made off the main thread by make_client_model (seconds; cached on disk).
struct ClientModel;

std::shared_ptr<const ClientModel>
make_client_model(const anatomy::Anatomy& anatomy, const client::Client& client, Tier tier, Lying lying = {});

/// How the client of a model lies in the room: cameras are brought into its frame by seen_by_body.
const Placement& placement_of(const ClientModel& model);

/// Makes the hands of a model for every tool, those that are missing, until it is told to stop. On a thread
/// of its own, while the model is shown.
void make_hands(const ClientModel& model, const std::stop_token& stop);

/// What lies under the skin; made by make_anatomy_model (about a second), shown by Renderer::show_anatomy.
struct AnatomyModel;

std::shared_ptr<const AnatomyModel> make_anatomy_model(const anatomy::Anatomy& simulated, Tier tier,
                                                       Posture posture = Posture::prone);

/// How far the body is peeled: 0 skin, 1 fat, 2 superficial muscle, 3 deep muscle, 4 bone, and between them.
struct Peel {
    float right = 0;
    float left = 0;    ///< of the split
    float split_m = 0; ///< x of the plane between the two

    [[nodiscard]] bool any() const { return right > 0 || left > 0; }

    friend bool operator==(const Peel&, const Peel&) = default;
};

struct Overlays {
    Peel peel;               ///< shows nothing but skin until show_anatomy was called for this client
    int named_muscle = 0;    ///< the number (muscle_id) of one to stand out; 0 = none
    bool named_left = false; ///< which of the two
    bool pressure_map = false;
    bool coverage = false;
    float hand_opacity = 1; ///< 0.4 with the pressure map on
    bool hide_hands = false;

    friend bool operator==(const Overlays&, const Overlays&) = default;
};

/// A second, smaller picture of the stage in a place of the first. Pixels.
struct Inset {
    Camera camera;
    Vec2 low;
    Vec2 high;
};

/// What one frame shows. `now` may be null: the client at rest.
struct FrameView {
    const session::Snapshot* now = nullptr;
    std::array<session::HandSnapshot, contact::side_count> ghosts; ///< hands that only show the way
    Camera camera;                                                 ///< in the body's frame (lying.hpp)
    Overlays overlays;
    std::optional<Inset> inset;
    double wall_s = 0;              ///< for slow cosmetic motion only
    const ImDrawData* ui = nullptr; ///< drawn last; may be null
};

/// How long one pass took on the GPU.
struct PassTime {
    const char* name;
    double ms;
};

struct FrameTimes {
    double driver_ms = 0; ///< processor time of this thread in the driver: waiting, submitting, showing
    double gpu_ms = 0;    ///< of the newest finished frame
    float scale = 1;      ///< of the stage to the picture, see hold_budget
    std::vector<PassTime> passes; ///< of that frame, in their order
};

class Renderer {
public:
    /// Pictures go to the window's swapchain.
    Renderer(const gpu::Device& device, platform::Window& window, Tier tier);
    /// Pictures go to an image that read_back returns.
    Renderer(const gpu::Device& device, platform::PixelSize size, Tier tier);
    ~Renderer();
    Renderer(const Renderer&) = delete;
    Renderer& operator=(const Renderer&) = delete;
    Renderer(Renderer&&) = delete;
    Renderer& operator=(Renderer&&) = delete;

    /// From the next frame on.
    void show_client(std::shared_ptr<const ClientModel> model);

    /// What the peel lays bare, of the client shown; null = nothing. show_client forgets it.
    void show_anatomy(std::shared_ptr<const AnatomyModel> anatomy);

    /// Call once after ImGui's fonts are set and again when they change: uploads ImGui::GetIO().Fonts.
    void upload_fonts();

    /// From now on the stage is drawn as small as it takes, down to half the picture's size, for frames to
    /// fit into that time on the GPU; the low tier begins small. nullopt, the beginning: always at its full
    /// size.
    void hold_budget(std::optional<double> gpu_ms);

    /// From now on nothing of a picture is kept for the next one: it shows what its view says, however many
    /// came before it.
    void keep_nothing();

    /// Draws one frame and presents it; false when nothing could be shown (minimised, swapchain out of date).
    /// A software driver's pictures are shown by the next draw, which it then has not waited for in vain, or
    /// by show_within.
    bool draw(const FrameView& view);

    /// Shows the picture drawn last, if it is not yet shown, as soon as it is ready; gives up after that
    /// time.
    void show_within(double seconds);

    [[nodiscard]] platform::Image read_back() const; ///< offscreen: the last frame; window: likewise
    [[nodiscard]] const FrameTimes& times() const;   ///< of the frame drawn last; until the next one
    [[nodiscard]] Tier tier() const;

    /// Pictures that the window was given so far; 0 without one.
    [[nodiscard]] std::uint64_t presented() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// low on a CPU device, medium on an integrated GPU, high on a discrete one.
Tier suitable_tier(const gpu::Device& device);

} // namespace tactus::render
