#pragma once
/// Tells when a JACK server has ended: RtMidi goes on as if it were there.

#include <atomic>
#include <memory>

struct _jack_client; // NOLINT(bugprone-reserved-identifier): the library names it so

namespace tactus::devices {

/// A client of the server that does nothing but notice its end. Never starts a server. Main thread only; the
/// server's own thread sets the flag.
class JackWatch {
public:
    JackWatch();
    ~JackWatch();
    JackWatch(const JackWatch&) = delete;
    JackWatch& operator=(const JackWatch&) = delete;
    JackWatch(JackWatch&&) = delete;
    JackWatch& operator=(JackWatch&&) = delete;

    /// False when there was no server, or it has ended since.
    [[nodiscard]] bool server_runs() const { return runs_; }

private:
    struct Close {
        void operator()(_jack_client* client) const;
    };

    std::atomic<bool> runs_ = false;
    std::unique_ptr<_jack_client, Close> client_;
};

} // namespace tactus::devices
