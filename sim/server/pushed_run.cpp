#include "sim/server/pushed_run.hpp"

#include "sim/authoring/user_error.hpp"
#include "sim/records/digest.hpp"
#include "sim/replay/recording.hpp"
#include "sim/school/json_text.hpp"

#include <cmath>

namespace tactus::server {
namespace {

/// Throws UserError.
PushedRun read(const school::Push& push) {
    const std::span<const std::uint8_t> bytes(reinterpret_cast<const std::uint8_t*>(push.recording.data()),
                                              push.recording.size());
    const std::string name = "attempt " + push.id;
    const replay::Opened opened = replay::open_recording(bytes, name);
    const std::string digest = records::recording_digest(bytes);
    if (digest != push.digest) {
        throw UserError(
            Complaint{name, "the recording does not match the digest that came with it", "push it again"});
    }
    const std::optional<replay::SignedBy>& signer = opened.signed_by;
    if (signer && !signer->holds) {
        throw UserError(Complaint{name, "its signature is forged: it is not that of the station it names",
                                  "push the station's own copy"});
    }
    if (signer && !signer->is_for(push.student)) {
        throw UserError(
            Complaint{name, "it was signed as another student's run", "let that student push it"});
    }
    PushedRun run{
        .attempt = records::attempt_of(
            opened.recording, digest,
            {.student = push.student, .grade = push.grade, .practice = push.practice, .result = {}}),
        .signer = signer ? replay::key_text(signer->key) : std::string(),
        .signature = signer ? replay::signature_text(*signer) : std::string(),
        .refusal = {}};
    if (!std::isfinite(run.attempt.score)) { // JSON has no word for it
        throw UserError(Complaint{name, "its score is no number", "record the run again"});
    }
    if (!push.result.empty()) {
        static_cast<void>(school::parse_object(push.result, name + ".result"));
    }
    return run;
}

} // namespace

PushedRun read_pushed(const school::Push& push) {
    PushedRun run;
    try {
        run = read(push);
    } catch (const UserError& error) {
        run.refusal = error.what();
    }
    run.attempt.id = push.id;
    run.attempt.digest = push.digest;
    run.attempt.profile = push.profile;
    return run;
}

} // namespace tactus::server
