#include "engine/ui/screens/skin_later_screen.hpp"

#include <doctest/doctest.h>

using namespace tactus;
using client::SkinTone;

TEST_CASE("a bruise is told by its colours on pale skin and by darkness and warmth on dark skin") {
    for (const SkinTone tone : {SkinTone::fair, SkinTone::light, SkinTone::tan}) {
        CHECK(ui::bruise_words(tone).find("blue-red at heart") != std::string::npos);
    }
    for (const SkinTone tone : {SkinTone::brown, SkinTone::deep}) {
        CHECK(ui::bruise_words(tone).find("darker than the skin around it") != std::string::npos);
        CHECK(ui::bruise_words(tone).find("warm") != std::string::npos);
        CHECK(ui::bruise_words(tone).find("blue-red") == std::string::npos);
    }
}
