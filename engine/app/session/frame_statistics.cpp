#include "engine/app/session/frame_statistics.hpp"

#include "engine/ui/widgets/figures.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <ostream>

namespace tactus::app {

namespace {

/// What came after the program had warmed up, or after whatever was done to its window at first.
std::vector<double> later_half(const std::vector<double>& values) {
    return {values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2), values.end()};
}

} // namespace

double quantile(std::vector<double> values, double share) {
    if (values.empty()) {
        return 0;
    }
    const auto rank =
        static_cast<std::ptrdiff_t>(std::floor(share * static_cast<double>(values.size() - 1) + 0.5));
    std::nth_element(values.begin(), values.begin() + rank, values.end());
    return values[static_cast<std::size_t>(rank)];
}

std::string json_text(const std::string& text) {
    std::string quoted = "\"";
    for (const char letter : text) {
        if (letter == '"' || letter == '\\') {
            quoted += '\\';
            quoted += letter;
        } else if (static_cast<unsigned char>(letter) >= 0x20U) {
            quoted += letter;
        }
    }
    return quoted + "\"";
}

void write_statistics(std::ostream& out, const FrameStatistics& statistics) {
    const auto number = [](double value) { return ui::rounded(value, 3); };
    const double total_ms = std::accumulate(statistics.frame_ms.begin(), statistics.frame_ms.end(), 0.0);
    const double fps = total_ms > 0 ? 1000 * static_cast<double>(statistics.frame_ms.size()) / total_ms : 0;
    out << "{\"device\": " << json_text(statistics.device) << ", \"tier\": " << json_text(statistics.tier)
        << ", \"setting\": " << json_text(statistics.setting) << ", \"width\": " << statistics.width
        << ", \"height\": " << statistics.height << ", \"threads\": " << statistics.threads
        << ", \"frames\": " << statistics.frame_ms.size() << ", \"fps\": " << number(fps)
        << ", \"frame_ms_median\": " << number(quantile(statistics.frame_ms, 0.5))
        << ", \"frame_ms_p95\": " << number(quantile(statistics.frame_ms, 0.95))
        << ", \"frame_ms_worst\": " << number(quantile(statistics.frame_ms, 1))
        << ", \"frame_ms_worst_later\": " << number(quantile(later_half(statistics.frame_ms), 1))
        << ", \"gpu_ms_median\": " << number(quantile(statistics.gpu_ms, 0.5))
        << ", \"cpu_ms_median\": " << number(quantile(statistics.cpu_ms, 0.5))
        << ", \"cpu_ms_p95\": " << number(quantile(statistics.cpu_ms, 0.95))
        << ", \"scale_median\": " << number(quantile(statistics.scale, 0.5))
        << ", \"scale_least\": " << number(quantile(statistics.scale, 0)) << ", \"passes\": {";
    for (std::size_t k = 0; k < statistics.passes.size(); ++k) {
        const PassFigures& pass = statistics.passes[k];
        out << (k > 0 ? ", " : "") << json_text(pass.name)
            << ": {\"ms_median\": " << number(quantile(pass.ms, 0.5))
            << ", \"ms_p95\": " << number(quantile(pass.ms, 0.95)) << "}";
    }
    out << "}, \"step_ms_mean\": " << number(statistics.step_ms_mean)
        << ", \"step_ms_worst\": " << number(statistics.step_ms_worst)
        << ", \"sim_per_wall\": " << number(statistics.sim_per_wall)
        << ", \"client_shown_s\": " << number(statistics.client_shown_s)
        << ", \"resident_mb\": " << number(statistics.resident_mb)
        << ", \"validation_messages\": " << statistics.validation_messages << "}\n";
}

} // namespace tactus::app
