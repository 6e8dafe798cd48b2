#pragma once
/// What is between a hand and skin: massage products, each with its own slip and its own way of going.

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace tactus::contact {

/// The order is that of the names in recordings' events: append only.
enum class Product : std::uint8_t {
    oil,
    lotion, ///< drags a little from the first and is drunk by the skin
    gel,    ///< slips at first and dries
    dry,    ///< none: hands are wiped and stay dry
};

inline constexpr int product_count = 4;

/// "oil", "lotion": the word after `product` in an event. Pure.
std::string_view product_name(Product product);
std::optional<Product> product_named(std::string_view name);
std::span<const std::string_view, product_count> product_names();

/// Figures of a product, from contact_data.hpp.
struct Lubricant {
    float friction;        ///< coefficient under a fresh film
    float spread_length_m; ///< of way over dry skin, on which a hand leaves all but 1/e of it
    double fade_tau_s;     ///< in which skin takes in, or the air dries, all but 1/e of a film
};

/// Of a product; dry hands have the figures of oil, of which they have none. Pure.
const Lubricant& lubricant(Product product);

} // namespace tactus::contact
