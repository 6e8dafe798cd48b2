#include "sim/contact/product.hpp"

#include "sim/contact/contact_data.hpp"

#include <algorithm>
#include <array>

namespace tactus::contact {
namespace {

constexpr std::array<std::string_view, product_count> all_products{"oil", "lotion", "gel", "dry"};

constexpr Lubricant oil{friction_oiled.f(), oil_spread_length_m.f(), oil_fade_tau_s};
constexpr std::array<Lubricant, product_count> figures{
    oil,
    Lubricant{friction_lotion.f(), lotion_spread_length_m.f(), lotion_fade_tau_s},
    Lubricant{friction_gel.f(), gel_spread_length_m.f(), gel_fade_tau_s},
    oil,
};

} // namespace

std::string_view product_name(Product product) { return all_products[static_cast<std::size_t>(product)]; }

std::optional<Product> product_named(std::string_view name) {
    const auto* const found = std::ranges::find(all_products, name);
    return found == all_products.end() ? std::nullopt
                                       : std::optional(static_cast<Product>(found - all_products.begin()));
}

std::span<const std::string_view, product_count> product_names() { return all_products; }

const Lubricant& lubricant(Product product) { return figures[static_cast<std::size_t>(product)]; }

} // namespace tactus::contact
