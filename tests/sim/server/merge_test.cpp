#include "sim/server/cursor.hpp"
#include "tests/scenes/school.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <nlohmann/json.hpp>
#include <set>
#include <thread>

using namespace tactus;
using school::Fate;
using school::Push;

TEST_CASE("an attempt is taken once; pushed again it is known, byte for byte") {
    scenes::School school;
    const Push push = scenes::invented_push(1, server::new_id());
    CHECK(school.push({push})[0].fate == Fate::taken);
    CHECK(school.push({push})[0].fate == Fate::known);
    CHECK(school.push_from(school.second, {push})[0].fate ==
          Fate::known); // a station that merged the other's records

    CHECK(school.truth("select count(*) from attempt") == "1");
    CHECK(school.truth("select score = 78.25 and passed and graded and drill = 'effleurage' and flow = 70"
                       " and targeting is null and practice = '' from attempt") == "t");
    std::string bytes;
    school.owner.transact(
        [&](server::Transaction& t) { bytes = t.run("select bytes from recording").one().bytes(0); });
    CHECK(bytes == push.recording);
    CHECK(school.truth("select count(*) from flag") == "0");
}

TEST_CASE("another recording under a known id is flagged and overwrites nothing") {
    scenes::School school;
    const std::string student = server::new_id();
    const Push first = scenes::invented_push(1, student);
    Push second = scenes::invented_push(2, student);
    second.id = first.id;
    school.push({first});
    const school::Answer answer = school.push({second})[0];
    CHECK(answer.fate == Fate::differs);
    CHECK(answer.why.find(first.digest) != std::string::npos);
    school.push({second});
    CHECK(school.truth("select digest from attempt") == first.digest);
    CHECK(school.truth("select string_agg(kind || ' ' || attempt, ',') from flag") == "differs " + first.id);
}

TEST_CASE("a recording that somebody else handed in before is flagged as copied") {
    scenes::School school;
    const Push mine = scenes::invented_push(1, server::new_id());
    const Push same_student = {.id = server::new_id(),
                               .digest = mine.digest,
                               .profile = mine.profile,
                               .student = mine.student,
                               .grade = "",
                               .practice = "",
                               .result = "",
                               .recording = mine.recording};
    Push copied = same_student;
    copied.id = server::new_id();
    copied.profile = server::new_id();
    school.push({mine});
    CHECK(school.push({same_student})[0].fate == Fate::known);
    CHECK(school.push_from(school.second, {copied})[0].fate == Fate::copied);
    CHECK(school.truth("select kind from flag") == "copied");
    CHECK(school.truth("select count(*) from attempt") == "1");
}

TEST_CASE("what is no sound recording is refused by name, and the rest of its batch is taken") {
    scenes::School school;
    const std::string student = server::new_id();
    Push flipped = scenes::invented_push(1, student);
    flipped.recording[flipped.recording.size() / 2] ^= 1;
    Push cut = scenes::invented_push(2, student);
    cut.recording.resize(100);
    cut.digest = records::digest_hex(cut.recording);
    Push no_json = scenes::invented_push(3, student);
    no_json.result = "{";
    const auto answers = school.push({flipped, scenes::invented_push(4, student), cut, no_json});
    CHECK(answers[0].fate == Fate::refused);
    CHECK(answers[0].why.find("does not match its checksum") != std::string::npos);
    CHECK(answers[1].fate == Fate::taken);
    CHECK(answers[2].fate == Fate::refused);
    CHECK(answers[3].fate == Fate::refused);
    CHECK(school.truth("select count(*) from attempt") == "1");
    CHECK(school.truth("select count(*) from flag where kind = 'unsound'") == "3");
}

TEST_CASE("a signature binds a run to its student, and a station to its first key") {
    scenes::School school;
    const replay::SigningKey room(replay::random_seed());
    const replay::SigningKey elsewhere(replay::random_seed());
    const auto signed_by = [](Push push, const replay::SigningKey& key, const std::string& student) {
        const std::vector<std::uint8_t> bytes = replay::signed_recording(
            {reinterpret_cast<const std::uint8_t*>(push.recording.data()), push.recording.size()},
            {.key = key, .station = "room", .student = student});
        push.recording.assign(bytes.begin(), bytes.end());
        return push;
    };
    const Push first = scenes::invented_push(1, server::new_id());
    CHECK(school.push({signed_by(first, room, first.student)})[0].fate == Fate::taken);
    CHECK(school.truth("select public_key from station where name = 'station 1'") ==
          replay::key_text(room.public_key()));
    CHECK(school.truth("select length(signature) from recording") == "128");
    CHECK(school.push({first})[0].fate == Fate::known); // the same run, unsigned
    CHECK(school.truth("select count(*) from flag") == "0");

    const Push second = scenes::invented_push(2, first.profile);
    CHECK(school.push({signed_by(second, elsewhere, second.student)})[0].fate == Fate::taken);
    CHECK(school.truth("select kind || ' ' || attempt from flag") == "unsound " + second.id);
    CHECK(school.truth("select public_key from station where name = 'station 1'") ==
          replay::key_text(room.public_key()));

    const Push third = scenes::invented_push(3, first.profile);
    const school::Answer others = school.push({signed_by(third, room, "Somebody else")})[0];
    CHECK(others.fate == Fate::refused);
    CHECK(others.why.find("another student's run") != std::string::npos);
    Push forged = signed_by(third, room, third.student);
    forged.recording.back() ^= 1;
    CHECK(school.push({forged})[0].fate == Fate::refused);
}

TEST_CASE("what was erased stays away, and a station erases only what it pushed") {
    scenes::School school;
    const Push push = scenes::invented_push(1, server::new_id());
    school.push({push});
    CHECK(server::erase(school.pool, school.second, {{push.id, push.digest}}) == 0);
    CHECK(school.truth("select count(*) from attempt") == "1");
    CHECK(server::erase(school.pool, school.first, {{push.id, push.digest}}) == 1);
    CHECK(school.truth("select (select count(*) from attempt) + (select count(*) from recording)"
                       " + (select count(*) from verify_job) + (select count(*) from xapi_statement)") ==
          "0");
    CHECK(school.push({push})[0].fate == Fate::erased);
    Push renamed = push;
    renamed.id = server::new_id();
    CHECK(school.push_from(school.second, {renamed})[0].fate == Fate::erased);
}

TEST_CASE("nobody edits an attempt, not even the owner of the tables") {
    scenes::School school;
    school.push({scenes::invented_push(1, server::new_id())});
    for (const char* sql :
         {"update attempt set score = 100", "delete from attempt", "update recording set bytes = ''",
          "update tombstone set digest = ''", "delete from tombstone"}) {
        CAPTURE(sql);
        server::erase(school.pool, school.first, {{server::new_id(), std::string(32, '0')}});
        CHECK_THROWS_AS(school.owner.transact([&](server::Transaction& t) { t.run(sql); }),
                        server::DatabaseError);
    }
}

TEST_CASE("a reader with a cursor misses nothing while stations push at once") {
    scenes::School school;
    constexpr int each = 24;
    std::set<std::string> read;
    std::atomic<int> writing = 3;
    std::thread reader([&] {
        std::string cursor;
        for (bool last = false;;) {
            nlohmann::json page;
            school.pool.transact(school.teacher, [&](server::Transaction& t) {
                page = nlohmann::json::parse(
                    server::feed_page(t, "select * from attempt", {.after = cursor, .limit = 5}));
            });
            for (const auto& row : page["rows"]) {
                CHECK(read.insert(row["id"].get<std::string>()).second);
            }
            cursor = page["next"].get<std::string>();
            if (page["rows"].empty() && last) {
                break;
            }
            last = writing == 0 && page["rows"].empty();
        }
    });
    {
        std::vector<std::jthread> stations;
        for (int k = 0; k < 3; ++k) {
            stations.emplace_back([&, k] {
                const std::string student = server::new_id();
                for (int n = 0; n < each; ++n) {
                    school.push({scenes::invented_push(1000 * k + n, student)});
                }
                --writing;
            });
        }
    }
    reader.join();
    CHECK(read.size() == 3 * each);
}
