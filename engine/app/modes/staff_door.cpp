#include "engine/app/modes/staff_door.hpp"

#include "sim/authoring/user_error.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <sodium.h>

namespace tactus::app {

namespace {

// Some 30 ms and 16 MiB: a kiosk has no memory to spare, and the gate is what slows guessing down.
constexpr unsigned long long hash_passes = 4;
constexpr std::size_t hash_bytes = std::size_t{16} << 20U;

} // namespace

bool CornerKnock::update(Vec2 pointer, bool press_began, bool pressed, double elapsed_s) {
    since_tap_s_ += elapsed_s;
    if (!at(pointer)) {
        count_ = press_began ? 0 : count_;
        held_s_ = 0;
        return false;
    }
    if (press_began) {
        count_ = since_tap_s_ > between_s ? 1 : count_ + 1;
        since_tap_s_ = 0;
        held_s_ = 0;
    }
    if (!pressed) {
        held_s_ = 0;
    } else if (held_s_ >= 0) {
        held_s_ += elapsed_s;
    }
    if (count_ >= taps || held_s_ >= hold_s) {
        count_ = 0;
        held_s_ = -1;
        return true;
    }
    return false;
}

void PinGate::tried(bool right) {
    wrong_ = right ? 0 : wrong_ + 1;
    if (wrong_ >= free_tries) {
        wait_s_ = std::min(longest_wait_s, first_wait_s * std::pow(2.0, wrong_ - free_tries));
    }
}

bool is_pin(const std::string& pin) {
    return pin.size() >= 4 && pin.size() <= 12 &&
           std::ranges::all_of(pin, [](char letter) { return letter >= '0' && letter <= '9'; });
}

std::string hash_of_pin(const std::string& pin) {
    if (!is_pin(pin)) {
        throw UserError(Complaint{"PIN", "is not four to twelve digits", "choose another one"});
    }
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    if (sodium_init() < 0 ||
        crypto_pwhash_str(hash.data(), pin.data(), pin.size(), hash_passes, hash_bytes) != 0) {
        throw UserError(Complaint{"PIN", "cannot be hashed: memory is short", "close other programs"});
    }
    return hash.data();
}

bool pin_matches(const std::string& hash, const std::string& pin) {
    return !hash.empty() && sodium_init() >= 0 &&
           crypto_pwhash_str_verify(hash.c_str(), pin.data(), pin.size()) == 0;
}

} // namespace tactus::app
