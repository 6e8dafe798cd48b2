#include "tests/bench/bars/bars.hpp"

#include <algorithm>
#include <cmath>
#include <iomanip>
#include <nlohmann/json.hpp>
#include <ostream>
#include <sstream>

namespace tactus::bars {

namespace {

const char* word_of(Verdict v) {
    switch (v) {
    case Verdict::information:
        return "info";
    case Verdict::missed:
        return "NOT MET";
    case Verdict::met:
        return "met";
    case Verdict::stretch:
        break;
    }
    return "stretch met";
}

std::string short_number(double x) {
    std::ostringstream text;
    text << std::setprecision(3) << x;
    return text.str();
}

} // namespace

Verdict verdict_of(const Figure& f) {
    if (std::isnan(f.bar)) {
        return Verdict::information;
    }
    const auto within = [&](double limit) { return f.at_least ? f.value >= limit : f.value <= limit; };
    if (!within(f.bar)) { // a value without number is missed, too
        return Verdict::missed;
    }
    return !std::isnan(f.stretch) && within(f.stretch) ? Verdict::stretch : Verdict::met;
}

Verdict verdict_of(const Row& row) {
    Verdict worst = Verdict::information;
    bool any_met = false;
    for (const Figure& f : row.figures) {
        const Verdict v = verdict_of(f);
        const bool has_stretch = !std::isnan(f.stretch);
        if (v == Verdict::missed || (v != Verdict::information && has_stretch)) {
            worst = worst == Verdict::information ? v : std::min(worst, v);
        } else if (v == Verdict::met) {
            any_met = true;
        }
    }
    return worst == Verdict::information && any_met ? Verdict::met : worst;
}

void Bench::report(Row row) {
    if (!json) {
        *out << std::left << std::setw(12) << word_of(verdict_of(row)) << std::setw(34) << row.name;
        for (const Figure& f : row.figures) {
            *out << " | " << f.name << ' ' << short_number(f.value) << ' ' << f.unit;
            if (!std::isnan(f.bar)) {
                *out << " (" << (f.at_least ? ">= " : "") << short_number(f.bar);
                if (!std::isnan(f.stretch)) {
                    *out << "; " << short_number(f.stretch);
                }
                *out << (verdict_of(f) == Verdict::missed ? ") !" : ")");
            }
        }
        *out << (row.note.empty() ? "" : " | ") << row.note << std::endl;
    }
    rows.push_back(std::move(row));
}

Errors errors_of(const std::vector<double>& series) {
    Errors e;
    for (const double x : series) {
        e.rms += x * x;
        e.max = std::fabs(x) <= e.max ? e.max : std::fabs(x); // takes a NaN too
    }
    e.rms = series.empty() ? 0 : std::sqrt(e.rms / static_cast<double>(series.size()));
    return e;
}

void print_json(const std::vector<Row>& rows, std::ostream& out) {
    nlohmann::ordered_json all = nlohmann::ordered_json::array();
    for (const Row& row : rows) {
        nlohmann::ordered_json figures = nlohmann::ordered_json::array();
        for (const Figure& f : row.figures) {
            nlohmann::ordered_json one = {{"name", f.name}, {"value", f.value}, {"unit", f.unit}};
            if (!std::isnan(f.bar)) {
                one["bar"] = f.bar;
                one["met"] = verdict_of(f) != Verdict::missed;
            }
            if (!std::isnan(f.stretch)) {
                one["stretch"] = f.stretch;
                one["stretch_met"] = verdict_of(f) == Verdict::stretch;
            }
            figures.push_back(one);
        }
        all.push_back({{"row", row.name},
                       {"verdict", word_of(verdict_of(row))},
                       {"figures", figures},
                       {"note", row.note}});
    }
    out << all.dump(2) << '\n';
}

} // namespace tactus::bars
