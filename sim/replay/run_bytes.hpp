#pragma once
/// The run itself as bytes, the same in every format: header (length-prefixed texts and numbers), one zstd
/// frame a second of input with a 16-bit mark a step, the chained hash and the digest of the full state, and
/// the ending with the result.

#include "sim/replay/byte_stream.hpp"
#include "sim/replay/recording.hpp"

namespace tactus::replay {

void put_run(ByteWriter& out, const Recording& recording);

/// Throws RecordingError (cut), UserError (a value that this version does not know, or that no run has).
Recording get_run(ByteReader& in);

} // namespace tactus::replay
