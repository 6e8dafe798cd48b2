#include "engine/platform/crash_log.hpp"

#include <array>
#include <csignal>
#include <cstring>
#include <execinfo.h>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>

namespace tactus::platform {
namespace {

constexpr std::array faults{SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};
constexpr std::size_t stack_bytes = 64 * 1024; ///< a handler needs its own where the program's has run out

/// All that a handler may use; it takes no arguments of ours.
struct Ready {
    int descriptor = -1;
    std::array<char, 64> program{};
    std::array<struct sigaction, faults.size()> before{};
    alignas(16) std::array<char, stack_bytes> stack{};
};

Ready ready; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

void say(const char* words) { static_cast<void>(!write(ready.descriptor, words, std::strlen(words))); }

void report(int fault) {
    say(ready.program.data());
    say(" ended by a fault of its own: ");
    say(sigabbrev_np(fault));
    say("\n");
    std::array<void*, 64> calls{};
    const int count = backtrace(calls.data(), static_cast<int>(calls.size()));
    backtrace_symbols_fd(calls.data(), count, ready.descriptor);
    say("\n");
    fsync(ready.descriptor);
    for (std::size_t k = 0; k < faults.size(); ++k) {
        sigaction(faults[k], &ready.before[k], nullptr);
    }
    raise(fault);
}

} // namespace

CrashLog::CrashLog(const std::filesystem::path& file, const std::string& program)
    : descriptor_(open(file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600)) {
    if (descriptor_ < 0) {
        return;
    }
    ready.descriptor = descriptor_;
    program.copy(ready.program.data(), ready.program.size() - 1);
    std::array<void*, 1> first{};
    backtrace(first.data(), 1); // loads what it needs now: a handler must not
    stack_t stack{};
    stack.ss_sp = ready.stack.data();
    stack.ss_size = ready.stack.size();
    sigaltstack(&stack, nullptr);

    struct sigaction action {};

    action.sa_handler = report;
    action.sa_flags = SA_ONSTACK;
    for (std::size_t k = 0; k < faults.size(); ++k) {
        sigaction(faults[k], &action, &ready.before[k]);
    }
}

CrashLog::~CrashLog() {
    if (descriptor_ < 0) {
        return;
    }
    for (std::size_t k = 0; k < faults.size(); ++k) {
        sigaction(faults[k], &ready.before[k], nullptr);
    }
    close(descriptor_);
}

std::filesystem::path take_crash_report(const std::filesystem::path& file) {
    std::error_code error;
    const auto size = std::filesystem::file_size(file, error);
    if (error || size == 0) {
        return {};
    }
    std::filesystem::path report = file.parent_path() / "crash-report.txt";
    std::filesystem::rename(file, report, error);
    return error ? std::filesystem::path() : report;
}

} // namespace tactus::platform
