#include "sim/records/result.hpp"

#include "sim/session/version.hpp"

#include <algorithm>
#include <cmath>
#include <iomanip>
#include <nlohmann/json.hpp>
#include <sstream>

namespace tactus::records {
namespace {

constexpr double trusted_below = 0.10; // solver.md 2: a grade whose trust was poorer says so

double rounded(double value) { return std::round(value * 100) / 100; }

nlohmann::ordered_json mark(std::optional<double> value) {
    return value ? nlohmann::ordered_json(rounded(*value)) : nlohmann::ordered_json();
}

nlohmann::ordered_json score_json(const scoring::Score& score) {
    nlohmann::ordered_json json;
    json["total"] = rounded(score.total);
    for (int group = 0; group < scoring::group_count; ++group) {
        json[std::string(scoring::group_name(static_cast<scoring::Group>(group)))] =
            mark(score.groups[static_cast<std::size_t>(group)]);
    }
    return json;
}

nlohmann::ordered_json reasons_json(const scoring::Score& score) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const scoring::Reason& reason : score.reasons) {
        nlohmann::ordered_json moment;
        if (reason.moment_s >= 0) {
            moment = rounded(reason.moment_s);
        }
        list.push_back({{"group", scoring::group_name(reason.group)},
                        {"measure", reason.measure},
                        {"what", reason.what},
                        {"value", reason.value},
                        {"target", reason.target},
                        {"unit", reason.unit},
                        {"marks_lost", rounded(reason.marks_lost)},
                        {"moment_s", moment},
                        {"advice", reason.advice}});
    }
    return list;
}

nlohmann::ordered_json critical_json(const scoring::Score& score) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const scoring::Critical& critical : score.critical) {
        list.push_back({{"id", critical.id},
                        {"what", critical.what},
                        {"value", critical.value},
                        {"limit", critical.limit},
                        {"moment_s", rounded(critical.moment_s)}});
    }
    return list;
}

nlohmann::ordered_json client_json(const physiology::ClientState& client) {
    nlohmann::ordered_json points = nlohmann::ordered_json::array();
    for (const physiology::TriggerPointState& point : client.trigger_points) {
        points.push_back({{"found", point.found},
                          {"released", point.released},
                          {"tension", point.tension},
                          {"longest_hold_s", point.longest_hold_s}});
    }
    return {{"comfort", client.comfort},
            {"discomfort_now", client.discomfort},
            {"pain_peak", client.discomfort_peak},
            {"guarding_s", client.guarding_s},
            {"guard_events", client.guard_events},
            {"tension_before", client.tension_start},
            {"tension_after", client.tension_now},
            {"redness", client.redness_mean},
            {"heart_rate_bpm", client.heart_rate_bpm},
            {"trigger_points", points}};
}

} // namespace

std::string hash_text(std::uint64_t hash) {
    std::ostringstream text;
    text << std::hex << std::setw(16) << std::setfill('0') << hash;
    return text.str();
}

Result result_of(const session::Session& session, std::string force_source) {
    const auto& samples = session.trace().samples;
    const bool thumb_used = std::ranges::any_of(samples, [](const strokes::TraceSample& sample) {
        return std::ranges::any_of(sample.hands, [](const strokes::HandSample& hand) {
            return hand.touching && !contact::broad(hand.tool);
        });
    });
    const double trust_error = session.worst_trust_error();
    return {.drill = session.setup().drill.id,
            .client = session.setup().client.id,
            .duration_s = session.time_s(),
            .score = session.score(),
            .techniques = strokes::recognise(session.trace().samples),
            .client_state = session.client_state(),
            .trust_error = trust_error,
            .trusted = trust_error <= trusted_below,
            .thumb_resolved = session.resolved_thumb(),
            .thumb_used = thumb_used,
            .setting = std::string(tissue::setting_name(session.setup().setting)),
            .state_hash = session.state_digest(),
            .chain_hash = session.chain_hash(),
            .sim_version = std::string(session::sim_version()),
            .force_source = std::move(force_source)};
}

nlohmann::ordered_json techniques_json(const std::vector<strokes::Recognised>& techniques) {
    nlohmann::ordered_json rows = nlohmann::ordered_json::array();
    for (const strokes::Recognised& one : techniques) {
        rows.push_back({{"technique", one.technique},
                        {"confidence", rounded(one.confidence)},
                        {"begin_s", rounded(one.begin_s)},
                        {"end_s", rounded(one.end_s)}});
    }
    return rows;
}

std::string result_json(const Result& result) {
    nlohmann::ordered_json json;
    json["drill"] = result.drill;
    json["client_id"] = result.client;
    json["duration_s"] = rounded(result.duration_s);
    json["score"] = score_json(result.score);
    json["passed"] = result.score.passed;
    json["grade"] = result.score.grade;
    json["reasons"] = reasons_json(result.score);
    json["critical"] = critical_json(result.score);
    json["next_time"] = result.score.next_time;
    json["measures"] = result.score.measures;
    json["techniques"] = techniques_json(result.techniques);
    json["client"] = client_json(result.client_state);
    json["trust"] = {{"error_p95", result.trust_error},
                     {"trusted", result.trusted},
                     {"thumb_used", result.thumb_used},
                     {"thumb_resolved", result.thumb_resolved}};
    json["setting"] = result.setting;
    json["force_source"] = result.force_source;
    json["state_hash"] = hash_text(result.state_hash);
    json["chain_hash"] = hash_text(result.chain_hash);
    json["sim_version"] = result.sim_version;
    return json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string result_text(const Result& result) {
    std::ostringstream text;
    text << std::fixed << std::setprecision(0);
    text << result.drill << " with " << result.client << ", " << result.duration_s
         << " s: " << result.score.total << " of 100, " << result.score.grade << '\n';
    for (int group = 0; group < scoring::group_count; ++group) {
        if (const auto& value = result.score.groups[static_cast<std::size_t>(group)]; value) {
            text << "  " << scoring::group_name(static_cast<scoring::Group>(group)) << ' ' << *value << '\n';
        }
    }
    for (const scoring::Critical& critical : result.score.critical) {
        text << "critical: " << critical.what << '\n';
    }
    for (const scoring::Reason& reason : result.score.reasons) {
        text << "  -" << std::setprecision(1) << reason.marks_lost << "  " << reason.what << ' '
             << reason.advice << '\n'
             << std::setprecision(0);
    }
    for (const strokes::Recognised& one : result.techniques) {
        text << "  " << one.begin_s << " s " << one.technique << ", sure by " << one.confidence * 100
             << " %\n";
    }
    if (!result.score.next_time.empty()) {
        text << "next time: " << result.score.next_time << '\n';
    }
    if (!result.trusted) {
        text << "trust: contact and support differ by " << result.trust_error * 100
             << " % at worst; take the figures with care\n";
    }
    if (result.thumb_used && !result.thumb_resolved) {
        text << "trust: the tissue grid was too coarse for a thumb; its pressures are indicative only\n";
    }
    text << "state hash " << hash_text(result.state_hash) << ", setting " << result.setting << ", version "
         << result.sim_version << '\n';
    return text.str();
}

} // namespace tactus::records
