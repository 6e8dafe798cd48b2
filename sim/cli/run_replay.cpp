#include "sim/cli/run_replay.hpp"

#include "sim/records/result.hpp"
#include "sim/replay/verify.hpp"

#include <iomanip>
#include <nlohmann/json.hpp>

namespace tactus::cli {
namespace {

nlohmann::ordered_json description(const replay::Recording& recording) {
    return {{"drill", recording.setup.drill.id},
            {"client", recording.setup.client.id},
            {"duration_s", recording.duration_s()},
            {"setting", tissue::setting_name(recording.setup.setting)},
            {"seed", recording.setup.seed},
            {"sim_version", recording.origin.sim_version},
            {"bullet_version", recording.origin.bullet_version},
            {"libc_version", recording.origin.libc_version},
            {"device", recording.origin.device},
            {"force_source", recording.origin.force_source},
            {"score", recording.ending.score_total},
            {"passed", recording.ending.passed},
            {"graded", recording.ending.graded},
            {"sim_per_wall", recording.ending.sim_per_wall},
            {"state_hash", records::hash_text(recording.ending.state)}};
}

} // namespace

int run_replay(const ReplayOptions& options, std::ostream& out) {
    const replay::Recording recording = replay::read_recording(options.file);
    nlohmann::ordered_json json = description(recording);
    bool agrees = true;
    if (options.verify) {
        const replay::Verification verification = replay::verify(recording, options.threads);
        agrees = verification.agrees;
        json["verified"] = agrees;
        json["finding"] = verification.finding;
        json["first_diverging_step"] = verification.first_diverging_step
                                           ? nlohmann::ordered_json(*verification.first_diverging_step)
                                           : nlohmann::ordered_json();
        json["state_hash_again"] = records::hash_text(verification.again.state);
        json["score_again"] = verification.again.score_total;
    }
    if (options.json) {
        out << json.dump(2) << '\n';
        return agrees ? 0 : 1;
    }
    out << options.file.string() << ": " << recording.setup.drill.id << " with " << recording.setup.client.id
        << ", " << recording.duration_s() << " s, score " << std::fixed << std::setprecision(1)
        << recording.ending.score_total << (recording.ending.graded ? "" : " (practice)") << '\n';
    if (options.verify) {
        out << (agrees ? "verified: every hash and the score agree, state " +
                             records::hash_text(recording.ending.state)
                       : "NOT verified: " + json["finding"].get<std::string>())
            << '\n';
    }
    return agrees ? 0 : 1;
}

} // namespace tactus::cli
