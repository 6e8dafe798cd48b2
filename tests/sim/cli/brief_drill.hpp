#pragma once
/// A shipped drill made brief, for cases that its minutes add nothing to.

#include "sim/authoring/resources.hpp"
#include "sim/drills/drill_file.hpp"

#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <unistd.h>

namespace tactus::testing {

/// As a file that goes with it.
class BriefDrill {
public:
    BriefDrill(const std::string& id, const std::function<void(drills::Drill&)>& shorten)
        : file_(std::filesystem::temp_directory_path() /
                ("tactus-brief-" + id + "-" + std::to_string(getpid()) + ".toml")) {
        drills::Drill drill = drills::read_drill(authoring::asset_named("drills", id));
        shorten(drill);
        std::ofstream(file_) << drills::write_drill(drill);
    }

    ~BriefDrill() { std::filesystem::remove(file_); }

    BriefDrill(const BriefDrill&) = delete;
    BriefDrill& operator=(const BriefDrill&) = delete;

    [[nodiscard]] std::string path() const { return file_.string(); }

private:
    std::filesystem::path file_;
};

/// Every step a share of its time.
inline std::function<void(drills::Drill&)> each_step_times(double share) {
    return [share](drills::Drill& drill) {
        for (drills::Step& step : drill.steps) {
            step.duration_s *= share;
        }
    };
}

/// The first step alone.
inline std::function<void(drills::Drill&)> first_step_of(double duration_s) {
    return [duration_s](drills::Drill& drill) {
        drill.steps.resize(1);
        drill.steps.front().duration_s = duration_s;
    };
}

} // namespace tactus::testing
