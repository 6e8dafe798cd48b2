#include "sim/cli/measure_check.hpp"

#include "sim/anatomy/published_check.hpp"
#include "sim/anatomy/published_landmarks.hpp"
#include "sim/anatomy/published_layers.hpp"
#include "sim/anatomy/survey.hpp"
#include "sim/anatomy/survey_fit.hpp"
#include "sim/cli/figures.hpp"

#include <cmath>
#include <iomanip>
#include <nlohmann/json.hpp>

namespace tactus::cli {
namespace {

using Json = nlohmann::ordered_json;

struct Findings {
    explicit Findings(anatomy::Sex of_sex) : sex(of_sex), slopes(anatomy::model_slopes(of_sex)) {
        anatomy::BodyParameters body = anatomy::survey_bodies(sex).front().body;
        landmarks = anatomy::check_landmarks(anatomy::make_anatomy(body, {}));
        body.bmi = anatomy::lean_average_bmi;
        layers = anatomy::check_layers(anatomy::measure(anatomy::make_anatomy(body, {})), sex);
        outside = anatomy::out_of_facts(sex);
    }

    anatomy::Sex sex;
    std::vector<anatomy::SizeSlopes> slopes;
    std::vector<anatomy::LandmarkFinding> landmarks;
    std::vector<anatomy::LayerFinding> layers;
    std::vector<anatomy::OutOfFacts> outside; ///< of six bodies
};

/// How far the model's slope carries it from the survey's, mean to 95th percentile of stature, in deviations.
double stature_error(const anatomy::SizeSlopes& slopes, const anatomy::SurveySize& size, anatomy::Sex sex) {
    const auto bodies = anatomy::survey_bodies(sex);
    const auto rise_m = static_cast<double>(bodies[2].body.stature_m - bodies[0].body.stature_m);
    return (slopes.per_stature - size.per_stature) * rise_m / size.deviation_m;
}

Json json_of(const Findings& findings) {
    Json slopes = Json::array();
    for (std::size_t i = 0; i < findings.slopes.size(); ++i) {
        const anatomy::SizeSlopes& row = findings.slopes[i];
        const anatomy::SurveySize& size = anatomy::survey(findings.sex)[i];
        slopes.push_back({{"name", row.name},
                          {"per_bmi", millionths(row.per_bmi_m)},
                          {"survey_per_bmi", size.by_bmi ? Json(size.by_bmi->per_bmi_m) : Json()},
                          {"per_stature", millionths(row.per_stature)},
                          {"survey_per_stature", size.per_stature},
                          {"stature_off", millionths(stature_error(row, size, findings.sex))},
                          {"bend", millionths(row.bend_m)}});
    }
    Json landmarks = Json::array();
    for (const anatomy::LandmarkFinding& row : findings.landmarks) {
        landmarks.push_back({{"name", row.name},
                             {"lateral", millionths(row.lateral_m)},
                             {"published_lateral", millionths(row.published_lateral_m)},
                             {"below_c7", millionths(row.below_m)},
                             {"published_below_c7", millionths(row.published_below_m)},
                             {"off", millionths(row.off_m())},
                             {"bone", row.bone},
                             {"bone_depth", millionths(row.bone_depth_m)},
                             {"over_its_bone", row.over_its_bone()}});
    }
    Json layers = Json::array();
    for (const anatomy::LayerFinding& row : findings.layers) {
        layers.push_back({{"name", row.name},
                          {"found", millionths(row.found)},
                          {"low", row.low},
                          {"high", row.high},
                          {"within", row.within()}});
    }
    Json outside = Json::array();
    for (const anatomy::OutOfFacts& row : findings.outside) {
        outside.push_back({{"body", row.body}, {"what", row.what}});
    }
    return {{"slopes", std::move(slopes)},
            {"landmarks", std::move(landmarks)},
            {"layers", std::move(layers)},
            {"outside", std::move(outside)}};
}

void write_slopes(const Findings& findings, std::ostream& out) {
    out << std::left << std::setw(24) << "growth, mm" << std::right << std::setw(9) << "per BMI"
        << std::setw(8) << "survey" << std::setw(11) << "per 10 cm" << std::setw(8) << "survey"
        << std::setw(9) << "off, SD" << '\n';
    for (std::size_t i = 0; i < findings.slopes.size(); ++i) {
        const anatomy::SizeSlopes& row = findings.slopes[i];
        const anatomy::SurveySize& size = anatomy::survey(findings.sex)[i];
        out << std::left << std::setw(24) << row.name << std::right << std::setprecision(1) << std::setw(9)
            << row.per_bmi_m * 1e3 << std::setw(8);
        size.by_bmi ? out << size.by_bmi->per_bmi_m * 1e3 : out << "-";
        out << std::setw(11) << row.per_stature * 1e2 << std::setw(8) << size.per_stature * 1e2
            << std::setw(9) << std::setprecision(2) << std::showpos << stature_error(row, size, findings.sex)
            << std::noshowpos << '\n';
    }
}

void write_landmarks(const Findings& findings, std::ostream& out) {
    out << '\n'
        << std::left << std::setw(24) << "landmark, mm" << std::right << std::setw(9) << "lateral"
        << std::setw(8) << "facts" << std::setw(11) << "below C7" << std::setw(8) << "facts" << std::setw(7)
        << "off"
        << "  bone, depth\n"
        << std::setprecision(0);
    for (const anatomy::LandmarkFinding& row : findings.landmarks) {
        out << std::left << std::setw(24) << row.name << std::right << std::setw(9) << row.lateral_m * 1e3
            << std::setw(8) << row.published_lateral_m * 1e3 << std::setw(11) << row.below_m * 1e3
            << std::setw(8) << row.published_below_m * 1e3 << std::setw(7) << row.off_m() * 1e3 << "  "
            << row.bone << ", " << row.bone_depth_m * 1e3 << (row.over_its_bone() ? "" : "  OUT") << '\n';
    }
}

void write_layers(const Findings& findings, std::ostream& out) {
    out << '\n'
        << std::left << std::setw(24) << "layer at BMI 23, mm" << std::right << std::setw(9) << "here"
        << std::setw(14) << "facts" << '\n'
        << std::setprecision(1);
    for (const anatomy::LayerFinding& row : findings.layers) {
        const double unit = row.ratio ? 1.0 : 1e3;
        out << std::left << std::setw(24) << row.name << std::right << std::setw(9) << row.found * unit
            << std::setw(8) << row.low * unit << " .. " << row.high * unit << (row.within() ? "" : "  OUT")
            << '\n';
    }
}

void write_outside(const Findings& findings, std::ostream& out) {
    out << "\noutside of the facts, of the mean, small, large, lean, heavy and average body:"
        << (findings.outside.empty() ? " nothing\n" : "\n");
    for (const anatomy::OutOfFacts& row : findings.outside) {
        out << "  " << row.body << ": " << row.what << '\n';
    }
}

} // namespace

bool write_measure_check(bool json, std::ostream& out) {
    const Findings men(anatomy::Sex::male);
    const Findings women(anatomy::Sex::female);
    const bool all_within = men.outside.empty() && women.outside.empty();
    if (json) {
        out << Json{{"male", json_of(men)}, {"female", json_of(women)}}.dump(2) << '\n';
        return all_within;
    }
    out << std::fixed;
    for (const Findings* findings : {&men, &women}) {
        out << (findings == &men ? "Men\n\n" : "\nWomen\n\n");
        write_slopes(*findings, out);
        write_landmarks(*findings, out);
        write_layers(*findings, out);
        write_outside(*findings, out);
    }
    return all_within;
}

} // namespace tactus::cli
