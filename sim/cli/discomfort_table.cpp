#include "sim/cli/discomfort_table.hpp"

#include "sim/cli/side_by_side.hpp"
#include "sim/physiology/pain.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::cli {
namespace {

using Levels = std::array<double, felt_levels.size()>;

/// A row of facts 5.7 with its four columns: thumb, palm, forearm, elbow or knuckles.
struct PrintedRow {
    std::size_t site;
    const char* who;
    double factor; ///< on the threshold
    std::array<Levels, 4> newtons;
};

constexpr std::array printed{
    PrintedRow{
        0, "healthy", 1, {{{16, 37, 50, 79}, {44, 104, 138, 219}, {50, 118, 157, 249}, {24, 56, 75, 118}}}},
    PrintedRow{0, "node", .45, {{{7, 17, 22, 35}, {20, 47, 62, 99}, {22, 53, 71, 112}, {11, 25, 34, 53}}}},
    PrintedRow{0, "FMS", .49, {{{8, 18, 24, 38}, {21, 51, 68, 107}, {24, 58, 77, 122}, {12, 27, 37, 58}}}},
    PrintedRow{
        1, "healthy", 1, {{{22, 53, 70, 111}, {62, 147, 196, 311}, {70, 167, 223, 353}, {33, 79, 106, 168}}}},
    PrintedRow{1, "node", .45, {{{10, 24, 32, 50}, {28, 66, 88, 140}, {32, 75, 100, 159}, {15, 36, 48, 75}}}},
    PrintedRow{
        2, "healthy", 1, {{{23, 55, 73, 115}, {64, 152, 203, 322}, {73, 173, 231, 365}, {35, 82, 109, 173}}}},
    PrintedRow{2, "node", .45, {{{10, 25, 33, 52}, {}, {}, {}}}},
};

std::size_t column_of(contact::ToolKind tool) {
    switch (tool) {
    case contact::ToolKind::thumb:
        return 0;
    case contact::ToolKind::palm:
        return 1;
    case contact::ToolKind::forearm:
        return 2;
    default:
        return 3;
    }
}

constexpr double least_share = 0.5; // of the smallest figure: where a press begins
constexpr double most_share = 1.4;  // of the largest: where it ends

} // namespace

bool FeltForce::rounds() const { return std::fabs(by_hand_n - printed_n) <= 0.5; }

std::optional<double> FeltForce::deviation() const {
    return pressed_n ? std::optional(*pressed_n / printed_n - 1) : std::nullopt;
}

std::vector<FeltForce> felt_forces(std::span<const FeltTool> tools, tissue::Setting setting, int threads) {
    const anatomy::Anatomy anatomy = anatomy::make_anatomy({}, {});
    const std::span<const FeltSite> sites = felt_sites();
    std::vector<FeltForce> all;
    const auto press = [&](std::size_t k) {
        const FeltTool& tool = tools[k / sites.size()];
        const FeltSite& site = sites[k % sites.size()];
        const double threshold = static_cast<double>(physiology::muscle_threshold_pa(site.muscle));
        return press_harder(anatomy, tool.tool, site.at,
                            least_share * force_by_hand(tool, .45 * threshold, felt_levels.front()),
                            most_share * force_by_hand(tool, threshold, felt_levels.back()), setting);
    };
    const auto read_off = [&](std::size_t k, const PressCurve& curve) {
        const FeltTool& tool = tools[k / sites.size()];
        const std::size_t site = k % sites.size();
        const double healthy = static_cast<double>(physiology::muscle_threshold_pa(sites[site].muscle));
        for (const PrintedRow& row : printed) {
            const Levels& newtons = row.newtons[column_of(tool.tool)];
            for (std::size_t level = 0; row.site == site && level < felt_levels.size(); ++level) {
                const double threshold = row.factor * healthy;
                if (newtons[level] > 0) {
                    all.push_back({std::string(sites[site].name) + ", " + row.who, tool.tool,
                                   felt_levels[level], newtons[level],
                                   force_by_hand(tool, threshold, felt_levels[level]),
                                   curve.force_at(threshold, felt_levels[level])});
                }
            }
        }
    };
    play_side_by_side(tools.size() * sites.size(), threads, press, read_off);
    return all;
}

std::vector<WaltonRung> walton_ladder(tissue::Setting setting) {
    std::vector<WaltonRung> ladder{{5, 1.2, 0}, {14, 3.0, 0}, {30, 4.3, 0}, {65, 5.7, 0}, {130, 6.9, 0}};
    const anatomy::Anatomy anatomy = anatomy::make_anatomy({}, {});
    const FeltSite& trapezius = felt_sites().front();
    const PressCurve curve = press_harder(anatomy, contact::ToolKind::palm, trapezius.at,
                                          ladder.front().force_n, ladder.back().force_n, setting);
    for (WaltonRung& rung : ladder) {
        rung.pressed = curve.felt_at(static_cast<double>(physiology::muscle_threshold_pa(trapezius.muscle)),
                                     rung.force_n);
    }
    return ladder;
}

} // namespace tactus::cli
