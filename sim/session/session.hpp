#pragma once
/// One run: (client, drill, rubric, setting, seed, input frames so far) -> everything. 240 steps a second.

#include "sim/client/client.hpp"
#include "sim/drills/drill.hpp"
#include "sim/scoring/rubric.hpp"
#include "sim/scoring/score.hpp"
#include "sim/session/input_frame.hpp"
#include "sim/session/snapshot.hpp"
#include "sim/tissue/tissue.hpp"

#include <cstdint>
#include <memory>

namespace tactus::session {

inline constexpr double step_s = 1.0 / 240.0;

/// The same arguments give the same run, bit for bit.
struct Setup {
    client::Client client;
    drills::Drill drill;
    scoring::Rubric rubric;
    tissue::Setting setting = tissue::Setting::fine;
    std::uint64_t seed = 1;
    tissue::MaterialScale material; ///< experiments only; recordings refuse anything but 1
};

class Session {
public:
    /// Builds the body (about a second). threads changes speed only, never a result.
    Session(const Setup& setup, int threads);

    /// As above with the anatomy already made for setup.client.
    Session(const Setup& setup, std::shared_ptr<const anatomy::Anatomy> anatomy, int threads);
    ~Session();
    Session(Session&&) noexcept;
    Session& operator=(Session&&) noexcept;
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    /// One step of 1/240 s. Call from one thread at a time. Cannot fail: everything was checked before.
    void step(const InputFrame& frame);

    /// Copies the state of after the last step; no allocation once `snapshot` was written before.
    void write(Snapshot& snapshot) const;

    /// How the skin looks so many seconds from now if no hand comes near: redness and weals fade as their
    /// slowest part does, bruises come out, which takes longer than most runs. Its bruise is empty when none
    /// shows then.
    [[nodiscard]] SkinSnapshot skin_after(double later_s) const;

    [[nodiscard]] bool finished() const; ///< the drill's time is over or the student stopped
    [[nodiscard]] double time_s() const; ///< scored time, pauses left out
    [[nodiscard]] std::uint64_t steps() const;
    [[nodiscard]] std::uint64_t
    chain_hash() const; ///< of each step's outputs, chained; initial value by setup
    [[nodiscard]] std::uint64_t state_digest() const; ///< of the full state
    [[nodiscard]] scoring::Score score() const;       ///< of the run so far
    [[nodiscard]] const anatomy::Anatomy& anatomy() const;
    [[nodiscard]] const Setup& setup() const;
    [[nodiscard]] const physiology::ClientState& client_state() const;
    [[nodiscard]] const strokes::ContactTrace& trace() const;
    /// Whenever a thumb pressed, the tissue's grid was fine enough for it.
    [[nodiscard]] bool resolved_thumb() const;
    [[nodiscard]] double worst_trust_error() const; ///< 95th percentile of the trust error over loaded steps

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace tactus::session
