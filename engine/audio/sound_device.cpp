#include "engine/audio/sound_device.hpp"

#include <AL/al.h>
#include <AL/alc.h>
#include <algorithm>
#include <cstdlib>
#include <dlfcn.h>

#ifndef ALC_CONNECTED
#define ALC_CONNECTED 0x313 // ALC_EXT_disconnect, whose header OpenAL Soft keeps in alext.h
#endif

namespace tactus::audio {

namespace {

void say_nothing(const char* /*file*/, int /*line*/, const char* /*function*/, int /*error*/,
                 const char* /*format*/, ...) {}

/// A machine without a sound card is not an error: neither OpenAL nor ALSA shall fill the terminal over it.
void quiet_the_libraries() {
    setenv("ALSOFT_LOGLEVEL", "0", 0);
    using Handler = void (*)(const char*, int, const char*, int, const char*, ...);
    using SetHandler = int (*)(Handler);
    if (auto set = reinterpret_cast<SetHandler>(dlsym(RTLD_DEFAULT, "snd_lib_error_set_handler"))) {
        set(say_nothing);
    }
}

} // namespace

struct SoundDevice::Handles {
    ALCdevice* device = nullptr;
    ALCcontext* context = nullptr;
    bool tells_loss = false;

    Handles() = default;
    Handles(const Handles&) = delete;
    Handles& operator=(const Handles&) = delete;
    Handles(Handles&&) = delete;
    Handles& operator=(Handles&&) = delete;

    ~Handles() {
        if (context != nullptr) {
            alcMakeContextCurrent(nullptr);
            alcDestroyContext(context);
        }
        if (device != nullptr) {
            alcCloseDevice(device);
        }
    }
};

std::unique_ptr<SoundDevice> SoundDevice::open() {
    quiet_the_libraries();
    auto handles = std::make_unique<Handles>();
    handles->device = alcOpenDevice(nullptr);
    if (handles->device == nullptr) {
        return nullptr;
    }
    handles->context = alcCreateContext(handles->device, nullptr);
    if (handles->context == nullptr || alcMakeContextCurrent(handles->context) == ALC_FALSE) {
        return nullptr;
    }
    handles->tells_loss = alcIsExtensionPresent(handles->device, "ALC_EXT_disconnect") == ALC_TRUE;
    std::unique_ptr<SoundDevice> made(new SoundDevice);
    made->handles_ = std::move(handles);
    return made;
}

SoundDevice::~SoundDevice() = default;

bool SoundDevice::connected() const {
    ALCint connected = 1;
    if (handles_->tells_loss) {
        alcGetIntegerv(handles_->device, ALC_CONNECTED, 1, &connected);
    }
    return connected != 0;
}

SoundSource::SoundSource(bool loops) {
    alGenSources(1, &source_);
    alSourcei(source_, AL_SOURCE_RELATIVE, AL_TRUE); // at the listener's own place: the same in both ears
    alSourcei(source_, AL_LOOPING, loops ? AL_TRUE : AL_FALSE);
    alSourcef(source_, AL_GAIN, 0);
}

SoundSource::~SoundSource() {
    alDeleteSources(1, &source_);
    if (buffer_ != 0) {
        alDeleteBuffers(1, &buffer_);
    }
}

void SoundSource::play(const Waveform& sound) {
    stop();
    alSourcei(source_, AL_BUFFER, 0);
    if (buffer_ == 0) {
        alGenBuffers(1, &buffer_);
    }
    const std::vector<short> pcm = to_pcm(sound);
    alBufferData(buffer_, AL_FORMAT_MONO16, pcm.data(), static_cast<ALsizei>(pcm.size() * sizeof(short)),
                 sample_rate_hz);
    alSourcei(source_, AL_BUFFER, static_cast<ALint>(buffer_));
    alSourcePlay(source_);
}

void SoundSource::stop() const { alSourceStop(source_); }

void SoundSource::set(float gain, float pitch) const {
    alSourcef(source_, AL_GAIN, std::clamp(gain, 0.0F, 1.0F));
    alSourcef(source_, AL_PITCH, std::clamp(pitch, 0.25F, 4.0F));
}

double SoundSource::position_s() const {
    ALfloat seconds = 0;
    alGetSourcef(source_, AL_SEC_OFFSET, &seconds);
    return seconds;
}

void SoundSource::move_to(double position_s) const {
    alSourcef(source_, AL_SEC_OFFSET, static_cast<ALfloat>(position_s));
}

bool SoundSource::playing() const {
    ALint state = 0;
    alGetSourcei(source_, AL_SOURCE_STATE, &state);
    return state == AL_PLAYING;
}

} // namespace tactus::audio
