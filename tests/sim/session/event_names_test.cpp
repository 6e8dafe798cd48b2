#include "sim/client/preparation.hpp"
#include "sim/session/event_names.hpp"

#include <doctest/doctest.h>

using namespace tactus;
using session::check_event_names;

namespace {

std::vector<hands::StrokeEvent> written(std::initializer_list<const char*> texts) {
    std::vector<hands::StrokeEvent> events;
    for (const char* text : texts) {
        events.push_back({.t_s = 0, .text = text, .where = "strokes.csv:2"});
    }
    return events;
}

const session::InterviewNames interview{.questions = {"saddle", "site"}, .wordings = {"not_like_a_muscle"}};

} // namespace

TEST_CASE("events that name what is there are taken") {
    CHECK(check_event_names(written({"check_in", "stop", "mark 0.3 0.1", "product oil Parfum",
                                     "question saddle 41.5", "word not_like_a_muscle", "position side_lying",
                                     "prepare stop_signal", "prepare table_high", "do sit_up", "decide E2",
                                     "note what comes to mind", "answer anything"}),
                            interview)
              .empty());
}

TEST_CASE("each event that names nothing is told with its line and what there is") {
    const auto complaints = check_event_names(
        written({"position nowhere", "prepare foo", "do nonsense", "question zzz", "word x", "decide E9"}),
        interview);
    REQUIRE(complaints.size() == 6);
    CHECK(complaints[0].where == "strokes.csv:2");
    CHECK(complaints[0].what.find("position nowhere") != std::string::npos);
    CHECK(complaints[0].mend.find("side_lying") != std::string::npos);
    CHECK(complaints[1].mend.find("table_low") != std::string::npos);
    CHECK(complaints[3].mend.find("saddle, site") != std::string::npos);
}

TEST_CASE("every table height that can be chosen is one that the hands know") {
    CHECK(session::table_height_named("table_at_knuckles") == hands::TableHeight::at_knuckles);
    CHECK(session::table_height_named("table_low") == hands::TableHeight::low);
    CHECK(session::table_height_named("table_high") == hands::TableHeight::high);
    CHECK(!session::table_height_named("stop_signal"));
    CHECK(client::table_heights().size() == 3);
}
