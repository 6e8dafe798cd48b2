/// What a posed tool does to a mean client: force, area, pressures, depth by load and place; of a hand also
/// who carries the load and how smooth the pressure map is. `contact_figures [TOOL [seconds [maps]]]` prints
/// the table that facts 2.3 and 3.5 are held against.

#include "sim/hands/hand_pose.hpp"
#include "sim/parallel/thread_pool.hpp"
#include "sim/tissue/skin_patch.hpp"
#include "sim/tissue/tissue.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

using namespace tactus;

namespace {

constexpr int columns = tissue::SkinField::columns;
constexpr int rows = tissue::SkinField::rows;
constexpr float least_pa = 500;

struct Place {
    const char* name;
    float u;
    float v;
};

struct Pressed {
    contact::PosedTool tool;
    contact::ContactReport report;
    std::vector<float> map_pa;
    double ms_a_step = 0;
};

/// Ramps the load over half a second and holds it for the rest.
Pressed press(const anatomy::Anatomy& body, const hands::HandInput& wanted, double seconds) {
    parallel::ThreadPool pool(1);
    tissue::Tissue back(body, tissue::Setting::fine, pool);
    std::array<std::optional<contact::PosedTool>, contact::side_count> tools;
    const int steps = static_cast<int>(seconds * 240);
    const auto start = std::chrono::steady_clock::now();
    for (int step = 1; step <= steps; ++step) {
        hands::HandInput input = wanted;
        input.force_n *= std::min(1.0F, static_cast<float>(step) / 120);
        tools[1] = hands::pose_tool(body, input, contact::Side::right);
        back.step(tools, {}, {});
    }
    const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - start;
    Pressed out{*tools[1], back.reports()[1], std::vector<float>(std::size_t{columns} * rows),
                taken.count() / steps};
    back.write_skin({}, out.map_pa);
    return out;
}

/// The map less its Gaussian mean of 15 mm full width at half maximum, rms over mean, where the mean itself
/// is at least a third of the contact's.
double ripple(const anatomy::Anatomy& body, const std::vector<float>& map_pa) {
    constexpr float fwhm_m = 0.015F;
    constexpr int reach = 5;
    constexpr float narrow = 4 * 0.693147F / (fwhm_m * fwhm_m);
    double sum = 0;
    int loaded = 0;
    for (const float p : map_pa) {
        sum += p > least_pa ? static_cast<double>(p) : 0.0;
        loaded += p > least_pa ? 1 : 0;
    }
    const double mean = sum / std::max(1, loaded);
    double squares = 0;
    double whole = 0;
    int counted = 0;
    for (int j = reach; j < rows - reach; ++j) {
        for (int i = reach; i < columns - reach; ++i) {
            double weights = 0;
            double smooth = 0;
            bool inside = true;
            for (int dj = -reach; dj <= reach; ++dj) {
                for (int di = -reach; di <= reach; ++di) {
                    const Vec3 d = body.skin.at(2 * (i + di), 2 * (j + dj)) - body.skin.at(2 * i, 2 * j);
                    const auto w = static_cast<double>(std::exp(-narrow * glm::dot(d, d)));
                    const float p = map_pa[static_cast<std::size_t>(j + dj) * columns + i + di];
                    inside = inside && (std::abs(di) + std::abs(dj) > 2 || p > least_pa);
                    weights += w;
                    smooth += w * static_cast<double>(p);
                }
            }
            smooth /= weights;
            if (!inside || smooth < mean / 3) {
                continue;
            }
            const double off =
                static_cast<double>(map_pa[static_cast<std::size_t>(j) * columns + i]) - smooth;
            squares += off * off;
            whole += smooth;
            ++counted;
        }
    }
    return counted == 0 ? 0 : std::sqrt(squares / counted) / (whole / counted);
}

/// heel, palm, knuckles, fingers, thumb: the part of the hand that a bone belongs to.
std::size_t part_of(hands::HandBone bone) {
    const std::string_view name = hands::hand_bone_name(bone);
    if (name == "carpus" || name == "hypothenar" || name == "thumb_metacarpal" ||
        name.find("metacarpal_base") != std::string_view::npos) {
        return 0;
    }
    if (name.find("metacarpal_head") != std::string_view::npos ||
        name.find("_pad") != std::string_view::npos) {
        return 1;
    }
    return name.find("thumb") != std::string_view::npos ? 3 : 2;
}

std::array<double, 4> shares(const Pressed& pressed) {
    std::array<double, 4> load{};
    double total = 0;
    const auto bones = hands::pressing_bones(pressed.tool.kind);
    const Vec3 shift = pressed.tool.approach * pressed.report.travel_m;
    for (const contact::LoadedPoint& point : pressed.report.points) {
        std::size_t nearest = 0;
        float least = 1e9F;
        for (std::size_t k = 0; k < pressed.tool.pressing.size(); ++k) {
            const float d =
                contact::gap(std::span(pressed.tool.pressing).subspan(k, 1), point.position_m, shift)
                    .distance_m;
            if (d < least) {
                least = d;
                nearest = k;
            }
        }
        const double f = static_cast<double>(point.pressure_pa) * static_cast<double>(point.area_m2);
        load[part_of(bones[nearest])] += f;
        total += f;
    }
    for (double& l : load) {
        l /= std::max(total, 1e-9);
    }
    return load;
}

void print(const Place& place, float asked_n, const Pressed& p, double ripple_share) {
    float peak = 0;
    for (const contact::LoadedPoint& point : p.report.points) {
        peak = std::max(peak, point.pressure_pa);
    }
    const contact::ContactReport& r = p.report;
    std::cout << std::fixed << std::setw(8) << place.name << std::setprecision(0) << std::setw(6) << asked_n
              << std::setprecision(2) << std::setw(8) << r.force_n << std::setw(8) << r.area_m2 * 1e4F
              << std::setprecision(1) << std::setw(8) << r.mean_pressure_pa * 1e-3F << std::setw(8)
              << r.p95_pa * 1e-3F << std::setw(8) << peak * 1e-3F << std::setw(8) << r.depth_m * 1e3F
              << std::setw(8) << r.travel_m * 1e3F << std::setprecision(3) << std::setw(8) << r.trust_error
              << std::setw(6) << (r.load_not_reached ? "lost" : "") << std::setprecision(1) << std::setw(8)
              << ripple_share * 100;
    std::cout << std::setw(7) << p.ms_a_step;
    for (const double share : shares(p)) {
        std::cout << std::setw(6) << std::setprecision(0) << share * 100;
    }
    std::cout << '\n';
}

/// The map as a grey picture, white at its highest.
void write_map(const std::string& path, const std::vector<float>& map_pa) {
    const float highest = std::max(1.0F, *std::ranges::max_element(map_pa));
    std::ofstream out(path, std::ios::binary);
    out << "P5 " << columns << ' ' << rows << " 255\n";
    for (const float p : map_pa) {
        out.put(static_cast<char>(255 * p / highest));
    }
}

} // namespace

int main(int argc, char** argv) {
    const std::string_view kind = argc > 1 ? argv[1] : "thumb";
    const double seconds = argc > 2 ? std::stod(argv[2]) : 1.0;
    const anatomy::Anatomy body = anatomy::make_anatomy({}, {});
    const auto tool = contact::tool_named(kind);
    if (!tool) {
        std::cerr << "contact_figures: " << kind << ": is no tool; name one of contact/tool.hpp\n";
        return 2;
    }
    const bool broad = contact::broad(*tool);
    const std::vector<Place> places = broad
                                          ? std::vector<Place>{{"ribs", 0.25F, 0.45F}, {"loin", 0.2F, 0.85F}}
                                          : std::vector<Place>{{"ES", 0.15F, 0.90F}, {"LS1", 0.33F, 0.07F}};
    const std::vector<float> loads =
        broad ? std::vector<float>{20, 45, 90} : std::vector<float>{5, 10, 20, 30, 40};
    std::cout
        << "   place asked N force N    cm2   mean    p95  peak kPa   depth  travel mm trust      ripple% ms "
           "heel/knuckles/fingers/thumb %\n";
    for (const Place& place : places) {
        for (const float load : loads) {
            const hands::HandInput input{.tool = *tool, .u = place.u, .v = place.v, .force_n = load};
            const Pressed p = press(body, input, seconds);
            print(place, load, p, ripple(body, p.map_pa));
            if (argc > 3) {
                write_map(std::string(argv[3]) + place.name + std::to_string(static_cast<int>(load)) + ".pgm",
                          p.map_pa);
            }
        }
    }
}
