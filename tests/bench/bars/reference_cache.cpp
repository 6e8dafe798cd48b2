#include "tests/bench/bars/reference_cache.hpp"

#include "sim/parallel/thread_pool.hpp"
#include "sim/tissue/slab.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <iomanip>
#include <sstream>

namespace tactus::bars {

namespace {

/// FNV-1a over bytes.
class Hash {
public:
    void add(const void* data, std::size_t bytes) {
        const auto* const at = static_cast<const unsigned char*>(data);
        for (std::size_t k = 0; k < bytes; ++k) {
            value_ = (value_ ^ at[k]) * 0x100000001B3ULL;
        }
    }

    template <class Value> void add_value(const Value& value) { add(&value, sizeof value); }

    [[nodiscard]] std::uint64_t value() const { return value_; }

private:
    std::uint64_t value_ = 0xCBF29CE484222325ULL;
};

/// The element and the contact law in two figures, to five digits (a new order of summation is no new law):
/// the force of a sphere deep in a slab that is bent by hand, and the norm of all unbalanced forces there.
std::array<double, 2> law_probe(const SlabCase& c) {
    parallel::ThreadPool pool(1);
    const std::vector<float> lines = tissue::even_lines(16, 5.0F);
    const std::array<tissue::SlabLayer, 1> layer = {tissue::SlabLayer{40, 8, 8, 0.48F, 4}};
    tissue::GridGeometry slab = tissue::make_slab(lines, lines, layer);
    tissue::Fibres& fibres = slab.fibres.front();
    fibres.resize(slab.shear.size());
    std::fill(fibres.direction.begin(), fibres.direction.end(), Vec3{0.6F, 0.8F, 0});
    std::fill(fibres.stiffness.begin(), fibres.stiffness.end(), 3.0F);
    std::fill(fibres.tension_kpa.begin(), fibres.tension_kpa.end(), 10.0F);
    tissue::Grid grid(slab);
    for (int row = 0; row <= 16; ++row) {
        for (int level = 1; level <= 8; ++level) {
            for (int column = 0; column <= 16; ++column) {
                const auto sunk = static_cast<float>((row - 8) * (row - 8) + (column - 8) * (column - 8));
                const float share = static_cast<float>(level) / 8;
                grid.set_displacement(grid.node(column, row, level), {0.02F * sunk * share, -0.01F * sunk,
                                                                      -8.0F * share / (1 + 0.1F * sunk)});
            }
        }
    }
    tissue::GridSolver solver(grid, tissue::kernel_table(tissue::best_kernel_level()), pool);
    tissue::SkinContact contact(grid);
    tissue::Press press;
    tissue::ToolMotion motion;
    motion.law = c.experiment.law.value_or(tissue::contact_law(c.kind));
    motion.friction = {0.2F, 0.2F};
    motion.motion_mm = {0, 1, 0};
    contact::PosedTool tool;
    tool.approach = {0, -1, 0};
    const Vec3 ball{0.0007F, 0.038F, 0.0003F};
    tool.pressing = {{ball, ball, 0.01F, 0.01F}};
    contact.begin_step(grid, tool, motion, {});
    contact.find_groups(grid, 0);
    solver.set_tools({{1, &contact, &press, {}}});
    solver.evaluate();
    const tissue::NodeVector& right = solver.level().right();
    const double norm = std::sqrt(solver.level().dot(right, right));
    const auto five_digits = [](double x) {
        const double unit = std::pow(10.0, std::floor(std::log10(std::max(std::fabs(x), 1e-9))) - 4);
        return std::round(x / unit) * unit;
    };
    return {five_digits(solver.tools().front().sums.along), five_digits(norm)};
}

struct Header {
    std::uint32_t magic = 0x54425246;
    std::uint32_t steps = 0;
};

void add_cells(Hash& hash, const tissue::Grid& grid, const float* field) {
    const tissue::GridArrays& g = grid.arrays();
    for (int row = 0; row < g.rows; ++row) {
        for (int layer = 0; layer < g.layers; ++layer) {
            for (int column = 0; column < g.columns; ++column) {
                hash.add_value(field[grid.cell(column, row, layer)]);
            }
        }
    }
}

} // namespace

std::string reference_key(const SlabCase& c, const WholeGridPlan& plan, const tissue::Grid& grid) {
    Hash hash;
    const std::string text = c.description();
    hash.add(text.data(), text.size());
    hash.add_value(plan.spacing);
    hash.add_value(plan.cells);
    hash.add_value(plan.tolerance);
    const tissue::GridArrays& g = grid.arrays();
    for (const float* const field : {g.volume, g.shear, g.bulk, g.stiffening}) {
        add_cells(hash, grid, field);
    }
    for (int family = 0; family < tissue::fibre_families; ++family) {
        for (const float* const field : {g.fibre_ratio[family], g.fibre_tension[family],
                                         g.fibre_rest[family][0], g.fibre_rest[family][1]}) {
            add_cells(hash, grid, field);
        }
    }
    const tissue::HistoryFactors factors = tissue::history_factors(tissue::step_s);
    hash.add_value(factors);
    hash.add_value(tissue::travel_damping_mn_s_mm);
    hash.add_value(law_probe(c));
    std::ostringstream name;
    name << std::hex << std::setw(16) << std::setfill('0') << hash.value();
    return name.str();
}

bool read_trace(const std::filesystem::path& file, Trace& trace) {
    std::ifstream in(file, std::ios::binary);
    Header header;
    if (!in.read(reinterpret_cast<char*>(&header), sizeof header) || header.magic != Header{}.magic) {
        return false;
    }
    trace = {};
    trace.samples.resize(header.steps);
    trace.map_pa.assign(header.steps, std::vector<float>(std::size_t{map_points} * map_points));
    trace.moved.assign(header.steps, 0);
    for (std::size_t k = 0; k < trace.samples.size(); ++k) {
        in.read(reinterpret_cast<char*>(&trace.samples[k]), sizeof(Sample));
        in.read(reinterpret_cast<char*>(trace.map_pa[k].data()),
                static_cast<std::streamsize>(trace.map_pa[k].size() * sizeof(float)));
    }
    return static_cast<bool>(in);
}

void write_trace(const std::filesystem::path& file, const Trace& trace) {
    // Beside the file and renamed, so that a run that is killed leaves no half of one.
    const std::filesystem::path part = file.string() + ".part";
    {
        std::ofstream out(part, std::ios::binary);
        Header header;
        header.steps = static_cast<std::uint32_t>(trace.samples.size());
        out.write(reinterpret_cast<const char*>(&header), sizeof header);
        for (std::size_t k = 0; k < trace.samples.size(); ++k) {
            out.write(reinterpret_cast<const char*>(&trace.samples[k]), sizeof(Sample));
            out.write(reinterpret_cast<const char*>(trace.map_pa[k].data()),
                      static_cast<std::streamsize>(trace.map_pa[k].size() * sizeof(float)));
        }
    }
    std::filesystem::rename(part, file);
}

} // namespace tactus::bars
