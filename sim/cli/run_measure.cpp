#include "sim/cli/run_measure.hpp"

#include "sim/anatomy/measures.hpp"
#include "sim/authoring/resources.hpp"
#include "sim/authoring/user_error.hpp"
#include "sim/cli/figures.hpp"
#include "sim/cli/measure_check.hpp"
#include "sim/cli/measure_table.hpp"
#include "sim/client/client_file.hpp"

#include <cmath>
#include <iomanip>
#include <nlohmann/json.hpp>

namespace tactus::cli {
namespace {

using Json = nlohmann::ordered_json;

/// Metres to a micrometre: more digits are noise.
Json landmarks_of(const anatomy::Anatomy& anatomy) {
    Json landmarks = Json::object();
    for (const anatomy::Landmark& mark : anatomy.landmarks) {
        landmarks[mark.id] = {{"u", millionths(mark.u)},
                              {"v", millionths(mark.v)},
                              {"x", millionths(mark.position_m.x)},
                              {"y", millionths(mark.position_m.y)},
                              {"z", millionths(mark.position_m.z)}};
    }
    return landmarks;
}

Json layers_of(const anatomy::Measures& measures) {
    Json layers = Json::object();
    for (const anatomy::LayerSample& sample : measures.layers) {
        layers[std::string(sample.place)] = {
            {"u", millionths(sample.u)},
            {"v", millionths(sample.v)},
            {"skin", millionths(sample.skin_m)},
            {"fat", millionths(sample.fat_m)},
            {"muscle", millionths(sample.muscle_m)},
            {"total", millionths(sample.skin_m + sample.fat_m + sample.muscle_m)},
            {"name", sample.muscle},
            {"bone", sample.bone.empty() ? Json() : Json(sample.bone)}};
    }
    return layers;
}

void write_json(const client::Client& client, const anatomy::Anatomy& anatomy,
                const anatomy::Measures& measures, std::ostream& out) {
    Json json;
    json["client"] = client.id;
    json["name"] = client.name;
    json["sex"] = client.body.sex == anatomy::Sex::female ? "female" : "male";
    json["stature"] = millionths(measures.stature_m);
    json["bmi"] = millionths(measures.bmi);
    json["weight_kg"] = std::round(measures.weight_kg * 1e3) / 1e3;
    for (const anatomy::Size& size : measures.sizes) {
        json[std::string(size.name)] = millionths(size.standing_m);
    }
    for (const anatomy::Size& size : measures.sizes) {
        if (!std::isnan(size.prone_m)) {
            json["prone_" + std::string(size.name)] = millionths(size.prone_m);
        }
    }
    json["landmarks"] = landmarks_of(anatomy);
    json["layers"] = layers_of(measures);
    out << json.dump(2) << '\n';
}

void write_table(const client::Client& client, const anatomy::Measures& measures, std::ostream& out) {
    const auto mm = [](double metres) { return std::round(metres * 1e4) / 10; };
    out << client.name << ": stature " << measures.stature_m << " m, BMI " << measures.bmi << ", "
        << std::round(measures.weight_kg * 10) / 10 << " kg\n\n";
    out << std::left << std::setw(26) << "size, mm" << std::right << std::setw(10) << "standing"
        << std::setw(10) << "prone" << '\n';
    for (const anatomy::Size& size : measures.sizes) {
        out << std::left << std::setw(26) << size.name << std::right << std::setw(10) << mm(size.standing_m)
            << std::setw(10);
        std::isnan(size.prone_m) ? out << "-" : out << mm(size.prone_m);
        out << '\n';
    }
    out << '\n'
        << std::left << std::setw(18) << "layers, mm" << std::right << std::setw(7) << "skin" << std::setw(7)
        << "fat" << std::setw(8) << "muscle"
        << "  over\n";
    for (const anatomy::LayerSample& sample : measures.layers) {
        out << std::left << std::setw(18) << sample.place << std::right << std::setw(7)
            << mm(static_cast<double>(sample.skin_m)) << std::setw(7) << mm(static_cast<double>(sample.fat_m))
            << std::setw(8) << mm(static_cast<double>(sample.muscle_m)) << "  " << sample.muscle << ", "
            << (sample.bone.empty() ? "no bone" : sample.bone) << '\n';
    }
}

} // namespace

int run_measure(const MeasureOptions& options, std::ostream& out) {
    if (options.table) {
        write_measure_table(options.json, out);
        return 0;
    }
    if (options.check) {
        return write_measure_check(options.json, out) ? 0 : 1;
    }
    if (options.client.empty()) {
        throw UserError(Complaint{"measure", "no client is named", "give --client ID, --table or --check"});
    }
    const client::Client client = client::read_client(authoring::asset_named("clients", options.client));
    const anatomy::Anatomy anatomy = anatomy::make_anatomy(client.body, client.trigger_points);
    const anatomy::Measures measures = anatomy::measure(anatomy);
    if (options.json) {
        write_json(client, anatomy, measures, out);
    } else {
        write_table(client, measures, out);
    }
    return 0;
}

} // namespace tactus::cli
