/// Drills frozen for an exam: what the hash covers, and that nothing changes them unseen.

#include "sim/authoring/resources.hpp"
#include "sim/authoring/table.hpp"
#include "sim/authoring/text_file.hpp"
#include "sim/drills/drill_file.hpp"
#include "sim/records/frozen_drill.hpp"
#include "tests/scenes/caught_errors.hpp"
#include "tests/sim/records/folder.hpp"

#include <doctest/doctest.h>

using namespace tactus;
using namespace tactus::records;
using scenes::Folder;

namespace {

FrozenDrill shipped(const std::string& id) {
    return gather(drills::read_drill(authoring::asset_named("drills", id)));
}

template <class Act> std::string error_of(const Act& act) {
    try {
        act();
    } catch (const UserError& error) {
        return error.what();
    }
    return "";
}

} // namespace

TEST_CASE("a frozen drill comes back whole by its hash or the first digits of it") {
    const Folder data("frozen");
    const FrozenDrill disc = shipped("disc");
    const std::string hash = freeze(data.path, disc);
    CHECK(hash.size() == 32);
    CHECK(freeze(data.path, disc) == hash); // again: the same
    CHECK(frozen_hashes(data.path) == std::vector{hash});
    const FrozenDrill read = read_frozen(data.path, short_hash(hash));
    CHECK(read.drill == disc.drill);
    CHECK(read.rubric == disc.rubric);
    CHECK(read.clients.size() == disc.drill.clients.size());
    CHECK(frozen_hash(read) == hash);
}

TEST_CASE(
    "the hash is of the content: a band, a limit of the rubric and a client's cap each change it, feedback "
    "does not") {
    const FrozenDrill disc = shipped("disc");
    const std::string hash = frozen_hash(disc);
    FrozenDrill other = disc;
    other.drill.steps.front().duration_s += 1;
    CHECK(frozen_hash(other) != hash);
    other = disc;
    other.rubric.pass += 1;
    CHECK(frozen_hash(other) != hash);
    other = disc;
    REQUIRE_FALSE(other.clients.front().condition.caps.empty());
    other.clients.front().condition.caps.front().palm_n += 1;
    CHECK(frozen_hash(other) != hash);
    other = disc;
    other.drill.feedback = drills::Feedback::none;
    CHECK(frozen_hash(other) == hash);
}

TEST_CASE("a frozen drill whose file was edited is refused, an unknown and an ambiguous hash are named") {
    const Folder data("edited");
    const std::string hash = freeze(data.path, shipped("effleurage"));
    CHECK(error_of([&] { read_frozen(data.path, "#0123"); }).find("no frozen drill") != std::string::npos);
    CHECK(error_of([&] { read_frozen(data.path, ""); }).find("no frozen drill") != std::string::npos);
    const auto file = data.path / "frozen" / hash / "drill.toml";
    drills::Drill easier = drills::read_drill(file);
    easier.steps.front().task.force_n->high += 10;
    authoring::write_text(file, drills::write_drill(easier));
    CHECK(error_of([&] { read_frozen(data.path, hash); }).find("was changed since it was frozen") !=
          std::string::npos);
}
