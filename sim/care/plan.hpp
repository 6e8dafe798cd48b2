#pragma once
/// A treatment plan as its file says: visits over weeks for one problem of one client. Plain values, no TOML.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tactus::care {

inline constexpr double days_a_week = 7;

/// What is done in a visit, from light to strong.
enum class Technique : std::uint8_t { gentle, swedish, deep, trigger_point };

inline constexpr std::size_t technique_count = 4;
inline constexpr std::array<std::string_view, technique_count> technique_names{"gentle", "swedish", "deep",
                                                                               "trigger_point"};

/// How the problem goes on when nobody treats it (facts 6.4): a fresh strain heals, a chronic one stays and
/// flares up.
enum class Onset : std::uint8_t { acute, chronic };

/// What keeps the problem alive until home advice is given.
enum class Cause : std::uint8_t { none, posture, lifting, allergy_season };

inline constexpr std::array<std::string_view, 2> onset_names{"acute", "chronic"};
inline constexpr std::array<std::string_view, 4> cause_names{"none", "posture", "lifting", "allergy season"};

/// What the client comes with.
struct Problem {
    Onset onset = Onset::chronic;
    double since_days = 0;      ///< how old it is at the first visit
    std::optional<double> pain; ///< 0-10 at the first visit; the client's own complaint when not said
    Cause cause = Cause::none;
    std::optional<double> soreness_factor; ///< S of facts 5.4; the client's condition's when not said
    double soreness_peak_h = 12;
};

struct Visit {
    double day = 0; ///< since the first visit; halves are afternoons
    std::array<double, technique_count> minutes{};
    double quality = 1; ///< of the technique, 0..1: a drill's score over 100
    bool home_advice = false;
    bool reassess = false; ///< pain and function are measured again

    [[nodiscard]] double length_min() const;
    [[nodiscard]] double minutes_of(Technique technique) const;
};

struct Plan {
    std::string id; ///< file stem
    std::string name;
    std::string brief;
    std::string client; ///< id of assets/clients, or a file
    double weeks = 8;   ///< that the course is followed for
    Problem problem;
    std::vector<Visit> visits; ///< by day, the first on day 0
    /// From this day on a reassessment that finds no change ends the visits with a referral.
    std::optional<double> refer_after_days;

    [[nodiscard]] double length_min() const; ///< of all visits together
};

} // namespace tactus::care
