#include "sim/server/connection_watch.hpp"

#include <algorithm>
#include <arpa/inet.h>
#include <cstring>
#include <filesystem>
#include <netinet/in.h>
#include <optional>
#include <string>
#include <sys/socket.h>
#include <sys/stat.h>
#include <vector>

namespace fs = std::filesystem;

namespace tactus::server {
namespace {

/// Often enough for the lifetime, and for the end of the program not to wait.
std::chrono::milliseconds between_looks(std::chrono::milliseconds lifetime) {
    return std::min(std::chrono::milliseconds(250), lifetime / 4);
}

std::optional<int> local_port(int descriptor) {
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    if (getsockname(descriptor, reinterpret_cast<sockaddr*>(&address), &size) != 0) {
        return std::nullopt;
    }
    if (address.ss_family == AF_INET) {
        return ntohs(reinterpret_cast<const sockaddr_in*>(&address)->sin_port);
    }
    return address.ss_family == AF_INET6
               ? std::optional<int>(ntohs(reinterpret_cast<const sockaddr_in6*>(&address)->sin6_port))
               : std::nullopt;
}

bool is_accepted(int descriptor) {
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    return getpeername(descriptor, reinterpret_cast<sockaddr*>(&address), &size) == 0;
}

std::vector<int> open_descriptors() {
    std::vector<int> found;
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator("/proc/self/fd", error)) {
        found.push_back(std::stoi(entry.path().filename().string()));
    }
    return found;
}

} // namespace

ConnectionWatch::ConnectionWatch(int port, std::chrono::milliseconds lifetime)
    : port_(port), lifetime_(lifetime), thread_([this](const std::stop_token& stop) {
          while (!stop.stop_requested()) {
              look();
              std::this_thread::sleep_for(between_looks(lifetime_));
          }
      }) {}

void ConnectionWatch::look() {
    std::map<int, Seen> now;
    for (const int descriptor : open_descriptors()) {
        struct stat about {};

        if (fstat(descriptor, &about) != 0 || !S_ISSOCK(about.st_mode) || local_port(descriptor) != port_ ||
            !is_accepted(descriptor)) {
            continue;
        }
        const auto known = seen_.find(descriptor);
        const bool same = known != seen_.end() && known->second.socket == about.st_ino;
        const Seen seen = same ? known->second : Seen{.socket = about.st_ino, .first = Clock::now()};
        if (Clock::now() - seen.first > lifetime_) {
            shutdown(descriptor, SHUT_RDWR);
        }
        now.emplace(descriptor, seen);
    }
    seen_ = std::move(now);
}

} // namespace tactus::server
