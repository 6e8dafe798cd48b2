#include "sim/replay/film.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <zstd.h>

namespace tactus::replay {

namespace {

using session::SkinSnapshot;
using Maps = std::vector<std::int16_t>;
using Sizes = std::array<std::size_t, 8>;

constexpr float steps_a_metre = 64'000;
constexpr float steps_a_pascal = 0.1F;
constexpr float steps_a_unit = 16'384;
constexpr int frames_a_whole = 30; ///< a second: more would make a jump slow, fewer the film large
constexpr int film_compression = 1;

std::int16_t rounded(float value, float steps) {
    constexpr float most = 32'767;
    return static_cast<std::int16_t>(std::lround(std::clamp(value * steps, -most, most)));
}

struct Channel {
    std::vector<float> SkinSnapshot::*map;
    float steps;
};

constexpr std::array film_channels{
    Channel{&SkinSnapshot::pressure_pa, steps_a_pascal}, Channel{&SkinSnapshot::redness, steps_a_unit},
    Channel{&SkinSnapshot::blanching, steps_a_unit},     Channel{&SkinSnapshot::oil, steps_a_unit},
    Channel{&SkinSnapshot::coverage, steps_a_unit},      Channel{&SkinSnapshot::weal, steps_a_unit},
    Channel{&SkinSnapshot::bruise, steps_a_unit}};

static_assert(std::tuple_size_v<Sizes> == film_channels.size() + 1);

Maps maps_of(const SkinSnapshot& skin) {
    Maps maps;
    maps.reserve((3 + film_channels.size()) * skin.displacement_m.size());
    for (int axis = 0; axis < 3; ++axis) { // apart: neighbours along an axis are alike
        for (const Vec3& moved : skin.displacement_m) {
            maps.push_back(rounded(moved[axis], steps_a_metre));
        }
    }
    for (const Channel& channel : film_channels) {
        for (const float value : skin.*channel.map) {
            maps.push_back(rounded(value, channel.steps));
        }
    }
    return maps;
}

/// Sizes are those that `skin` has.
void write_maps(const Maps& maps, SkinSnapshot& skin) {
    const std::int16_t* next = maps.data();
    for (int axis = 0; axis < 3; ++axis) {
        for (Vec3& moved : skin.displacement_m) {
            moved[axis] = static_cast<float>(*next++) / steps_a_metre;
        }
    }
    for (const Channel& channel : film_channels) {
        for (float& value : skin.*channel.map) {
            value = static_cast<float>(*next++) / channel.steps;
        }
    }
    assert(next == maps.data() + maps.size());
}

/// Adds or takes away one map from another, wrapping round.
Maps combined(const Maps& a, const Maps& b, int sign) {
    Maps sum(a.size());
    std::ranges::transform(a, b, sum.begin(), [sign](std::int16_t x, std::int16_t y) {
        return static_cast<std::int16_t>(static_cast<std::uint16_t>(x + sign * y));
    });
    return sum;
}

std::vector<std::uint8_t> packed(const Maps& maps) {
    // Low and high bytes apart: of small changes the high ones are all alike.
    std::vector<std::uint8_t> plain(2 * maps.size());
    for (std::size_t k = 0; k < maps.size(); ++k) {
        const auto value = static_cast<std::uint16_t>(maps[k]);
        plain[k] = static_cast<std::uint8_t>(value & 0xFFU);
        plain[maps.size() + k] = static_cast<std::uint8_t>(value >> 8U);
    }
    std::vector<std::uint8_t> bytes(ZSTD_compressBound(plain.size()));
    bytes.resize(ZSTD_compress(bytes.data(), bytes.size(), plain.data(), plain.size(), film_compression));
    bytes.shrink_to_fit();
    return bytes;
}

Maps unpacked(const std::vector<std::uint8_t>& bytes) {
    std::vector<std::uint8_t> plain(ZSTD_getFrameContentSize(bytes.data(), bytes.size()));
    ZSTD_decompress(plain.data(), plain.size(), bytes.data(), bytes.size());
    Maps maps(plain.size() / 2);
    for (std::size_t k = 0; k < maps.size(); ++k) {
        maps[k] = static_cast<std::int16_t>(
            static_cast<std::uint16_t>(plain[k] | static_cast<unsigned>(plain[maps.size() + k]) << 8U));
    }
    return maps;
}

Sizes sizes_of(const SkinSnapshot& skin) {
    Sizes sizes{skin.displacement_m.size()};
    for (std::size_t k = 0; k < film_channels.size(); ++k) {
        sizes[k + 1] = (skin.*film_channels[k].map).size();
    }
    return sizes;
}

void resize(SkinSnapshot& skin, const Sizes& sizes) {
    skin.displacement_m.resize(sizes.front());
    for (std::size_t k = 0; k < film_channels.size(); ++k) {
        (skin.*film_channels[k].map).resize(sizes[k + 1]);
    }
}

} // namespace

void Film::add(const session::Snapshot& picture) {
    if (last_s_ && picture.t_s <= *last_s_) {
        return;
    }
    last_s_ = picture.t_s;
    auto frame = std::make_shared<Frame>();
    frame->rest = picture;
    frame->rest.skin = {};
    frame->sizes = sizes_of(picture.skin);
    Maps maps = maps_of(picture.skin);
    frame->whole = since_whole_ == 0 || maps.size() != last_.size();
    since_whole_ = frame->whole ? 1 : (since_whole_ + 1) % frames_a_whole;
    frame->packed = packed(frame->whole ? maps : combined(maps, last_, -1));
    last_ = std::move(maps);
    const std::scoped_lock lock(mutex_);
    bytes_ += frame->packed.size() + sizeof(Frame);
    frames_.push_back(std::move(frame));
    drop_oldest();
}

// From one whole frame to the next: what is left must begin with a whole one.
void Film::drop_oldest() {
    while (bytes_ > most_bytes_ && frames_.size() > 1) {
        do {
            bytes_ -= frames_.front()->packed.size() + sizeof(Frame);
            frames_.pop_front();
        } while (!frames_.empty() && !frames_.front()->whole);
    }
}

std::optional<Film::Span> Film::span() const {
    const std::scoped_lock lock(mutex_);
    if (frames_.empty()) {
        return std::nullopt;
    }
    return Span{frames_.front()->rest.t_s, frames_.back()->rest.t_s};
}

std::size_t Film::bytes() const {
    const std::scoped_lock lock(mutex_);
    return bytes_;
}

/// From the one that tells the maps whole to the one that is asked for; empty while the film is.
std::vector<std::shared_ptr<const Film::Frame>> Film::frames_to(double t_s) const {
    const std::scoped_lock lock(mutex_);
    if (frames_.empty()) {
        return {};
    }
    auto last = std::ranges::upper_bound(frames_, t_s, {}, [](const auto& frame) { return frame->rest.t_s; });
    last += last == frames_.begin() ? 1 : 0;
    auto first = last - 1;
    while (!(*first)->whole) {
        --first;
    }
    return {first, last};
}

bool Film::look(double t_s, session::Snapshot& picture) const {
    const auto frames = frames_to(t_s);
    if (frames.empty()) {
        return false;
    }
    const auto seen = std::ranges::find(frames, seen_.frame);
    auto next = seen == frames.end() ? frames.begin() : seen + 1;
    for (; next != frames.end(); ++next) {
        Maps maps = unpacked((*next)->packed);
        seen_.maps = (*next)->whole ? std::move(maps) : combined(maps, seen_.maps, 1);
    }
    seen_.frame = frames.back();
    const Frame& frame = *frames.back();
    SkinSnapshot skin = std::move(picture.skin); // no allocation once it was looked at before
    picture = frame.rest;
    picture.skin = std::move(skin);
    resize(picture.skin, frame.sizes);
    write_maps(seen_.maps, picture.skin);
    return true;
}

} // namespace tactus::replay
