#pragma once
/// A run as it is put down while it goes on, so that whatever ends the program leaves all of it up to the
/// last whole second. A recording says how a run ended; a spool is what there is when it has not.
///
/// File: magic, the length of the start, the start (who, how, and a recording without frames, which carries
/// its own checksum); then a block a second: length, content, BLAKE2b-128 of the content. What does not match
/// ends it: a block that a kill or a full disk cut off is not there.

#include "sim/replay/recording.hpp"

namespace tactus::replay {

/// How the program ran it, beyond what a recording says. The numbers are the program's own.
struct RunMode {
    double speed = 1;          ///< simulated seconds a second
    std::uint8_t practice = 0; ///< the way of practising
    std::int32_t ladder_step = 0;
    bool retry = true;
    bool aided = false;

    friend bool operator==(const RunMode&, const RunMode&) = default;
};

struct Spool {
    std::string student; ///< display name; "" = guest
    RunMode mode;
    Recording recording; ///< whole seconds; its device and force source as of the last one; no ending
    std::uint64_t whole_bytes = 0; ///< of the file: what follows them is no block
};

/// The first bytes of the file. Frames in spool.recording are left out.
std::vector<std::uint8_t> spool_start(const Spool& spool);

/// By what a run was done so far: an Origin has the same at its end.
struct DoneBy {
    std::string device;
    std::string force_source;
};

/// One block: the last frames_a_block frames of a recording that has a multiple of them.
std::vector<std::uint8_t> spool_second(const Recording& recording, const DoneBy& by);

/// Throws UserError: no spool, of another format, its start damaged or cut off.
Spool read_spool(const std::filesystem::path& file);
Spool parse_spool(std::span<const std::uint8_t> bytes, const std::string& name);

} // namespace tactus::replay
