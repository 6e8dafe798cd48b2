#include "sim/records/audit.hpp"

#include "sim/records/digest.hpp"
#include "sim/replay/recording_error.hpp"
#include "sim/replay/verify.hpp"
#include "sim/session/version.hpp"

#include <utility>

namespace tactus::records {
namespace {

constexpr std::array<std::string_view, verdict_count> names{
    "missing",          "not a recording", "newer format", "truncated",  "edited",
    "forged signature", "unreadable",      "other build",  "edited row", "diverges",
    "foreign station",  "unsigned",        "verified"};

Verdict verdict_of(replay::Damage damage) {
    switch (damage) {
    case replay::Damage::not_a_recording:
        return Verdict::not_a_recording;
    case replay::Damage::newer_format:
        return Verdict::newer_format;
    case replay::Damage::cut:
        return Verdict::truncated;
    case replay::Damage::edited:
        break;
    }
    return Verdict::edited;
}

std::string what_is_wrong(const UserError& error) {
    const Complaint& first = error.complaints().front();
    return first.what + (first.mend.empty() ? "" : "; " + first.mend);
}

/// "" unless another version of the simulation made it, which would give other bits without anybody's fault.
std::string other_version(const std::string& made_with) {
    const std::string here(session::sim_version());
    return made_with == here
               ? ""
               : "made with Tactus " + made_with + ", this is " + here + "; needs tactus-verify-" + made_with;
}

/// What the row says otherwise than its recording; "" = nothing.
std::string row_finding(const Attempt& row, std::span<const std::uint8_t> bytes,
                        const replay::Opened& opened) {
    std::string differs = row_difference(row, attempt_of(opened.recording, recording_digest(bytes), {}));
    if (differs.empty() && row.practice.empty() != row.graded) {
        differs = row.graded ? "it is graded and practice at once" : "it is neither graded nor practice";
    }
    if (differs.empty() && opened.signed_by && !opened.signed_by->is_for(row.student)) {
        differs = "it was signed as another's run than " +
                  (row.student.empty() ? std::string("the guest's") : row.student + "'s");
    }
    return differs.empty() ? "" : "the records were edited: " + differs;
}

/// Everything but running it.
std::optional<Audit> finding_in(const replay::Opened& opened, const Attempt* row,
                                std::span<const std::uint8_t> bytes) {
    if (opened.signed_by && !opened.signed_by->holds) {
        return Audit{.verdict = Verdict::forged_signature,
                     .finding = "the signature is not that of the station it names, \"" +
                                opened.signed_by->station + "\"; ask that station for its own copy"};
    }
    if (std::string other = other_version(opened.recording.origin.sim_version); !other.empty()) {
        return Audit{.verdict = Verdict::other_build, .finding = std::move(other)};
    }
    if (std::string found = row == nullptr ? "" : row_finding(*row, bytes, opened); !found.empty()) {
        return Audit{.verdict = Verdict::edited_row, .finding = std::move(found)};
    }
    return std::nullopt;
}

/// Whether the libraries that a result might depend on are those of the recording.
bool same_libraries(const replay::Origin& origin) {
    const replay::Origin here = replay::make_origin({}, {});
    return origin.bullet_version == here.bullet_version && origin.libc_version == here.libc_version;
}

Audit rerun(const replay::Recording& recording, const Attempt* row, int threads) {
    const replay::Verification verification = replay::verify(recording, threads);
    Audit audit{.rerun = true};
    if (!verification.agrees) {
        audit.verdict = same_libraries(recording.origin) ? Verdict::diverges : Verdict::other_build;
        audit.finding = verification.finding; // names the libraries, too
    } else if (row != nullptr && !row->grade.empty() && row->grade != verification.score.grade) {
        audit.verdict = Verdict::edited_row;
        audit.finding =
            "the records were edited: grade is " + row->grade + ", the run earns " + verification.score.grade;
    }
    return audit;
}

void judge_signer(Audit& audit, const std::optional<replay::SignedBy>& signer,
                  std::span<const KnownStation> known) {
    if (const KnownStation* station = signer ? find_station(known, signer->key) : nullptr) {
        audit.known_as = station->name;
    }
    if (audit.verdict != Verdict::verified) {
        return;
    }
    if (!signer) {
        audit.verdict = Verdict::unsigned_run;
    } else if (audit.known_as.empty()) {
        audit.verdict = Verdict::foreign_station;
        audit.finding = "signed by \"" + signer->station +
                        "\", which is not known here; if it is yours: tactus-sim records trust " +
                        replay::key_text(signer->key);
    }
}

} // namespace

std::string_view verdict_name(Verdict verdict) { return names[static_cast<std::size_t>(verdict)]; }

Audit audit(std::span<const std::uint8_t> bytes, const Attempt* row, const std::string& name,
            const AuditSettings& settings) {
    try {
        const replay::Opened opened = replay::open_recording(bytes, name);
        std::optional<Audit> found = finding_in(opened, row, bytes);
        Audit audit = found ? *std::move(found) : rerun(opened.recording, row, settings.threads);
        audit.duration_s = opened.recording.duration_s();
        audit.signer = opened.signed_by;
        judge_signer(audit, opened.signed_by, settings.known);
        return audit;
    } catch (const replay::RecordingError& error) {
        return {.verdict = verdict_of(error.damage()), .finding = what_is_wrong(error)};
    } catch (const UserError& error) {
        return {.verdict = Verdict::unreadable, .finding = what_is_wrong(error)};
    }
}

} // namespace tactus::records
