#include "sim/parallel/thread_pool.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <thread>
#include <vector>

using namespace tactus;

TEST_CASE("every block runs exactly once, whatever the number of threads") {
    for (const int threads : {1, 2, 5}) {
        parallel::ThreadPool pool(threads);
        for (int round = 0; round < 200; ++round) {
            std::vector<int> runs(37, 0);
            pool.for_blocks(runs.size(), [&](std::size_t block) { ++runs[block]; });
            for (const int count : runs) {
                REQUIRE(count == 1);
            }
        }
    }
}

TEST_CASE("loops that follow a rest run as those that follow one another do") {
    parallel::ThreadPool pool(3);
    for (const int rest_ms : {0, 0, 20, 0, 20}) {
        std::this_thread::sleep_for(
            std::chrono::milliseconds(rest_ms)); // long enough for workers to fall asleep
        std::vector<int> runs(1000, 0);
        for (int loop = 0; loop < 50; ++loop) {
            pool.for_blocks(runs.size(), [&](std::size_t block) { ++runs[block]; });
        }
        CHECK(std::all_of(runs.begin(), runs.end(), [](int count) { return count == 50; }));
    }
}
