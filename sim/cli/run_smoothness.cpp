#include "sim/cli/run_smoothness.hpp"

#include "sim/authoring/csv.hpp"
#include "sim/strokes/smoothness.hpp"

#include <cmath>
#include <iomanip>
#include <nlohmann/json.hpp>

namespace tactus::cli {

namespace {

constexpr double uneven_share = 0.01; // of the mean interval: rounding of printed times

struct Profile {
    std::vector<double> speed;
    double sample_hz = 0;
};

Profile read_profile(const std::filesystem::path& file) {
    authoring::CsvTable csv(authoring::read_text(file, authoring::CsvTable::size_limit_bytes), file.string(),
                            {.required = {"t", "speed"}, .optional = {}});
    const authoring::CsvColumn t = *csv.column("t");
    const authoring::CsvColumn speed = *csv.column("speed");
    std::vector<double> times;
    Profile profile;
    for (std::size_t row = 0; row < csv.rows(); ++row) {
        times.push_back(csv.number(row, t));
        profile.speed.push_back(csv.number(row, speed));
    }
    csv.finish();
    if (times.size() < 3) {
        throw UserError(Complaint{file.string() + ":1",
                                  "has " + std::to_string(times.size()) + " rows of speed",
                                  "smoothness needs at least three"});
    }
    const double interval = (times.back() - times.front()) / static_cast<double>(times.size() - 1);
    for (std::size_t row = 1; row < times.size(); ++row) {
        if (!(interval > 0) || std::fabs(times[row] - times[row - 1] - interval) > uneven_share * interval) {
            throw UserError(
                Complaint{csv.where(row), "the times are not evenly spaced", "resample the speed first"});
        }
    }
    profile.sample_hz = 1 / interval;
    return profile;
}

} // namespace

int run_smoothness(const SmoothnessOptions& options, std::ostream& out) {
    const Profile profile = read_profile(options.file);
    const double sparc = strokes::sparc(profile.speed, profile.sample_hz);
    const double dlj = strokes::dimensionless_jerk(profile.speed, profile.sample_hz);
    const double ldlj = strokes::log_dimensionless_jerk(profile.speed, profile.sample_hz);
    if (options.json) {
        out << nlohmann::ordered_json{{"sparc", sparc},
                                      {"dlj", dlj},
                                      {"ldlj", ldlj},
                                      {"samples", profile.speed.size()},
                                      {"sample_hz", profile.sample_hz}}
                   .dump(2)
            << '\n';
    } else {
        out << std::fixed << std::setprecision(5) << "SPARC " << sparc << "\nDLJ   " << dlj << "\nLDLJ  "
            << ldlj << "\n(closer to 0 is smoother; " << profile.speed.size() << " samples at "
            << std::setprecision(1) << profile.sample_hz << " Hz)\n";
    }
    return 0;
}

} // namespace tactus::cli
