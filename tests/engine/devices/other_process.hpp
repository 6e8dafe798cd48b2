#pragma once
/// A program beside the test, ended with it.

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace tactus::tests {

class OtherProcess {
public:
    /// Starts words[0] of the search path with its output thrown away.
    explicit OtherProcess(std::vector<std::string> words) {
        if (std::system(("command -v " + words[0] + " >/dev/null 2>&1").c_str()) != 0) {
            return;
        }
        std::fflush(stdout); // else the child would print it again
        number_ = fork();
        if (number_ == 0) {
            std::vector<char*> arguments;
            for (std::string& word : words) {
                arguments.push_back(word.data());
            }
            arguments.push_back(nullptr);
            if (std::freopen("/dev/null", "w", stdout) != nullptr &&
                std::freopen("/dev/null", "w", stderr) != nullptr) {
                execvp(arguments[0], arguments.data());
            }
            _exit(127);
        }
    }

    ~OtherProcess() { end(SIGTERM); }

    /// Now, by that signal.
    void end(int signal) {
        if (number_ > 0) {
            kill(number_, signal);
            waitpid(number_, nullptr, 0);
            number_ = -1;
        }
    }

    OtherProcess(const OtherProcess&) = delete;
    OtherProcess& operator=(const OtherProcess&) = delete;
    OtherProcess(OtherProcess&&) = delete;
    OtherProcess& operator=(OtherProcess&&) = delete;

    /// False when there is no such program.
    [[nodiscard]] bool started() const { return number_ > 0; }

    /// True while it has not ended by itself.
    [[nodiscard]] bool runs() const { return number_ > 0 && waitpid(number_, nullptr, WNOHANG) == 0; }

private:
    pid_t number_ = -1;
};

} // namespace tactus::tests
