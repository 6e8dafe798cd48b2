#include "sim/cli/measure_table.hpp"

#include "sim/anatomy/measures.hpp"
#include "sim/anatomy/survey.hpp"
#include "sim/cli/figures.hpp"

#include <array>
#include <cmath>
#include <iomanip>
#include <nlohmann/json.hpp>

namespace tactus::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t mean_body = 0;
constexpr std::size_t lean_body = 3;
constexpr std::size_t heavy_body = 4;

/// The five bodies of one sex and what they measure, standing.
struct Measured {
    explicit Measured(anatomy::Sex of_sex) : sex(of_sex), bodies(anatomy::survey_bodies(of_sex)) {
        for (std::size_t i = 0; i < bodies.size(); ++i) {
            measures[i] = anatomy::measure(anatomy::make_anatomy(bodies[i].body, {}));
        }
    }

    [[nodiscard]] double standing_m(std::size_t body, std::string_view name) const {
        return anatomy::size_named(measures[body], name)->standing_m;
    }

    /// Growth from the lean to the heavy body, metres a unit of BMI.
    [[nodiscard]] double per_bmi_m(std::string_view name) const {
        return (standing_m(heavy_body, name) - standing_m(lean_body, name)) /
               static_cast<double>(bodies[heavy_body].body.bmi - bodies[lean_body].body.bmi);
    }

    anatomy::Sex sex;
    std::array<anatomy::SurveyBody, 5> bodies;
    std::array<anatomy::Measures, 5> measures;
};

Json json_of(const Measured& measured) {
    Json bodies = Json::object();
    for (const anatomy::SurveyBody& body : measured.bodies) {
        bodies[std::string(body.name)] = {{"stature", millionths(static_cast<double>(body.body.stature_m))},
                                          {"bmi", millionths(static_cast<double>(body.body.bmi))}};
    }
    Json sizes = Json::array();
    for (const anatomy::SurveySize& size : anatomy::survey(measured.sex)) {
        Json row{{"name", size.name}, {"survey", size.mean_m}, {"deviation", size.deviation_m}};
        for (std::size_t i = 0; i < measured.bodies.size(); ++i) {
            row[std::string(measured.bodies[i].name)] = millionths(measured.standing_m(i, size.name));
        }
        row["off"] = millionths((measured.standing_m(mean_body, size.name) - size.mean_m) / size.deviation_m);
        row["survey_per_bmi"] = size.by_bmi ? Json(size.by_bmi->per_bmi_m) : Json();
        row["per_bmi"] = millionths(measured.per_bmi_m(size.name));
        sizes.push_back(std::move(row));
    }
    return {{"bodies", std::move(bodies)}, {"sizes", std::move(sizes)}};
}

void write_text(const Measured& measured, std::ostream& out) {
    const auto mm = [&](double metres) -> std::ostream& {
        return out << std::setw(8) << std::setprecision(0) << metres * 1e3;
    };
    const bool women = measured.sex == anatomy::Sex::female;
    out << std::fixed << (women ? "Women" : "Men");
    for (const anatomy::SurveyBody& body : measured.bodies) {
        out << (&body == measured.bodies.data() ? ": " : "; ") << body.name << ' ' << std::setprecision(2)
            << body.body.stature_m << " m, BMI " << std::setprecision(1) << body.body.bmi;
    }
    out << "\n\n"
        << std::left << std::setw(22) << "standing size, mm" << std::right << std::setw(8) << "survey"
        << std::setw(6) << "SD" << std::setw(8) << "mean" << std::setw(8) << "off, SD";
    for (std::size_t i = 1; i < measured.bodies.size(); ++i) {
        out << std::setw(8) << measured.bodies[i].name;
    }
    out << std::setw(10) << "per BMI" << std::setw(8) << "survey" << '\n';
    for (const anatomy::SurveySize& size : anatomy::survey(measured.sex)) {
        out << std::left << std::setw(22) << size.name << std::right;
        mm(size.mean_m) << std::setw(6) << size.deviation_m * 1e3;
        const double mean_m = measured.standing_m(mean_body, size.name);
        mm(mean_m) << std::setw(8) << std::showpos << std::setprecision(1)
                   << (mean_m - size.mean_m) / size.deviation_m << std::noshowpos;
        for (std::size_t i = 1; i < measured.bodies.size(); ++i) {
            mm(measured.standing_m(i, size.name));
        }
        out << std::setw(10) << std::setprecision(1) << measured.per_bmi_m(size.name) * 1e3 << std::setw(8);
        size.by_bmi ? out << size.by_bmi->per_bmi_m * 1e3 : out << "-";
        out << '\n';
    }
}

} // namespace

void write_measure_table(bool json, std::ostream& out) {
    const Measured men(anatomy::Sex::male);
    const Measured women(anatomy::Sex::female);
    if (json) {
        out << Json{{"male", json_of(men)}, {"female", json_of(women)}}.dump(2) << '\n';
        return;
    }
    write_text(men, out);
    out << '\n';
    write_text(women, out);
}

} // namespace tactus::cli
