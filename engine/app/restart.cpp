#include "engine/app/restart.hpp"

#include "sim/authoring/user_error.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <iostream>
#include <linux/close_range.h>
#include <unistd.h>
#include <vector>

namespace tactus::app {

bool may_start_anew(const Options& options, double alive_s) {
    constexpr double fair_trial_s = 60;
    return !options.resume || alive_s > fair_trial_s;
}

void start_anew(const Options& options) {
    std::vector<std::string> words{"tactus"};
    std::ranges::copy(options.arguments, std::back_inserter(words));
    if (!options.resume) {
        words.emplace_back("--resume");
    }
    std::vector<char*> arguments;
    for (std::string& word : words) {
        arguments.push_back(word.data());
    }
    arguments.push_back(nullptr);
    std::cout << "gpu: lost for this process; starting anew\n" << std::flush;
    // The window, the devices and the GPU go with their descriptors.
    close_range(STDERR_FILENO + 1, ~0U, CLOSE_RANGE_CLOEXEC);
    execv("/proc/self/exe", arguments.data());
    throw UserError(Complaint{"/proc/self/exe",
                              std::string("cannot be started anew: ") + std::strerror(errno),
                              "start Tactus again; the run is kept"});
}

} // namespace tactus::app
