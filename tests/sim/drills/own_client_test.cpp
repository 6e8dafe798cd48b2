/// A client that a drill brings along in its own file.

#include "sim/authoring/resources.hpp"
#include "sim/authoring/text_file.hpp"
#include "sim/authoring/user_error.hpp"
#include "sim/client/client_file.hpp"
#include "sim/drills/drill_file.hpp"
#include "sim/drills/edit_history.hpp"
#include "sim/drills/own_client.hpp"
#include "sim/drills/step_edits.hpp"

#include <doctest/doctest.h>

#include <filesystem>

using namespace tactus;
using namespace tactus::drills;

namespace {

client::Client shipped_drill(const std::string& id) {
    return client::read_client(authoring::asset_named("clients", id));
}

/// A drill with Mr. Brandt changed: a limit, an area, an answer, a decision, how the body answers.
DrillFile file_with_own() {
    DrillFile file{.drill = new_drill("mine", "brandt"), .own = nullptr};
    OwnClient own = own_client_from(shipped_drill("brandt"), "brandt-1a2b3c");
    own.client.name = "Mr. B. \"the second\"";
    own.client.condition.caps.front().palm_n = 33;
    own.client.condition.areas.push_back({.id = "area-1", .name = "a sore place", .u = 0.31F, .v = 0.42F});
    own.client.condition.answers["onset"] = {.says = "Since I fell.", .first = "A while."};
    own.client.condition.decision.urgency = client::Urgency::days;
    own.client.response.truthfulness = 0.35F;
    give_own_client(file, std::move(own));
    return file;
}

std::string own_complaints(const std::string& toml) {
    try {
        parse_drill_file(toml, "drills/mine.toml");
    } catch (const UserError& error) {
        return error.what();
    }
    return "";
}

} // namespace

TEST_CASE("a drill's file brings its client, whole, and is read back equal") {
    const DrillFile file = file_with_own();
    CHECK(file.drill.client == "brandt-1a2b3c");
    const std::string toml = write_drill_file(file);
    const DrillFile read = parse_drill_file(toml, "elsewhere.toml");
    CHECK(read == file);
    REQUIRE(read.brings("brandt-1a2b3c") != nullptr);
    CHECK(read.own->base == "brandt");
    CHECK(client::write_client(*read.brings("brandt-1a2b3c")) == client::write_client(file.own->client));
    CHECK(read.brings("brandt") == nullptr);
    CHECK(parse_drill(toml, "elsewhere.toml") == file.drill); // readers of the drill alone take the same file
    CHECK_FALSE(read == DrillFile{.drill = file.drill, .own = nullptr});
}

TEST_CASE("every shipped client can be a drill's own, one without a case begins with the healthy one") {
    for (const std::string& id : authoring::asset_ids("clients")) {
        CAPTURE(id);
        DrillFile file{.drill = new_drill("mine", id), .own = nullptr};
        give_own_client(file, own_client_from(shipped_drill(id), id + "-000000"));
        CHECK(parse_drill_file(write_drill_file(file), "x.toml") == file);
        CHECK_FALSE(file.own->client.condition == client::Condition{});
        CHECK_FALSE(file.own->client.condition.answers.empty());
    }
}

TEST_CASE(
    "what is wrong with the client is told with the drill's file and line, like any fault of the drill") {
    DrillFile file = file_with_own();
    OwnClient own = *file.own;
    own.client.condition.caps.front().palm_n = 400;
    file.own = std::make_shared<const OwnClient>(own);
    const std::string said = own_complaints(write_drill_file(file));
    CHECK(said.starts_with("drills/mine.toml:"));
    CHECK(said.find("palm_n` is 400, outside 0 to 300; choose a value in that range") != std::string::npos);
    CHECK(read_unfinished_file(write_drill_file(file), "mine.toml").own != nullptr);
    file = file_with_own();
    file.drill.client = "adler";
    CHECK(own_complaints(write_drill_file(file)).find("whom the drill does not name") != std::string::npos);
}

TEST_CASE("a copy's client gets another id, in the drill as well; one that is no longer named goes") {
    DrillFile file = file_with_own();
    file.drill.clients = {"brandt-1a2b3c", "adler"};
    rename_own_client(file, "brandt-9");
    CHECK(file.drill.client == "brandt-9");
    CHECK(file.drill.clients == std::vector<std::string>{"brandt-9", "adler"});
    CHECK(file.brings("brandt-9") != nullptr);
    drop_unnamed_client(file);
    CHECK(file.own != nullptr);
    DrillFile other = file;
    other.drill.clients = {"adler", "brandt-9", "ito"};
    give_own_client(other, own_client_from(shipped_drill("adler"), "adler-9"));
    CHECK(other.drill.clients == std::vector<std::string>{"adler-9", "ito"});
    CHECK(other.drill.client == "adler-9");
    file.drill.client = "adler";
    file.drill.clients.clear();
    drop_unnamed_client(file);
    CHECK(file.own == nullptr);
}

TEST_CASE("undo takes back edits of the client and of the drill alike, in the order they were made") {
    EditHistory history(new_drill("mine", "brandt"));
    DrillFile file = history.file();
    give_own_client(file, own_client_from(shipped_drill("brandt"), "brandt-1"));
    history.edit(file, "the own client");
    OwnClient own = *file.own;
    const float before = own.client.response.truthfulness;
    own.client.response.truthfulness = 0.2F;
    file.own = std::make_shared<const OwnClient>(own);
    history.edit(file, "Truthful by");
    Drill drill = history.now();
    drill.name = "Another";
    history.edit(drill, "name");
    CHECK(history.file().own->client.response.truthfulness == 0.2F); // an edit of the drill leaves the client
    CHECK(history.undo());
    CHECK(history.last_edit() == "Truthful by");
    CHECK(history.undo());
    CHECK(history.file().own->client.response.truthfulness == before);
    CHECK(history.undo());
    CHECK(history.file().own == nullptr);
    CHECK(history.now().client == "brandt");
    CHECK(history.redo());
    CHECK(history.redo());
    CHECK(history.file().own->client.response.truthfulness == 0.2F);
    drill = history.now();
    drill.client = "adler";
    history.edit(drill, "the client");
    CHECK(history.file().own == nullptr); // nobody names them
    CHECK(history.undo());
    CHECK(history.file().own != nullptr);
}

TEST_CASE("the client of a drill is found in the drill's file, beside a frozen one, else in assets") {
    const auto folder = std::filesystem::temp_directory_path() / "tactus_own_client";
    std::filesystem::remove_all(folder);
    const DrillFile file = file_with_own();
    const std::string whole = (folder / "mine.toml").string();
    authoring::write_text(whole, write_drill_file(file));
    CHECK(client_for(whole, "brandt-1a2b3c").response.truthfulness == 0.35F);
    CHECK(client_for(whole, "adler").id == "adler");
    CHECK(client_for("effleurage", "brandt").id == "brandt");
    CHECK_THROWS_AS(client_for("effleurage", "brandt-1a2b3c"), UserError);
    const std::string frozen = (folder / "frozen" / "drill.toml").string();
    authoring::write_text(frozen, write_drill(file.drill));
    authoring::write_text(folder / "frozen" / "client-1.toml", client::write_client(file.own->client));
    CHECK(client_for(frozen, "brandt-1a2b3c").response.truthfulness == 0.35F);
    std::filesystem::remove_all(folder);
}
