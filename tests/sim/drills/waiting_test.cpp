#include "sim/drills/waiting.hpp"

#include <doctest/doctest.h>

using namespace tactus;
using namespace tactus::drills;

namespace {

anatomy::Anatomy body() {
    anatomy::Anatomy made;
    made.skin.half_biacromial_m = 0.2F;
    made.skin.spine_length_m = 0.45F;
    return made;
}

scoring::Task waited_task() {
    scoring::Task asked;
    asked.force_n = scoring::Band{20, 45};
    asked.return_force_n = scoring::Band{0.5F, 6};
    asked.direction = scoring::Direction::cephalad;
    asked.zone = scoring::Zone{.u_low = 0.12F, .u_high = 0.40F, .v_low = 0, .v_high = 1.1F};
    return asked;
}

strokes::TraceSample pressing(double t_s, float force_n, float u = 0.25F, float along_m_s = -0.1F) {
    strokes::TraceSample sample{.t_s = t_s};
    sample.hands[1] = {.present = true, .touching = force_n > 0, .force_n = force_n, .u = u, .v = 0.5F};
    sample.hands[1].velocity_m_s = Vec2(0, along_m_s);
    return sample;
}

} // namespace

TEST_CASE("what is missing is contact, then the place, then the force") {
    const anatomy::Anatomy anatomy = body();
    CHECK(lack_of(waited_task(), anatomy, pressing(0, 0)) == Lack::contact);
    CHECK(lack_of(waited_task(), anatomy, pressing(0, 30, 0.9F)) == Lack::place);
    CHECK(lack_of(waited_task(), anatomy, pressing(0, 12)) == Lack::harder);
    CHECK(lack_of(waited_task(), anatomy, pressing(0, 60)) == Lack::lighter);
    CHECK(lack_of(waited_task(), anatomy, pressing(0, 30)) == Lack::nothing);
    CHECK(lack_of(waited_task(), anatomy, pressing(0, 3, 0.25F, 0.1F)) ==
          Lack::nothing); // the light way back
    CHECK(lack_of(scoring::Task{}, anatomy, pressing(0, 0)) == Lack::nothing);
}

TEST_CASE("a line is followed within the distance at which its marks have faded") {
    const anatomy::Anatomy anatomy = body();
    scoring::Task lined = waited_task();
    lined.line_u = 0.18F;
    CHECK(lack_of(lined, anatomy, pressing(0, 30, 0.20F)) == Lack::nothing);
    CHECK(lack_of(lined, anatomy, pressing(0, 30, 0.35F)) == Lack::place);
}

TEST_CASE("the clock does not wait for the turn of a stroke, but for more") {
    const anatomy::Anatomy anatomy = body();
    Waiting waiting;
    waiting.watch(waited_task(), anatomy, pressing(1.0, 30));
    waiting.watch(waited_task(), anatomy, pressing(1.4, 10));
    CHECK_FALSE(waiting.waits());
    CHECK(waiting.lack() == Lack::nothing);
    waiting.watch(waited_task(), anatomy, pressing(1.8, 10));
    CHECK(waiting.waits());
    CHECK(waiting.lack() == Lack::harder);
    waiting.watch(waited_task(), anatomy, pressing(1.9, 30));
    CHECK_FALSE(waiting.waits());
}

TEST_CASE("a beat may leave the skin between two blows") {
    const anatomy::Anatomy anatomy = body();
    scoring::Task blows = waited_task();
    blows.return_force_n.reset();
    blows.beat_hz = scoring::Band{1, 2};
    Waiting waiting;
    waiting.watch(blows, anatomy, pressing(1.0, 30));
    waiting.watch(blows, anatomy, pressing(2.2, 0));
    CHECK_FALSE(waiting.waits());
    waiting.watch(blows, anatomy, pressing(2.7, 0));
    CHECK(waiting.waits());
}
