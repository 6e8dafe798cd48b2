/// Text that somebody made to do harm.

#include "sim/authoring/nearest_name.hpp"
#include "sim/authoring/table.hpp"
#include "sim/authoring/toml_guard.hpp"
#include "sim/authoring/utf8.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace tactus;

namespace {

/// A key of so many dots between what stands before and behind it.
std::string dots(std::string before, std::size_t count, std::string_view behind) {
    for (std::size_t k = 0; k < count; ++k) {
        before.append("a.");
    }
    return before.append("a").append(behind);
}

} // namespace

TEST_CASE("UTF-8 is told from what only looks like it") {
    for (const char* text :
         {"", "plain", "f\xC3\xBCr", "\xE2\x82\xAC", "\xF0\x9F\x99\x82", "\xF4\x8F\xBF\xBF"}) {
        CHECK(authoring::is_utf8(text));
    }
    for (const char* text :
         {"\x80", "\xC0\x80", "\xC1\xBF", "\xC3", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xE2\x82",
          "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "a\xFFz"}) {
        CHECK_FALSE(authoring::is_utf8(text));
    }
}

TEST_CASE("a key with more dots than any file needs is refused, and prose and numbers are not") {
    constexpr std::size_t deepest = authoring::deepest_dotted_key;
    const auto line = [](const std::string& toml) {
        const auto fault = authoring::toml_fault(toml);
        return fault ? fault->line : 0;
    };
    CHECK(line(dots("", deepest, " = 1\n")) == 0);
    CHECK(line(dots("b = 2\n", deepest + 1, " = 1\n")) == 2);
    CHECK(line(dots("[", deepest + 1, "]\n")) == 1);
    CHECK(line(dots("b = {", deepest + 1, " = 1}\n")) == 1);
    CHECK(line(dots("b = \"", deepest + 1, "\"\n")) == 0);
    CHECK(line(dots("b = \"\"\"\n", deepest + 1, "\\\"\n\"\"\"\"\"\n")) == 0);
    CHECK(line(dots("b = '''", deepest + 1, "\n'''''\n")) == 0);
    CHECK(line(dots("# ", deepest + 1, "\n")) == 0);
    std::string numbers = "list = [";
    for (int k = 0; k < 500; ++k) {
        numbers += "0.5, ";
    }
    CHECK(line(numbers + "]\n") == 0);
    CHECK_THROWS_WITH_AS(authoring::Document(dots("", 400'000, " = 1\n"), "deep.toml"),
                         doctest::Contains("deep.toml:1: is not TOML: has a key of more than 100 dots"),
                         UserError);
}

TEST_CASE("a letter beyond ASCII stands in texts and comments only") {
    const auto faulty = [](const char* toml) { return authoring::toml_fault(toml).has_value(); };
    CHECK_FALSE(faulty("\xEF\xBB\xBF# gr\xC3\xBCn\nname = \"gr\xC3\xBCn\"\n"));
    CHECK_FALSE(faulty("name = 'gr\xC3\xBCn' # gr\xC3\xBCn"));
    CHECK_FALSE(faulty("\"gr\xC3\xBCn\" = \"\\\"gr\xC3\xBCn\""));
    CHECK_FALSE(faulty("story = \"\"\"\ngr\xC3\xBCn \"x\" gr\xC3\xBCn\"\"\"\n"));
    CHECK(faulty("gr\xC3\xBCn = 1"));
    CHECK(faulty("name = \"x\" \xC2\xA0"));
    CHECK(faulty("name = \"\"\"x\"\"\"\"\"\xC3\xBC"));
    CHECK(faulty("name = \"cut off\n\xC3\xBC"));
    CHECK(authoring::toml_fault("a = 1\nb = \xC3\xBC\n")->line == 2);
}

TEST_CASE("a bracket that begins a line has a name, but in a list") {
    const auto faulty = [](const char* toml) { return authoring::toml_fault(toml).has_value(); };
    for (const char* toml : {"[=", "[", "[[", "a = 1\n  [ =]", "[[.]]", "[\n]", "[# x\n]", "a = [1]\n[=]"}) {
        CAPTURE(toml);
        CHECK(faulty(toml));
    }
    for (const char* toml : {"[a]", "[ a ]", "[[a]]", "[\"a\"]", "[[ 'a' ]]", "a = [\n[\n1], [\n2]\n]\n[b]",
                             "[]", "a = [\n # [\n [\n]]\n"}) {
        CAPTURE(toml);
        CHECK_FALSE(faulty(toml));
    }
}

TEST_CASE("a complaint is one printable line of bounded length, cut between letters") {
    const UserError error(
        {.where = "a\nb", .what = "says \x1B[2J" + std::string(2000, 'x'), .mend = "mend\tit"});
    const std::string said = error.what();
    CHECK(said.find_first_of("\n\x1B\t") == std::string::npos);
    CHECK(said.size() < 1300);
    std::string euros;
    for (int k = 0; k < 1000; ++k) {
        euros += "\xE2\x82\xAC";
    }
    CHECK(authoring::is_utf8(UserError({.where = "w", .what = euros + "ab", .mend = ""}).what()));
    CHECK(authoring::is_utf8(UserError({.where = "w", .what = "a" + euros, .mend = ""}).what()));
}

TEST_CASE("a document complains a hundred times at most") {
    std::string many;
    for (int k = 0; k < 5000; ++k) {
        many += "key_" + std::to_string(k) + " = 1\n";
    }
    authoring::Document document(many, "many.toml");
    document.root();
    try {
        document.finish();
        FAIL("nothing was complained of");
    } catch (const UserError& error) {
        CHECK(error.complaints().size() == 100);
    }
}

TEST_CASE("a name a million letters long is nobody's misspelling") {
    const std::vector<std::string> known{"pressure_kpa", "hold_s"};
    CHECK_FALSE(authoring::nearest_name(std::string(1'000'000, 'p'), known));
    CHECK(authoring::nearest_name("presure_kpa", known) == "pressure_kpa");
}
