#pragma once
/// Puts a run down on the disk second by second while it goes on, on a thread of its own: the session never
/// waits for a disk. While the disk takes nothing, the run is kept in memory and tried again each second.

#include "engine/platform/appended_file.hpp"

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace tactus::app {

class RunSpool {
public:
    /// As much of a run is kept in memory; at about a kilobyte a second that is most of a day.
    static constexpr std::size_t most_in_memory_bytes = std::size_t{64} << 20U;

    /// file: goes on after its first `size` bytes, or begins anew with 0. Never throws: trouble() says what
    /// is wrong.
    RunSpool(std::filesystem::path file, std::uint64_t size);

    ~RunSpool(); ///< discards, unless leave() was called
    RunSpool(const RunSpool&) = delete;
    RunSpool& operator=(const RunSpool&) = delete;
    RunSpool(RunSpool&&) = delete;
    RunSpool& operator=(RunSpool&&) = delete;

    /// The start, then second after second. Any thread.
    void add(std::vector<std::uint8_t> bytes);

    /// The run is kept elsewhere, or given up: the file goes.
    void discard();

    /// The file stays for the next start. Tries once more to put down what is still in memory.
    void leave();

    /// Why the disk takes nothing, as a sentence for the screen; empty = all is well. Any thread.
    [[nodiscard]] std::string trouble() const;

private:
    void write_on();
    void end();

    std::filesystem::path path_;
    std::uint64_t begin_at_;
    platform::AppendedFile file_; ///< of the thread
    mutable std::mutex mutex_;
    std::condition_variable woken_;
    std::deque<std::vector<std::uint8_t>> waiting_;
    std::size_t waiting_bytes_ = 0;
    std::string trouble_;
    bool gapped_ = false; ///< a second is missing: what comes after it is of no use
    bool discarded_ = false;
    bool ends_ = false;
    bool left_ = false;
    std::thread thread_;
};

} // namespace tactus::app
