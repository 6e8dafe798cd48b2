#include "engine/app/scene_picture.hpp"

#include "engine/app/hands/demo_strokes.hpp"
#include "engine/app/presenter.hpp"
#include "engine/app/run/shown_marks.hpp"
#include "engine/app/session/run_core.hpp"
#include "engine/app/stores/client_store.hpp"
#include "engine/app/stores/library.hpp"
#include "engine/render/anatomy_model.hpp"
#include "engine/ui/canvas.hpp"
#include "sim/client/client_file.hpp"
#include "sim/math/interpolation.hpp"
#include "sim/session/hold_places.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

namespace tactus::app {

namespace {

constexpr float tile_aspect = 0.92F; ///< width over height that suits a back seen from above

/// Pictures must not depend on how fast this machine is.
constexpr tissue::Setting usual_setting = tissue::Setting::half;

/// One hand that presses and stays; a dry pincer closes on a fold.
class SteadyPress final : public InputSource {
public:
    explicit SteadyPress(contact::ToolKind tool) : tool_(tool) {}

    session::InputFrame next(double t_s) override {
        hands::HandInput hand{.tool = tool_, .u = .36F, .v = .42F, .oil = .5F};
        hand.force_n = 35 * std::min(1.0F, static_cast<float>(t_s) / .8F);
        hand.angle_deg = tool_ == contact::ToolKind::palm ? -12.0F : -58.0F;
        if (tool_ == contact::ToolKind::pincer) {
            hand.oil = 0;
            hand.grip = math::smoothstep(.5F, 1.4F, static_cast<float>(t_s));
        }
        session::InputFrame frame;
        frame.hands[1] = hand;
        return frame;
    }

private:
    contact::ToolKind tool_;
};

/// One hand that holds a bone on the right and pulls it: the head to the left, a shoulder headward, a blade
/// up.
class SteadyHold final : public InputSource {
public:
    SteadyHold(contact::Hold hold, const session::HoldPlaces& places) {
        const Vec2 place = places.at(hold, true);
        hand_ = {.tool = contact::ToolKind::palm, .u = place.x, .v = place.y, .force_n = 18};
        hand_.hold = hold;
        hand_.angle_deg = hold == contact::Hold::occiput   ? -90.0F
                          : hold == contact::Hold::scapula ? 40.0F
                                                           : 0.0F;
        hand_.lift = hold == contact::Hold::scapula ? 0.6F : 0.0F;
    }

    session::InputFrame next(double /*t_s*/) override {
        session::InputFrame frame;
        frame.hands[1] = hand_;
        return frame;
    }

private:
    hands::HandInput hand_;
};

/// Strokes that end, and a second for the skin to come back.
class LiftedStrokes final : public InputSource {
public:
    LiftedStrokes(drills::Drill drill, std::shared_ptr<const anatomy::Anatomy> anatomy, double lift_s)
        : strokes_(std::move(drill), std::move(anatomy)), lift_s_(lift_s) {}

    session::InputFrame next(double t_s) override {
        return t_s < lift_s_ ? strokes_.next(t_s) : session::InputFrame{};
    }

private:
    DemoStrokes strokes_;
    double lift_s_;
};

/// What tells one run of the simulation from another: the look of the skin does not.
struct RunKey {
    std::string client;
    Deed deed;
    contact::ToolKind tool;
    contact::Hold hold;

    explicit RunKey(const Shot& shot) : deed(shot.deed), tool(shot.tool), hold(shot.hold) {
        client::Client plain = shot.client;
        plain.skin_tone = client::SkinTone::light;
        client = client::write_client(plain);
    }

    friend bool operator<(const RunKey& a, const RunKey& b) {
        return std::tie(a.client, a.deed, a.tool, a.hold) < std::tie(b.client, b.deed, b.tool, b.hold);
    }
};

using Moments = std::map<double, session::Snapshot>;

/// Runs a deed once and keeps every moment that a shot wants of it.
Moments run_deed(const Options& options, const Shot& shot, const std::set<double>& times,
                 const PreparedClient& prepared, const drills::Drill& drill) {
    const bool still = shot.deed == Deed::press || shot.deed == Deed::hold;
    RunSetup setup{.session = session_setup(still ? practice_drill() : drill, shot.client,
                                            options.setting.value_or(usual_setting)),
                   .anatomy = prepared.anatomy,
                   .policy = demonstration_policy(),
                   .threads = std::max(options.threads, 1)};
    std::shared_ptr<InputSource> input;
    if (shot.deed == Deed::strokes) {
        input = std::make_shared<DemoStrokes>(drill, prepared.anatomy);
    } else if (shot.deed == Deed::worked || shot.deed == Deed::marked) {
        input = std::make_shared<LiftedStrokes>(drill, prepared.anatomy, *times.rbegin() - 1.2);
    } else if (shot.deed == Deed::hold) {
        input = std::make_shared<SteadyHold>(shot.hold, session::find_hold_places(*prepared.anatomy));
    } else {
        input = std::make_shared<SteadyPress>(shot.tool);
    }
    RunCore core(setup, std::move(input));
    Moments moments;
    for (const double at_s : times) {
        core.advance_to(at_s);
        core.session().write(moments[at_s]);
        if (shot.deed == Deed::marked) {
            lay_marks(prepared.anatomy->skin, moments[at_s].skin);
        }
    }
    return moments;
}

struct Tiling {
    int columns;
    int rows;
};

/// The tiling of `count` tiles whose tiles come closest to tile_aspect.
Tiling tiling_of(std::size_t count, platform::PixelSize size) {
    Tiling best{1, static_cast<int>(count)};
    float least = 1e9F;
    for (int columns = 1; columns <= static_cast<int>(count); ++columns) {
        const int rows = (static_cast<int>(count) + columns - 1) / columns;
        const float aspect = static_cast<float>(size.width) * static_cast<float>(rows) /
                             (static_cast<float>(size.height) * static_cast<float>(columns));
        const auto empty = static_cast<float>(columns * rows - static_cast<int>(count));
        const float badness =
            std::fabs(std::log(aspect / tile_aspect)) + 1.5F * empty / static_cast<float>(count);
        if (badness < least) {
            least = badness;
            best = {columns, rows};
        }
    }
    return best;
}

void paste(const platform::Image& tile, platform::Image& sheet, int left, int top) {
    for (int row = 0; row < tile.height; ++row) {
        const auto* from =
            &tile.rgba[static_cast<std::size_t>(row) * static_cast<std::size_t>(tile.width) * 4];
        auto* to = &sheet.rgba[(static_cast<std::size_t>(top + row) * static_cast<std::size_t>(sheet.width) +
                                static_cast<std::size_t>(left)) *
                               4];
        std::copy_n(from, static_cast<std::size_t>(tile.width) * 4, to);
    }
}

} // namespace

ScenePicture draw_scene(const Options& options, const std::vector<Shot>& shots) {
    const Tiling tiling = shots.size() == 1 ? Tiling{1, 1} : tiling_of(shots.size(), options.size);
    Options tile_options = options;
    tile_options.size = {options.size.width / tiling.columns, options.size.height / tiling.rows};
    Presenter presenter(tile_options, nullptr);
    ClientStore clients(presenter.tier(), {}); // pictures are made anew, whatever lies on disk
    const ui::Catalogue catalogue = read_catalogue();
    const auto effleurage = std::ranges::find(catalogue.drills, "effleurage", &drills::Drill::id);
    const drills::Drill drill = effleurage != catalogue.drills.end() ? *effleurage : practice_drill();

    std::map<RunKey, std::set<double>> times;
    for (const Shot& shot : shots) {
        if (shot.deed != Deed::nothing) {
            times[RunKey(shot)].insert(options.at_s.value_or(shot.at_s));
        }
    }
    std::map<RunKey, Moments> runs;
    std::map<std::string, std::shared_ptr<const render::AnatomyModel>> anatomies;
    platform::Image sheet{options.size.width, options.size.height, {}};
    // Tiles that stay empty are dark.
    for (int pixel = 0; pixel < sheet.width * sheet.height; ++pixel) {
        sheet.rgba.insert(sheet.rgba.end(), {22, 26, 28, 255});
    }
    for (std::size_t k = 0; k < shots.size(); ++k) {
        const Shot& shot = shots[k];
        const PreparedClient& prepared = clients.wait(shot.client);
        const RunKey key(shot);
        render::FrameView view;
        const std::shared_ptr<const render::ClientModel> model =
            shot.lying == render::Lying{}
                ? prepared.model
                : render::make_client_model(*prepared.anatomy, shot.client, presenter.tier(), shot.lying);
        view.camera = render::seen_by_body(shot.camera, render::placement_of(*model));
        view.overlays = shot.overlays;
        if (shot.deed != Deed::nothing) {
            if (!runs.contains(key)) {
                runs[key] = run_deed(options, shot, times[key], prepared, drill);
            }
            view.now = &runs[key].at(options.at_s.value_or(shot.at_s));
        }
        std::shared_ptr<const render::AnatomyModel> under;
        if (shot.overlays.peel.any()) {
            auto& made = anatomies[client::write_client(shot.client)];
            if (made == nullptr) {
                made = render::make_anatomy_model(*prepared.anatomy, presenter.tier(), shot.lying.posture);
            }
            under = made;
        }
        presenter.show_shot(model, under, view, shot.label);
        const int column = static_cast<int>(k) % tiling.columns;
        const int row = static_cast<int>(k) / tiling.columns;
        paste(presenter.renderer().read_back(), sheet, column * tile_options.size.width,
              row * tile_options.size.height);
    }
    return {std::move(sheet), presenter.device().validation_messages()};
}

} // namespace tactus::app
