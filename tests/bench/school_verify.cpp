/// How much faster two workers verify than one: school_verify [RUNS] [SECONDS]. 16 graded runs of 8 s by
/// default, at `half`; each worker is a process with one thread. Wants a machine on which nothing else runs.

#include "sim/replay/recorder.hpp"
#include "tests/bench/server_process.hpp"
#include "tests/scenes/school.hpp"

#include <cstdio>

using namespace tactus;
using Clock = std::chrono::steady_clock;

namespace {

replay::Recording simulate(double seconds) {
    session::Setup setup = scenes::shipped_setup("effleurage");
    setup.setting = tissue::Setting::half;
    session::Session session(setup, 1);
    replay::Recorder recorder(session, replay::make_origin("school_verify", "inferred"));
    for (int k = 0; k < static_cast<int>(seconds / session::step_s); ++k) {
        session::InputFrame frame;
        frame.hands[1] = hands::HandInput{
            .u = 0.22F, .v = 0.5F + 0.4F * math::cos(static_cast<float>(k) / 240.0F), .force_n = 25};
        session.step(frame);
        recorder.add(frame, session);
    }
    return recorder.finish(session, true, 1.0);
}

/// The same run `runs` times: a recording's time of day is a label and changes no step.
void push(scenes::School& school, replay::Recording recording, int runs) {
    const std::string student = server::new_id();
    for (int k = 0; k < runs; ++k) {
        recording.origin.started_at_unix_s = 1'790'000'000 + k;
        const std::vector<std::uint8_t> bytes = replay::recording_bytes(recording);
        school::Push one = scenes::invented_push(0, student);
        one.digest = records::digest_hex(bytes);
        one.recording.assign(bytes.begin(), bytes.end());
        one.grade = ""; // not said, as of a file that was imported
        school.push({one});
    }
}

/// Seconds until that many workers have verified everything.
double verify_with(scenes::School& school, const std::string& database, int workers) {
    school.owner.transact(
        [](server::Transaction& t) { t.run("update verify_job set state = 'waiting', tries = 0"); });
    const auto start = Clock::now();
    std::vector<pid_t> children;
    for (int k = 0; k < workers; ++k) {
        children.push_back(bench::start_program(
            {TACTUS_SERVER_PROGRAM, "worker", "--once", "--batch", "1", "--database", database}));
    }
    for (const pid_t child : children) {
        waitpid(child, nullptr, 0);
    }
    return std::chrono::duration<double>(Clock::now() - start).count();
}

} // namespace

int main(int count, char** arguments) {
    const int runs = count > 1 ? std::stoi(arguments[1]) : 16;
    const double seconds = count > 2 ? std::stod(arguments[2]) : 8;
    scenes::PostgresCluster cluster(true);
    scenes::School school(cluster);
    push(school, simulate(seconds), runs);
    const std::string database = cluster.url(school.database, "tactus_worker");
    double load = 0;
    getloadavg(&load, 1);
    const double one_s = verify_with(school, database, 1);
    const double two_s = verify_with(school, database, 2);
    const bool all_agree = school.truth("select bool_and(state = 'agrees') from verify_job") == "t";
    std::printf("%d runs of %.0f s: one worker %.1f s (%.2fx real time), two %.1f s, ratio %.2f; load before "
                "%.1f, %s\n",
                runs, seconds, one_s, runs * seconds / one_s, two_s, one_s / two_s, load,
                all_agree ? "all agree" : "NOT all agree");
    return all_agree ? 0 : 1;
}
