#pragma once
/// Programs of ours as processes, to be killed and waited for.

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <httplib.h>
#include <stdexcept>
#include <string>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace tactus::bench {

inline pid_t start_program(std::vector<std::string> words) {
    const pid_t child = fork();
    if (child == 0) {
        std::vector<char*> arguments;
        for (std::string& word : words) {
            arguments.push_back(word.data());
        }
        arguments.push_back(nullptr);
        static_cast<void>(freopen("/dev/null", "w", stdout));
        execv(arguments[0], arguments.data());
        _exit(127);
    }
    return child;
}

/// `tactus-server serve` on the loopback; answers when the constructor returns, killed with -9 by the
/// destructor.
class ServerProcess {
public:
    ServerProcess(const std::string& database, int port)
        : child_(start_program(
              {TACTUS_SERVER_PROGRAM, "serve", "--database", database, "--port", std::to_string(port)})) {
        for (int k = 0; k < 500; ++k) {
            const auto answer = httplib::Client("127.0.0.1", port).Get("/v1/health");
            if (answer && answer->status == 200) {
                return;
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
        throw std::runtime_error("the server does not answer");
    }

    ~ServerProcess() {
        kill(child_, SIGKILL);
        waitpid(child_, nullptr, 0);
    }

    ServerProcess(const ServerProcess&) = delete;
    ServerProcess& operator=(const ServerProcess&) = delete;

private:
    pid_t child_;
};

} // namespace tactus::bench
