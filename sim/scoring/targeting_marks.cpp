#include "sim/scoring/targeting_parts.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace tactus::scoring {

namespace {

/// Marks of one kind of aim, and how long the drill spends on it.
struct Part {
    GroupMarks group;
    double seconds = 0;
};

bool over_skin(const MarkedTask& task) {
    const Work work = work_of(task.task);
    return work == Work::strokes || work == Work::rhythm;
}

/// Strokes that warm up or flush beside a point are not aimed at; those that are to cover a zone or to follow
/// a line are.
bool aims(const MarkedTask& task) {
    return over_skin(task) && ((task.task.zone && task.task.dose_min_pa_s > 0) || task.task.line_u);
}

/// The first of a kind keeps the names of its measures; a second hold has "hold_s_2".
void add_measures(const Measures& part, Measures& measures) {
    for (const auto& [name, value] : part) {
        std::string free = name;
        for (int k = 2; measures.contains(free); ++k) {
            free = name + "_" + std::to_string(k);
        }
        measures[free] = value;
    }
}

Part marked(const MarkedRun& run, const MarkedTask& task, Measures& measures) {
    Part part{.group = {}, .seconds = task.duration_s()};
    Measures own;
    switch (work_of(task.task)) {
    case Work::hold:
        part.group = point_marks(run, task, own);
        break;
    case Work::stretch:
        part.group = stretch_marks(run, task, own);
        break;
    case Work::palpate:
        part.group = palpation_marks(run, task, own);
        break;
    default:
        break;
    }
    add_measures(own, measures);
    return part;
}

/// Share of its marks that a part could not earn.
double undone_share(const Part& part) {
    double undone = 0;
    for (const Mark& mark : part.group.marks) {
        undone += mark.share * (1 - mark.counts);
    }
    return undone;
}

/// Every part weighs as long as the drill spends on it.
GroupMarks joined(std::vector<Part> parts) {
    GroupMarks all;
    double worst = 0;
    for (Part& part : parts) {
        const double scale = part.seconds / sum_of_shares(part.group.marks);
        for (Mark& mark : part.group.marks) {
            mark.share *= scale;
        }
        if (undone_share(part) > worst) {
            worst = undone_share(part);
            all.undone = part.group.undone;
        }
        all.marks.insert(all.marks.end(), part.group.marks.begin(), part.group.marks.end());
    }
    return all;
}

} // namespace

GroupMarks targeting_marks(const MarkedRun& run, Measures& measures) {
    std::vector<Part> parts;
    for (const MarkedTask& task : run.tasks) {
        parts.push_back(marked(run, task, measures));
    }
    const auto unmarked = [](const Part& part) {
        return sum_of_shares(part.group.marks) == 0 || part.seconds <= 0;
    };
    std::erase_if(parts, unmarked);
    if (parts.empty() || std::ranges::any_of(run.tasks, aims)) {
        Part lines{.group = line_marks(run, measures)};
        for (const MarkedTask& task : run.tasks) {
            lines.seconds += over_skin(task) ? task.duration_s() : 0;
        }
        parts.push_back(lines);
        std::erase_if(parts, unmarked);
    }
    return joined(std::move(parts));
}

} // namespace tactus::scoring
