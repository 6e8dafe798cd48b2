#include "sim/parallel/thread_pool.hpp"

#include <doctest/doctest.h>

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
