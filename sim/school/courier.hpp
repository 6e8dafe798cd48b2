#pragma once
/// A station's way to its school while a program runs: in the background, for as long as the program does,
/// whether the school is there or not. Nobody ever waits for it.

#include "sim/school/live.hpp"
#include "sim/school/news.hpp"
#include "sim/school/pauses.hpp"
#include "sim/school/school_link.hpp"

#include <filesystem>
#include <memory>
#include <string>

namespace tactus::school {

/// How often it does what.
struct CourierPace {
    std::chrono::milliseconds live = std::chrono::milliseconds(500); ///< during a run
    std::chrono::milliseconds sign_of_life = std::chrono::seconds(2);
    std::chrono::milliseconds errand = std::chrono::seconds(60); ///< to look for what is new on either side
    Pauses pauses = Pauses();
};

/// One thread, ended with the object. Ending breaks off what waits for an answer; only a connection that is
/// being made is waited for, three seconds at most, and a name that is being looked up. All functions return
/// at once and may be called from any thread.
class Courier {
public:
    /// data: the station's folder; its records begin when somebody else begins them.
    Courier(std::filesystem::path data, SchoolLink link, const CourierPace& pace = {});
    ~Courier();
    Courier(const Courier&) = delete;
    Courier& operator=(const Courier&) = delete;

    /// There is something new to push, or a person wants it now: the next errand does not wait for its turn.
    void push_now();

    /// What the wall shall show from now on. A run is told twice a second, and keeps errands waiting: they
    /// cost, and a run comes first.
    void show(const Live& live, bool run_under_way);

    [[nodiscard]] SchoolNews news() const;

private:
    class Work;
    std::unique_ptr<Work> work_;
};

} // namespace tactus::school
