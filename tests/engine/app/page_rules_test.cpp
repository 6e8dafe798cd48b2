#include "engine/app/stage/page_rules.hpp"

#include <doctest/doctest.h>

using namespace tactus;
using app::is_typed_on;
using ui::Page;

TEST_CASE("a letter is no key on a page on which words are typed") {
    CHECK(is_typed_on(Page::new_student));
    CHECK(is_typed_on(Page::editor));
    CHECK(is_typed_on(Page::roster)); // as on all pages of the class
    CHECK(is_typed_on(Page::intake));
    CHECK_FALSE(is_typed_on(Page::home));
    CHECK_FALSE(is_typed_on(Page::brief));
    CHECK_FALSE(is_typed_on(Page::settings));
}

TEST_CASE("the client lies beside what is read, and behind what is done") {
    CHECK(app::shows_client_aside(Page::home));
    CHECK(app::shows_client_aside(Page::atlas));
    CHECK_FALSE(app::shows_client_aside(Page::brief));
    CHECK_FALSE(app::shows_client_aside(Page::preparation));
}
