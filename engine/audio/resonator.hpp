#pragma once

/// One resonance of a throat: the two-pole filter of Klatt's synthesiser (J Acoust Soc Am 1980, recalled),
/// with gain 1 at 0 Hz.

namespace tactus::audio {

class Resonator {
public:
    /// Both in Hz; the memory is kept, so that a resonance may wander while it sounds.
    void tune(double frequency_hz, double width_hz);

    double pass(double input) {
        const double output = gain_ * input + first_ * last_ + second_ * before_;
        before_ = last_;
        last_ = output;
        return output;
    }

private:
    double gain_ = 1;
    double first_ = 0;
    double second_ = 0;
    double last_ = 0;
    double before_ = 0;
};

} // namespace tactus::audio
