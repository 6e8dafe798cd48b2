#pragma once
/// What scoring sees: the simulated contact, thinned to 120 Hz. Nothing in here is an input of the student's.

#include "sim/anatomy/regions.hpp"
#include "sim/client/condition.hpp"
#include "sim/contact/contact_report.hpp"
#include "sim/contact/product.hpp"
#include "sim/contact/tool.hpp"

#include <array>
#include <optional>
#include <span>
#include <vector>

namespace tactus::strokes {

struct HandSample {
    bool present = false; ///< a hand over the skin, touching or not
    bool touching = false;
    contact::ToolKind tool = contact::ToolKind::palm;
    float force_n = 0;
    float mean_pressure_pa = 0;
    float p95_pa = 0;
    float area_m2 = 0;
    float u = 0; ///< centre of pressure on the material
    float v = 0;
    Vec2 place_m;      ///< of the tool on the rest surface: across and along, metres (u * bac, v * L)
    Vec2 velocity_m_s; ///< of the tool along the rest surface: across, along (caudal positive)
    float slip_m_s = 0;
    float breadth_m = 0; ///< of the contact: root mean square distance of its load from the centre of it
    float depth_m = 0;
    float bone_share = 0;
    bool load_not_reached = false;
    bool holding = false; ///< a bone in the hand: force_n is the pull on it, the tissue is not pressed
    std::array<float, anatomy::region_count> region_load_n{}; ///< integral of pressure over each box
    std::array<float, client::most_areas> area_load_n{}; ///< and over each area of the client's condition
};

/// How far the client's joints are from rest: motion that can be seen on the body. Right before left.
struct BodyMotion {
    float neck_rad = 0;                              ///< head to the client's right
    float lumbar_rad = 0;                            ///< pelvis to the client's right
    std::array<Vec3, 2> scapula_m{Vec3(0), Vec3(0)}; ///< of the medial border, body frame: y is its lift

    friend bool operator==(const BodyMotion&, const BodyMotion&) = default;
};

struct TraceSample {
    double t_s = 0; ///< simulated time since the drill began, pauses left out
    std::array<HandSample, contact::side_count> hands;
    BodyMotion body;
    float discomfort = 0;
    float guarding = 0;
    float trust_error = 0;
    int step = 0;                                     ///< index of the drill step under way
    contact::Product product = contact::Product::oil; ///< with which the hands work
};

/// The student says: here is a trigger point.
struct PointMark {
    double t_s = 0;
    float u = 0;
    float v = 0;

    friend bool operator==(const PointMark&, const PointMark&) = default;
};

inline constexpr double trace_interval_s = 1.0 / 120.0;

/// The whole run: samples, the student's marks, and the dose map, integral of pressure over time (Pa s) on
/// the skin field (97 x 129), apart for each hand's share of the contact and for slow accumulation in double.
struct ContactTrace {
    std::vector<TraceSample> samples;
    std::vector<double> dose_pa_s;
    std::vector<PointMark> marks; ///< in order of time
};

/// A trace, or its samples from some time on: what marking looks at. Lives no longer than the trace.
struct TraceView {
    std::span<const TraceSample> samples;
    std::span<const double> dose_pa_s; ///< of the whole run
    std::span<const PointMark> marks;
};

} // namespace tactus::strokes
