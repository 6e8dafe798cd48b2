#include "sim/anatomy/published_check.hpp"

#include "sim/anatomy/measures.hpp"
#include "sim/anatomy/published_landmarks.hpp"
#include "sim/anatomy/published_layers.hpp"
#include "sim/anatomy/survey.hpp"

#include <cmath>
#include <iomanip>
#include <sstream>

namespace tactus::anatomy {
namespace {

std::string text(std::string_view name, double found, double low, double high, bool ratio) {
    const double unit = ratio ? 1.0 : 1e3;
    std::ostringstream out;
    out << std::fixed << std::setprecision(1) << name << ' ' << found * unit << (ratio ? "" : " mm") << " of "
        << low * unit << " to " << high * unit;
    return out.str();
}

/// Collects what is outside of one sex, body by body.
class Check {
public:
    explicit Check(Sex sex) : sex_(sex), mean_(survey_bodies(sex).front().body) {}

    void add(std::string_view name, const BodyParameters& body) {
        const Anatomy anatomy = make_anatomy(body, {});
        const Measures measures = measure(anatomy);
        add_sizes(name, body, measures);
        for (const LandmarkFinding& row : check_landmarks(anatomy)) {
            if (!row.within()) {
                found_.push_back({name, std::string(row.name) + " over " + row.bone + ", " +
                                            text("off", row.off_m(), 0, landmark_tolerance_m, false)});
            }
        }
        for (const LayerFinding& row : check_layers(measures, sex_)) {
            if (!row.within()) {
                found_.push_back({name, text(row.name, row.found, row.low, row.high, row.ratio)});
            }
        }
    }

    [[nodiscard]] std::vector<OutOfFacts> take() { return std::move(found_); }

private:
    void add_sizes(std::string_view name, const BodyParameters& body, const Measures& measures) {
        const auto taller_m = static_cast<double>(body.stature_m - mean_.stature_m);
        const auto heavier = static_cast<double>(body.bmi - mean_.bmi);
        for (const SurveySize& size : survey(sex_)) {
            if (!size.by_bmi && heavier != 0) {
                continue; // no line to hold it against
            }
            const double expected_m = size.mean_m + size.per_stature * taller_m +
                                      (size.by_bmi ? size.by_bmi->per_bmi_m * heavier : 0.0);
            const double standing_m = size_named(measures, size.name)->standing_m;
            if (std::fabs(standing_m - expected_m) > size.deviation_m) {
                found_.push_back({name, text(size.name, standing_m, expected_m - size.deviation_m,
                                             expected_m + size.deviation_m, false)});
            }
        }
    }

    Sex sex_;
    BodyParameters mean_;
    std::vector<OutOfFacts> found_;
};

} // namespace

std::vector<OutOfFacts> out_of_facts(Sex sex) {
    Check check(sex);
    for (const SurveyBody& body : survey_bodies(sex)) {
        check.add(body.name, body.body);
    }
    BodyParameters average = survey_bodies(sex).front().body;
    average.bmi = lean_average_bmi;
    check.add("average", average);
    return check.take();
}

} // namespace tactus::anatomy
