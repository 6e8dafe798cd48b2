#include "sim/authoring/user_error.hpp"
#include "sim/replay/envelope.hpp"
#include "sim/replay/recording.hpp"
#include "sim/replay/recording_error.hpp"
#include "tests/scenes/recordings.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

using namespace tactus;
namespace fs = std::filesystem;

TEST_CASE("a recording reads back as it was written") {
    const replay::Recording recording = scenes::invented_recording(700);
    const replay::Recording again = replay::parse_recording(replay::recording_bytes(recording), "memory");
    CHECK(again.frames == recording.frames);
    CHECK(again.step_marks == recording.step_marks);
    CHECK(again.seconds == recording.seconds);
    CHECK(again.ending == recording.ending);
    CHECK(again.origin.device == "mouse");
    CHECK(again.setup.seed == recording.setup.seed);
    CHECK(again.setup.client.name == recording.setup.client.name);
    CHECK(client::write_client(again.setup.client) == client::write_client(recording.setup.client));
    CHECK(drills::write_drill(again.setup.drill) == drills::write_drill(recording.setup.drill));
    CHECK(scoring::write_rubric(again.setup.rubric) == scoring::write_rubric(recording.setup.rubric));
    CHECK(replay::recording_bytes(again) == replay::recording_bytes(recording));
}

TEST_CASE("a recording keeps every kind of event, with its text, place and value") {
    replay::Recording recording = scenes::invented_recording(40);
    for (int kind = 0; kind <= static_cast<int>(session::EventKind::pain_marked); ++kind) {
        recording.frames[static_cast<std::size_t>(kind)].events = {
            {.kind = static_cast<session::EventKind>(kind),
             .u = 0.2F,
             .v = 0.9F,
             .value = 6.5F,
             .text = "a note"}};
    }
    const replay::Recording again = replay::parse_recording(replay::recording_bytes(recording), "memory");
    CHECK(again.frames == recording.frames);
    recording.frames[0].events[0].kind =
        static_cast<session::EventKind>(static_cast<int>(session::EventKind::pain_marked) + 1);
    CHECK_THROWS_AS(replay::parse_recording(replay::recording_bytes(recording), "memory"), UserError);
}

TEST_CASE("an even stroke costs less than two kilobytes a second of file") {
    const auto size = [](std::size_t steps) {
        return replay::recording_bytes(scenes::invented_recording(steps)).size();
    };
    CHECK(size(std::size_t{240} * 20) - size(std::size_t{240} * 10) < 10 * 2500);
}

TEST_CASE("one flipped bit in any byte of a recording is found") {
    std::vector<std::uint8_t> bytes = replay::recording_bytes(scenes::invented_recording(300));
    std::size_t undetected = 0;
    for (std::size_t k = 0; k < bytes.size(); ++k) {
        bytes[k] ^= static_cast<std::uint8_t>(1U << (k % 8));
        try {
            replay::parse_recording(bytes, "flipped");
            ++undetected;
        } catch (const UserError&) {
        }
        bytes[k] ^= static_cast<std::uint8_t>(1U << (k % 8));
    }
    CHECK(undetected == 0);
}

TEST_CASE("a recording cut after any byte is refused with a sentence") {
    const std::vector<std::uint8_t> bytes = replay::recording_bytes(scenes::invented_recording(250));
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        CHECK_THROWS_AS(replay::parse_recording(std::span(bytes).first(size), "cut"), UserError);
    }
}

TEST_CASE("foreign files and other formats are named as such") {
    const std::string text = "t,hand,tool,u,v,force\n0,right,palm,0,0,1\n";
    CHECK_THROWS_WITH(
        replay::parse_recording({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()}, "a.csv"),
        "a.csv: is not a Tactus recording; choose a file that Tactus wrote (.tactus)");
    std::vector<std::uint8_t> bytes = replay::recording_bytes(scenes::invented_recording(10));
    bytes[8] = 9;
    bytes[12] = 2; // its deprecation number: nothing before it may open it
    CHECK_THROWS_WITH(
        replay::parse_recording(bytes, "new.tactus"),
        "new.tactus: has recording format 9; open it with the version of Tactus that made it; this one "
        "reads formats 1 to 2");
}

TEST_CASE("a later format that does not forbid it opens, but for what its tail says more") {
    const replay::Recording recording = scenes::invented_recording(250);
    std::vector<std::uint8_t> bytes = replay::recording_bytes(recording);
    const std::vector<std::uint8_t> block{'M', 'O', 'R', 'E', 3, 0, 0, 0, 1, 2, 3};
    std::vector<std::uint8_t> of_today = bytes;
    of_today.insert(of_today.end(), block.begin(), block.end());
    CHECK_THROWS_AS(replay::parse_recording(of_today, "today"), replay::RecordingError);
    bytes[8] = 3;
    const std::size_t sealed = bytes.size() - replay::digest_bytes;
    const replay::Digest digest = replay::blake2b(std::span(bytes).first(sealed));
    std::ranges::copy(digest, bytes.begin() + static_cast<std::ptrdiff_t>(sealed));
    bytes.insert(bytes.end(), block.begin(), block.end());
    const replay::Opened opened = replay::open_recording(bytes, "format 3");
    CHECK(opened.format == 3);
    CHECK_FALSE(opened.signed_by.has_value());
    CHECK(opened.recording.frames == recording.frames);
}

TEST_CASE("a recording of format 1 opens as it did, and what is wrong with it is named") {
    const replay::Recording recording = scenes::invented_recording(250);
    const std::vector<std::uint8_t> bytes = scenes::format_1_bytes(recording);
    const replay::Opened opened = replay::open_recording(bytes, "old");
    CHECK(opened.format == 1);
    CHECK_FALSE(opened.signed_by.has_value());
    CHECK(opened.recording.frames == recording.frames);
    CHECK(opened.recording.ending == recording.ending);
    const auto damage_of = [](std::span<const std::uint8_t> damaged) {
        try {
            replay::open_recording(damaged, "damaged");
        } catch (const replay::RecordingError& error) {
            return error.damage();
        }
        return replay::Damage::not_a_recording; // none of those below
    };
    std::vector<std::uint8_t> edited = bytes;
    edited[edited.size() - 50] ^= 4; // in the ending
    CHECK(damage_of(edited) == replay::Damage::edited);
    for (std::size_t size = replay::head_bytes; size < bytes.size(); size += 97) {
        CHECK(damage_of(std::span(bytes).first(size)) == replay::Damage::cut);
    }
}

TEST_CASE("writing goes through a file beside it, and a missing folder is one clear sentence") {
    const fs::path folder = fs::temp_directory_path() / "tactus-recording-test";
    fs::remove_all(folder);
    fs::create_directories(folder);
    const replay::Recording recording = scenes::invented_recording(30);
    replay::write_recording(folder / "run.tactus", recording);
    CHECK(replay::read_recording(folder / "run.tactus").frames == recording.frames);
    CHECK_FALSE(fs::exists(folder / "run.tactus.part"));
    CHECK_THROWS_AS(replay::write_recording(folder / "none" / "run.tactus", recording), UserError);
    CHECK_THROWS_AS(replay::read_recording(folder / "missing.tactus"), UserError);
    fs::remove_all(folder);
}
