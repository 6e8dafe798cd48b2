#include "sim/cli/technique_answers.hpp"

#include "sim/authoring/resources.hpp"
#include "sim/client/client_file.hpp"
#include "sim/drills/drill_file.hpp"
#include "sim/scoring/rubric.hpp"
#include "sim/session/session.hpp"
#include "sim/session/track_input.hpp"
#include "sim/strokes/beats.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace tactus::cli {
namespace {

using session::Snapshot;

constexpr double bout_s = 7;
constexpr double stretch_s = 30;
constexpr double settled_s = 1.5; ///< what touch-down does is over
constexpr std::uint64_t look_every_steps = 4;
constexpr double slowest_beat_hz = 0.3;

/// The clock of a practice without a task; nothing of it is marked here.
session::Setup setup(tissue::Setting setting) {
    session::Setup setup;
    setup.drill = drills::read_drill(authoring::asset_named("drills", "trigger-release"));
    setup.client = client::Client{};
    setup.rubric = scoring::read_rubric(authoring::asset_named("rubrics", setup.drill.rubric));
    setup.setting = setting;
    return setup;
}

/// The hand that works: the one that presses harder.
const session::HandSnapshot& working(const Snapshot& now) {
    return now.hands[0].force_n > now.hands[1].force_n ? now.hands[0] : now.hands[1];
}

/// Least and most of a place, by axis.
class Wandering {
public:
    void take(Vec3 place) {
        low_ = glm::min(low_, place);
        high_ = glm::max(high_, place);
    }

    /// The widest: a circle counts with its diameter.
    [[nodiscard]] double way() const {
        const Vec3 extent = high_ - low_;
        return static_cast<double>(std::max({0.0F, extent.x, extent.y, extent.z}));
    }

private:
    Vec3 low_{std::numeric_limits<float>::max()};
    Vec3 high_{std::numeric_limits<float>::lowest()};
};

/// Looks at the skin of a run.
class TissueWatch {
public:
    TissueWatch(const anatomy::Anatomy& anatomy, TechniqueAnswer& answer)
        : skin_(&anatomy.skin), answer_(&answer) {}

    void look(const Snapshot& now) {
        const session::HandSnapshot& hand = working(now);
        answer_->depth_m = std::max(answer_->depth_m, static_cast<double>(hand.depth_m));
        note_joints(now.body);
        if (!hand.touching || hand.held.part != contact::Hold::none) {
            return;
        }
        if (now.t_s > settled_s) {
            follow_skin(now, hand);
        }
        if (hand.tool == contact::ToolKind::pincer) {
            measure_fold(now, hand);
        }
    }

    void finish() { answer_->skin_way_m = skin_way_.way(); }

private:
    [[nodiscard]] Vec3 at_rest(std::size_t column, std::size_t row) const {
        return skin_
            ->position[anatomy::SkinGrid::index(2 * static_cast<int>(column), 2 * static_cast<int>(row))];
    }

    /// One point of the skin, that under the hand when it first was at work.
    void follow_skin(const Snapshot& now, const session::HandSnapshot& hand) {
        if (followed_ == none) {
            const anatomy::GridPlace place = anatomy::locate(*skin_, hand.u, hand.v);
            const auto column = static_cast<std::size_t>(std::lround(place.column * 0.5F));
            const auto row = static_cast<std::size_t>(std::lround(place.row * 0.5F));
            followed_ = row * columns + column;
            normal_ = hand.normal;
        }
        const Vec3 moved = now.skin.displacement_m[followed_];
        skin_way_.take(moved - normal_ * glm::dot(moved, normal_));
    }

    /// Along the line from thumb to fingers, as wide as a fingertip.
    void measure_fold(const Snapshot& now, const session::HandSnapshot& hand) {
        constexpr float lane_m = 0.007F;
        constexpr float reach_m = 0.045F;
        const Vec3 aside = glm::normalize(glm::cross(hand.normal, hand.forward));
        float crest = -1;
        float crest_at = 0;
        std::array<float, 2> valley{1, 1}; // behind the thumb's side of the crest, before the fingers'
        const auto visit = [&](const auto& take) {
            for (std::size_t k = 0; k < rows * columns; ++k) {
                const Vec3 moved = now.skin.displacement_m[k];
                const Vec3 off = at_rest(k % columns, k / columns) + moved - hand.centre;
                const float along = glm::dot(off, hand.forward);
                if (std::fabs(along) < reach_m && std::fabs(glm::dot(off, aside)) < lane_m &&
                    std::fabs(glm::dot(off, hand.normal)) < reach_m) {
                    take(along, glm::dot(moved, hand.normal));
                }
            }
        };
        visit([&](float along, float rise) {
            if (std::fabs(along) < 0.012F && rise > crest) {
                crest = rise;
                crest_at = along;
            }
        });
        visit([&](float along, float rise) {
            float& low = valley[along > crest_at ? 1 : 0];
            low = std::min(low, rise);
        });
        const float fold = crest - 0.5F * (valley[0] + valley[1]);
        if (static_cast<double>(fold) > answer_->fold_m) {
            answer_->fold_m = static_cast<double>(fold);
            answer_->rise_m = static_cast<double>(crest);
        }
    }

    void note_joints(const strokes::BodyMotion& body) {
        answer_->bend_rad = std::max({answer_->bend_rad, static_cast<double>(std::fabs(body.neck_rad)),
                                      static_cast<double>(std::fabs(body.lumbar_rad))});
        for (const Vec3& scapula : body.scapula_m) {
            answer_->scapula_m = std::max(answer_->scapula_m, static_cast<double>(glm::length(scapula)));
        }
    }

    static constexpr std::size_t columns = anatomy::SkinGrid::field_columns;
    static constexpr std::size_t rows = anatomy::SkinGrid::field_rows;
    static constexpr std::size_t none = columns * rows;

    const anatomy::SkinGrid* skin_;
    TechniqueAnswer* answer_;
    std::size_t followed_ = none;
    Vec3 normal_{0, 1, 0};
    Wandering skin_way_;
};

/// The harder working hand of a trace.
std::size_t working_side(std::span<const strokes::TraceSample> samples) {
    std::array<double, contact::side_count> load{};
    for (const strokes::TraceSample& sample : samples) {
        for (std::size_t side = 0; side < load.size(); ++side) {
            load[side] += static_cast<double>(sample.hands[side].force_n);
        }
    }
    return load[0] > load[1] ? 0 : 1;
}

void measure_trace(std::span<const strokes::TraceSample> samples, TechniqueAnswer& answer) {
    const std::size_t side = working_side(samples);
    int touching = 0;
    double slip_m = 0;
    for (const strokes::TraceSample& sample : samples) {
        const strokes::HandSample& hand = sample.hands[side];
        if (hand.touching && hand.force_n > 0) {
            ++touching;
            answer.force_n += static_cast<double>(hand.force_n);
            answer.area_m2 += static_cast<double>(hand.area_m2);
            slip_m += static_cast<double>(hand.slip_m_s) * strokes::trace_interval_s;
        }
    }
    answer.force_n /= std::max(1, touching);
    answer.area_m2 /= std::max(1, touching);
    answer.slip_m = slip_m;
    const strokes::Beats found = strokes::beats(samples, static_cast<contact::Side>(side), slowest_beat_hz);
    const std::vector<double> periods = strokes::periods_s(found.beats);
    if (periods.empty()) {
        return;
    }
    for (const double period : periods) {
        answer.beat_s += period / static_cast<double>(periods.size());
    }
    // The first beat seats the hand.
    answer.slip_m = 0;
    for (std::size_t k = 1; k < found.beats.size(); ++k) {
        answer.slip_m += found.beats[k].slip_m / static_cast<double>(found.beats.size() - 1);
    }
}

} // namespace

TechniqueAnswer answer_to(const drills::Recipe& recipe, tissue::Setting setting, float oil) {
    session::Session run(setup(setting), 1);
    const anatomy::SkinGrid& skin = run.anatomy().skin;
    std::vector<drills::PerformedRow> rows = drills::perform(
        recipe, drills::Quality::ideal, 1,
        {.across_m = skin.half_biacromial_m, .along_m = skin.spine_length_m},
        {.begin_s = 0.2, .duration_s = recipe.way == drills::Way::stretch ? stretch_s : bout_s});
    for (drills::PerformedRow& row : rows) {
        row.oil = oil < 0 ? row.oil : oil;
    }
    const hands::StrokeTrack track = session::track_of(rows);
    session::TrackInput input(track);
    TechniqueAnswer answer;
    TissueWatch watch(run.anatomy(), answer);
    Snapshot now;
    while (!run.finished() && run.time_s() < track.duration_s()) {
        run.step(input.frame(run.steps()));
        if (run.steps() % look_every_steps == 0) {
            run.write(now);
            watch.look(now);
        }
    }
    watch.finish();
    measure_trace(run.trace().samples, answer);
    return answer;
}

} // namespace tactus::cli
