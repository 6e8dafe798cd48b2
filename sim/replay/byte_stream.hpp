#pragma once
/// Little-endian bytes out and in. The reader never trusts a length: every read is checked against what is
/// left.

#include "sim/authoring/utf8.hpp"
#include "sim/replay/recording_error.hpp"

#include <bit>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace tactus::replay {

static_assert(std::endian::native == std::endian::little,
              "recordings are written as the machine stores them");

/// What is said of bytes that are fewer than they claim; where: "run.tactus: byte 12".
inline RecordingError ends_too_early(std::string where) {
    return {Damage::cut,
            {std::move(where), "the recording ends too early", "copy the file again from where it was made"}};
}

class ByteWriter {
public:
    template <class T> void put(T value) {
        static_assert(std::is_arithmetic_v<T>);
        put_bytes({reinterpret_cast<const std::uint8_t*>(&value), sizeof value});
    }

    void put_text(std::string_view text) {
        put(static_cast<std::uint32_t>(text.size()));
        put_bytes({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
    }

    void put_bytes(std::span<const std::uint8_t> bytes);

    [[nodiscard]] const std::vector<std::uint8_t>& bytes() const { return bytes_; }

private:
    std::vector<std::uint8_t> bytes_;
};

class ByteReader {
public:
    /// name: what errors call the source.
    ByteReader(std::span<const std::uint8_t> bytes, std::string name)
        : bytes_(bytes), name_(std::move(name)) {}

    template <class T> T get() {
        static_assert(std::is_arithmetic_v<T> && !std::is_same_v<T, bool>);
        T value{};
        std::memcpy(&value, take(sizeof value).data(), sizeof value);
        return value;
    }

    /// Throws UserError also when it is no UTF-8: it is shown, and written into TOML and JSON.
    std::string get_text() {
        const std::span<const std::uint8_t> bytes = take(get<std::uint32_t>());
        std::string text(bytes.begin(), bytes.end());
        if (!authoring::is_utf8(text)) {
            throw UserError(Complaint{name_ + ": byte " + std::to_string(place_ - bytes.size()),
                                      "holds a text that is no UTF-8",
                                      "copy the file again from where it was made"});
        }
        return text;
    }

    /// Throws RecordingError when fewer bytes are left.
    std::span<const std::uint8_t> take(std::size_t count) {
        if (count > bytes_.size() - place_) {
            throw ends_too_early(name_ + ": byte " + std::to_string(place_));
        }
        const std::span<const std::uint8_t> taken = bytes_.subspan(place_, count);
        place_ += count;
        return taken;
    }

    [[nodiscard]] bool at_end() const { return place_ == bytes_.size(); }

    [[nodiscard]] std::size_t left() const { return bytes_.size() - place_; }

    [[nodiscard]] const std::string& name() const { return name_; }

private:
    std::span<const std::uint8_t> bytes_;
    std::size_t place_ = 0;
    std::string name_;
};

} // namespace tactus::replay
