#pragma once
/// What chance deals a client over the weeks, from a seed: how well they respond, when it flares up, who gets
/// sore, how pain is told from day to day.

#include "sim/care/plan.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace tactus::care {

/// Without a seed: the mean client without flare-ups or noise, as sore as clients are on the mean, whom the
/// table of facts 6.4 and the marks of a plan are about.
struct Fortune {
    double responder = 1;           ///< rho_i: 1 = as the mean
    std::vector<double> flare_days; ///< on which a flare-up begins
    std::optional<std::uint64_t> seed;
};

/// rho_i ~ max(0, N(1, 0.5)) (facts 6.4). Pure.
double responder_of(std::uint64_t seed);

/// The fortune of a seed for so many days; flare-ups come to chronic problems only. Pure.
Fortune fortune_of(std::uint64_t seed, Onset onset, double days);

/// Points by which the pain that is told differs from the pain that is, on that day. Pure.
double told_error(const Fortune& fortune, int day);

/// Whether the client gets sore of a visit that makes so with this chance; never without a seed, when all are
/// so in part. Pure.
bool gets_sore(const Fortune& fortune, std::size_t visit, double chance);

} // namespace tactus::care
