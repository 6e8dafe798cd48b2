/// How long the questions of the progress page take among many attempts: records_bench FOLDER [ATTEMPTS].
/// FOLDER must not exist; it is left for a look. Ten drills and ten students share the attempts.

#include "sim/records/archive.hpp"
#include "tests/scenes/recordings.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

using namespace tactus;

namespace {

double median_ms(const std::function<void()>& question) {
    std::vector<double> times;
    for (int k = 0; k < 101; ++k) {
        const auto begin = std::chrono::steady_clock::now();
        question();
        times.push_back(
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
    }
    std::ranges::nth_element(times, times.begin() + 50);
    return times[50];
}

void fill(records::Archive& archive, int attempts) {
    replay::Recording recording = scenes::invented_recording(24);
    for (int k = 0; k < attempts; ++k) {
        recording.origin.started_at_unix_s = 1'790'000'000 + k;
        recording.setup.drill.id = "drill-" + std::to_string(k / 10 % 10);
        recording.ending.score_total = 50 + k % 50;
        archive.add(recording, {.student = "student " + std::to_string(k % 10)});
    }
}

} // namespace

int main(int count, char** arguments) {
    if (count < 2 || std::filesystem::exists(arguments[1])) {
        std::fputs("records_bench FOLDER [ATTEMPTS]: FOLDER must be new\n", stderr);
        return 2;
    }
    const int attempts = count > 2 ? std::stoi(arguments[2]) : 10'000;
    records::Archive archive(arguments[1]);
    const auto begin = std::chrono::steady_clock::now();
    fill(archive, attempts);
    const std::chrono::duration<double, std::milli> saving = std::chrono::steady_clock::now() - begin;
    const std::string student = archive.profile_named("student 3").value_or("");
    std::printf("%d attempts, %.2f ms to save one\n", attempts, saving.count() / attempts);
    std::printf("page of 20, student and drill  %.3f ms\n", median_ms([&] {
                    static_cast<void>(
                        archive.list({.profile = student, .drill = "drill-4", .after = {}, .limit = 20}));
                }));
    std::printf("page of 20, student            %.3f ms\n", median_ms([&] {
                    static_cast<void>(
                        archive.list({.profile = student, .drill = {}, .after = {}, .limit = 20}));
                }));
    std::printf("best of student and drill      %.3f ms\n",
                median_ms([&] { static_cast<void>(archive.best(student, "drill-4")); }));
    std::printf("newest 200 for learning        %.3f ms\n",
                median_ms([&] { static_cast<void>(archive.graded_runs(student, "drill-4", 200)); }));
    std::printf("counts of student and drill    %.3f ms\n",
                median_ms([&] { static_cast<void>(archive.counts(student, "drill-4")); }));
}
