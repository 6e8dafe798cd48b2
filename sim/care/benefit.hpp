#pragma once

/// What visits leave behind: two stores, each filled by a visit and leaking day by day (facts 6.4). The model
/// is fitted to trials; it is no trial.

namespace tactus::care {

/// How full the stores are, 0..1 each: C_f leaks in a week, C_s over half a year.
struct Benefit {
    double fast = 0;
    double slow = 0;
};

/// s(min): what a visit of that length is worth beside one of 60 minutes; 0..1.15. Pure.
double length_share(double minutes);

/// The stores after a visit. quality: of the technique, 0..1; 0 where it harmed. Pure.
Benefit after_visit(Benefit benefit, double minutes, double quality);

/// The stores so many days later, without a visit. days: 0 or more. Pure.
Benefit after_days(Benefit benefit, double days);

/// The share of pain that is taken away; 0.93 when both stores are full and the client responds as the mean
/// does. responder: rho_i, 0 or more. Pure.
double relief(Benefit benefit, double responder);

} // namespace tactus::care
