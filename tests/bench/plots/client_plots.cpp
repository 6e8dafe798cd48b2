/// Figures on a client: depth by force, and a stroke.

#include "sim/hands/hand_poser.hpp"
#include "sim/parallel/thread_pool.hpp"
#include "sim/tissue/press.hpp"
#include "sim/tissue/tissue.hpp"
#include "tests/bench/plots/plots.hpp"

#include <algorithm>
#include <cstdio>
#include <optional>

namespace tactus::plots {

namespace {

/// A client with one hand on the back, stepped at 240 Hz under the setting `fine`.
struct Massage {
    anatomy::Anatomy client = anatomy::make_anatomy({}, {});
    parallel::ThreadPool pool{1};
    tissue::Tissue tissue{client, tissue::Setting::fine, pool};
    hands::HandPoser poser{client};

    const contact::ContactReport& step(const hands::HandInput& hand) {
        tissue.step(poser.pose({std::nullopt, hand}), {}, {});
        return tissue.reports()[1];
    }
};

hands::HandInput hand_at(contact::ToolKind kind, double v) {
    hands::HandInput hand;
    hand.tool = kind;
    hand.u = 0.15F;
    hand.v = static_cast<float>(v);
    hand.oil = 0.7F;
    return hand;
}

Series depth_series(contact::ToolKind kind, const char* name, int colour) {
    Massage massage;
    hands::HandInput hand = hand_at(kind, 0.62);
    Series series{name, {}, Stroke::solid, colour};
    constexpr double rate_n_s = 40;
    double next = 1;
    for (int step = 1; step <= 200; ++step) {
        hand.force_n = static_cast<float>(std::min(30.0, rate_n_s * tissue::step_s * step));
        const contact::ContactReport& r = massage.step(hand);
        const auto force = static_cast<double>(r.force_n);
        const double depth_mm = static_cast<double>(r.depth_m) * 1000;
        if (force >= next) {
            std::printf("| %s | %.1f | %.2f | %.2f |\n", name, force, depth_mm, force / depth_mm);
            next += 4;
        }
        if (force > 0.2) {
            series.points.push_back({depth_mm, force});
        }
    }
    return series;
}

} // namespace

Chart plot_depth() {
    std::printf("| tool | force, N | depth, mm | secant, N/mm |\n|---|---|---|---|\n");
    return {"Beside the spine at the waist, 40 N/s: force by depth",
            {"depth of the skin, mm", {0, 2, 4, 6, 8, 10, 12, 14}},
            {"force, N", {0, 10, 20, 30}},
            {depth_series(contact::ToolKind::thumb, "thumb", 0),
             depth_series(contact::ToolKind::palm, "palm", 1)}};
}

Chart plot_stroke() {
    Massage massage;
    Series force{"contact force, N", {}, Stroke::solid, 0};
    Series support{"reaction of bone and base, N", {}, Stroke::dashed, 1};
    Series depth{"depth, mm", {}, Stroke::solid, 2};
    constexpr double press_s = 0.5;
    constexpr double stroke_s = 3;
    double worst = 0;
    for (int step = 1; step <= 840; ++step) {
        const double t = tissue::step_s * step;
        const double along = std::clamp((t - press_s) / stroke_s, 0.0, 1.0);
        hands::HandInput hand = hand_at(contact::ToolKind::palm, 0.95 - 0.65 * along);
        hand.force_n = static_cast<float>(30 * std::min(1.0, t / press_s));
        const contact::ContactReport& r = massage.step(hand);
        if (t > press_s) {
            worst = std::max(worst, static_cast<double>(r.trust_error));
        }
        if (step % 4 == 0) {
            force.points.push_back({t, static_cast<double>(r.force_n)});
            support.points.push_back({t, static_cast<double>(r.support_n)});
            depth.points.push_back({t, static_cast<double>(r.depth_m) * 1000});
        }
    }
    std::printf("a palm pressed to 30 N in 0.5 s and stroked up the back in 3 s: trust error at most %.3f\n",
                worst);
    return {"A palm strokes up the back with 30 N",
            {"time, s", {0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5}},
            {"N, mm", {0, 10, 20, 30, 40}},
            {force, support, depth}};
}

} // namespace tactus::plots
