#include "sim/scoring/walton.hpp"

#include "sim/scoring/scoring_data.hpp"

namespace tactus::scoring {

int walton_level(contact::ToolKind tool, double force_n) {
    int level = 0;
    if (contact::broad(tool)) {
        for (const Cited& edge : walton_palm_n) {
            level += force_n >= edge ? 1 : 0;
        }
        return level;
    }
    level = 1; // a thumb has no level 0: it cannot rest without pressing
    for (const Cited& edge : walton_thumb_n) {
        level += force_n >= edge ? 1 : 0;
    }
    return level;
}

} // namespace tactus::scoring
