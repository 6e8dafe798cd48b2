/// A school in the evening: school_load [STATIONS] [ATTEMPTS]. That many stations, 30 by default, each with
/// as many attempts of about 100 KB, 100 by default, push at once over the loopback. In the middle the server
/// is killed and started again. Everything must arrive once: counts and digests are compared, 1 when they
/// differ.

#include "sim/records/archive.hpp"
#include "sim/school/push.hpp"
#include "tests/bench/server_process.hpp"
#include "tests/scenes/school.hpp"
#include "tests/sim/records/folder.hpp"

#include <atomic>
#include <chrono>
#include <cstdio>
#include <map>
#include <memory>
#include <sys/resource.h>
#include <thread>

using namespace tactus;
using Clock = std::chrono::steady_clock;

namespace {

constexpr int port = 18413;

double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// A minute with a sensor's noise on the force: about 110 KB.
replay::Recording noisy_recording() {
    replay::Recording recording = scenes::invented_recording(14'400);
    std::uint32_t chance = 1;
    for (session::InputFrame& frame : recording.frames) {
        chance = chance * 1664525U + 1013904223U;
        frame.hands[1]->force_n += static_cast<float>(chance >> 24U) / 512.0F;
    }
    return recording;
}

struct Station {
    scenes::Folder data;
    std::string token;

    Station(int number, std::string given)
        : data("load-" + std::to_string(number)), token(std::move(given)) {}
};

void fill(const Station& station, int number, int attempts) {
    replay::Recording recording = noisy_recording();
    records::Archive archive(station.data.path);
    for (int k = 0; k < attempts; ++k) {
        recording.origin.started_at_unix_s = 1'790'000'000 + 100'000 * number + k;
        archive.add(recording, {.student = "Student " + std::to_string(number),
                                .grade = "pass",
                                .practice = {},
                                .result = "{}"});
    }
}

/// Pushes until nothing waits, as a station does: when the school is away, again a little later.
int push_all(const Station& station) {
    records::Archive archive(station.data.path);
    school::SchoolClient client(
        {.server = "http://127.0.0.1:" + std::to_string(port), .token = station.token});
    for (int failures = 0;; ++failures) {
        try {
            school::push(archive, client);
            return failures;
        } catch (const UserError&) {
            std::this_thread::sleep_for(std::chrono::milliseconds(200));
        }
    }
}

int count_at(scenes::School& school) { return std::stoi(school.truth("select count(*) from attempt")); }

/// How many attempts of the stations are not at the school with the digest that they have here.
int missing_at(scenes::School& school, const std::vector<std::unique_ptr<Station>>& stations) {
    std::map<std::string, std::string> there;
    school.owner.transact([&](server::Transaction& t) {
        for (const server::Row& row : t.run("select id, digest from attempt").rows) {
            there[row.text(0)] = row.text(1);
        }
    });
    int missing = 0;
    for (const auto& station : stations) {
        for (const records::Attempt& attempt : records::Archive(station->data.path).list()) {
            missing += there[attempt.id] == attempt.digest ? 0 : 1;
        }
    }
    return missing;
}

} // namespace

int main(int count, char** arguments) {
    const int stations_wanted = count > 1 ? std::stoi(arguments[1]) : 30;
    const int attempts = count > 2 ? std::stoi(arguments[2]) : 100;
    scenes::PostgresCluster cluster(true);
    scenes::School school(cluster);
    std::vector<std::unique_ptr<Station>> stations;
    for (int k = 0; k < stations_wanted; ++k) {
        stations.push_back(std::make_unique<Station>(
            k, server::add_station(school.owner, school.id, "load " + std::to_string(k))));
    }
    std::printf("filling %d stations with %d attempts of %zu bytes each\n", stations_wanted, attempts,
                replay::recording_bytes(noisy_recording()).size());
    {
        std::atomic<int> next = 0;
        std::vector<std::jthread> threads;
        for (unsigned k = 0; k < std::max(1U, std::thread::hardware_concurrency()); ++k) {
            threads.emplace_back([&] {
                for (int n = next++; n < stations_wanted; n = next++) {
                    fill(*stations[static_cast<std::size_t>(n)], n, attempts);
                }
            });
        }
    }
    auto server = std::make_unique<bench::ServerProcess>(cluster.url(school.database, "tactus_app"), port);
    const auto start = Clock::now();
    std::atomic<int> failures = 0;
    double away_s = 0;
    {
        std::vector<std::jthread> pushing;
        for (const auto& station : stations) {
            pushing.emplace_back([&] { failures += push_all(*station); });
        }
        while (count_at(school) < stations_wanted * attempts / 2) {
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
        const auto killed = Clock::now();
        server.reset(); // kill -9
        std::printf("killed after %d attempts, %.1f s\n", count_at(school), seconds_since(start));
        server = std::make_unique<bench::ServerProcess>(cluster.url(school.database, "tactus_app"), port);
        away_s = seconds_since(killed);
    }
    const double took_s = seconds_since(start);
    const int arrived = count_at(school);
    const int missing = missing_at(school, stations);
    server.reset();
    rusage used{}; // of the server's processes; PostgreSQL is nobody's child
    getrusage(RUSAGE_CHILDREN, &used);
    const double cpu_s = static_cast<double>(used.ru_utime.tv_sec + used.ru_stime.tv_sec) +
                         1e-6 * static_cast<double>(used.ru_utime.tv_usec + used.ru_stime.tv_usec);
    std::printf("%d of %d attempts arrived in %.1f s, %.0f a second; %d pushes failed and were tried again, "
                "server away "
                "for %.1f s\n",
                arrived, stations_wanted * attempts, took_s, arrived / took_s, failures.load(), away_s);
    std::printf("processor time of the server: %.1f ms an attempt\n", 1000 * cpu_s / arrived);
    std::printf("missing or with another digest: %d; recordings %s, flags %s\n", missing,
                school.truth("select count(*) from recording").c_str(),
                school.truth("select count(*) from flag").c_str());
    return missing == 0 && arrived == stations_wanted * attempts ? 0 : 1;
}
