/// Every sentence that a result can tell about a client: capital, one figure with its unit, full stop, no
/// names of files or fields.

#include "sim/client/client_file.hpp"
#include "sim/client/event_words.hpp"
#include "sim/client/preparation.hpp"
#include "tests/sim/scoring/fake_run.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

using namespace tactus;
using namespace tactus::scoring;

namespace {

/// What is wrong with a sentence; "" = nothing.
std::string fault(const std::string& sentence) {
    if (sentence.empty()) {
        return "empty";
    }
    const auto first = static_cast<unsigned char>(sentence.front());
    if (std::islower(first) != 0 || std::isdigit(first) != 0) {
        return "begins small";
    }
    if (sentence.back() != '.') {
        return "no full stop";
    }
    for (const char* const bad :
         {"_", "  ", "..", ". .", ": .", " s s", "bruise s", "load n", " 1 times", "(limit"}) {
        if (sentence.find(bad) != std::string::npos) {
            return std::string("holds `") + bad + "`";
        }
    }
    for (const anatomy::RegionBox& box : anatomy::region_boxes()) {
        if (sentence.find(" " + std::string(box.id) + " ") != std::string::npos) {
            return "names the box " + std::string(box.id);
        }
    }
    return "";
}

/// The state and value that pass a rule, as the simulation notes them.
client::BodyEvent event_of(const client::Condition& condition, std::size_t rule) {
    using client::EventKind;
    const client::BodyEventRule& by = condition.events[rule];
    client::BodyEvent event{.kind = by.kind, .rule = rule, .place = by.place, .t_s = 12};
    switch (by.kind) {
    case EventKind::wheal:
        event.state = "exposure_s";
        break;
    case EventKind::sneeze:
    case EventKind::short_breath:
    case EventKind::fatigue:
        event.state = "gathered_s";
        break;
    case EventKind::dysreflexia:
        event.state = "hazard";
        break;
    case EventKind::clonus:
        event.state = "joint_over_limit";
        break;
    case EventKind::startle:
        event.state = "speed_m_s";
        break;
    case EventKind::bruise:
        event.state = "bruise_s";
        break;
    default:
        event.state = "load_n";
        break;
    }
    event.threshold = by.kind == EventKind::bruise ? 5 : by.threshold;
    event.value = event.threshold * 1.3F;
    return event;
}

/// Half a minute of everything that must not be done, then a rest long enough for any answer to be late.
strokes::ContactTrace careless_run() {
    testing::FakeRun run;
    while (run.now_s() < 30) {
        const auto t = static_cast<float>(run.now_s());
        const float v = 0.2F + 1.0F * std::fmod(t, 10.0F) / 10;
        const contact::ToolKind tool = t < 15 ? contact::ToolKind::thumb : contact::ToolKind::palm;
        run.add({testing::FakeHand{.u = 0.02F, .v = v, .force_n = 180, .tool = tool},
                 testing::FakeHand{.u = 0.3F, .v = v, .force_n = 180, .tool = tool}},
                t < 20 ? 9.4F : 3.0F);
    }
    while (run.now_s() < 60) {
        run.add({});
    }
    return run.trace;
}

} // namespace

TEST_CASE("whatever is done wrong to whichever client is told in good sentences") {
    const strokes::ContactTrace trace = careless_run();
    const std::array<double, group_count> weights{20, 20, 20, 20, 10, 10};
    Task strokes;
    strokes.force_n = Band{20, 45};
    strokes.speed_m_s = Band{0.08F, 0.12F};
    strokes.zone = Zone{.u_low = 0.12F, .u_high = 0.35F, .v_low = 0, .v_high = 1.2F};
    const std::vector<TimedTask> tasks{{.begin_s = 0, .end_s = 60, .task = strokes}};
    const Rubric rubric = read_rubric(std::string(TACTUS_SOURCE_DIR) + "/assets/rubrics/default.toml");
    std::set<std::string> kinds;
    int clients = 0;
    const std::filesystem::path folder = std::string(TACTUS_SOURCE_DIR) + "/assets/clients";
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
        const client::Client someone = client::read_client(file.path());
        ++clients;
        client::Conduct conduct;
        conduct.decision = someone.condition.decision.urgency == client::Urgency::treat
                               ? client::Urgency::emergency
                               : client::Urgency::treat;
        conduct.banned_product = true;
        conduct.position = someone.condition.positions.front() == "prone" ? "side_lying" : "prone";
        ClientOutcome outcome{.condition = &someone.condition, .conduct = &conduct};
        outcome.interview_due = true;
        std::vector<client::BodyEvent> events;
        for (std::size_t k = 0; k < someone.condition.events.size(); ++k) {
            events.push_back(event_of(someone.condition, k));
        }
        outcome.body_events = events;
        const Score score = evaluate(testing::test_anatomy(), trace, tasks, {rubric, weights}, outcome);
        CAPTURE(someone.id);
        CHECK(!score.critical.empty());
        std::vector<std::string> sentences{score.next_time};
        for (const Critical& critical : score.critical) {
            sentences.push_back(critical.what);
            kinds.insert(critical.id);
        }
        for (const Reason& reason : score.reasons) {
            sentences.push_back(reason.what);
            sentences.push_back(reason.advice);
        }
        for (const std::string& sentence : sentences) {
            CAPTURE(sentence);
            CHECK(fault(sentence) == "");
        }
    }
    CHECK(clients >= 27);
    for (const char* const kind :
         {"pain", "spine_load", "stop_ignored", "bruise", "fracture", "treated", "wrong_position",
          "under_referred", "banned_product", "dysreflexia_ignored"}) {
        CAPTURE(std::string(kind));
        CHECK(kinds.contains(kind));
    }
}

TEST_CASE("what the body did is told with place, figure and limit, and a figure at its limit once") {
    client::Condition condition;
    condition.areas.push_back({.id = "lesion", .name = "the strained muscle"});
    CHECK(client::event_cause({.place = "lesion", .state = "load_n", .value = 12, .threshold = 10},
                              condition) ==
          "the load on the strained muscle was 12 N, where the limit is 10 N");
    CHECK(client::event_cause(
              {.place = "RIB+SPN_BAND+MTV", .state = "pressure_kpa", .value = 91, .threshold = 90},
              condition) == "the pressure on the ribs, the midline of the spine or the mid-thoracic "
                            "vertebrae was 91 kPa, where the "
                            "limit is 90 kPa");
    CHECK(client::event_cause({.state = "bruise_s", .value = 5.01F, .threshold = 5}, condition) ==
          "the capillaries had borne too much for 5 s, which is the limit");
    CHECK(client::event_cause(
              {.kind = client::EventKind::fatigue, .state = "gathered_s", .value = 1500, .threshold = 1500},
              condition) == "the hands had worked for 1500 s, which is the limit");
    for (int k = 0; k < client::event_kind_count; ++k) {
        CHECK(fault(std::string(client::event_title(static_cast<client::EventKind>(k))) + ".") == "");
        CHECK(client::event_title(static_cast<client::EventKind>(k)) != "Something happened");
    }
}
