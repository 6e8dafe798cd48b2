#include "sim/authoring/nearest_name.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

namespace tactus::authoring {

int edit_distance(std::string_view a, std::string_view b) {
    std::vector<int> row(b.size() + 1);
    std::iota(row.begin(), row.end(), 0);
    for (std::size_t i = 0; i < a.size(); ++i) {
        int diagonal = row[0];
        row[0] = static_cast<int>(i) + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const int substituted = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({row[j] + 1, row[j + 1] + 1, substituted});
        }
    }
    return row.back();
}

std::optional<std::string> nearest_name(std::string_view name, std::span<const std::string> candidates) {
    std::optional<std::string> best;
    int best_distance = 0;
    for (const std::string& candidate : candidates) {
        const auto longer = static_cast<int>(std::max(name.size(), candidate.size()));
        const int allowed = std::max(2, longer / 3);
        if (longer - static_cast<int>(std::min(name.size(), candidate.size())) > allowed) {
            continue; // so many letters would have to come or go
        }
        const int distance = edit_distance(name, candidate);
        if (distance <= allowed && (!best || distance < best_distance)) {
            best = candidate;
            best_distance = distance;
        }
    }
    return best;
}

} // namespace tactus::authoring
