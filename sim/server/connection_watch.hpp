#pragma once
/// Ends connections by age. httplib's time-outs begin anew with every byte, so that a client who sends one
/// byte every few seconds would hold a thread for ever (slow loris).

#include <chrono>
#include <map>
#include <thread>

namespace tactus::server {

/// Looks four times a second at this process's accepted connections on `port` and shuts down those that are
/// older than `lifetime`. Their threads then find the end of the stream and close them.
class ConnectionWatch {
public:
    ConnectionWatch(int port, std::chrono::milliseconds lifetime);

private:
    using Clock = std::chrono::steady_clock;

    struct Seen {
        unsigned long socket = 0; ///< inode: a descriptor's number is used again, this is not
        Clock::time_point first;
    };

    void look();

    int port_;
    std::chrono::milliseconds lifetime_;
    std::map<int, Seen> seen_; ///< by descriptor
    std::jthread thread_;      ///< last: it uses the others
};

} // namespace tactus::server
