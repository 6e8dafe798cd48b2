#include "sim/replay/byte_stream.hpp"

namespace tactus::replay {

// Not inline: GCC 12 takes the growth of a vector whose size it can work out for a write past its end.
void ByteWriter::put_bytes(std::span<const std::uint8_t> bytes) {
    bytes_.insert(bytes_.end(), bytes.begin(), bytes.end());
}

} // namespace tactus::replay
