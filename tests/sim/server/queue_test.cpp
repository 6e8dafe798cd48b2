#include "sim/replay/recorder.hpp"
#include "sim/server/worker.hpp"
#include "sim/session/version.hpp"
#include "tests/scenes/school.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <set>
#include <thread>

using namespace tactus;
using server::Claim;
using server::Outcome;

namespace {

Claim claim_of(const std::string& worker, int batch = 16) {
    return {.worker = worker, .sim_versions = {std::string(session::sim_version())}, .batch = batch};
}

void push_many(scenes::School& school, int count, bool graded = true) {
    const std::string student = server::new_id();
    for (int k = 0; k < count; k += 10) {
        std::vector<school::Push> batch;
        for (int n = k; n < std::min(count, k + 10); ++n) {
            batch.push_back(scenes::invented_push(n, student, graded));
        }
        school.push(batch);
    }
}

/// Half a second of a real run, graded.
school::Push real_push() {
    session::Setup setup = scenes::shipped_setup("effleurage");
    setup.setting = tissue::Setting::half;
    session::Session session(setup, 1);
    replay::Recorder recorder(session, replay::make_origin("test", "inferred"));
    for (int k = 0; k < 120; ++k) {
        session::InputFrame frame;
        frame.hands[1] =
            hands::HandInput{.u = 0.22F, .v = 0.9F - 0.0004F * static_cast<float>(k), .force_n = 25};
        session.step(frame);
        recorder.add(frame, session);
    }
    const std::vector<std::uint8_t> bytes = replay::recording_bytes(recorder.finish(session, true, 1.0));
    school::Push push = scenes::invented_push(1, server::new_id());
    push.digest = records::digest_hex(bytes);
    push.recording.assign(bytes.begin(), bytes.end());
    push.grade = "fail"; // of half a second; a worker holds that against the run too
    return push;
}

} // namespace

TEST_CASE("all graded runs are queued, and about one practice run in a hundred") {
    scenes::School school;
    push_many(school, 40);
    CHECK(school.truth("select count(*) from verify_job") == "40");
    push_many(school, 400, false);
    const int practice = std::stoi(school.truth("select count(*) from verify_job")) - 40;
    CHECK(practice <= 16); // 4 expected; the digests are what they are, so this is no game of chance
}

TEST_CASE("two workers at once never hold the same job, and together they get every one") {
    scenes::School school;
    push_many(school, 120);
    std::vector<std::vector<std::string>> held(2);
    {
        std::vector<std::jthread> workers;
        for (std::size_t k = 0; k < held.size(); ++k) {
            workers.emplace_back([&, k] {
                server::Connection connection(scenes::cluster().url(school.database, "tactus_worker"));
                const Claim claim = claim_of("worker " + std::to_string(k), 4);
                for (auto jobs = server::claim(connection, claim); !jobs.empty();
                     jobs = server::claim(connection, claim)) {
                    for (const std::string& job : jobs) {
                        held[k].push_back(job);
                        CHECK(server::finish(connection, claim, job, Outcome::agrees, ""));
                    }
                }
            });
        }
    }
    std::set<std::string> all(held[0].begin(), held[0].end());
    all.insert(held[1].begin(), held[1].end());
    CHECK(all.size() == 120);
    CHECK(held[0].size() + held[1].size() == 120);
    CHECK(school.truth("select count(*) from verify_job where state = 'agrees' and tries = 1") == "120");
}

TEST_CASE("a claim skips what another transaction holds instead of waiting for it") {
    scenes::School school;
    push_many(school, 20);
    std::vector<std::string> others;
    school.owner.transact([&](server::Transaction& t) { // holds twelve rows, as a claim in mid-air does
        t.run("select attempt from verify_job order by run_after, attempt limit 12 for update");
        others = server::claim(school.worker, claim_of("quick", 16));
    });
    CHECK(others.size() == 8);
}

TEST_CASE("a lost worker's jobs are given to others, five times, then to a human") {
    scenes::School school;
    push_many(school, 1);
    for (int k = 0; k < server::tries_limit; ++k) {
        Claim dying = claim_of("worker " + std::to_string(k));
        dying.lease_s = 0;
        REQUIRE(server::claim(school.worker, dying).size() == 1);
        if (k > 0) { // the one before comes back late: its job is no longer its own
            const std::string job = school.truth("select attempt from verify_job");
            CHECK_FALSE(server::finish(school.worker, claim_of("worker " + std::to_string(k - 1)), job,
                                       Outcome::agrees, ""));
        }
    }
    CHECK(server::claim(school.worker, claim_of("another")).empty());
    CHECK(school.truth("select state || ' ' || tries from verify_job") == "given_up 5");
}

TEST_CASE("a job waits for a worker of its version, and a claimed one for its lease") {
    scenes::School school;
    push_many(school, 2);
    CHECK(server::claim(school.worker, {.worker = "old", .sim_versions = {"0.0.1", "0.0.2"}}).empty());
    CHECK(server::claim(school.worker, claim_of("new")).size() == 2);
    CHECK(server::claim(school.worker, claim_of("newer")).empty());
}

TEST_CASE(
    "a worker runs the run again: an honest one agrees, an edited row and an invented run are flagged") {
    scenes::School school;
    const school::Push honest = real_push();
    const school::Push invented = scenes::invented_push(7, server::new_id());
    REQUIRE(school.push({honest, invented})[0].fate == school::Fate::taken);
    const server::WorkDone done = server::work_off_batch(school.worker, claim_of("worker"));
    CAPTURE(school.truth("select string_agg(finding, chr(10)) from verify_job"));
    CHECK(done.agree == 1);
    CHECK(done.differ == 1);
    CHECK(school.truth("select state from verify_job where attempt = '" + honest.id + "'") == "agrees");
    CHECK(school.truth("select attempt || ' ' || kind from flag") == invented.id + " unverified");

    // Somebody with the owner's rights and no scruples.
    school.owner.transact([&](server::Transaction& t) {
        t.script("alter table attempt disable trigger all; update attempt set score = 99, passed = true;"
                 " alter table attempt enable trigger all; update verify_job set state = 'waiting'");
    });
    CHECK(server::work_off_batch(school.worker, claim_of("worker")).differ == 2);
    CHECK(school.truth("select count(*) from flag where detail like 'edited row%score is 99%'") == "2");
}
