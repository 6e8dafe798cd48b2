#pragma once
/// What a replay has shown so far, thirty pictures a second, packed: to look back nothing has to be simulated
/// again. Skin maps are rounded beyond what a screen can show (16 um, 10 Pa, 1/16384), all else is exact; the
/// simulation itself is never set back. One thread adds, another looks.

#include "sim/session/snapshot.hpp"

#include <array>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace tactus::replay {

inline constexpr std::uint64_t steps_a_picture = 8; ///< 1/30 s, what a replay steps by

class Film {
public:
    /// most_bytes: when the film is longer, its oldest pictures go.
    explicit Film(std::size_t most_bytes = 400'000'000) : most_bytes_(most_bytes) {}

    /// The next picture; one of a time that is not later than the last one's is left out.
    void add(const session::Snapshot& picture);

    /// First and last time on it, simulated seconds; nullopt while it is empty.
    struct Span {
        double begin_s;
        double end_s;
    };

    [[nodiscard]] std::optional<Span> span() const;

    /// The last picture that is not later than t_s, or the first one. False while the film is empty.
    bool look(double t_s, session::Snapshot& picture) const;

    [[nodiscard]] std::size_t bytes() const; ///< that the pictures take

private:
    /// All maps of the skin as whole numbers, one after the other.
    using Maps = std::vector<std::int16_t>;

    struct Frame {
        session::Snapshot rest;             ///< without the maps
        std::array<std::size_t, 8> sizes{}; ///< of the maps; 0 = there is none
        std::vector<std::uint8_t> packed;   ///< the maps, as the change from the frame before
        bool whole = false;                 ///< they are told without the frame before
    };

    /// A frame that was unpacked: the next one is a step from it.
    struct Unpacked {
        std::shared_ptr<const Frame> frame;
        Maps maps;
    };

    [[nodiscard]] std::vector<std::shared_ptr<const Frame>> frames_to(double t_s) const;
    void drop_oldest();

    std::size_t most_bytes_;
    mutable std::mutex mutex_;
    std::deque<std::shared_ptr<const Frame>> frames_; ///< guarded by mutex_
    std::size_t bytes_ = 0;                           ///< guarded by mutex_
    std::optional<double> last_s_;                    ///< the adding thread's
    Maps last_;                                       ///< the adding thread's
    int since_whole_ = 0;                             ///< the adding thread's
    mutable Unpacked seen_;                           ///< the looking thread's
};

} // namespace tactus::replay
