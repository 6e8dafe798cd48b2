/// Saves attempts into the folder given until it is killed; prints the id and digest of each once it is kept.

#include "sim/records/archive.hpp"
#include "tests/scenes/recordings.hpp"

#include <cstdio>

using namespace tactus;

int main(int count, char** arguments) {
    if (count != 2) {
        return 2;
    }
    replay::Recording recording = scenes::invented_recording(480);
    records::Archive archive(arguments[1]);
    const auto first = static_cast<std::int64_t>(archive.list().size());
    for (std::int64_t k = first;; ++k) {
        recording.origin.started_at_unix_s = 1'790'000'000 + k;
        const records::Attempt attempt = archive.add(recording, {.student = "Ana"});
        std::printf("%s %s\n", attempt.id.c_str(), attempt.digest.c_str());
        std::fflush(stdout);
    }
}
