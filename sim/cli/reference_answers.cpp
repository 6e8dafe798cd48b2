#include "sim/cli/reference_answers.hpp"

#include "sim/anatomy/skin_grid.hpp"
#include "sim/cli/euler_skin.hpp"
#include "sim/math/float_mode.hpp"
#include "sim/physiology/delayed_soreness.hpp"
#include "sim/physiology/physiology_data.hpp"
#include "sim/physiology/relaxation.hpp"
#include "sim/physiology/skin_maps.hpp"
#include "sim/physiology/softening.hpp"

#include <array>
#include <cmath>
#include <tuple>
#include <utility>

namespace tactus::cli {
namespace {

constexpr double reference_bar = 0.02;
constexpr double steps_a_minute = 60 * 240;

using Answers = std::vector<ReferenceAnswer>;

int steps_in(double minutes) { return static_cast<int>(std::lround(minutes * steps_a_minute)); }

/// "12 min"
std::string words(double minutes) { return std::to_string(std::lround(minutes)) + " min"; }

constexpr float stroking_pa = 1e3F; // pales nothing and holds no blood back
constexpr float holding_pa = 50e3F;

/// One point of skin under one hand, by the product and as the facts have it.
class WorkedSkin {
public:
    /// heating_w_m2: q of equation 3.
    void stroke(float heating_w_m2, double minutes) {
        step(stroking_pa, heating_w_m2, minutes);
        facts_.run(static_cast<double>(heating_w_m2), minutes);
    }

    void hold(double minutes) { step(holding_pa, 0, minutes); }

    void rest(double minutes) {
        step(0, 0, minutes);
        facts_.run(0, minutes);
    }

    [[nodiscard]] double redness() const { return static_cast<double>(skin_.redness()[worked]); }

    [[nodiscard]] ReferenceAnswer redness(const std::string& of, const std::string& when,
                                          double printed) const {
        return {"redness E, " + of, when, printed, .005, redness(), facts_.redness()};
    }

    [[nodiscard]] ReferenceAnswer warmth(const std::string& of, const std::string& when,
                                         double printed) const {
        return {
            "warmth dT, " + of + ", K", when, printed, .005, static_cast<double>(skin_.warmth_k()[worked]),
            facts_.warmth_k()};
    }

private:
    void step(float pressure_pa, float heating_w_m2, double minutes) {
        pressure_pa_[worked] = pressure_pa;
        std::array<physiology::HandLoad, contact::side_count> hands{};
        if (pressure_pa > 0) {
            hands[1] = {.touching = true,
                        .speed_m_s = heating_w_m2 / (friction * pressure_pa),
                        .friction = friction,
                        .field_place = Vec2(worked % columns, worked / columns)};
        }
        for (int k = 0; k < steps_in(minutes); ++k) {
            skin_.step(pressure_pa_, hands);
        }
    }

    static constexpr float friction = 0.2F;
    static constexpr std::size_t columns = anatomy::SkinGrid::field_columns;
    static constexpr std::size_t points = columns * anatomy::SkinGrid::field_rows;
    static constexpr std::size_t worked = 60 * columns + 40;

    physiology::SkinMaps skin_{client::Response{}};
    std::vector<float> pressure_pa_ = std::vector<float>(points, 0.0F);
    EulerSkin facts_;
};

using MinuteFigures = std::vector<std::pair<double, double>>;

void add_hard_friction(Answers& answers) {
    const std::string q = "3 W/m2";
    WorkedSkin skin;
    double done_min = 0;
    for (const auto& [minutes, redness] : MinuteFigures{{1, .11}, {3, .27}, {5, .37}, {12, .58}}) {
        skin.stroke(3, minutes - done_min);
        done_min = minutes;
        answers.push_back(skin.redness(q, words(minutes), redness));
    }
    answers.push_back(skin.warmth(q, "12 min", .85));
    done_min = 0;
    for (const auto& [minutes, redness] : MinuteFigures{{5, .44}, {15, .29}, {30, .19}, {60, .08}}) {
        skin.rest(minutes - done_min);
        done_min = minutes;
        answers.push_back(skin.redness(q, words(minutes) + " after", redness));
    }
    answers.push_back(skin.warmth(q, "60 min after", .50));
}

void add_softer_friction(Answers& answers) {
    WorkedSkin firm;
    firm.stroke(2, 20);
    answers.push_back(firm.redness("2 W/m2", "20 min", .53));
    answers.push_back(firm.warmth("2 W/m2", "20 min", 1.01));
    WorkedSkin light;
    light.stroke(.6F, 20);
    answers.push_back(light.redness("0.6 W/m2", "20 min", .20));
    answers.push_back(light.warmth("0.6 W/m2", "20 min", .55));
    WorkedSkin strokes; // ten passes of 80 J/m2, quick, so that nothing decays meanwhile
    strokes.stroke(800, 1.0 / 60);
    answers.push_back(strokes.redness("deep effleurage", "10 passes", .41));
}

void add_holds(Answers& answers) {
    constexpr double release_min = 12 / steps_a_minute; // until skin that no hand touches is looked at again
    WorkedSkin held;
    held.hold(1);
    held.rest(release_min);
    answers.push_back({"redness H after a hold", "60 s", .27, .005, held.redness()});
    // The fit of facts 6.1 to Tee: 45.6 AU (1 - e^(-t/149 s)).
    for (const auto& [minutes, flow_au] : MinuteFigures{{1, 15.1}, {2, 25.2}, {3, 32.0}}) {
        WorkedSkin skin;
        skin.hold(minutes);
        skin.rest(release_min);
        answers.push_back({"skin flow after a hold, AU", words(minutes), flow_au, .05,
                           45.6 / physiology::hyperaemia_most * skin.redness()});
    }
}

void add_calm(Answers& answers) {
    physiology::Relaxation calm;
    // r_t = 0.25 + 0.35 C + 0.2 F + 0.2 W = 0.9 at a flow of 0.5.
    const physiology::Feeling good{.touched = true, .discomfort = 5, .flow = 0.5F};
    const auto resting_bpm = static_cast<double>(calm.heart_rate_bpm());
    double passed_min = 0;
    for (const auto& [minutes, bpm] : MinuteFigures{{5, -4.5}, {10, -6.9}, {20, -8.9}, {60, -9.7}}) {
        for (int k = 0; k < steps_in(minutes - passed_min); ++k) {
            calm.step(good);
        }
        passed_min = minutes;
        answers.push_back({"heart rate at r_t 0.9, bpm", words(minutes), bpm, .05,
                           static_cast<double>(calm.heart_rate_bpm()) - resting_bpm});
    }
}

void add_softening(Answers& answers) {
    physiology::Softening muscle;
    const auto run = [&](bool worked, double minutes) {
        for (int k = 0; k < steps_in(minutes); ++k) {
            muscle.step(worked);
        }
        return 100 * static_cast<double>(muscle.share());
    };
    const double eased = run(true, 7);
    answers.push_back({"softening chi, %", "7 min", 5.4, .05, eased});
    answers.push_back(
        {"softening left of it, %", "3 min after", 100 * .050, .05, 100 * run(false, 3) / eased});
}

void add_soreness(Answers& answers) {
    // Two minutes at 7.6 are an overload of 2.2 point-minutes, at 10 one of 7.
    const auto overload = [](float discomfort) {
        physiology::Overload session;
        for (int k = 0; k < steps_in(2); ++k) {
            session.step(discomfort);
        }
        return session.point_min();
    };
    for (const auto& [discomfort, chance, rounding] :
         std::to_array<std::tuple<float, double, double>>({{5.0F, 4, .5}, {7.6F, 10, .5}, {10.0F, 50, 5}})) {
        const float x = overload(discomfort);
        std::string when = "X " + std::to_string(x);
        when.resize(when.find('.') + 2);
        answers.push_back({"chance of soreness, %", when, chance, rounding,
                           100 * static_cast<double>(physiology::soreness_chance(x))});
    }
    for (const auto& [hours, share] : std::to_array<std::pair<int, double>>(
             {{2, .15}, {6, .68}, {12, 1.00}, {24, .54}, {36, .16}, {48, .04}})) {
        answers.push_back({"soreness S / S0", std::to_string(hours) + " h", share, .005,
                           static_cast<double>(physiology::soreness_after(1, static_cast<float>(hours)))});
    }
}

} // namespace

double ReferenceAnswer::deviation() const { return stepped / unrounded.value_or(facts) - 1; }

bool ReferenceAnswer::kept() const {
    return std::fabs(deviation()) <= reference_bar || std::fabs(stepped - facts) <= rounding;
}

std::vector<ReferenceAnswer> reference_answers() {
    const math::FloatMode mode;
    Answers answers;
    add_hard_friction(answers);
    add_softer_friction(answers);
    add_holds(answers);
    add_calm(answers);
    add_softening(answers);
    add_soreness(answers);
    return answers;
}

} // namespace tactus::cli
