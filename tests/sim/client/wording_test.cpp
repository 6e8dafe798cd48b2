#include "sim/authoring/user_error.hpp"
#include "sim/client/client_file.hpp"
#include "sim/client/telling.hpp"
#include "tests/sim/client/assets.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

using namespace tactus;
using namespace tactus::client;

namespace {

std::vector<Wording> shipped_wordings() { return read_wordings(tests::assets / "intake" / "wordings.toml"); }

Condition reflux() { return read_client(tests::assets / "clients" / "nguyen.toml").condition; }

Conduct told(Urgency decision, const std::string& wording, const std::string& note) {
    Conduct conduct;
    conduct.decision = decision;
    conduct.wording = wording;
    conduct.note = note;
    return conduct;
}

} // namespace

TEST_CASE("each decision can be told in four ways or more, with a reason, by a diagnosis and as an alarm") {
    const std::vector<Wording> all = shipped_wordings();
    for (int k = 0; k < urgency_count; ++k) {
        const std::vector<Wording> fitting = wordings_for(all, static_cast<Urgency>(k));
        CHECK(fitting.size() >= 4);
        for (const WordingKind kind : {WordingKind::reason, WordingKind::diagnosis, WordingKind::alarm}) {
            CHECK(std::ranges::count(fitting, kind, [](const Wording& one) { return one.worth.kind; }) >= 1);
        }
    }
    CHECK(wording_named(all, "no such sentence") == nullptr);
}

TEST_CASE("a client carries what each sentence is worth, also through a recording") {
    const Client client = read_client(tests::assets / "clients" / "nguyen.toml");
    CHECK(client.condition.wordings.size() == shipped_wordings().size());
    CHECK(parse_client(write_client(client), "elsewhere.toml").condition == client.condition);
}

TEST_CASE("a reason in the client's language earns ten, calm words with a note five, up to a hundred") {
    const Condition condition = reflux();
    const auto marks = [&](Urgency chosen, const std::string& wording, const std::string& note) {
        return referral_marks(chosen, Urgency::days, telling_of(condition, told(chosen, wording, note)));
    };
    const std::string note = "Burning after meals, advised to see the doctor.";
    CHECK(marks(Urgency::days, "", "") == 100);
    CHECK(marks(Urgency::days, "not_like_a_muscle", note) == 100);
    CHECK(marks(Urgency::clearance, "", "") == 75);
    CHECK(marks(Urgency::clearance, "safe_pressure", "") == 85);
    CHECK(marks(Urgency::clearance, "safe_pressure", note) == 90);
    CHECK(marks(Urgency::clearance, "paperwork", note) == 80);
    CHECK(marks(Urgency::clearance, "safe_pressure", " sent on ") == 85); // two words are no note
    CHECK(marks(Urgency::clearance, "names_it_clearance", note) == 75);
    CHECK(marks(Urgency::clearance, "danger_clearance", note) == 75);
    CHECK(marks(Urgency::clearance, "together_now", note) == 80); // tells another decision than was taken
    CHECK(marks(Urgency::clearance, "no such sentence", note) == 75);
}

TEST_CASE("wordings that leave a decision without a reason are refused, with their lines") {
    std::string said;
    try {
        parse_wordings("[[wording]]\nid = \"a\"\nkind = \"vague\"\nfits = [\"E9\"]\nsays = \"Hm.\"\n"
                       "[[wording]]\nid = \"a\"\nkind = \"reason\"\nfits = [\"E1\"]\nsays = \"Today.\"\n",
                       "wordings.toml");
    } catch (const UserError& error) {
        said = error.what();
    }
    for (const char* const part :
         {"wordings.toml:4", "E9", "stands twice", "tells nobody E0", "tells nobody OK"}) {
        CAPTURE(part);
        CHECK(said.find(part) != std::string::npos);
    }
    CHECK(said.find("tells nobody E1") == std::string::npos);
}
