#include "sim/contact/contact_data.hpp"
#include "sim/contact/friction.hpp"

#include <doctest/doctest.h>

using namespace tactus;

TEST_CASE("friction falls from a dry hand to an oiled one and never rises with oil") {
    CHECK(contact::friction_coefficient(0) == doctest::Approx(contact::friction_dry.value));
    CHECK(contact::friction_coefficient(1) == doctest::Approx(contact::friction_oiled.value));
    float before = contact::friction_coefficient(0);
    for (int k = 1; k <= 20; ++k) {
        const float now = contact::friction_coefficient(static_cast<float>(k) / 20);
        CHECK(now < before);
        before = now;
    }
    CHECK(contact::friction_coefficient(-3) == contact::friction_coefficient(0));
    CHECK(contact::friction_coefficient(7) == contact::friction_coefficient(1));
}

TEST_CASE("each product slips in its own way, and all end at a dry hand") {
    using contact::Product;
    const auto fresh = [](Product product) { return contact::friction_coefficient(1, product); };
    CHECK(fresh(Product::oil) < fresh(Product::gel));
    CHECK(fresh(Product::gel) < fresh(Product::lotion));
    CHECK(fresh(Product::lotion) < contact::friction_coefficient(0));
    for (int k = 0; k < contact::product_count; ++k) {
        const auto product = static_cast<Product>(k);
        CHECK(contact::friction_coefficient(0, product) == doctest::Approx(contact::friction_dry.value));
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
