#include "sim/contact/contact_data.hpp"
#include "sim/contact/friction.hpp"

#include <doctest/doctest.h>

using namespace tactus;

TEST_CASE("friction falls from a dry hand to an oiled one and never rises with oil") {
    CHECK(contact::friction(0).sliding == doctest::Approx(contact::friction_dry.value));
    CHECK(contact::friction(0).sticking == doctest::Approx(contact::friction_dry_static.value));
    CHECK(contact::friction(1).sliding == doctest::Approx(contact::friction_oiled.value));
    contact::Friction before = contact::friction(0);
    for (int k = 1; k <= 20; ++k) {
        const contact::Friction now = contact::friction(static_cast<float>(k) / 20);
        CHECK(now.sliding < before.sliding);
        CHECK(now.sticking < before.sticking);
        CHECK(now.sticking >= now.sliding);
        before = now;
    }
    CHECK(before.sticking == before.sliding); // under fresh oil nothing sticks
    CHECK(contact::friction(-3).sliding == contact::friction(0).sliding);
    CHECK(contact::friction(7).sliding == contact::friction(1).sliding);
}

TEST_CASE("a place that slides loses what it stuck by on the way, and has it again after a rest") {
    const contact::Friction dry = contact::friction(0);
    CHECK(dry.after(0) == dry.sticking);
    CHECK(dry.after(0.5F * contact::friction_loss_m.f()) ==
          doctest::Approx(0.5F * (dry.sticking + dry.sliding)));
    CHECK(dry.after(0.1F) == dry.sliding);
    CHECK(contact::rested(0.001F, 0) == 0.001F);
    CHECK(contact::rested(0.001F, 0.1F) == doctest::Approx(0.001F * 0.3679F).epsilon(1e-3));
    CHECK(dry.after(contact::rested(0.001F, 1)) == doctest::Approx(dry.sticking).epsilon(1e-3));
}

TEST_CASE("each product slips in its own way, and all end at a dry hand") {
    using contact::Product;
    const auto fresh = [](Product product) { return contact::friction(1, product).sliding; };
    CHECK(fresh(Product::oil) < fresh(Product::gel));
    CHECK(fresh(Product::gel) < fresh(Product::lotion));
    CHECK(fresh(Product::lotion) < contact::friction(0).sliding);
    for (int k = 0; k < contact::product_count; ++k) {
        const auto product = static_cast<Product>(k);
        CHECK(contact::friction(0, product).sliding == doctest::Approx(contact::friction_dry.value));
        CHECK(contact::product_named(contact::product_name(product)) == product);
    }
    CHECK_FALSE(contact::product_named("butter").has_value());
}

TEST_CASE("every constant of contact lies in its own range") {
    for (const NamedConstant& named : contact::constants()) {
        CAPTURE(named.name);
        CHECK(named.constant.low <= named.constant.value);
        CHECK(named.constant.value <= named.constant.high);
    }
}
