#include "sim/authoring/user_error.hpp"
#include "sim/client/phrases.hpp"

#include <doctest/doctest.h>

using namespace tactus;

TEST_CASE("the English phrases have a sentence for everything that a client can say") {
    const auto phrases =
        client::read_phrases(std::filesystem::path(TACTUS_SOURCE_DIR) / "assets/phrases/english.toml");
    for (const std::string_view id : client::phrase_ids()) {
        CAPTURE(id);
        CHECK(phrases.sentences.find(id)->second.size() > 5);
    }
    CHECK(phrases.sentence("answer_good", 5.6F) == "A 6. That feels good.");
    CHECK(phrases.sentence("unheard_of", 1) == "unheard_of");
}

TEST_CASE("a phrase file that lacks a sentence or has one too many is refused") {
    CHECK_THROWS_AS(client::parse_phrases("[phrases]\ntoo_much = \"x\"\n", "p.toml"), UserError);
    std::string text = "[phrases]\n";
    for (const std::string_view id : client::phrase_ids()) {
        text += std::string(id) + " = \"words\"\n";
    }
    CHECK_NOTHROW(client::parse_phrases(text, "p.toml"));
    CHECK_THROWS_AS(client::parse_phrases(text + "to_much = \"x\"\n", "p.toml"), UserError);
}
