#include "sim/cli/run_stretch.hpp"

#include "sim/anatomy/body.hpp"
#include "sim/authoring/name_list.hpp"
#include "sim/authoring/resources.hpp"
#include "sim/authoring/user_error.hpp"
#include "sim/bodies/stretch_curve.hpp"
#include "sim/cli/figures.hpp"
#include "sim/cli/text_output.hpp"
#include "sim/client/client_file.hpp"
#include "sim/math/transcendental.hpp"

#include <algorithm>
#include <iomanip>
#include <nlohmann/json.hpp>
#include <sstream>
#include <utility>
#include <vector>

namespace tactus::cli {
namespace {

using bodies::Barrier;
using bodies::StretchCurve;
using bodies::StretchSample;
using bodies::TaughtPull;

constexpr std::size_t row_every_steps = 4;

/// A muscle that was stretched has crept a little and takes minutes to recover; what is left after ten
/// seconds is at most this share of the way.
constexpr double near_rest = 0.1;

anatomy::Bones bones_of(const std::string& name) {
    const client::Client who =
        name.empty() ? client::Client{} : client::read_client(authoring::asset_named("clients", name));
    return anatomy::make_bones(anatomy::Body(who.body));
}

StretchCurve curve_of(const anatomy::Bones& bones, const TaughtPull& pull, const StretchOptions& options) {
    return bodies::stretch_and_let_go(
        bones, pull,
        {.most_n = options.force_n > 0 ? options.force_n : pull.most_n, .ramp_s = options.ramp_s});
}

const TaughtPull& pull_of(const std::string& name) {
    const TaughtPull* const pull = bodies::pull_named(name);
    if (pull == nullptr) {
        std::vector<std::string_view> known;
        for (const TaughtPull& each : bodies::taught_pulls()) {
            known.push_back(each.name);
        }
        throw UserError(
            Complaint{name, "is no stretch that is known", "choose one of: " + authoring::name_list(known)});
    }
    return *pull;
}

std::string csv_of(const StretchCurve& curve, const TaughtPull& pull) {
    std::ostringstream csv;
    csv << "# tactus-sim stretch " << pull.name << ": " << pull.what << "; length and tension of the "
        << pull.muscle << "\nt,force_N,angle_deg,torque_Nm,stiffness_Nm_per_rad,length_mm,tension_N,barrier\n"
        << std::fixed;
    for (std::size_t k = 0; k < curve.samples.size(); k += row_every_steps) {
        const StretchSample& s = curve.samples[k];
        csv << std::setprecision(3) << s.t_s << ',' << s.force_n << ',' << s.angle_rad / degree << ','
            << std::setprecision(4) << s.torque_nm << ',' << s.stiffness_nm_per_rad << ','
            << std::setprecision(3) << 1e3 * s.length_m << ',' << s.tension_n << ','
            << barrier_name(s.barrier) << '\n';
    }
    return csv.str();
}

/// A pull with its curve.
struct Pulled {
    const TaughtPull* pull;
    StretchCurve curve;

    [[nodiscard]] const StretchSample& turn() const { return curve.samples[curve.turn]; }

    [[nodiscard]] double left_over() const { return curve.samples.back().angle_rad / turn().angle_rad; }

    [[nodiscard]] bool sound() const {
        return curve.reached(Barrier::r1).has_value() && left_over() <= near_rest;
    }
};

void print_json(const std::vector<Pulled>& all, std::ostream& out) {
    const auto point = [](const StretchSample& s) {
        return nlohmann::ordered_json{{"force_N", s.force_n},
                                      {"angle_deg", s.angle_rad / degree},
                                      {"torque_Nm", s.torque_nm},
                                      {"length_m", s.length_m},
                                      {"tension_N", s.tension_n}};
    };
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const Pulled& one : all) {
        nlohmann::ordered_json row{{"name", one.pull->name}, {"muscle", one.pull->muscle}};
        row["rest_length_m"] = one.curve.samples.front().length_m;
        for (const Barrier barrier : {Barrier::r1, Barrier::r2}) {
            const auto at = one.curve.reached(barrier);
            row[std::string(barrier_name(barrier))] =
                at ? point(one.curve.samples[*at]) : nlohmann::ordered_json(nullptr);
        }
        row["full_pull"] = point(one.turn());
        row["work_in_J"] = one.curve.work_in_j();
        row["work_lost_J"] = one.curve.work_lost_j();
        row["angle_left_deg"] = one.curve.samples.back().angle_rad / degree;
        list.push_back(std::move(row));
    }
    out << nlohmann::ordered_json{{"stretches", list}}.dump(2) << '\n';
}

void print_text(const std::vector<Pulled>& all, std::ostream& out) {
    const auto line = [&](std::string_view what, const StretchSample& s) {
        out << "  " << std::left << std::setw(11) << what << std::right << std::setprecision(1)
            << std::setw(6) << s.force_n << " N" << std::setw(7) << s.angle_rad / degree << " deg"
            << std::setprecision(2) << std::setw(7) << s.torque_nm << " Nm" << std::setprecision(1)
            << std::setw(8) << 1e3 * s.length_m << " mm" << std::setw(7) << s.tension_n << " N\n";
    };
    out << "               pull     angle    torque      muscle  tension\n" << std::fixed;
    for (const Pulled& one : all) {
        out << one.pull->name << ": " << one.pull->what << " (" << one.pull->muscle << ")\n";
        line("rest", one.curve.samples.front());
        for (const Barrier barrier : {Barrier::r1, Barrier::r2}) {
            if (const auto at = one.curve.reached(barrier)) {
                line(barrier_name(barrier), one.curve.samples[*at]);
            } else {
                out << "  " << barrier_name(barrier) << " not reached\n";
            }
        }
        line("full pull", one.turn());
        line("taken off", one.curve.samples[one.curve.let_go]);
        line("later", one.curve.samples.back());
        out << "  of the work of " << std::setprecision(2) << one.curve.work_in_j() << " J "
            << std::setprecision(0) << 100 * one.curve.work_lost_j() / one.curve.work_in_j()
            << " % stay behind; of the way " << std::setprecision(1) << 100 * one.left_over() << " %"
            << (one.sound() ? "" : "  *") << '\n';
    }
}

} // namespace

int run_stretch(const StretchOptions& options, std::ostream& out) {
    if (!options.name.empty()) {
        const TaughtPull& pull = pull_of(options.name);
        put_text(csv_of(curve_of(bones_of(options.client), pull, options), pull), options.out, out);
        return 0;
    }
    const anatomy::Bones bones = bones_of(options.client);
    std::vector<Pulled> all;
    for (const TaughtPull& pull : bodies::taught_pulls()) {
        all.push_back({&pull, curve_of(bones, pull, options)});
    }
    options.json ? print_json(all, out) : print_text(all, out);
    return std::ranges::all_of(all, &Pulled::sound) ? 0 : 1;
}

} // namespace tactus::cli
