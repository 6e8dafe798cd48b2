#pragma once
/// What a program that ends by a fault of its own still says: its version, the signal and the calls that led
/// there. Written without memory or locks, into a file that was opened before.

#include <filesystem>
#include <string>

namespace tactus::platform {

/// While it lives, SIGSEGV, SIGBUS, SIGFPE, SIGILL and SIGABRT write a report before they end the program as
/// they would have. One at a time; the handlers of signals are the process's.
class CrashLog {
public:
    /// file: made, or added to; not being able to is no fault. program: "tactus 0.1.0".
    CrashLog(const std::filesystem::path& file, const std::string& program);
    ~CrashLog();
    CrashLog(const CrashLog&) = delete;
    CrashLog& operator=(const CrashLog&) = delete;
    CrashLog(CrashLog&&) = delete;
    CrashLog& operator=(CrashLog&&) = delete;

private:
    int descriptor_ = -1;
};

/// The report that a program before this one left in `file`, moved to a name of its own there, once; empty
/// when it left none.
std::filesystem::path take_crash_report(const std::filesystem::path& file);

} // namespace tactus::platform
