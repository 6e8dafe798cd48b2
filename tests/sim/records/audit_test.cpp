/// The table of forgeries (tests/bench/forgery_table) in short.

#include "sim/records/archive.hpp"
#include "sim/records/audit.hpp"
#include "sim/replay/recorder.hpp"
#include "tests/scenes/forgeries.hpp"
#include "tests/scenes/recordings.hpp"
#include "tests/sim/records/folder.hpp"

#include <doctest/doctest.h>

using namespace tactus;
using records::Verdict;
using scenes::Bytes;

namespace {

/// A palm that lands, for two fifths of a second.
const replay::Recording& short_run() {
    static const replay::Recording recording = [] {
        session::Setup setup = scenes::shipped_setup("effleurage");
        setup.setting = tissue::Setting::half;
        session::Session session(setup, 1);
        replay::Recorder recorder(session, replay::make_origin("test", "inferred"));
        for (int k = 0; k < 96; ++k) {
            session::InputFrame frame;
            frame.hands[1] =
                hands::HandInput{.u = 0.2F, .v = 0.8F - 0.0005F * static_cast<float>(k), .force_n = 25};
            session.step(frame);
            recorder.add(frame, session);
        }
        return recorder.finish(session, true, 1.0);
    }();
    return recording;
}

/// Its file, as a station that is known has it.
struct Examined {
    scenes::Folder folder{"audit"};
    records::Archive archive{folder.path};
    records::Attempt row = archive.add(short_run(), {.student = "Ana", .grade = "fail"});
    std::vector<records::KnownStation> known = records::read_known_stations(folder.path);
    Bytes honest = bytes_of(row);

    [[nodiscard]] Bytes bytes_of(const records::Attempt& attempt) const {
        const std::string bytes = archive.stored_bytes(attempt);
        return {bytes.begin(), bytes.end()};
    }

    [[nodiscard]] records::Audit audit(const Bytes& bytes, const records::Attempt* kept = nullptr) const {
        return records::audit(bytes, kept, "run", {.known = known});
    }

    [[nodiscard]] records::Audit audit_row(const std::function<void(records::Attempt&)>& edit) const {
        records::Attempt edited = row;
        edit(edited);
        return audit(honest, &edited);
    }
};

} // namespace

TEST_CASE("an honest grade is verified, and a thousand flipped bits are all found") {
    const Examined station;
    const records::Audit honest = station.audit(station.honest, &station.row);
    CHECK(honest.verdict == Verdict::verified);
    CHECK(honest.rerun);
    CHECK(honest.finding.empty());
    CHECK(honest.known_as == records::Station(station.folder.path).name());
    for (const std::uint64_t bit : scenes::chosen_bits(station.honest.size(), 1000, 1)) {
        const records::Audit flipped = station.audit(scenes::with_flipped_bit(station.honest, bit));
        CAPTURE(bit);
        REQUIRE(flipped.verdict < Verdict::foreign_station);
        REQUIRE_FALSE(flipped.finding.empty());
    }
    for (std::size_t size = 0; size < station.honest.size(); size += 101) {
        const Bytes cut(station.honest.begin(), station.honest.begin() + static_cast<std::ptrdiff_t>(size));
        CHECK(station.audit(cut).verdict == (size < 8 ? Verdict::not_a_recording : Verdict::truncated));
    }
}

TEST_CASE("an edit is named by how far its cover goes") {
    const Examined station;
    const auto handed_in = [&](const scenes::Wish& wish, scenes::Cover cover) {
        return station.audit(scenes::edited(station.honest, wish.edit, cover));
    };
    for (const std::vector<scenes::Wish>& all : {scenes::wishes(), scenes::wishes_beside_the_run()}) {
        for (const scenes::Wish& wish : all) {
            CAPTURE(wish.name);
            CHECK(handed_in(wish, scenes::Cover::keeps_signature).verdict == Verdict::forged_signature);
        }
    }
    const std::vector<scenes::Wish> wishes = scenes::wishes();
    for (const std::size_t k : {0U, 3U}) { // the score, the input
        CAPTURE(wishes[k].name);
        CHECK(handed_in(wishes[k], scenes::Cover::strips).verdict == Verdict::diverges);
    }
    const records::Audit firmer = handed_in(wishes[3], scenes::Cover::signs_himself);
    CHECK(firmer.verdict == Verdict::diverges);
    CHECK(firmer.finding.find("differs from step") != std::string::npos);
    CHECK(station.audit(scenes::stripped(station.honest)).verdict == Verdict::unsigned_run);
    const records::Audit foreign =
        station.audit(scenes::signed_by_forger(scenes::stripped(station.honest), "Room 1", "Ana"));
    CHECK(foreign.verdict == Verdict::foreign_station);
    CHECK(foreign.finding.find(replay::key_text(scenes::forgers_key().public_key())) != std::string::npos);
}

TEST_CASE("a recording of another version is named with what could verify it, and is no forgery") {
    const Examined station;
    const auto older = [](replay::Recording& r) { r.origin.sim_version = "0.0.7"; };
    const records::Audit old =
        station.audit(scenes::edited(station.honest, older, scenes::Cover::signs_himself));
    CHECK(old.verdict == Verdict::other_build);
    CHECK_FALSE(old.rerun);
    CHECK(old.finding.find("needs tactus-verify-0.0.7") != std::string::npos);
    const auto elsewhere = [](replay::Recording& r) {
        r.origin.libc_version = "2.99";
        r.ending.score_total += 1;
    };
    const records::Audit other =
        station.audit(scenes::edited(station.honest, elsewhere, scenes::Cover::strips));
    CHECK(other.verdict == Verdict::other_build);
    CHECK(other.finding.find("the C library 2.99") != std::string::npos);
    Bytes newer = station.honest;
    newer[8] = 9;
    newer[12] = 9;
    CHECK(station.audit(newer).verdict == Verdict::newer_format);
}

TEST_CASE("a row of the records that says otherwise than its recording is found without running it") {
    const Examined station;
    const std::vector<std::function<void(records::Attempt&)>> edits{
        [](records::Attempt& a) { a.score = 99; },
        [](records::Attempt& a) { a.score += 1e-9; },
        [](records::Attempt& a) { a.groups[0] = 100; },
        [](records::Attempt& a) { a.groups[5] = 1; },
        [](records::Attempt& a) { a.passed = !a.passed; },
        [](records::Attempt& a) { a.graded = !a.graded; },
        [](records::Attempt& a) { a.practice = "practice"; },
        [](records::Attempt& a) { a.student = "Ben"; },
        [](records::Attempt& a) { a.student.clear(); },
        [](records::Attempt& a) { a.drill_hash = "x"; },
        [](records::Attempt& a) { a.rubric_hash = "x"; },
        [](records::Attempt& a) { a.digest = "x"; },
        [](records::Attempt& a) { a.started_at_unix_s += 86'400; },
        [](records::Attempt& a) { a.state_hash = "x"; },
    };
    for (std::size_t k = 0; k < edits.size(); ++k) {
        CAPTURE(k);
        const records::Audit found = station.audit_row(edits[k]);
        CHECK(found.verdict == Verdict::edited_row);
        CHECK_FALSE(found.rerun);
    }
    const records::Audit score = station.audit_row(edits[0]);
    CHECK(score.finding.find("score is 99, recorded ") != std::string::npos);
    const records::Audit grade = station.audit_row([](records::Attempt& a) { a.grade = "distinction"; });
    CHECK(grade.verdict == Verdict::edited_row);
    CHECK(grade.finding.find("the run earns fail") != std::string::npos);
}
