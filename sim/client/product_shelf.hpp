#pragma once
/// The bottles on the shelf: what their fronts say and what their labels list (assets/intake/products.toml).
/// The student reads the label; what a client does not bear stands there under its INCI name.

#include "sim/client/condition.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace tactus::client {

struct ShelfProduct {
    std::string id;
    std::string name;                     ///< on the front of the bottle
    std::string kind;                     ///< of product_kinds(): how it lies on the skin
    std::string claim;                    ///< small print of the front: "Unscented"; "" = none
    std::vector<std::string> ingredients; ///< INCI names in order of the label
};

/// Words of contact/product.hpp that a bottle can be: "oil", "lotion", "gel".
std::vector<std::string_view> product_kinds();

/// As the label prints it: "Prunus Amygdalus Dulcis Oil, Tocopherol". Pure.
std::string label_text(const ShelfProduct& product);

/// Text of a product event of sim/session: kind, then ingredients parted by ";". Pure.
std::string product_event_text(const ShelfProduct& product);

/// Ingredients that the condition bans, as the label writes them; letter case aside. Pure.
std::vector<std::string> banned_in(const Condition& condition, const ShelfProduct& product);

/// nullptr = no such product.
const ShelfProduct* product_on(const std::vector<ShelfProduct>& shelf, std::string_view id);

/// Throws UserError with every complaint.
std::vector<ShelfProduct> parse_product_shelf(std::string_view toml, std::string_view name);

/// The same from a file. Throws UserError also when it cannot be read.
std::vector<ShelfProduct> read_product_shelf(const std::filesystem::path& file);

} // namespace tactus::client
