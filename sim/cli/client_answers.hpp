#pragma once
/// How each client answers the same stroke: what is felt, how muscles and skin react, what is said.

#include "sim/client/client.hpp"
#include "sim/tissue/tissue.hpp"

#include <string>
#include <vector>

namespace tactus::cli {

/// Of one stroke.
struct ClientAnswer {
    double force_n = 0;              ///< mean while loaded
    double discomfort = 0;           ///< 0-10, mean while loaded
    double discomfort_peak = 0;      ///< 0-10
    double tone_start = 0;           ///< mean muscle tone before the touch, 0..1
    double tone_peak = 0;            ///< the most of the muscle under the hand, 0..1
    double redness = 0;              ///< the most of the skin when the stroke has been over for two seconds
    std::vector<std::string> said;   ///< ids of what the client uttered, in order
    std::vector<std::string> events; ///< what the body did of itself
};

/// One palm up the right side of the back, 30 N at 10 cm/s, oiled, the client face down. Pure; some seconds
/// of one core.
ClientAnswer answer_to_stroke(const client::Client& client, tissue::Setting setting);

} // namespace tactus::cli
