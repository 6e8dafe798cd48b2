#include "engine/app/restart.hpp"
#include "engine/app/stage/gpu_faults.hpp"

#include <doctest/doctest.h>

using namespace tactus;
using app::Remedy;

TEST_CASE("a lost GPU is made anew once; lost again within a minute, only a new process helps") {
    app::GpuFaults faults;
    CHECK(faults.lost(100) == Remedy::make_anew);
    CHECK(faults.lost(130) == Remedy::start_anew);
    CHECK(faults.lost(200) == Remedy::make_anew); // it had lived for more than a minute
}

TEST_CASE("full memory makes the picture simpler, and the simplest one counts as a lost GPU") {
    app::GpuFaults faults;
    CHECK(faults.out_of_memory(render::Tier::high, 10) == Remedy::lower_tier);
    CHECK(faults.out_of_memory(render::Tier::medium, 10) == Remedy::lower_tier);
    CHECK(faults.out_of_memory(render::Tier::low, 10) == Remedy::make_anew);
    CHECK(faults.out_of_memory(render::Tier::low, 11) == Remedy::start_anew);
}

TEST_CASE("a process that took another one's place does not give way to a third at once") {
    app::Options options;
    CHECK(app::may_start_anew(options, 1));
    options.resume = true;
    CHECK_FALSE(app::may_start_anew(options, 30));
    CHECK(app::may_start_anew(options, 90));
}
