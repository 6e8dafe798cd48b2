#include "engine/platform/crash_log.hpp"
#include "tests/sim/records/folder.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <csignal>
#include <fstream>
#include <iterator>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

using namespace tactus;

namespace {

/// A child that ends by that signal; returns the signal it ended by.
int end_by(int fault, const std::filesystem::path& file) {
    const pid_t child = fork();
    if (child == 0) {
        for (const int each : {SIGSEGV, SIGABRT}) { // those of the test's own framework
            std::signal(each, SIG_DFL);
        }
        const platform::CrashLog log(file, "tactus 9.9");
        std::raise(fault);
        _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

std::string text_of(const std::filesystem::path& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace

TEST_CASE("a fault is put down with its version and calls, and still ends the program as it would have") {
    const scenes::Folder folder("crash");
    std::filesystem::create_directories(folder.path);
    const std::filesystem::path file = folder.path / "crash.txt";
    CHECK(end_by(SIGSEGV, file) == SIGSEGV);
    CHECK(end_by(SIGABRT, file) == SIGABRT);
    const std::filesystem::path report = platform::take_crash_report(file);
    REQUIRE_FALSE(report.empty());
    const std::string text = text_of(report);
    CHECK(text.find("tactus 9.9 ended by a fault of its own: SEGV") != std::string::npos);
    CHECK(text.find("ABRT") != std::string::npos);
    CHECK(std::count(text.begin(), text.end(), '\n') > 6); // the calls
    CHECK(platform::take_crash_report(file).empty());      // told once
}

TEST_CASE("a program that ends well leaves no report") {
    const scenes::Folder folder("well");
    std::filesystem::create_directories(folder.path);
    { const platform::CrashLog log(folder.path / "crash.txt", "tactus 9.9"); }
    CHECK(platform::take_crash_report(folder.path / "crash.txt").empty());
}
