#pragma once
/// The dosing trial of Sherman 2014 with simulated clients: how many respond to each dose. **In-sample, not
/// validation:** the benefits that the model was fitted to were computed back from the trial's own relative
/// risks, with an assumed control rate and noise (facts 6.4).

#include "sim/care/published_courses.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace tactus::care {

struct TrialArm {
    std::string_view name; ///< "60 x 2/wk"
    Schedule schedule;
    double model_risk;                ///< relative risk of the model as facts 6.4 print it
    std::optional<double> trial_risk; ///< of the trial; none = not significant
};

std::span<const TrialArm> trial_arms();

/// What came out of an arm.
struct ArmOutcome {
    double responders = 0;    ///< share of clients whose pain fell by 30 % and more
    double relative_risk = 0; ///< beside the clients who waited
    double benefit = 0;       ///< points of the mean client at week 5
};

struct TrialOutcome {
    double control_responders = 0;
    std::vector<ArmOutcome> arms; ///< as trial_arms()
};

/// So many clients, each in all arms at once: rho_i and the untreated change N(-0.3, 1.7) of each come from
/// the seed. Deterministic; any thread.
TrialOutcome run_trial(std::uint64_t seed, std::uint64_t clients);

/// Points of the mean client at the end of weeks 10 and 52 of the ten weekly visits of Cherkin 2011. The
/// trial: 1.4-1.7 at week 10.
double weekly_benefit(double week);

} // namespace tactus::care
