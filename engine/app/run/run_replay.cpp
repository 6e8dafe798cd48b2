/// The part of RunScreen that plays a recording.

#include "engine/app/run/run_screen.hpp"
#include "engine/render/hand_shape.hpp"
#include "engine/ui/screens/replay_bar.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::app {

namespace {

constexpr double picture_s = static_cast<double>(replay::steps_a_picture) * session::step_s;

/// The stroke of that hand that is under way; nullptr = none.
const replay::StrokePair* pair_at(const Beside& beside, contact::Side hand, double t_s) {
    for (const replay::StrokePair& pair : beside.comparison.pairs) {
        const strokes::StrokeTrace& stroke = beside.own.strokes[pair.own];
        if (stroke.hand == hand && t_s >= stroke.begin_s() && t_s <= stroke.end_s()) {
            return &pair;
        }
    }
    return nullptr;
}

/// The hand as it would lie on the other side of the spine.
hands::HandInput mirrored(hands::HandInput hand) {
    hand.u = -hand.u;
    hand.angle_deg = -hand.angle_deg;
    hand.tilt_deg = -hand.tilt_deg;
    return hand;
}

} // namespace

// The simulation stands still while the film is looked at: it goes on from where it was.
void RunScreen::hold_runner() { runner_->pause(phase_ == Phase::paused || film_at_s_.has_value()); }

void RunScreen::step_replay(int by) {
    set_paused(true);
    const auto span = runner_->film() != nullptr ? runner_->film()->span() : std::nullopt;
    if (!span) {
        return;
    }
    if (by < 0) { // half a picture further than the one that is shown, whichever clock it comes from
        film_at_s_ = std::max(span->begin_s, shown_.t_s - 0.5 * picture_s);
    } else if (film_at_s_ && shown_.t_s + 1.5 * picture_s < span->end_s) {
        film_at_s_ = shown_.t_s + 1.5 * picture_s;
    } else if (film_at_s_) {
        film_at_s_.reset();
    } else {
        runner_->advance_steps(replay::steps_a_picture);
    }
    hold_runner();
}

void RunScreen::look_back(const session::Snapshot& latest, double elapsed_s) {
    if (film_at_s_ && phase_ == Phase::running) {
        *film_at_s_ += elapsed_s * runner_->speed();
    }
    const auto span = runner_->film() != nullptr ? runner_->film()->span() : std::nullopt;
    if (film_at_s_ && (!span || *film_at_s_ >= span->end_s)) { // seen again: on with the simulation
        film_at_s_.reset();
        hold_runner();
    }
    if (!film_at_s_ || !runner_->film()->look(*film_at_s_, shown_)) {
        shown_ = latest;
    }
    flinch_.follow(shown_);
    flinch_.pose(shown_);
}

ReplayLook RunScreen::look() const {
    return {.speed = runner_->speed(),
            .paused = phase_ == Phase::paused,
            .ghost = ghost_beside_,
            .options = options_,
            .preset = preset_,
            .zoom = zoom_,
            .yaw_deg = yaw_deg_,
            .pitch_deg = pitch_deg_};
}

void RunScreen::take_look(const ReplayLook& look) {
    runner_->set_speed(look.speed);
    opens_paused_ = look.paused;
    ghost_beside_ = look.ghost;
    options_ = look.options;
    preset_ = look.preset;
    zoom_ = look.zoom;
    yaw_deg_ = look.yaw_deg;
    pitch_deg_ = look.pitch_deg;
    camera_ = render::CameraMove(camera_goal());
}

bool RunScreen::wind_to(double t_s) {
    const auto span = runner_->film() != nullptr ? runner_->film()->span() : std::nullopt;
    if (span && t_s < span->end_s && t_s >= span->begin_s - picture_s) {
        film_at_s_ = std::max(t_s, span->begin_s);
        winding_to_s_ = 0;
    } else if (span && t_s < span->begin_s) {
        return false;
    } else {
        film_at_s_.reset();
        winding_to_s_ = t_s;
        runner_->hurry_to(t_s);
    }
    hold_runner();
    return true;
}

void RunScreen::draw_replay(ui::Canvas& canvas, ui::Interaction& interaction, ui::Commands& ask) const {
    const bool winds = !film_at_s_ && shown_.t_s < winding_to_s_ - 0.1 && !runner_->finished();
    ui::draw_replay_bar(canvas, interaction,
                        {.at_s = shown_.t_s,
                         .duration_s = duration_s_,
                         .playing = phase_ == Phase::running && !at_end(),
                         .over = at_end(),
                         .winding_to_s = winds ? winding_to_s_ : -1,
                         .speed = runner_->speed(),
                         .moments = moments_,
                         .ghost = beside_ ? ui::rival_word(beside_->rival) : std::string_view(),
                         .ghost_shown = ghost_beside_,
                         .title = !beside_                                  ? "Replay"
                                  : beside_->rival == ui::Rival::expert     ? "Beside the expert"
                                  : beside_->rival == ui::Rival::class_best ? "Beside your class's best"
                                                                            : "Beside your best"},
                        ask);
}

// The other run's hand where it was when as much of its stroke lay behind it.
void RunScreen::pose_beside() {
    if (!beside_ || !ghost_beside_) {
        return;
    }
    for (std::size_t index = 0; index < ghosts_.size(); ++index) {
        const auto side = static_cast<contact::Side>(index);
        const replay::StrokePair* pair = pair_at(*beside_, side, shown_.t_s);
        if (pair == nullptr) {
            continue;
        }
        const strokes::StrokeTrace& other = beside_->other.strokes[pair->other];
        const double then_s = other.time_at(beside_->own.strokes[pair->own].share_at(shown_.t_s));
        const auto frame = static_cast<std::size_t>(std::lround(then_s / session::step_s));
        if (frame >= beside_->other_frames.size()) {
            continue;
        }
        const auto& hand = beside_->other_frames[frame].hands[static_cast<std::size_t>(other.hand)];
        if (hand) {
            ghosts_[index] =
                render::posed_snapshot(*client_->anatomy, other.hand == side ? *hand : mirrored(*hand), side);
        }
    }
}

} // namespace tactus::app
