#include "sim/cli/case_sessions.hpp"

#include "sim/anatomy/regions.hpp"
#include "sim/drills/performer.hpp"
#include "sim/drills/stroke_recipe.hpp"
#include "sim/session/track_input.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace tactus::cli {
namespace {

using client::Condition;
using client::EventKind;
using contact::ToolKind;
using drills::PerformedRow;

constexpr double talk_s = 3;
constexpr double work_s = 24;
constexpr float firm_enough_n = 45; ///< of an open client: W3
constexpr float palm_half_u = 0.24F;
constexpr float palm_half_v = 0.14F;
constexpr float lane_half_v = 0.20F;

/// A lane of palm strokes, and what the places under it bear.
struct Lane {
    float u = 0;
    float v_from = 0, v_to = 0;
    float cap_n = 0;
};

struct Rect {
    float u_low, u_high, v_low, v_high;
};

bool overlap(const Rect& a, const Rect& b) {
    return a.u_low < b.u_high && b.u_low < a.u_high && a.v_low < b.v_high && b.v_low < a.v_high;
}

/// The rectangle about a place on the side of `u`.
Rect rect_of(const Condition& condition, const std::string& place, float u) {
    const auto area = std::ranges::find(condition.areas, place, &client::SkinArea::id);
    if (area != condition.areas.end()) {
        return {area->u - area->half_u, area->u + area->half_u, area->v - area->half_v,
                area->v + area->half_v};
    }
    if (const auto region = anatomy::region_named(place)) {
        const anatomy::RegionBox& box = anatomy::region_box(*region);
        return u > 0 ? Rect{box.u_low, box.u_high, box.v_low, box.v_high}
                     : Rect{-box.u_high, -box.u_low, box.v_low, box.v_high};
    }
    return {-2, 2, -1, 2};
}

/// Where a palm may do most.
Lane best_lane(const Condition& condition) {
    Lane best;
    for (const float u : {-0.27F, 0.27F}) {
        for (const float v : {0.40F, 0.60F, 0.80F, 0.95F}) {
            Lane lane{.u = u, .v_from = v + lane_half_v, .v_to = v - lane_half_v, .cap_n = firm_enough_n};
            const Rect hand{u - palm_half_u, u + palm_half_u, lane.v_to - palm_half_v,
                            lane.v_from + palm_half_v};
            for (const client::ConditionCap& cap : condition.caps) {
                if (cap.palm_n > 0 && overlap(hand, rect_of(condition, cap.place, u))) {
                    lane.cap_n = std::min(lane.cap_n, cap.palm_n);
                }
            }
            for (const client::TechniqueBan& ban : condition.bans) {
                const bool touch = ban.techniques.empty() && overlap(hand, rect_of(condition, ban.place, u));
                lane.cap_n = touch ? 0 : lane.cap_n;
            }
            best = lane.cap_n > best.cap_n ? lane : best;
        }
    }
    return best;
}

bool treats(const Condition& condition) {
    return condition.scope != client::Scope::absolute &&
           condition.decision.urgency >= client::Urgency::clearance && best_lane(condition).cap_n > 0;
}

float speed_of(const Condition& condition) {
    return condition.most_speed_m_s > 0 ? 0.8F * condition.most_speed_m_s : 0.09F;
}

/// Talk, and where the client may be treated, palm strokes within the caps; groups weigh as facts 5.5 says.
drills::Drill drill_for(const client::Client& client, const Lane& lane) {
    const Condition& condition = client.condition;
    const client::CaseWeights& weights = condition.weights;
    drills::Drill drill;
    drill.id = "case-" + condition.id;
    drill.name = condition.name;
    drill.technique = "case";
    drill.client = client.id;
    drill.interview = true;
    drill.steps.push_back({.name = "Talk", .duration_s = talk_s});
    using scoring::Group;
    const auto weigh = [&](Group group, float marks) {
        drill.weights[static_cast<std::size_t>(group)] = static_cast<double>(marks);
    };
    weigh(Group::sequence, weights.intake + weights.adaptation);
    weigh(Group::communication, weights.communication);
    if (!treats(condition)) {
        return drill; // any touch fails the case, though safety weighs nothing
    }
    weigh(Group::safety, weights.caps);
    weigh(Group::pressure, 0.5F * weights.technique);
    weigh(Group::flow, 0.5F * weights.technique);
    scoring::Task task;
    task.force_n = scoring::Band{0.35F * lane.cap_n, 0.95F * lane.cap_n};
    task.speed_m_s = scoring::Band{0.6F * speed_of(condition), 1.35F * speed_of(condition)};
    drill.steps.push_back({.name = "Work", .duration_s = work_s, .task = task});
    return drill;
}

/// Writes hands and events in order of time.
class Script {
public:
    void say(double t_s, std::string event) { events_.push_back({.t_s = t_s, .text = std::move(event)}); }

    void add(std::vector<PerformedRow> rows) { rows_.insert(rows_.end(), rows.begin(), rows.end()); }

    /// One hand that stays and presses for so long.
    void press(double begin_s, double seconds, ToolKind tool, Vec2 place, float force_n) {
        constexpr double row_s = 1.0 / 60;
        for (double t_s = 0; t_s <= seconds; t_s += row_s) {
            rows_.push_back({.t_s = begin_s + t_s,
                             .hand = contact::Side::right,
                             .tool = tool,
                             .u = place.x,
                             .v = place.y,
                             .force_n = force_n * static_cast<float>(std::min(1.0, 2 * t_s)),
                             .event = {},
                             .oil = 0.3F});
        }
    }

    hands::StrokeTrack take() {
        std::ranges::stable_sort(rows_, {}, &PerformedRow::t_s);
        std::ranges::stable_sort(events_, {}, &hands::StrokeEvent::t_s);
        hands::StrokeTrack track = session::track_of(rows_);
        track.events = std::move(events_);
        return track;
    }

private:
    std::vector<PerformedRow> rows_;
    std::vector<hands::StrokeEvent> events_;
};

void strokes(Script& script, const Lane& lane, float force_n, float speed_m_s, const drills::BodyScale& scale,
             double seconds) {
    drills::Motion motion = drills::motion_of(*drills::recipe_named("deep_effleurage"));
    motion.tool = ToolKind::palm;
    motion.pair = drills::Pair::one;
    motion.force_n = force_n;
    motion.return_n = 0.4F * force_n;
    motion.speed_m_s = speed_m_s;
    motion.size_m = (lane.v_from - lane.v_to) * scale.along_m;
    motion.place = {lane.u, lane.v_from};
    script.add(drills::perform(motion, drills::skill_of(drills::Quality::ideal), 1, scale,
                               {.begin_s = talk_s + 0.3, .duration_s = seconds}));
}

/// Says how it was decided, by the first sentence of that kind that tells it.
void tell(Script& script, const Condition& condition, client::Urgency decision, client::WordingKind kind) {
    for (const auto& [id, worth] : condition.wordings) {
        if (worth.kind == kind && std::ranges::find(worth.fits, decision) != worth.fits.end()) {
            script.say(0.6, "word " + id);
            return;
        }
    }
}

/// Asks every `step`-th of what there is to ask, and all that must be asked but one that is left out.
void interview(Script& script, const Condition& condition, std::size_t step, const std::string& left_out,
               client::Urgency decision) {
    std::size_t k = 0;
    for (const auto& [question, points] : condition.question_points) {
        const auto& must = condition.decision.must_ask;
        const bool needed = std::ranges::find(must, question) != must.end();
        if (question != left_out && (needed || k % step == 0)) {
            script.say(0.1, "question " + question);
        }
        ++k;
    }
    for (const std::string& question : condition.decision.must_ask) {
        if (question != left_out && !condition.question_points.contains(question)) {
            script.say(0.1, "question " + question);
        }
    }
    script.say(0.5, "decide " + std::string(client::urgency_code(decision)));
}

void prepare(Script& script, const Condition& condition) {
    script.say(1, "position " + condition.positions.front());
    for (const std::string& adaptation : condition.adaptations) {
        script.say(1, "prepare " + adaptation);
    }
}

Vec2 middle_of(const Condition& condition, const std::string& place) {
    const Rect rect = rect_of(condition, place, 1);
    return {0.5F * (rect.u_low + rect.u_high), 0.5F * (rect.v_low + rect.v_high)};
}

/// The gravest thing that can be done to this client, written into the script; returns the finding that it
/// earns. `skip`: the question to leave out of the interview.
std::string harm(Script& script, const Condition& condition, std::string& skip, std::string& position) {
    const double at_s = talk_s + 0.5;
    if (condition.scope == client::Scope::absolute) {
        script.press(talk_s - 1.5, 1.2, ToolKind::palm, {0.27F, 0.6F}, 20);
        return "treated";
    }
    if (!condition.banned_ingredients.empty()) {
        script.say(1.5, "product oil " + condition.banned_ingredients.front());
        return "banned_product";
    }
    for (const client::BodyEventRule& rule : condition.events) {
        if (rule.kind == EventKind::fracture) {
            script.press(at_s, 4, ToolKind::palm, {0.5F, 0.5F}, 1.5F * rule.threshold);
            return "fracture";
        }
        if (rule.kind == EventKind::leg_zap) {
            script.press(at_s, 12, ToolKind::thumb, middle_of(condition, rule.place),
                         3 * rule.thumb_threshold);
            return "leg_zap_ignored";
        }
        if (rule.kind == EventKind::bruise && rule.critical) {
            // On the sacrum, where bone lies near.
            script.press(at_s, 20, ToolKind::elbow, {0.10F, 1.22F}, 80);
            return "bruise";
        }
    }
    for (const client::ConditionCap& cap : condition.caps) {
        if (cap.critical_thumb_n > 0) {
            script.press(at_s, 3, ToolKind::thumb, middle_of(condition, cap.place),
                         1.4F * cap.critical_thumb_n);
            return "load_" + cap.place;
        }
    }
    for (const client::TechniqueBan& ban : condition.bans) {
        if (ban.critical && ban.techniques.empty() && ban.place != "ANY") {
            script.press(talk_s - 1.5, 1.2, ToolKind::palm, middle_of(condition, ban.place), 15);
            return "touched_" + ban.place;
        }
    }
    if (condition.discomfort_limit > 0) {
        script.press(at_s, condition.discomfort_limit_s + 8.0, ToolKind::thumb, {0.25F, 0.12F}, 45);
        return "hurt_for_long";
    }
    if (!condition.decision.must_ask.empty()) {
        skip = condition.decision.must_ask.front();
        return "not_asked_" + skip;
    }
    if (condition.position_critical) {
        position = "prone";
        return "wrong_position";
    }
    script.press(at_s, 3, ToolKind::thumb, {0, 0.6F}, 45);
    return "spine_load";
}

client::Urgency one_step_careless(client::Urgency right) {
    return static_cast<client::Urgency>(std::min(static_cast<int>(right) + 1, client::urgency_count - 1));
}

} // namespace

std::string_view manner_name(Manner manner) {
    constexpr std::array<std::string_view, manner_count> names{"right", "careless", "harmful"};
    return names[static_cast<std::size_t>(manner)];
}

CaseScript case_script(const client::Client& client, const scoring::Rubric& rubric,
                       const anatomy::Anatomy& anatomy, Manner manner) {
    const Condition& condition = client.condition;
    const Lane lane = best_lane(condition);
    const drills::BodyScale scale{.across_m = anatomy.skin.half_biacromial_m,
                                  .along_m = anatomy.skin.spine_length_m};
    CaseScript made{.setup = {.client = client, .drill = drill_for(client, lane), .rubric = rubric},
                    .track = {},
                    .critical = {}};
    Script script;
    const bool treated = treats(condition);
    if (manner == Manner::careless) {
        const client::Urgency decision = one_step_careless(condition.decision.urgency);
        interview(script, condition, 3, "", decision);
        tell(script, condition, decision, client::WordingKind::diagnosis);
        if (treated) {
            strokes(script, lane, 1.4F * lane.cap_n, 2.2F * speed_of(condition), scale, work_s - 1);
        }
    } else {
        std::string skip;
        std::string position = condition.positions.front();
        if (manner == Manner::harmful) {
            made.critical = harm(script, condition, skip, position);
        }
        interview(script, condition, 1, skip, condition.decision.urgency);
        tell(script, condition, condition.decision.urgency, client::WordingKind::reason);
        script.say(0.7, "note Asked, decided and told as agreed.");
        prepare(script, condition);
        if (position != condition.positions.front()) {
            script.say(1.2, "position " + position);
        }
        const bool hand_free = manner == Manner::right || made.critical.starts_with("not_asked") ||
                               made.critical == "banned_product" || made.critical == "wrong_position";
        if (treated && hand_free) {
            strokes(script, lane, 0.65F * lane.cap_n, speed_of(condition), scale, work_s - 1);
        }
        script.say(treated ? talk_s + 8 : 2, "check_in");
    }
    made.track = script.take();
    return made;
}

CaseMarks case_marks_of(const scoring::Score& score, const client::CaseWeights& weights) {
    const auto measured = [&](const char* name) {
        const auto found = score.measures.find(name);
        return found == score.measures.end() ? 0.0 : found->second;
    };
    const auto group = [&](scoring::Group which) {
        return score.groups[static_cast<std::size_t>(which)].value_or(100);
    };
    CaseMarks marks;
    marks.intake = 0.5 * (measured("decision_marks") + std::min(100.0, measured("asked_percent") / 0.8));
    marks.caps = group(scoring::Group::safety);
    marks.adaptation = measured("preparation_marks");
    marks.technique = 0.5 * (group(scoring::Group::pressure) + group(scoring::Group::flow));
    marks.communication = group(scoring::Group::communication);
    marks.total =
        (static_cast<double>(weights.intake) * marks.intake + static_cast<double>(weights.caps) * marks.caps +
         static_cast<double>(weights.adaptation) * marks.adaptation +
         static_cast<double>(weights.technique) * marks.technique +
         static_cast<double>(weights.communication) * marks.communication) /
        100;
    return marks;
}

} // namespace tactus::cli
