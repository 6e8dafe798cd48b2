#include "sim/replay/envelope.hpp"

#include "sim/replay/byte_stream.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace tactus::replay {
namespace {

constexpr std::string_view magic = "TACTUS\r\n"; // the line end shows a transfer that meddled with texts
static_assert(head_bytes == magic.size() + 2 * sizeof(std::uint32_t));

/// Those that are read, oldest first.
const std::array formats{&format_1, &format_2};

/// The format to read a file by. Throws when it is none that this program may open.
const Format& format_of(std::uint32_t number, std::uint32_t deprecation, const std::string& name) {
    const auto* const known = std::ranges::find(formats, number, &Format::number);
    if (known != formats.end()) {
        return **known;
    }
    if (number > newest_format && deprecation <= deprecation_number) {
        return *formats.back();
    }
    throw RecordingError(Damage::newer_format,
                         {name, "has recording format " + std::to_string(number),
                          "open it with the version of Tactus that made it; this one reads formats 1 to " +
                              std::to_string(newest_format)});
}

} // namespace

Envelope open_envelope(std::span<const std::uint8_t> bytes, const std::string& name) {
    if (bytes.size() < magic.size() || !std::equal(magic.begin(), magic.end(), bytes.begin())) {
        throw RecordingError(Damage::not_a_recording, {name, "is not a Tactus recording",
                                                       "choose a file that Tactus wrote (.tactus)"});
    }
    ByteReader head(bytes.subspan(magic.size()), name);
    const auto number = head.get<std::uint32_t>();
    const auto deprecation = head.get<std::uint32_t>();
    const Format& format = format_of(number, deprecation, name);
    Envelope envelope = format.split(bytes, name);
    envelope.format = number;
    if (!std::ranges::equal(blake2b(envelope.sealed), envelope.digest)) {
        if (format.looks_cut(envelope)) {
            throw ends_too_early(name);
        }
        throw RecordingError(Damage::edited,
                             {name, "does not match its checksum: it was changed after it was made",
                              "copy the file again from where it was made"});
    }
    return envelope;
}

std::vector<std::uint8_t> sealed_in_envelope(std::span<const std::uint8_t> run) {
    ByteWriter out;
    out.put_bytes({reinterpret_cast<const std::uint8_t*>(magic.data()), magic.size()});
    out.put(newest_format);
    out.put(deprecation_number);
    out.put(static_cast<std::uint64_t>(run.size()));
    out.put_bytes(run);
    const Digest digest = blake2b(out.bytes());
    out.put_bytes(digest);
    return out.bytes();
}

} // namespace tactus::replay
