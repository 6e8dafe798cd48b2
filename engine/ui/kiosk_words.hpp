#pragma once
/// What a kiosk tells a visitor of what they did, in their language.

#include "engine/ui/language.hpp"
#include "engine/ui/widgets/gauge.hpp"
#include "sim/client/phrases.hpp"
#include "sim/scoring/score.hpp"
#include "sim/session/snapshot.hpp"

#include <string>

namespace tactus::ui {

/// 0..100 as 1..5 stars.
int stars_of(double score);

/// "A beginning" to "Golden hands".
std::string stars_title(const Translation& tr, int stars);

/// The one thing that would gain most, in a sentence without figures.
std::string visitor_tip(const Translation& tr, const scoring::Score& score);

/// How hard the hand presses: "Just right"; empty while it does not touch.
std::string force_words(const Translation& tr, BandState state);

/// What the client says, its number filled in.
std::string client_sentence(const Translation& tr, const client::Phrases& phrases,
                            const physiology::Utterance& said);

/// The sentence that moves under the attract loop, one after the other.
std::string attract_caption(const Translation& tr, int number);

} // namespace tactus::ui
