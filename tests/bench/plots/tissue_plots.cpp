/// tissue_plots DIRECTORY [punch|sphere|relaxation|depth|stroke ...]: writes the figures of
/// sim/tissue/README.md as SVG and prints their tables in Markdown. All without names.

#include "tests/bench/plots/plots.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <exception>
#include <string>
#include <vector>

namespace {

struct Plot {
    const char* name;
    tactus::plots::Chart (*make)();
};

constexpr auto all = std::to_array<Plot>({{"punch", tactus::plots::plot_punch},
                                          {"sphere", tactus::plots::plot_sphere},
                                          {"relaxation", tactus::plots::plot_relaxation},
                                          {"depth", tactus::plots::plot_depth},
                                          {"stroke", tactus::plots::plot_stroke}});

int run(const std::string& directory, const std::vector<std::string>& names) {
    for (const Plot& plot : all) {
        if (!names.empty() && std::find(names.begin(), names.end(), plot.name) == names.end()) {
            continue;
        }
        std::printf("### %s\n", plot.name);
        tactus::plots::write_svg(plot.make(), directory + "/" + plot.name + ".svg");
    }
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        std::fprintf(stderr, "tissue_plots DIRECTORY [punch|sphere|relaxation|depth|stroke ...]\n");
        return 2;
    }
    try {
        return run(argv[1], std::vector<std::string>(argv + 2, argv + argc));
    } catch (const std::exception& error) {
        std::fprintf(stderr, "tissue_plots: %s\n", error.what());
        return 1;
    }
}
