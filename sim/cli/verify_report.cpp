#include "sim/cli/verify_report.hpp"

#include <iomanip>

namespace tactus::cli {
namespace {

std::string capitals(std::string_view text) {
    std::string loud;
    for (const char c : text) {
        loud += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return loud;
}

nlohmann::ordered_json signer_json(const records::Audit& audit) {
    if (!audit.signer) {
        return {};
    }
    return {{"station", audit.signer->station},
            {"key", replay::key_text(audit.signer->key)},
            {"holds", audit.signer->holds},
            {"known_as",
             audit.known_as.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(audit.known_as)}};
}

nlohmann::ordered_json row_json(const Audited& audited) {
    const records::Audit& audit = audited.audit;
    return {{"recording", audited.name},
            {"attempt",
             audited.attempt.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(audited.attempt)},
            {"student", audited.student},
            {"verdict", records::verdict_name(audit.verdict)},
            {"finding", audit.finding},
            {"signed_by", signer_json(audit)},
            {"duration_s", audit.duration_s},
            {"rerun", audit.rerun}};
}

} // namespace

bool VerifyReport::is_finding(records::Verdict verdict) const {
    return verdict != records::Verdict::verified &&
           (verdict != records::Verdict::unsigned_run || must_be_signed_);
}

void VerifyReport::add(const Audited& audited) {
    const records::Audit& audit = audited.audit;
    const bool finding = is_finding(audit.verdict);
    ++checked_;
    findings_ += finding ? 1 : 0;
    simulated_s_ += audit.rerun ? audit.duration_s : 0;
    ++counts_[audit.verdict];
    rows_.push_back(row_json(audited));
    if (lines_ == nullptr) {
        return;
    }
    const std::string verdict(records::verdict_name(audit.verdict));
    *lines_ << audited.name << ": ";
    if (audit.verdict == records::Verdict::verified) {
        *lines_ << "verified, signed by " << audit.known_as;
    } else if (finding) {
        *lines_ << capitals(verdict) << (audit.finding.empty() ? "" : ": " + audit.finding);
    } else {
        *lines_ << "verified, " << verdict;
    }
    *lines_ << (audited.student.empty() ? "" : " (" + audited.student + ")") << '\n' << std::flush;
}

void VerifyReport::write_summary(const Effort& effort, std::ostream& out) const {
    out << checked_ << (checked_ == 1 ? " recording" : " recordings") << " checked, " << findings_
        << (findings_ == 1 ? " finding" : " findings");
    for (const auto& [verdict, count] : counts_) {
        out << "; " << count << ' ' << records::verdict_name(verdict);
    }
    out << std::fixed << std::setprecision(1) << "\n"
        << simulated_s_ << " s of runs in " << effort.seconds << " s, " << effort.workers << " at a time";
    if (simulated_s_ > 0 && effort.seconds > 0) {
        out << ": " << simulated_s_ / effort.seconds << " times real time";
    }
    out << '\n';
}

void VerifyReport::write_json(const Effort& effort, std::ostream& out) const {
    nlohmann::ordered_json counts = nlohmann::ordered_json::object();
    for (const auto& [verdict, count] : counts_) {
        counts[std::string(records::verdict_name(verdict))] = count;
    }
    const nlohmann::ordered_json json = {{"checked", checked_},       {"findings", findings_},
                                         {"verdicts", counts},        {"simulated_s", simulated_s_},
                                         {"seconds", effort.seconds}, {"workers", effort.workers},
                                         {"recordings", rows_}};
    out << json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
}

} // namespace tactus::cli
