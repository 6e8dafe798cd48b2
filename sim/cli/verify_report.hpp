#pragma once
/// What `records verify` prints, a line a recording and a summary, or all as JSON. Internal to cli.

#include "sim/records/audit.hpp"

#include <map>
#include <nlohmann/json.hpp>
#include <ostream>
#include <string>

namespace tactus::cli {

/// One recording that was looked at.
struct Audited {
    std::string name;    ///< the file's, or what the attempt's recording is called
    std::string attempt; ///< id; "" = a file
    std::string student; ///< "" = guest or a file
    records::Audit audit;
};

class VerifyReport {
public:
    /// lines: where each recording's line goes at once; nullptr = none, for JSON.
    VerifyReport(std::ostream* lines, bool must_be_signed) : lines_(lines), must_be_signed_(must_be_signed) {}

    void add(const Audited& audited);

    /// How long all took on how many threads.
    struct Effort {
        double seconds;
        int workers;
    };

    void write_summary(const Effort& effort, std::ostream& out) const;
    void write_json(const Effort& effort, std::ostream& out) const;

    [[nodiscard]] int findings() const { return findings_; }

private:
    [[nodiscard]] bool is_finding(records::Verdict verdict) const;

    std::ostream* lines_;
    bool must_be_signed_;
    int checked_ = 0;
    int findings_ = 0;
    double simulated_s_ = 0;
    std::map<records::Verdict, int> counts_;
    nlohmann::ordered_json rows_ = nlohmann::ordered_json::array();
};

} // namespace tactus::cli
