#include "engine/devices/wires/osc_packet.hpp"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <iterator>

namespace tactus::devices {

namespace {

constexpr int deepest_bundle = 4;
constexpr std::size_t word = 4; ///< everything in OSC is padded to it

void put_word(std::vector<std::uint8_t>& out, std::uint32_t value) {
    for (int shift = 24; shift >= 0; shift -= 8) {
        out.push_back(static_cast<std::uint8_t>(value >> static_cast<unsigned>(shift)));
    }
}

void put_text(std::vector<std::uint8_t>& out, std::string_view text) {
    std::ranges::copy(text, std::back_inserter(out));
    out.resize((out.size() / word + 1) * word); // at least one zero
}

/// Takes from the front of what is left; `good` falls and stays down once something is missing.
struct Reader {
    std::span<const std::uint8_t> left;
    bool good = true;

    std::span<const std::uint8_t> take(std::size_t count) {
        if (!good || count > left.size()) {
            good = false;
            return {};
        }
        const auto taken = left.first(count);
        left = left.subspan(count);
        return taken;
    }

    std::uint32_t take_word() {
        std::uint32_t value = 0;
        for (const std::uint8_t byte : take(word)) {
            value = (value << 8U) | byte;
        }
        return value;
    }

    std::string take_text() {
        const auto end = std::ranges::find(left, std::uint8_t{0});
        const auto length = static_cast<std::size_t>(end - left.begin());
        const auto taken = take((length / word + 1) * word);
        return good ? std::string(taken.begin(), taken.begin() + static_cast<std::ptrdiff_t>(length))
                    : std::string();
    }
};

bool read_message(Reader reader, std::vector<OscMessage>& messages) {
    OscMessage message{.address = reader.take_text(), .arguments = {}};
    const std::string kinds = reader.take_text();
    if (!reader.good || !message.address.starts_with('/') || !kinds.starts_with(',')) {
        return false;
    }
    for (const char kind : kinds.substr(1)) {
        if (kind == 'i') {
            message.arguments.emplace_back(static_cast<std::int32_t>(reader.take_word()));
        } else if (kind == 'f') {
            message.arguments.emplace_back(std::bit_cast<float>(reader.take_word()));
        } else if (kind == 's') {
            message.arguments.emplace_back(reader.take_text());
        } else {
            return false;
        }
    }
    if (reader.good) {
        messages.push_back(std::move(message));
    }
    return reader.good;
}

bool read_packet(Reader reader, std::vector<OscMessage>& messages, int depth) {
    constexpr std::string_view bundle = "#bundle";
    if (depth > deepest_bundle || reader.left.empty()) {
        return false;
    }
    if (reader.left.front() != '#') {
        return read_message(reader, messages);
    }
    if (reader.take_text() != bundle) {
        return false;
    }
    reader.take(2 * word); // its time tag: everything is done at once
    while (reader.good && !reader.left.empty()) {
        const auto part = reader.take(reader.take_word());
        if (!reader.good || !read_packet({part}, messages, depth + 1)) {
            return false;
        }
    }
    return reader.good;
}

} // namespace

std::vector<std::uint8_t> osc_bytes(const OscMessage& message) {
    std::vector<std::uint8_t> out;
    put_text(out, message.address);
    std::string kinds = ",";
    for (const OscMessage::Argument& argument : message.arguments) {
        kinds += "ifs"[argument.index()];
    }
    put_text(out, kinds);
    for (const OscMessage::Argument& argument : message.arguments) {
        if (const auto* number = std::get_if<std::int32_t>(&argument)) {
            put_word(out, static_cast<std::uint32_t>(*number));
        } else if (const auto* real = std::get_if<float>(&argument)) {
            put_word(out, std::bit_cast<std::uint32_t>(*real));
        } else {
            put_text(out, std::get<std::string>(argument));
        }
    }
    return out;
}

std::optional<std::vector<OscMessage>> parse_osc(std::span<const std::uint8_t> packet) {
    std::vector<OscMessage> messages;
    return read_packet({packet}, messages, 0) ? std::optional(std::move(messages)) : std::nullopt;
}

} // namespace tactus::devices
