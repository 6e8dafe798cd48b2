#include "sim/care/fortune.hpp"

#include "sim/care/care_data.hpp"
#include "sim/math/random.hpp"
#include "sim/math/transcendental.hpp"

#include <algorithm>

namespace tactus::care {
namespace {

/// One stream a question, so that an answer does not depend on how often another was asked.
enum Stream : std::uint64_t { responder_stream = 0x63617265, flare_stream, noise_stream, soreness_stream };

} // namespace

double responder_of(std::uint64_t seed) {
    return std::max(0.0, 1 + responder_deviation *
                                 static_cast<double>(math::random_normal(seed, responder_stream, 0)));
}

Fortune fortune_of(std::uint64_t seed, Onset onset, double days) {
    Fortune fortune{.responder = responder_of(seed), .flare_days = {}, .seed = seed};
    if (onset == Onset::acute) {
        return fortune;
    }
    // The waits of a Poisson process are exponential.
    double day = 0;
    for (std::uint64_t k = 0;; ++k) {
        day -=
            flare_every_days * math::log(1 - static_cast<double>(math::random_unit(seed, flare_stream, k)));
        if (day > days) {
            return fortune;
        }
        fortune.flare_days.push_back(day);
    }
}

double told_error(const Fortune& fortune, int day) {
    return fortune.seed
               ? daily_noise_points * static_cast<double>(math::random_normal(
                                          *fortune.seed, noise_stream, static_cast<std::uint64_t>(day)))
               : 0;
}

bool gets_sore(const Fortune& fortune, std::size_t visit, double chance) {
    return fortune.seed &&
           static_cast<double>(math::random_unit(*fortune.seed, soreness_stream, visit)) < chance;
}

} // namespace tactus::care
