#include "sim/replay/verify.hpp"

#include "sim/replay/recorder.hpp"

#include <algorithm>
#include <iomanip>
#include <sstream>
#include <tuple>

namespace tactus::replay {
namespace {

/// The first step whose mark differs; nullopt when all agree.
std::optional<std::uint64_t> first_difference(const Recording& a, const Recording& b) {
    const auto [mine, theirs] = std::ranges::mismatch(a.step_marks, b.step_marks);
    if (mine == a.step_marks.end()) {
        return std::nullopt;
    }
    return static_cast<std::uint64_t>(mine - a.step_marks.begin());
}

std::string sentence(const Recording& recorded, const Recording& again, std::optional<std::uint64_t> step) {
    std::ostringstream text;
    text << std::setprecision(10);
    if (step) {
        text << "the run differs from step " << *step << " on ("
             << static_cast<double>(*step) * session::step_s << " s)";
    } else if (recorded.seconds != again.seconds) {
        const auto [mine, theirs] = std::ranges::mismatch(recorded.seconds, again.seconds);
        text << "the state differs at second " << (mine - recorded.seconds.begin()) + 1;
    } else if (recorded.ending.score_total != again.ending.score_total ||
               recorded.ending.score_groups != again.ending.score_groups ||
               recorded.ending.passed != again.ending.passed) {
        text << "the recorded score " << recorded.ending.score_total << " is not the score of the run, "
             << again.ending.score_total;
    } else {
        text << "the state at the end differs";
    }
    // Bullet's joints call the C library, whose last bits differ between its versions (style.md 2.3).
    const Origin here = make_origin({}, {});
    for (const auto& [what, then, now] :
         {std::tuple("Tactus", recorded.origin.sim_version, here.sim_version),
          std::tuple("Bullet", recorded.origin.bullet_version, here.bullet_version),
          std::tuple("the C library", recorded.origin.libc_version, here.libc_version)}) {
        if (then != now) {
            text << "; it was made with " << what << ' ' << then << ", here it is " << now;
        }
    }
    return text.str();
}

} // namespace

Verification verify(const Recording& recording, int threads) {
    session::Session session(recording.setup, threads);
    Recorder recorder(session, recording.origin);
    for (const session::InputFrame& frame : recording.frames) {
        session.step(frame);
        recorder.add(frame, session);
    }
    const Recording again = recorder.finish(session, recording.ending.graded, recording.ending.sim_per_wall);

    Verification verification{.again = again.ending, .score = session.score()};
    verification.first_diverging_step = first_difference(recording, again);
    verification.agrees = !verification.first_diverging_step && recording.seconds == again.seconds &&
                          recording.ending == again.ending;
    if (!verification.agrees) {
        verification.finding = sentence(recording, again, verification.first_diverging_step);
    }
    return verification;
}

} // namespace tactus::replay
