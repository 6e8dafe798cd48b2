/// The row of an attempt against the recording that it is of.

#include "sim/authoring/number_text.hpp"
#include "sim/records/attempt.hpp"
#include "sim/records/audit.hpp"

#include <string>
#include <string_view>
#include <utility>

namespace tactus::records {
namespace {

std::string shown(const std::string& text) { return text.empty() ? "\"\"" : text; }

std::string shown(double value) { return authoring::number_text(value); }

std::string shown(bool value) { return value ? "yes" : "no"; }

std::string shown(std::int64_t value) { return std::to_string(value); }

std::string shown(const std::optional<double>& value) { return value ? shown(*value) : "not measured"; }

/// Gathers what differs, as "score is 95, recorded 78.25".
class Differences {
public:
    template <class Value> void compare(std::string_view what, const Value& row, const Value& recorded) {
        if (row != recorded) {
            text_ += (text_.empty() ? "" : "; ") + std::string(what) + " is " + shown(row) + ", recorded " +
                     shown(recorded);
        }
    }

    [[nodiscard]] const std::string& text() const { return text_; }

private:
    std::string text_;
};

} // namespace

std::string row_difference(const Attempt& row, const Attempt& recorded) {
    Differences differences;
    differences.compare("score", row.score, recorded.score);
    for (std::size_t k = 0; k < row.groups.size(); ++k) {
        differences.compare(scoring::group_name(static_cast<scoring::Group>(k)), row.groups[k],
                            recorded.groups[k]);
    }
    differences.compare("passed", row.passed, recorded.passed);
    differences.compare("graded", row.graded, recorded.graded);
    differences.compare("duration_s", row.duration_s, recorded.duration_s);
    differences.compare("started_at", row.started_at_unix_s, recorded.started_at_unix_s);
    for (const auto& [what, text] :
         {std::pair("digest", &Attempt::digest), std::pair("drill", &Attempt::drill),
          std::pair("drill_name", &Attempt::drill_name), std::pair("drill_hash", &Attempt::drill_hash),
          std::pair("rubric", &Attempt::rubric), std::pair("rubric_hash", &Attempt::rubric_hash),
          std::pair("client", &Attempt::client), std::pair("client_name", &Attempt::client_name),
          std::pair("feedback", &Attempt::feedback), std::pair("force_source", &Attempt::force_source),
          std::pair("setting", &Attempt::setting), std::pair("sim_version", &Attempt::sim_version),
          std::pair("state_hash", &Attempt::state_hash)}) {
        differences.compare(what, row.*text, recorded.*text);
    }
    return differences.text();
}

} // namespace tactus::records
