#include "engine/ui/kiosk_words.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace tactus::ui {

namespace {

struct Tip {
    std::string_view measure; ///< of scoring::Reason
    const char* words;
    const char* below = nullptr; ///< when the value fell short of its target; nullptr = the same words
};

/// In the order in which they are looked up; measures of the demo's drill.
constexpr std::array tips{
    Tip{"time_in_band", translated_later("Watch the ring at your hand: teal means the pressure is right.")},
    Tip{"pressure_time", translated_later("Watch the ring at your hand: teal means the pressure is right.")},
    Tip{"consistency", translated_later("Keep the pressure even, as if your hand were heavy and warm.")},
    Tip{"ramp", translated_later("Sink in slowly; a muscle opens when nothing startles it.")},
    Tip{"speed", translated_later("Slow down: a long line takes as long as a deep breath."),
        translated_later("A little quicker: let the hand glide on without stopping.")},
    Tip{"smoothness", translated_later("Glide without stopping: one long line, one breath.")},
    Tip{"contact", translated_later("Keep your hand on the skin all the way, and on the way back.")},
    Tip{"stroke_time", translated_later("Keep your hand moving: from the waist to the shoulder, and back.")},
    Tip{"coverage", translated_later("Take the whole way, from the waist up to the shoulder.")},
    Tip{"direction", translated_later("Press on the way up to the shoulder; come back lightly.")},
    Tip{"location", translated_later("Find the glowing place first, then press.")},
    Tip{"search", translated_later("Find the glowing place first, then press.")},
    Tip{"hold", translated_later("Stay longer: a knot needs ten quiet seconds to let go.")},
    Tip{"release", translated_later("Let go slowly; the last second counts as much as the first.")},
    Tip{"discomfort", translated_later("That was strong. Ease off as soon as the client tenses.")},
    Tip{"guarding", translated_later("That was strong. Ease off as soon as the client tenses.")},
    Tip{"response", translated_later("That was strong. Ease off as soon as the client tenses.")},
    Tip{"warm_up", translated_later("Begin gently, and press more when the back has warmed up.")},
};

} // namespace

int stars_of(double score) { return std::clamp(static_cast<int>(std::lround(score / 20)), 1, 5); }

std::string stars_title(const Translation& tr, int stars) {
    constexpr std::array titles{translated_later("A beginning"), translated_later("Getting there"),
                                translated_later("Good hands"), translated_later("Very good hands"),
                                translated_later("Golden hands")};
    return tr(titles[static_cast<std::size_t>(std::clamp(stars, 1, 5) - 1)]);
}

std::string visitor_tip(const Translation& tr, const scoring::Score& score) {
    for (const scoring::Reason& reason : score.reasons) { // the most costly first
        const auto* tip = std::ranges::find(tips, std::string_view(reason.measure), &Tip::measure);
        if (tip != tips.end() && reason.marks_lost > 0) {
            const bool short_of_it = tip->below != nullptr && reason.value < reason.target;
            return tr(short_of_it ? tip->below : tip->words);
        }
    }
    return tr("Slow and steady: that is the whole secret.");
}

std::string force_words(const Translation& tr, BandState state) {
    switch (state) {
    case BandState::below:
        return tr("Press a little more");
    case BandState::within:
        return tr("Just right");
    case BandState::above:
        return tr("Too hard");
    case BandState::idle:
        break;
    }
    return {};
}

std::string client_sentence(const Translation& tr, const client::Phrases& phrases,
                            const physiology::Utterance& said) {
    const auto found = phrases.sentences.find(said.phrase);
    if (found == phrases.sentences.end()) {
        return {};
    }
    client::Phrases spoken;
    spoken.sentences.emplace(found->first, tr(found->second));
    return spoken.sentence(said.phrase, said.value);
}

std::string attract_caption(const Translation& tr, int number) {
    constexpr std::array captions{
        translated_later("An expert at work: long, calm strokes that follow the muscles."),
        translated_later("Nothing here is a film: skin, fat and muscle give way under the hand."),
        translated_later("The back answers: it breathes, it tenses, it lets go."),
        translated_later("Pressure, pace and place are measured 240 times a second."),
    };
    return tr(captions[static_cast<std::size_t>(number) % captions.size()]);
}

} // namespace tactus::ui
