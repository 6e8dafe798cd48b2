#pragma once
/// What a tool that presses harder and harder is felt as (facts 5.7): through the real contact, and by hand.

#include "sim/anatomy/anatomy.hpp"
#include "sim/contact/tool.hpp"
#include "sim/tissue/tissue.hpp"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tactus::cli {

/// A place of the table of facts 5.7.
struct FeltSite {
    const char* name;
    Vec2 at; ///< spine coordinates
    anatomy::Muscle muscle;
};

/// Upper trapezius, lumbar erector spinae, infraspinatus.
std::span<const FeltSite> felt_sites();

/// A column of that table: the concentration c that it was computed with, on physiology::reckoned_area_m2.
struct FeltTool {
    contact::ToolKind tool;
    double concentration; ///< p95 = c F / A
};

/// Thumb, palm, forearm, elbow, knuckles; the last two share a column.
std::span<const FeltTool> felt_tools();

/// Discomfort 5, 6.5, 7, 8: what the table is about.
inline constexpr std::array felt_levels{5.0, 6.5, 7.0, 8.0};

/// Force by the formula of facts 5.7 on a threshold on 1 cm2, newtons. Pure.
double force_by_hand(const FeltTool& tool, double threshold_pa, double discomfort);

/// What a contact was like while the force rose.
class PressCurve {
public:
    struct Sample {
        double force_n;
        float p95_pa; ///< as it is felt by this tool
        float area_m2;
    };

    explicit PressCurve(std::vector<Sample> samples) : samples_(std::move(samples)) {}

    [[nodiscard]] std::span<const Sample> samples() const { return samples_; }

    /// Least force with that discomfort, newtons; nullopt when the press never went so far. Time has no part
    /// in it: no hold, no sudden loading, a warm muscle.
    [[nodiscard]] std::optional<double> force_at(double threshold_pa, double discomfort) const;

    /// Discomfort of the sample whose force is the nearest. Not of an empty curve.
    [[nodiscard]] double felt_at(double threshold_pa, double force_n) const;

private:
    std::vector<Sample> samples_;
};

/// Presses from `from_n` to `to_n` with the shipped tissue and load control, slowly enough that nothing of it
/// is sudden. Pure; some 12 s of simulated time.
PressCurve press_harder(const anatomy::Anatomy& anatomy, contact::ToolKind tool, Vec2 at, double from_n,
                        double to_n, tissue::Setting setting);

} // namespace tactus::cli
