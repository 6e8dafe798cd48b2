#pragma once
/// The accuracy bars of the tissue: what a row is, how it is printed, what a family of rows is given.

#include "sim/parallel/thread_pool.hpp"

#include <filesystem>
#include <iosfwd>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace tactus::bars {

inline constexpr double no_bar = std::numeric_limits<double>::quiet_NaN();

/// One measured figure against its bar. Met when value <= bar (>= for `at_least`).
struct Figure {
    std::string name;
    double value = 0;
    std::string unit;
    double bar = no_bar; ///< none: printed for information
    double stretch = no_bar;
    bool at_least = false;
};

/// How a figure or a row stands.
enum class Verdict { information, missed, met, stretch };

Verdict verdict_of(const Figure& figure);

/// One line of output.
struct Row {
    std::string name;
    std::vector<Figure> figures;
    std::string note; ///< what was run
};

/// The worst verdict of the row's figures that have bars; one without a stretch goal holds no stretch back.
Verdict verdict_of(const Row& row);

/// What a family measures with.
struct Bench {
    bool quick = false;          ///< fewer and shorter cases, the same figures
    std::filesystem::path cache; ///< of references
    bool json = false;
    std::string only; ///< of the rows of `cost` and `stroke`, those whose name holds this
    parallel::ThreadPool* pool = nullptr;
    std::ostream* out = nullptr;
    std::vector<Row> rows; ///< so far

    /// Whether rows of this name are wanted.
    [[nodiscard]] bool asks(std::string_view name) const { return name.find(only) != std::string_view::npos; }

    /// Prints the row (or keeps it, for JSON).
    void report(Row row);
};

/// A named group of rows.
struct Family {
    const char* name;
    const char* what;
    void (*run)(Bench& bench);
};

void run_hayes(Bench& bench);
void run_sphere(Bench& bench);
void run_stroke(Bench& bench);
void run_mesh_stroke(Bench& bench);
void run_window(Bench& bench);
void run_thumb(Bench& bench);
void run_load(Bench& bench);
void run_rib(Bench& bench);
void run_overload(Bench& bench);
void run_nodule(Bench& bench);
void run_hold(Bench& bench);
void run_hands(Bench& bench);
void run_balance(Bench& bench);
void run_curvature(Bench& bench);
void run_secant(Bench& bench);
void run_cost(Bench& bench);

/// Root mean square and largest absolute value of a series.
struct Errors {
    double rms = 0;
    double max = 0;
};

Errors errors_of(const std::vector<double>& series);

/// All rows as one JSON array.
void print_json(const std::vector<Row>& rows, std::ostream& out);

} // namespace tactus::bars
