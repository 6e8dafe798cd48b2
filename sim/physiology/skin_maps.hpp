#pragma once
/// Skin as it looks and feels: blanching, redness, warmth and oil on the field of 97 x 129 points (facts 6.2
/// equations 1-5). Touched points are stepped at 240 Hz, the rest a twelfth of the rows each step (20 times a
/// second), always by the exact solution of the linear equations over the time that has passed.

#include "sim/client/client.hpp"
#include "sim/contact/tool.hpp"
#include "sim/physiology/hand_load.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace tactus::physiology {

class SkinMaps {
public:
    explicit SkinMaps(const client::Response& response);

    /// From now on hands leave this product. What lies on the skin stays what it is.
    void take_product(contact::Product product) { on_hands_ = product; }

    /// One step. pressure_pa: 97 x 129, row by row.
    void step(std::span<const float> pressure_pa, const std::array<HandLoad, contact::side_count>& hands);

    [[nodiscard]] std::span<const float> redness() const { return redness_; } ///< R, 0..1.5

    [[nodiscard]] std::span<const float> blanching() const { return blanching_; } ///< 0..1

    [[nodiscard]] std::span<const float> oil() const { return oil_; } ///< film, 0..1

    [[nodiscard]] std::span<const float> warmth_k() const { return warmth_k_; }

    /// Mean redness over the points that were ever touched; 0 before.
    [[nodiscard]] float mean_redness() const;

    template <class Put> void visit(Put put) const {
        for (const Point& point : points_) {
            if (point.last_step == 0) {
                continue;
            }
            for (const float value : {point.blood, point.ischaemia_s, point.hyperaemia, point.fall_tau_s,
                                      point.fast_j_m2, point.slow_j_m2, static_cast<float>(point.product)}) {
                put(value);
            }
        }
        for (const float value : warmth_k_) {
            put(value);
        }
        for (const float value : oil_) {
            put(value);
        }
    }

private:
    /// Steps of the sweep that reaches every row 20 times a second.
    static constexpr int sweep_steps = 12;

    /// State of one point of skin that was ever touched.
    struct Point {
        float blood = 1;                                  ///< b of equation 1
        float ischaemia_s = 0;                            ///< I of equation 2
        float hyperaemia = 0;                             ///< H
        float fall_tau_s = 10;                            ///< of H since the last release
        float fast_j_m2 = 0;                              ///< Jf of equation 3
        float slow_j_m2 = 0;                              ///< Js
        std::uint32_t last_step = 0;                      ///< that reached this point; 0 = never touched
        bool pressed = false;                             ///< hard enough for ischaemia
        contact::Product product = contact::Product::oil; ///< of which its film is
    };

    /// Share of the way to a target that is done after 0 .. sweep_steps steps.
    using Approach = std::array<float, sweep_steps + 1>;

    /// What a hand does to a point in one step.
    struct Touch {
        float pressure_pa = 0;
        float heating_w_m2 = 0; ///< q of equation 3
        const HandLoad* hand = nullptr;
    };

    static Approach approach(double tau_s);
    [[nodiscard]] static Touch touch(std::size_t index, float pressure_pa,
                                     const std::array<HandLoad, contact::side_count>& hands);
    void advance(std::size_t index, const Touch& touch);
    void advance_blood(Point& point, float pressure_pa, std::size_t steps) const;
    void advance_oil(std::size_t index, const Touch& touch, std::size_t steps);
    void press_row(std::size_t row, std::span<const float> pressure_pa,
                   const std::array<HandLoad, contact::side_count>& hands);
    void sweep(std::span<const float> pressure_pa);

    float redness_gain_;
    float redness_scale_; ///< of slow reddeners
    float redness_decay_;
    float fast_tau_s_;
    float slow_tau_s_;
    Approach blanch_, refill_, ischaemia_, fast_, slow_, warming_, cooling_, transfer_;
    std::array<Approach, contact::product_count> absorption_; ///< by product
    contact::Product on_hands_ = contact::Product::oil;
    std::vector<Point> points_;
    std::vector<float> redness_, blanching_, oil_, warmth_k_;
    std::array<float, 129> row_redness_{};
    std::array<int, 129> row_touched_{};
    std::uint32_t step_ = 0;
};

} // namespace tactus::physiology
