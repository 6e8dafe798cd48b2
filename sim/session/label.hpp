#pragma once
/// What a product event says: the kind of product and what is in it.

#include "sim/contact/product.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tactus::session {

struct Label {
    std::optional<contact::Product> product; ///< none: a word that no product has
    std::vector<std::string> ingredients;    ///< INCI names; empty = not known
};

/// "oil Prunus amygdalus dulcis oil; Parfum": the product's name, then its ingredients. Pure.
Label read_label(std::string_view text);

} // namespace tactus::session
