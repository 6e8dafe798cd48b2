#pragma once
/// How late a device's taps arrive: a cue approaches, the person taps as it lands, and the middle of the
/// differences is the latency.

#include <optional>
#include <vector>

namespace tactus::devices {

/// What is kept of it.
struct Latency {
    double median_ms = 0;
    double spread_ms = 0; ///< between the quartiles

    friend bool operator==(const Latency&, const Latency&) = default;
};

class TapLatency {
public:
    static constexpr int wanted_taps = 20;         ///< product.md 2
    static constexpr double widest_spread_ms = 40; ///< product.md 2: refused beyond
    static constexpr double cue_period_s = 0.9;    ///< a slow stroke's beat; design value

    /// A tap at t_s, on the same clock as cue_at. It belongs to the cue nearest to it; a second one for the
    /// same cue is a bounce and is left out.
    void tap(double t_s);

    void undo(); ///< takes back the last tap

    [[nodiscard]] int taps() const { return static_cast<int>(errors_ms_.size()); }

    [[nodiscard]] bool complete() const { return taps() >= wanted_taps; }

    /// Median and quartile distance of the taps so far; nullopt below four.
    [[nodiscard]] std::optional<Latency> figure() const;

    /// Complete, and too scattered to be kept.
    [[nodiscard]] bool refused() const;

    /// 0 at one cue's landing, rising to 1 at the next: where the approaching ring is.
    [[nodiscard]] static double approach(double t_s);

private:
    std::vector<double> errors_ms_;
    long last_cue_ = -1;
};

} // namespace tactus::devices
