#include "sim/cli/case_sessions.hpp"

#include "sim/authoring/resources.hpp"
#include "sim/cli/case_harm.hpp"
#include "sim/cli/case_script.hpp"
#include "sim/client/product_shelf.hpp"
#include "sim/drills/performer.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace tactus::cli {
namespace {

using client::Condition;
using contact::ToolKind;

constexpr double work_s = 18;           ///< three strokes of the slowest: enough to tell manners apart
constexpr float firm_enough_n = 45;     ///< of an open client: W3
constexpr float careless_weight = 1.4F; ///< times what the lane bears
constexpr float palm_half_u = 0.24F;
constexpr float palm_half_v = 0.14F;
constexpr float lane_half_v = 0.20F;

/// A lane of palm strokes, and what the places under it bear.
struct Lane {
    float u = 0;
    float v_from = 0, v_to = 0;
    float cap_n = 0;
};

bool overlap(const Rect& a, const Rect& b) {
    return a.u_low < b.u_high && b.u_low < a.u_high && a.v_low < b.v_high && b.v_low < a.v_high;
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
    drill.steps.push_back({.name = "Talk", .duration_s = case_talk_s});
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

void strokes(CaseHands& script, const Lane& lane, float force_n, float speed_m_s,
             const drills::BodyScale& scale, double seconds) {
    drills::Motion motion = drills::motion_of(*drills::recipe_named("deep_effleurage"));
    motion.tool = ToolKind::palm;
    motion.pair = drills::Pair::one;
    motion.force_n = force_n;
    motion.return_n = 0.4F * force_n;
    motion.speed_m_s = speed_m_s;
    motion.size_m = (lane.v_from - lane.v_to) * scale.along_m;
    motion.place = {lane.u, lane.v_from};
    script.add(drills::perform(motion, drills::skill_of(drills::Quality::ideal), 1, scale,
                               {.begin_s = case_talk_s + 0.3, .duration_s = seconds}));
}

/// Says how it was decided, by the first sentence of that kind that tells it.
void tell(CaseHands& script, const Condition& condition, client::Urgency decision, client::WordingKind kind) {
    for (const auto& [id, worth] : condition.wordings) {
        if (worth.kind == kind && std::ranges::find(worth.fits, decision) != worth.fits.end()) {
            script.say(0.6, "word " + id);
            return;
        }
    }
}

/// Asks every `step`-th of what there is to ask, and all that must be asked but one that is left out.
void interview(CaseHands& script, const Condition& condition, std::size_t step, const std::string& left_out,
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

/// The first bottle on the shelf whose label lists nothing that this client does not bear, where there is
/// such.
void take_product(CaseHands& script, const Condition& condition) {
    if (condition.banned_ingredients.empty()) {
        return;
    }
    const std::vector<client::ShelfProduct> shelf =
        client::read_product_shelf(authoring::asset_named("intake", "products"));
    const auto borne = std::ranges::find_if(shelf, [&](const client::ShelfProduct& product) {
        return client::banned_in(condition, product).empty();
    });
    if (borne != shelf.end()) {
        script.say(1, "product " + client::product_event_text(*borne));
    }
}

void prepare(CaseHands& script, const Condition& condition) {
    script.say(1, "position " + condition.positions.front());
    for (const std::string& adaptation : condition.adaptations) {
        script.say(1, "prepare " + adaptation);
    }
}

client::Urgency one_step_careless(client::Urgency right) {
    return static_cast<client::Urgency>(std::min(static_cast<int>(right) + 1, client::urgency_count - 1));
}

/// What the careless session loses marks for, as far as this client has it to lose.
std::vector<std::string> careless_losses(const Condition& condition, const Lane& lane, bool treated) {
    std::vector<std::string> losses{"asking", "closing"};
    if (condition.decision.urgency != client::Urgency::treat) {
        losses.emplace_back("decision");
    }
    if (!condition.adaptations.empty()) {
        losses.emplace_back("preparation");
    }
    constexpr float surely = 1.15F;
    const auto everywhere = std::ranges::find(condition.caps, "ANY", &client::ConditionCap::place);
    if (treated && everywhere != condition.caps.end() && everywhere->palm_n > 0 &&
        careless_weight * lane.cap_n > surely * everywhere->palm_n) {
        losses.emplace_back("load_cap");
    }
    if (treated) {
        losses.emplace_back("time_in_band");
    }
    return losses;
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
                    .critical = {},
                    .losses = {}};
    CaseHands script;
    const bool treated = treats(condition);
    if (manner == Manner::careless) {
        const client::Urgency decision = one_step_careless(condition.decision.urgency);
        interview(script, condition, 3, "", decision);
        tell(script, condition, decision, client::WordingKind::diagnosis);
        if (treated) {
            strokes(script, lane, careless_weight * lane.cap_n, 2.2F * speed_of(condition), scale,
                    work_s - 1);
        }
        made.losses = careless_losses(condition, lane, treated);
    } else {
        const Harm harm =
            manner == Manner::harmful ? write_harm(script, condition, scale) : Harm{.hands_full = false};
        made.critical = harm.finding;
        interview(script, condition, 1, harm.left_out, condition.decision.urgency);
        tell(script, condition, condition.decision.urgency, client::WordingKind::reason);
        script.say(0.7, "note Asked, decided and told as agreed.");
        prepare(script, condition);
        take_product(script, condition);
        if (!harm.position.empty()) {
            script.say(1.2, "position " + harm.position);
        }
        if (treated && !harm.hands_full) {
            strokes(script, lane, 0.65F * lane.cap_n, speed_of(condition), scale, work_s - 1);
        }
        if (treated && harm.lasts_s > 0) {
            made.setup.drill.steps.back().duration_s = harm.lasts_s;
        }
        script.say(treated ? case_talk_s + 8 : 2, "check_in");
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
