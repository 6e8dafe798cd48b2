#include "engine/ui/coach.hpp"

#include "engine/ui/widgets/figures.hpp"
#include "sim/client/place.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace tactus::ui {

namespace {

/// How long something must last before it is worth a sentence.
constexpr double worth_saying_s = 1.0;

constexpr float tense_discomfort = 7;

std::string newtons(const scoring::Band& band) {
    return rounded(band.low) + " to " + rounded(band.high) + " newtons";
}

std::string centimetres_a_second(float speed_m_s) {
    return rounded(100.0 * speed_m_s) + " centimetres a second";
}

/// The step's own instruction when it is short enough for a glance, else its name.
std::string opening(const drills::Step& step) {
    const auto words = std::ranges::count(step.instruction, ' ') + 1;
    return words <= coach_words ? step.instruction : step.name + ".";
}

std::optional<std::string> advice_on_point(const RunView& view) {
    const std::optional<scoring::HoldPlace> place = view.target_place();
    const session::HandSnapshot* hand = view.leading_hand();
    if (!place || hand == nullptr) {
        return std::nullopt;
    }
    const float across = (place->u - hand->u) * view.anatomy.skin.half_biacromial_m;
    const float along = (place->v - hand->v) * view.anatomy.skin.spine_length_m;
    const float away = std::sqrt(across * across + along * along);
    if (away > place->radius_m + 0.012F) {
        const bool sideways = std::fabs(across) > std::fabs(along);
        const std::string way = sideways ? (across > 0 ? "to the client's right" : "to the client's left")
                                         : (along > 0 ? "toward the hips" : "toward the head");
        return "Move " + rounded(std::max(100.0 * away, 1.0)) + " cm " + way + ".";
    }
    const float left_s = view.task().hold_s - view.now.hold_s;
    if (view.now.hold_s > 0 && left_s > 0) {
        return "Stay here and keep it steady: " + rounded(left_s) + " seconds more.";
    }
    if (view.now.hold_s > 0) {
        return "Long enough. Ease off slowly, over three seconds.";
    }
    return std::nullopt;
}

/// What harms now: pain, and more than this client may bear where the hand lies, whatever the step asks.
std::optional<std::string> warning(const RunView& view) {
    if (view.now.client.discomfort >= tense_discomfort) {
        return "The client tenses. Ease off and stay soft.";
    }
    constexpr float slack = 1.1F; // a force held at the cap sways about it
    const session::HandSnapshot* hand = view.leading_hand();
    if (hand == nullptr || hand->held.part != contact::Hold::none) {
        return std::nullopt;
    }
    const float cap_n = client::cap_at(view.client.condition, hand->u, hand->v, contact::broad(hand->tool));
    if (cap_n > 0 && hand->force_n > slack * cap_n) {
        return "Too much for this client: at most " + rounded(cap_n) + " newtons here.";
    }
    return std::nullopt;
}

/// A bone in the hand: take hold, lead it there slowly, wait.
std::optional<std::string> advice_on_stretch(const RunView& view) {
    const scoring::Task& task = view.task();
    const session::HandSnapshot* hand = view.leading_hand();
    if (hand == nullptr || hand->held.part != task.bone) {
        return "Press on the " + contact::hold_words(task.bone) + " to hold it, then move, with Ctrl slower.";
    }
    if (task.force_n && hand->force_n > task.force_n->high) {
        return "Give back a little: " + newtons(*task.force_n) + ".";
    }
    if (task.force_n && hand->force_n < task.force_n->low) {
        const bool right = task.bend_right.value_or(false);
        return std::string("Lead it slowly to the ") + (right ? "right" : "left") + ", until it resists.";
    }
    return "Wait at this resistance and breathe.";
}

std::optional<std::string> advice_on_force(const RunView& view, const CoachWindow& window) {
    if (!view.task().force_n) {
        return std::nullopt;
    }
    if (window.too_hard_s > worth_saying_s) {
        return "Too hard here. Ease to " + newtons(*view.task().force_n) + ".";
    }
    if (window.too_light_s > 1.5 * worth_saying_s) {
        return "Lean in from the hips: " + newtons(*view.task().force_n) + ".";
    }
    return std::nullopt;
}

std::optional<std::string> advice_on_pace(const RunView& view, const CoachWindow& window) {
    if (!view.task().speed_m_s) {
        return std::nullopt;
    }
    const scoring::Band& speed = *view.task().speed_m_s;
    if (window.too_fast_s > worth_saying_s) {
        return "Slow down: at most " + centimetres_a_second(speed.high) + ".";
    }
    if (window.still_s > 3 * worth_saying_s) {
        return "Keep the hand moving: " + centimetres_a_second(speed.low) + " or more.";
    }
    if (window.too_slow_s > 2 * worth_saying_s) {
        return "A little faster: at least " + centimetres_a_second(speed.low) + ".";
    }
    return std::nullopt;
}

} // namespace

std::optional<std::string> advice(const RunView& view, const CoachWindow& window, int breaks) {
    if (auto words = warning(view)) {
        return words;
    }
    if (const session::HandSnapshot* hand = view.leading_hand(); hand != nullptr && hand->load_not_reached) {
        return "The body gives no more here. Press less.";
    }
    if (scoring::work_of(view.task()) == scoring::Work::stretch) {
        return advice_on_stretch(view);
    }
    if (view.leading_hand() == nullptr && window.no_contact_s > 2 * worth_saying_s) {
        return view.target_point() != nullptr ? "Place the thumb on the marked point."
               : view.task().place            ? "Lay the hand on the ring."
                                              : "Place a hand on the back and press.";
    }
    if (auto words = advice_on_force(view, window)) {
        return words;
    }
    if (auto words = advice_on_point(view)) {
        return words;
    }
    if (auto words = advice_on_pace(view, window)) {
        return words;
    }
    if (breaks > 0) {
        return "Keep one hand on the skin while you turn back.";
    }
    if (view.task().zone && view.now.t_s > 20) {
        if (const std::string part = untouched_part(view); !part.empty()) {
            return "Take the next strokes over " + part + ".";
        }
    }
    return std::nullopt;
}

void Coach::watch(const RunView& view, double elapsed_s) {
    const session::HandSnapshot* hand = view.leading_hand();
    const scoring::Task& task = view.task();
    const auto count = [&](double& seconds, bool happening) {
        seconds = happening ? seconds + elapsed_s : 0;
    };
    // A fault that comes with every stroke is not forgotten at every turn: it fades at half the speed it
    // came.
    const auto gather = [&](double& seconds, bool happening) {
        seconds = std::clamp(seconds + (happening ? elapsed_s : -0.5 * elapsed_s), 0.0, 4.0);
    };
    const bool loaded = hand != nullptr && hand->force_n > 1;
    // A force still on its way to what was asked is not "too light": judge it when it has settled.
    const bool settled = loaded && hand->force_n > 0.9F * hand->asked_force_n - 1;
    count(window_.no_contact_s, hand == nullptr);
    gather(window_.too_hard_s, loaded && task.force_n && hand->force_n > task.force_n->high);
    gather(window_.too_light_s,
           settled && task.force_n && hand->force_n < task.force_n->low && !task.return_force_n);
    const float speed = view.now.flow.speed_m_s;
    gather(window_.too_fast_s, loaded && task.speed_m_s && speed > task.speed_m_s->high);
    gather(window_.too_slow_s, loaded && task.speed_m_s && speed < task.speed_m_s->low);
    count(window_.still_s, loaded && task.speed_m_s && speed < 0.01F);
}

void Coach::update(const RunView& view) {
    const double now_s = view.now.t_s;
    if (now_s < last_s_) { // a replay jumped back
        *this = Coach();
    }
    watch(view, std::max(now_s - last_s_, 0.0));
    last_s_ = now_s;
    if (now_s - said_at_s_ < coach_interval_s && !warning(view)) {
        return;
    }
    const int breaks = view.now.flow.contact_breaks - breaks_seen_;
    std::string words =
        advice(view, window_, breaks)
            .value_or(now_s < 1 ? opening(view.step()) : std::string("Good. Keep this going."));
    if (words != sentence_) {
        sentence_ = std::move(words);
        said_at_s_ = now_s;
        breaks_seen_ = view.now.flow.contact_breaks;
    }
}

std::string untouched_part(const RunView& view) {
    if (!view.task().zone || view.now.skin.coverage.size() != std::size_t{anatomy::SkinGrid::field_columns} *
                                                                  anatomy::SkinGrid::field_rows) {
        return {};
    }
    const scoring::Zone& zone = *view.task().zone;
    std::array<double, 4> covered{}; // upper left, upper right, lower left, lower right
    std::array<int, 4> places{};
    constexpr int samples = 8;
    for (const float side : {-1.0F, 1.0F}) {
        if ((side < 0 && zone.sides == scoring::Zone::Sides::right) ||
            (side > 0 && zone.sides == scoring::Zone::Sides::left)) {
            continue;
        }
        for (int index = 0; index < samples * samples; ++index) {
            const int line = index / samples;
            const float across = (static_cast<float>(index % samples) + 0.5F) / samples;
            const float along = (static_cast<float>(line) + 0.5F) / samples;
            const float u = side * (zone.u_low + across * (zone.u_high - zone.u_low));
            const anatomy::GridPlace place =
                anatomy::locate(view.anatomy.skin, u, zone.v_low + along * (zone.v_high - zone.v_low));
            const auto column = static_cast<std::size_t>(place.column / 2);
            const auto row = static_cast<std::size_t>(place.row / 2);
            const std::size_t quarter = (along < 0.5F ? 0U : 2U) + (side > 0 ? 1U : 0U);
            covered[quarter] += view.now.skin.coverage[row * anatomy::SkinGrid::field_columns + column];
            ++places[quarter];
        }
    }
    const auto mean = [&](std::size_t a, std::size_t b) {
        const int count = places[a] + places[b];
        return count == 0 ? 1.0 : (covered[a] + covered[b]) / count;
    };

    struct Part {
        double covered;
        const char* name;
    };

    const std::array parts{Part{mean(0, 2), "the left side"}, Part{mean(1, 3), "the right side"},
                           Part{mean(0, 1), "the upper part"}, Part{mean(2, 3), "the lower part"}};
    const auto& [least, name] = *std::ranges::min_element(parts, {}, &Part::covered);
    const double most = std::ranges::max_element(parts, {}, &Part::covered)->covered;
    return least < 0.6 && most > least + 0.15 ? name : std::string();
}

} // namespace tactus::ui
