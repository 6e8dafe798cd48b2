#include "sim/records/uuid.hpp"

#include <cerrno>
#include <cstdio>
#include <sys/random.h>
#include <system_error>

namespace tactus::records {
namespace {

std::uint64_t random_bits() {
    std::uint64_t bits = 0;
    while (getrandom(&bits, sizeof bits, 0) != sizeof bits) {
        if (errno != EINTR) {
            throw std::system_error(errno, std::generic_category(), "getrandom");
        }
    }
    return bits;
}

} // namespace

std::string UuidSource::next(std::int64_t unix_ms) {
    const std::uint64_t chance = random_bits();
    if (unix_ms > last_ms_) {
        last_ms_ = unix_ms;
        counter_ = random_bits() & 0x7FFU; // upper half left free to count in
    } else if (++counter_ > 0xFFFU) {
        ++last_ms_;
        counter_ = 0;
    }
    const auto ms = static_cast<std::uint64_t>(last_ms_);
    std::array<char, 37> text{};
    std::snprintf(text.data(), text.size(), "%08x-%04x-7%03x-%04x-%012llx", static_cast<unsigned>(ms >> 16U),
                  static_cast<unsigned>(ms & 0xFFFFU), static_cast<unsigned>(counter_),
                  static_cast<unsigned>(0x8000U | (chance >> 50U)),
                  static_cast<unsigned long long>(chance & 0xFFFFFFFFFFFFU));
    return text.data();
}

} // namespace tactus::records
