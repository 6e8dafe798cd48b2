#pragma once
/// The sound card through OpenAL: a device with its context, buffers and sources that own themselves. The
/// only place that includes OpenAL. Main thread only, except for opening.

#include "engine/audio/waveform.hpp"

#include <memory>

namespace tactus::audio {

/// The open device. Sources and buffers must not outlive it.
class SoundDevice {
public:
    /// Opens the one that the system prefers; null when there is none. May take a moment: any thread.
    static std::unique_ptr<SoundDevice> open();
    ~SoundDevice();
    SoundDevice(const SoundDevice&) = delete;
    SoundDevice& operator=(const SoundDevice&) = delete;
    SoundDevice(SoundDevice&&) = delete;
    SoundDevice& operator=(SoundDevice&&) = delete;

    /// False once it was pulled out.
    [[nodiscard]] bool connected() const;

private:
    SoundDevice() = default;

    struct Handles;
    std::unique_ptr<Handles> handles_;
};

/// One thing that plays one waveform, in front of the listener.
class SoundSource {
public:
    explicit SoundSource(bool loops);
    ~SoundSource();
    SoundSource(const SoundSource&) = delete;
    SoundSource& operator=(const SoundSource&) = delete;
    SoundSource(SoundSource&&) = delete;
    SoundSource& operator=(SoundSource&&) = delete;

    /// Plays it from its beginning in place of what played.
    void play(const Waveform& sound);
    void stop() const;

    /// gain 0..1 of full scale; pitch: a factor on the speed.
    void set(float gain, float pitch = 1) const;

    /// Seconds into the waveform.
    [[nodiscard]] double position_s() const;
    void move_to(double position_s) const;

    [[nodiscard]] bool playing() const;

private:
    unsigned source_ = 0;
    unsigned buffer_ = 0;
};

} // namespace tactus::audio
