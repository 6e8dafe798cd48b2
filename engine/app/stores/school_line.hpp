#pragma once
/// The school of this station, as the program sees it: it is told of runs and asked for news, and never
/// waited for.

#include "engine/ui/screens/school_settings.hpp"
#include "sim/school/courier.hpp"
#include "sim/school/live.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace tactus::app {

class SchoolLine {
public:
    /// data: the station's folder, whose school.toml says where the school is. on: false for a kiosk and for
    /// pictures, which have no school.
    SchoolLine(std::filesystem::path data, bool on);

    /// Reads that file again: a school may have been set up, or another one.
    void look_for_school();

    /// A run was kept, or a person wants it.
    void push_now();

    /// Once a frame. What comes back is said on standard output when it changes.
    void update(const school::Live& live, bool run_under_way);

    /// True once after drills, classes or attempts came from the school.
    [[nodiscard]] bool take_arrivals();

    [[nodiscard]] ui::SchoolView view() const;

private:
    void say_changes(const school::SchoolNews& news);

    std::filesystem::path data_;
    bool on_;
    std::optional<school::SchoolLink> link_;
    std::string trouble_;
    std::unique_ptr<school::Courier> courier_; ///< null = no school
    school::SchoolNews said_;                  ///< what standard output knows
    int pulled_ = 0;                           ///< of which the pages know
};

} // namespace tactus::app
