#include "sim/authoring/user_error.hpp"
#include "sim/client/client_file.hpp"
#include "sim/client/product_shelf.hpp"
#include "tests/sim/client/assets.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

using namespace tactus;
using namespace tactus::client;

namespace {

std::vector<ShelfProduct> shelf() { return read_product_shelf(tests::assets / "intake" / "products.toml"); }

/// Ids of what such a client bears.
std::vector<std::string> borne(const std::vector<std::string>& banned) {
    Condition condition;
    condition.banned_ingredients = banned;
    std::vector<std::string> ids;
    for (const ShelfProduct& product : shelf()) {
        if (banned_in(condition, product).empty()) {
            ids.push_back(product.id);
        }
    }
    return ids;
}

} // namespace

TEST_CASE("of six bottles few are right for an allergy, and their fronts do not tell which") {
    REQUIRE(shelf().size() == 6);
    const Condition allergy = read_client(tests::assets / "clients" / "haddad.toml").condition;
    CHECK(borne(allergy.banned_ingredients) == std::vector<std::string>{"clinic_gel"});
    CHECK(borne({"Prunus amygdalus dulcis oil", "Juglans regia seed oil"}).size() == 4); // nuts alone
    CHECK(borne({"parfum", "linalool", "limonene"}) ==
          std::vector<std::string>{"almond", "plain_lotion", "clinic_gel"});
    CHECK(borne({"LANOLIN"}).size() == 5);
    CHECK(borne({}).size() == 6);
    const std::vector<ShelfProduct> all = shelf();
    CHECK(banned_in(allergy, *product_on(all, "plain_lotion")) ==
          std::vector<std::string>{"Juglans Regia Seed Oil"}); // "Unscented, for sensitive skin"
}

TEST_CASE("a label reads as it is printed, and its event says kind and ingredients") {
    const std::vector<ShelfProduct> all = shelf();
    const ShelfProduct& almond = *product_on(all, "almond");
    CHECK(label_text(almond) == "Prunus Amygdalus Dulcis Oil, Tocopherol");
    CHECK(product_event_text(almond) == "oil Prunus Amygdalus Dulcis Oil; Tocopherol");
    CHECK(product_on(all, "snake_oil") == nullptr);
}

TEST_CASE("a shelf with faults is told line by line") {
    std::string said;
    try {
        parse_product_shelf(
            "[[product]]\nid = \"a\"\nname = \"A\"\nkind = \"foam\"\n"
            "[[product]]\nid = \"a\"\nname = \"A\"\nkind = \"oil\"\ningredients = [\"A; B\"]\n",
            "products.toml");
    } catch (const UserError& error) {
        said = error.what();
    }
    for (const char* const part : {"foam", "names nothing", "stands twice", "holds a `;`"}) {
        CAPTURE(part);
        CHECK(said.find(part) != std::string::npos);
    }
}
