#pragma once
/// Who lies there: a client as its file says. Plain values, no TOML.

#include "sim/anatomy/body.hpp"
#include "sim/anatomy/trigger_points.hpp"
#include "sim/client/condition.hpp"
#include "sim/math/vec.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace tactus::client {

/// Fitzpatrick-like skin tones of look.md 2.2.
enum class SkinTone : std::uint8_t { fair, light, tan, brown, deep };

/// How the body answers (facts 5.4); 1 or the healthy value by default.
struct Response {
    float ppt_factor = 1;         ///< multiplies every pain threshold
    float resting_tone = 0.10F;   ///< a0
    float guard_threshold = 7.5F; ///< discomfort at which guarding starts
    float guard_gain = 0.10F;     ///< tone a point above it
    float redness_gain = 1;
    float redness_decay = 1;
    float stroke_speed_limit_m_s = 0.60F; ///< v*: above it the stretch reflex fires
    float joint_speed_limit_deg_s = 200;  ///< w*: joints led faster fire it too
    float truthfulness = 0.9F;            ///< of verbal report
    bool slow_reddener = false;
};

/// Everything that a client file says.
struct Client {
    std::string id;    ///< file stem
    std::string name;  ///< "Mr. Adler"
    std::string story; ///< three lines for the picker
    anatomy::BodyParameters body;
    SkinTone skin_tone = SkinTone::light;
    anatomy::HairStyle hair = anatomy::HairStyle::cropped;
    Vec3 hair_colour = Vec3(0.035F, 0.022F, 0.014F); ///< linear
    float complaint_now = 2;                         ///< pain 0-10 that the client comes with
    std::vector<anatomy::TriggerPointChoice> trigger_points;
    Response response; ///< the condition's where the client's own file says nothing
    Condition condition;
};

} // namespace tactus::client
