#pragma once
/// Figures of a measured run of frames.

#include "engine/ui/run_view.hpp"

#include <iosfwd>
#include <string>
#include <vector>

namespace tactus::app {

/// Times of one pass over the frames that had it.
struct PassFigures {
    std::string name;
    std::vector<double> ms;
};

struct FrameStatistics {
    std::string device;
    std::string tier;
    std::string setting;
    int width = 0;
    int height = 0;
    int threads = 1;
    int validation_messages = 0;
    std::vector<double> frame_ms; ///< wall time between frames
    std::vector<double> gpu_ms;
    std::vector<double> cpu_ms; ///< processor time of the main thread for a frame, the driver's left out
    std::vector<double> scale;  ///< of the stage to the picture
    std::vector<PassFigures> passes;
    double step_ms_mean = 0;
    double step_ms_worst = 0;
    double sim_per_wall = 1;
    double client_shown_s = 0; ///< from the start of the program to the first picture with the client
    double resident_mb = 0; ///< memory of the process at the end, the driver's and the driver's code included
};

/// One JSON object on one line.
void write_statistics(std::ostream& out, const FrameStatistics& statistics);

/// Text as a JSON string with its quotes.
std::string json_text(const std::string& text);

/// The value below which `share` of the values lie; 0 of none.
double quantile(std::vector<double> values, double share);

} // namespace tactus::app
