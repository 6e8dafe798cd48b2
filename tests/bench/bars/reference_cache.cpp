#include "tests/bench/bars/reference_cache.hpp"

#include "sim/tissue/indentation.hpp"

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

/// The element and the contact law in one figure, to three digits: a new summation order is not a new law.
double press_probe(const SlabCase& c) {
    parallel::ThreadPool pool(1);
    tissue::Indentation p;
    p.tool = tissue::Indenter::sphere;
    p.radius_mm = 20;
    p.depth_mm = 8;
    p.edge_mm = 10;
    p.stiffening = 5;
    p.law = c.experiment.law.value_or(tissue::contact_law(c.kind));
    const double force = tissue::indent(p, pool, tissue::best_kernel_level()).force_n;
    return std::round(force * 100);
}

struct Header {
    std::uint32_t magic = 0x54425246;
    std::uint32_t steps = 0;
};

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
        hash.add(field, static_cast<std::size_t>(grid.cell_count()) * sizeof(float));
    }
    const tissue::HistoryFactors factors = tissue::history_factors(tissue::step_s);
    hash.add_value(factors);
    hash.add_value(tissue::travel_damping_mn_s_mm);
    hash.add_value(press_probe(c));
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
    trace.map_pa.assign(header.steps, std::vector<float>(map_points * map_points));
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
