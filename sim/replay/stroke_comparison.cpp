#include "sim/replay/stroke_comparison.hpp"

#include "sim/strokes/statistics.hpp"
#include "sim/strokes/strokes_data.hpp"
#include "sim/strokes/waveform_match.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::replay {

namespace {

using strokes::StrokeTrace;

/// How far two strokes may be from the same kind; fewer is nearer.
enum Kinship { same_step, same_hand, any_hand, none };

bool same_way(Vec2 a, Vec2 b) {
    const bool along = std::fabs(a.y) >= std::fabs(a.x);
    return along == (std::fabs(b.y) >= std::fabs(b.x)) && (along ? a.y * b.y : a.x * b.x) > 0;
}

Kinship kinship(const StrokeTrace& own, const StrokeTrace& other) {
    const bool alike_long =
        other.length_m() >= 0.5 * own.length_m() && other.length_m() <= 2 * own.length_m();
    // Hands that mirror each other go opposite ways across.
    const Vec2 travel = own.hand == other.hand ? other.travel_m : Vec2(-other.travel_m.x, other.travel_m.y);
    if (!alike_long || !same_way(own.travel_m, travel)) {
        return none;
    }
    return own.hand != other.hand ? any_hand : own.step != other.step ? same_hand : same_step;
}

/// Units of force and speed by what the step asks for.
strokes::FeatureScale scale_of(const drills::Drill& drill, int step) {
    const auto index =
        static_cast<std::size_t>(std::clamp(step, 0, static_cast<int>(drill.steps.size()) - 1));
    const scoring::Task& task = drill.steps[index].task;
    strokes::FeatureScale scale;
    if (task.force_n && task.force_n->high > task.force_n->low) {
        scale.force_n = 0.5 * (task.force_n->high - task.force_n->low);
    }
    if (task.speed_m_s && task.speed_m_s->high > 0) {
        scale.speed_m_s = 0.5 * (task.speed_m_s->low + task.speed_m_s->high);
    }
    return scale;
}

std::vector<double> waveform(const StrokeTrace& stroke, float strokes::StrokePoint::*value) {
    std::vector<double> values;
    values.reserve(stroke.points.size());
    for (const strokes::StrokePoint& point : stroke.points) {
        values.push_back(point.*value);
    }
    return values;
}

/// The place of a stroke of the other hand is seen in the mirror of the spine.
std::vector<strokes::Feature> mirrored(std::vector<strokes::Feature> features, bool mirror) {
    for (strokes::Feature& feature : features) {
        feature[0] = mirror ? -feature[0] : feature[0];
    }
    return features;
}

std::optional<double> middle(const std::vector<StrokePair>& pairs, double StrokePair::*value) {
    std::vector<double> values;
    values.reserve(pairs.size());
    for (const StrokePair& pair : pairs) {
        values.push_back(pair.*value);
    }
    return values.empty() ? std::nullopt : std::optional(strokes::median(values));
}

} // namespace

std::optional<double> Comparison::force_match() const { return middle(pairs, &StrokePair::force_match); }

std::optional<double> Comparison::speed_match() const { return middle(pairs, &StrokePair::speed_match); }

std::optional<double> Comparison::distance() const { return middle(pairs, &StrokePair::distance); }

const StrokePair* Comparison::of(std::size_t own) const {
    const auto found = std::ranges::find(pairs, own, &StrokePair::own);
    return found == pairs.end() ? nullptr : &*found;
}

Comparison compare(const drills::Drill& drill, const RunTrace& own, const RunTrace& other) {
    Comparison comparison;
    for (std::size_t index = 0; index < own.strokes.size(); ++index) {
        const StrokeTrace& stroke = own.strokes[index];
        Kinship nearest = none;
        for (const StrokeTrace& candidate : other.strokes) {
            nearest = std::min(nearest, kinship(stroke, candidate));
        }
        if (nearest == none) {
            ++comparison.unpaired;
            continue;
        }
        const strokes::FeatureScale scale = scale_of(drill, stroke.step);
        const std::vector<strokes::Feature> features = strokes::features_of(stroke, scale);
        strokes::Warp best;
        StrokePair pair{.own = index, .other = other.strokes.size()};
        for (std::size_t at = 0; at < other.strokes.size(); ++at) {
            const StrokeTrace& candidate = other.strokes[at];
            if (kinship(stroke, candidate) != nearest) {
                continue;
            }
            strokes::Warp laid = strokes::warp(
                features, mirrored(strokes::features_of(candidate, scale), candidate.hand != stroke.hand),
                strokes::warp_band_share.value);
            if (pair.other == other.strokes.size() || laid.distance < best.distance) {
                pair.other = at;
                best = std::move(laid);
            }
        }
        const StrokeTrace& laid_on = other.strokes[pair.other];
        const auto match = [&](float strokes::StrokePoint::*value) {
            return strokes::percentage_match(waveform(stroke, value), waveform(laid_on, value), best.steps);
        };
        pair.distance = best.distance;
        pair.force_match = match(&strokes::StrokePoint::force_n);
        pair.speed_match = match(&strokes::StrokePoint::speed_m_s);
        comparison.pairs.push_back(pair);
    }
    return comparison;
}

} // namespace tactus::replay
