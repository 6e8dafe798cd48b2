#include "sim/drills/drill_faults.hpp"

#include "sim/drills/drill_check.hpp"
#include "sim/drills/drill_file.hpp"

#include <algorithm>
#include <charconv>

namespace tactus::drills {

namespace {

/// The lines of a text, without their ends.
std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

/// "drill.toml:14" -> 13, the index of the line.
std::size_t line_of(const std::string& where) {
    const std::size_t colon = where.rfind(':');
    std::size_t line = 1;
    if (colon != std::string::npos) {
        std::from_chars(where.data() + colon + 1, where.data() + where.size(), line);
    }
    return std::max<std::size_t>(line, 1) - 1;
}

/// A key's value is on the key's own line: so does write_drill write.
Fault placed(const Complaint& complaint, const std::vector<std::string_view>& lines) {
    const std::size_t at = std::min(line_of(complaint.where), lines.size() - 1);
    Fault fault{.step = std::nullopt, .key = {}, .words = {}};
    for (std::size_t line = 0; line <= at; ++line) {
        if (lines[line] == "[[step]]") {
            fault.step = fault.step ? *fault.step + 1 : 0;
        }
    }
    fault.key = lines[at].substr(0, lines[at].find(" = "));
    // What follows "`step.force_n` ", or all where the complaint names no key.
    const std::size_t name_end = complaint.what.starts_with('`') ? complaint.what.find("` ") : 0;
    fault.words = (name_end > 0 && name_end != std::string::npos ? complaint.what.substr(name_end + 2)
                                                                 : complaint.what) +
                  "; " + complaint.mend;
    return fault;
}

} // namespace

std::vector<Fault> faults_of(const Drill& drill) {
    const std::string text = write_drill(drill);
    const std::vector<std::string_view> lines = lines_of(text);
    std::vector<Fault> faults;
    for (const Complaint& complaint : read_unfinished(text, drill.id).complaints) {
        faults.push_back(placed(complaint, lines));
    }
    return faults;
}

std::vector<Fault> faults_on(const Drill& drill, const anatomy::Anatomy& anatomy,
                             std::string_view client_name) {
    std::vector<Fault> faults;
    Drill one = drill;
    for (std::size_t k = 0; k < drill.steps.size(); ++k) {
        one.steps.assign(1, drill.steps[k]);
        for (const Complaint& complaint : check_drill(one, drill.id, anatomy, client_name)) {
            faults.push_back({.step = k, .key = "", .words = complaint.what + "; " + complaint.mend});
        }
    }
    return faults;
}

} // namespace tactus::drills
