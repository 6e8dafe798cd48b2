#include "sim/cli/run_replay.hpp"

#include "sim/records/result.hpp"
#include "sim/replay/verify.hpp"

#include <iomanip>
#include <nlohmann/json.hpp>

namespace tactus::cli {
namespace {

nlohmann::ordered_json description(const replay::Opened& opened) {
    const replay::Recording& recording = opened.recording;
    const auto& signer = opened.signed_by;
    return {{"format", opened.format},
            {"station", signer ? nlohmann::ordered_json(signer->station) : nlohmann::ordered_json()},
            {"station_key",
             signer ? nlohmann::ordered_json(replay::key_text(signer->key)) : nlohmann::ordered_json()},
            {"signature_holds", signer ? nlohmann::ordered_json(signer->holds) : nlohmann::ordered_json()},
            {"drill", recording.setup.drill.id},
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

std::string signature_words(const std::optional<replay::SignedBy>& signer) {
    if (!signer) {
        return "unsigned";
    }
    return (signer->holds ? "signed by " : "FORGED SIGNATURE of ") + signer->station + ", key " +
           replay::key_text(signer->key);
}

} // namespace

int run_replay(const ReplayOptions& options, std::ostream& out) {
    const replay::Opened opened =
        replay::open_recording(replay::read_recording_bytes(options.file), options.file.string());
    const replay::Recording& recording = opened.recording;
    const bool forged = opened.signed_by && !opened.signed_by->holds;
    nlohmann::ordered_json json = description(opened);
    bool agrees = true;
    if (options.verify) {
        const replay::Verification verification = replay::verify(recording, options.threads);
        agrees = verification.agrees && !forged;
        json["verified"] = agrees;
        json["finding"] = forged ? "its signature is forged" : verification.finding;
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
        << recording.ending.score_total << (recording.ending.graded ? "" : " (practice)") << '\n'
        << signature_words(opened.signed_by) << '\n';
    if (options.verify) {
        out << (agrees ? "verified: every hash and the score agree, state " +
                             records::hash_text(recording.ending.state)
                       : "NOT verified: " + json["finding"].get<std::string>())
            << '\n';
    }
    return agrees ? 0 : 1;
}

} // namespace tactus::cli
