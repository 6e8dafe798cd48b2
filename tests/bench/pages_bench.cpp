/// Processor time of the student's pages among many attempts of one student at 24 drills: pages_bench FOLDER
/// [ATTEMPTS]. FOLDER must not exist; it is left for a look. Reading happens once, when a page opens; drawing
/// every frame.

#include "engine/app/pages/progress.hpp"
#include "engine/platform/this_thread.hpp"
#include "engine/ui/imgui_backend.hpp"
#include "engine/ui/screens/home_screen.hpp"
#include "engine/ui/screens/progress_screen.hpp"
#include "sim/records/calendar.hpp"
#include "tests/engine/ui/fonts.hpp"
#include "tests/scenes/recordings.hpp"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

using namespace tactus;

namespace {

constexpr std::int64_t first_s = 1'790'000'000;
constexpr int drill_count = 24;

void print_ms(const char* what, const std::function<void()>& page) {
    std::vector<double> times;
    for (int k = 0; k < 101; ++k) {
        const double begin = platform::thread_time_s();
        page();
        times.push_back(1e3 * (platform::thread_time_s() - begin));
    }
    std::ranges::sort(times);
    std::printf("%-32s median %.3f ms, worst %.3f ms\n", what, times[50], times[100]);
}

std::vector<drills::Drill> some_drills() {
    std::vector<drills::Drill> drills(drill_count);
    for (int k = 0; k < drill_count; ++k) {
        drills[static_cast<std::size_t>(k)].id = "drill-" + std::to_string(k);
        drills[static_cast<std::size_t>(k)].name = "Drill " + std::to_string(k);
    }
    return drills;
}

void fill(records::Archive& archive, int attempts) {
    replay::Recording recording = scenes::invented_recording(24);
    for (int k = 0; k < attempts; ++k) {
        recording.origin.started_at_unix_s = first_s + k;
        recording.setup.drill.id = "drill-" + std::to_string(k % drill_count);
        recording.ending.score_total = 50 + k * 7 % 50;
        archive.add(recording, {.student = "Ana"});
    }
}

} // namespace

int main(int count, char** arguments) {
    if (count < 2 || std::filesystem::exists(arguments[1])) {
        std::fputs("pages_bench FOLDER [ATTEMPTS]: FOLDER must be new\n", stderr);
        return 2;
    }
    const int attempts = count > 2 ? std::stoi(arguments[2]) : 10'000;
    records::Archive archive(arguments[1]);
    fill(archive, attempts);
    std::printf("%d attempts at %d drills\n", attempts, drill_count);
    const records::Profile ana{.id = archive.profile_named("Ana").value(), .name = "Ana"};
    const std::vector<drills::Drill> drills = some_drills();
    const std::int64_t today = records::local_day(first_s) + 1;
    ui::Progress progress;
    print_ms("opening a page: progress read",
             [&] { progress = app::read_progress(records::Archive(arguments[1]), ana, drills, today); });
    ui::ImGuiLayer layer(nullptr, 1);
    tests::bake_fonts();
    const ui::Theme theme;
    ui::Interaction interaction;
    ui::ProgressScreen state;
    const auto frame = [&](const std::function<void(ui::Canvas&, ui::Commands&)>& draw) {
        ui::Commands ask;
        interaction.begin({}, 1);
        ui::Canvas canvas(layer.begin_frame({1280, 720}, 0.016F), theme, layer.fonts(), 1, {1280, 720});
        draw(canvas, ask);
        layer.end_frame();
    };
    print_ms("progress page, a frame", [&] {
        frame([&](ui::Canvas& canvas, ui::Commands& ask) {
            ui::draw_progress_screen(canvas, interaction, {.student = "Ana", .progress = progress}, state,
                                     ask);
        });
    });
    const std::vector<ui::DueTest> due(drill_count, ui::DueTest{.drill = "drill-0", .name = "Drill 0"});
    print_ms("home with what is due, a frame", [&] {
        frame([&](ui::Canvas& canvas, ui::Commands& ask) {
            ui::draw_home_screen(canvas, interaction, {.student = "Ana", .due = due, .notes = {}}, ask);
        });
    });
}
