#include "sim/authoring/trimmed.hpp"

#include <doctest/doctest.h>

using tactus::authoring::trimmed;

TEST_CASE("blanks around a text are left out, those inside it stay") {
    CHECK(trimmed(" \ta b \r") == "a b");
    CHECK(trimmed("ab") == "ab");
}

TEST_CASE("what is left stands in the text itself, even when it is nothing") {
    const std::string_view text = "x, \t ,y";
    const std::string_view cell = trimmed(text.substr(2, 3));
    CHECK(cell.empty());
    CHECK(cell.data() >= text.data());
    CHECK(cell.data() <= text.data() + text.size());
    CHECK(trimmed(std::string_view()).empty());
}
