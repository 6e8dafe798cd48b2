#include "sim/authoring/user_error.hpp"
#include "sim/records/archive.hpp"
#include "sim/records/known_stations.hpp"
#include "sim/records/station.hpp"
#include "tests/scenes/recordings.hpp"
#include "tests/sim/records/folder.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <future>
#include <iterator>
#include <set>

using namespace tactus;
using scenes::Folder;
namespace fs = std::filesystem;

namespace {

std::string text_of(const fs::path& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::optional<replay::SignedBy> signer_in(const records::Archive& archive, const records::Attempt& attempt) {
    const std::string bytes = archive.recording_bytes(attempt);
    return replay::signer_of({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()}, "kept");
}

} // namespace

TEST_CASE("a station makes its key once, for its owner's eyes, and knows itself") {
    const Folder folder("station");
    const records::Station first(folder.path);
    const fs::path file = records::station_key_file(folder.path);
    CHECK(fs::status(file).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
    CHECK(records::Station(folder.path).public_key() == first.public_key());
    CHECK_FALSE(first.name().empty());
    const auto known = records::read_known_stations(folder.path);
    REQUIRE(known.size() == 1);
    CHECK(known[0].key == first.public_key());
    CHECK(std::distance(fs::directory_iterator(folder.path), {}) == 2); // nothing half written is left
    const Folder other("other-station");
    CHECK(records::Station(other.path).public_key() != first.public_key());
}

TEST_CASE("stations that start at once agree on one key") {
    const Folder folder("station-race");
    std::vector<std::future<replay::PublicKey>> starts;
    for (int k = 0; k < 8; ++k) {
        starts.push_back(
            std::async(std::launch::async, [&] { return records::Station(folder.path).public_key(); }));
    }
    std::set<replay::PublicKey> keys;
    for (auto& start : starts) {
        keys.insert(start.get());
    }
    CHECK(keys.size() == 1);
}

TEST_CASE("a damaged key is one clear sentence and stays as it is") {
    const Folder folder("station-damaged");
    const records::Station station(folder.path);
    const fs::path file = records::station_key_file(folder.path);
    const std::string whole = text_of(file);
    std::string other_digit = whole;
    char& digit = other_digit[other_digit.size() - 10];
    digit = digit == '0' ? '1' : '0';
    for (const std::string& damaged :
         {std::string(), whole.substr(0, whole.size() / 2), other_digit, std::string("not a key\n")}) {
        CAPTURE(damaged);
        std::ofstream(file, std::ios::trunc) << damaged;
        CHECK_THROWS_WITH_AS(records::Station{folder.path}, doctest::Contains("is no whole key of a station"),
                             UserError);
        records::Archive archive(folder.path);
        CHECK_THROWS_AS(archive.add(scenes::invented_recording(10), {}), UserError);
        CHECK(text_of(file) == damaged);
    }
    std::ofstream(file, std::ios::trunc) << whole;
    CHECK(records::Station(folder.path).public_key() == station.public_key());
}

TEST_CASE("a station is renamed, and a school's list of stations is kept, taken over and forgotten from") {
    const Folder folder("station-list");
    records::Station station(folder.path);
    station.rename("Room \"2\"");
    CHECK(records::Station(folder.path).name() == "Room \"2\"");
    CHECK(records::Station(folder.path).public_key() == station.public_key());
    CHECK_THROWS_AS(station.rename(""), UserError);
    CHECK_THROWS_AS(station.rename("two\nlines"), UserError);
    CHECK_THROWS_AS(station.rename(std::string(65, 'x')), UserError);
    const Folder there("station-list-there");
    const records::Station other(there.path);
    records::know_station(folder.path, {.name = "Room 3", .key = other.public_key()});
    records::know_station(folder.path, {.name = "Room 4", .key = other.public_key()});
    const auto known = records::read_known_stations(folder.path);
    REQUIRE(known.size() == 2);
    CHECK(records::find_station(known, station.public_key())->name == "Room \"2\"");
    CHECK(records::find_station(known, other.public_key())->name == "Room 4");
    CHECK(records::forget_station(folder.path, other.public_key()));
    CHECK_FALSE(records::forget_station(folder.path, other.public_key()));
    CHECK(records::find_station(records::read_known_stations(folder.path), other.public_key()) == nullptr);
    std::ofstream(folder.path / "known_stations.toml") << "[[station]]\nname = \"x\"\nkey = \"12\"\n";
    CHECK_THROWS_WITH_AS(records::read_known_stations(folder.path),
                         doctest::Contains("is no public key of a station"), UserError);
}

TEST_CASE("whatever is put into the records is signed by this station, or as it came") {
    const Folder folder("station-signs");
    records::Archive archive(folder.path);
    const replay::PublicKey own = records::Station(folder.path).public_key();
    replay::Recording recording = scenes::invented_recording(120);
    const records::Attempt kept = archive.add(recording, {.student = "Ana"});
    CHECK(signer_in(archive, kept)->key == own);
    CHECK(signer_in(archive, kept)->is_for("Ana"));

    recording.origin.started_at_unix_s += 1;
    const std::vector<std::uint8_t> plain = replay::recording_bytes(recording);
    const records::Attempt imported = archive.add_file(plain, "plain.tactus", {.student = "Ben"});
    CHECK(signer_in(archive, imported)->is_for("Ben"));
    CHECK(archive.add_file(plain, "plain.tactus", {.student = "Cid"}).id == imported.id);

    const Folder there("station-signs-there");
    records::Archive other(there.path);
    recording.origin.started_at_unix_s += 1;
    const std::string theirs = other.recording_bytes(other.add(recording, {.student = "Ana"}));
    std::vector<std::uint8_t> bytes(theirs.begin(), theirs.end());
    const records::Attempt foreign = archive.add_file(bytes, "theirs.tactus", {.student = "Ana"});
    CHECK(archive.recording_bytes(foreign) == theirs);
    CHECK(signer_in(archive, foreign)->key == records::Station(there.path).public_key());
    bytes.back() ^= 1;
    CHECK_THROWS_WITH_AS(archive.add_file(bytes, "theirs.tactus", {}), doctest::Contains("forged"),
                         UserError);

    recording.origin.started_at_unix_s += 1;
    const records::Attempt old = archive.add_file(scenes::format_1_bytes(recording), "old.tactus", {});
    CHECK_FALSE(signer_in(archive, old).has_value());
}
