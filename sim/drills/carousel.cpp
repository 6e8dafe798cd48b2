#include "sim/drills/carousel.hpp"

#include "sim/math/random.hpp"

#include <algorithm>
#include <utility>

namespace tactus::drills {

std::vector<std::string> drawn_clients(const Drill& drill, std::uint64_t seed) {
    if (drill.cards == 0) {
        return {drill.client};
    }
    constexpr std::uint64_t stream = 0xCA6D5; // of the lots
    std::vector<std::string> all = drill.clients;
    const auto wanted = static_cast<std::size_t>(drill.cards);
    for (std::size_t k = 0; k < wanted && k < all.size(); ++k) {
        const std::uint64_t left = all.size() - k;
        std::swap(all[k], all[k + math::random_bits(seed, stream, k) % left]);
    }
    all.resize(std::min(wanted, all.size()));
    return all;
}

} // namespace tactus::drills
