#include "sim/records/csv.hpp"

namespace tactus::records {
namespace {

std::string quoted(const std::string& text) {
    if (text.find_first_of(",\"\r\n") == std::string::npos) {
        return text;
    }
    std::string out = "\"";
    for (const char c : text) {
        out += c == '"' ? "\"\"" : std::string(1, c);
    }
    return out + "\"";
}

} // namespace

void write_csv(const std::vector<Attempt>& attempts, std::ostream& out) {
    out << "id,student,drill,client,started_at_unix_s,duration_s,score,pressure,flow,targeting,safety,"
           "communication,sequence,passed,grade,graded,practice,feedback,force_source,setting,rubric,drill_"
           "hash,"
           "rubric_hash,sim_version,state_hash,digest\r\n";
    for (const Attempt& a : attempts) {
        out << a.id << ',' << quoted(a.student) << ',' << quoted(a.drill) << ',' << quoted(a.client) << ','
            << a.started_at_unix_s << ',' << a.duration_s << ',' << a.score;
        for (const std::optional<double>& group : a.groups) {
            out << ',';
            if (group) {
                out << *group;
            }
        }
        out << ',' << a.passed << ',' << a.grade << ',' << a.graded << ',' << a.practice << ',' << a.feedback
            << ',' << quoted(a.force_source) << ',' << a.setting << ',' << quoted(a.rubric) << ','
            << a.drill_hash << ',' << a.rubric_hash << ',' << quoted(a.sim_version) << ',' << a.state_hash
            << ',' << a.digest << "\r\n";
    }
}

} // namespace tactus::records
