#include "sim/client/product_shelf.hpp"

#include "sim/authoring/table.hpp"

#include <algorithm>

namespace tactus::client {
namespace {

using authoring::Table;

/// INCI names are plain ASCII.
char lower(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

bool same_word(std::string_view a, std::string_view b) { return std::ranges::equal(a, b, {}, lower, lower); }

ShelfProduct read_product(Table& row) {
    const std::vector<std::string_view> kinds = product_kinds();
    ShelfProduct product;
    product.id = row.text("id");
    product.name = row.text("name");
    product.kind = kinds[static_cast<std::size_t>(row.choice("kind", kinds))];
    product.claim = row.text_or("claim", "");
    product.ingredients = row.texts_or_none("ingredients");
    if (product.ingredients.empty()) {
        row.complain("ingredients", "names nothing", "list what is in it, as its label prints it");
    }
    for (const std::string& one : product.ingredients) {
        if (one.find(';') != std::string::npos) {
            row.complain("ingredients", "holds a `;` in `" + one + "`",
                         "make each ingredient a text of its own");
        }
    }
    return product;
}

std::string joined(const std::vector<std::string>& texts, std::string_view between) {
    std::string all;
    for (const std::string& text : texts) {
        all.append(all.empty() ? "" : between).append(text);
    }
    return all;
}

} // namespace

std::vector<std::string_view> product_kinds() { return {"oil", "lotion", "gel"}; }

std::string label_text(const ShelfProduct& product) { return joined(product.ingredients, ", "); }

std::string product_event_text(const ShelfProduct& product) {
    return product.kind + " " + joined(product.ingredients, "; ");
}

std::vector<std::string> banned_in(const Condition& condition, const ShelfProduct& product) {
    std::vector<std::string> found;
    std::ranges::copy_if(product.ingredients, std::back_inserter(found), [&](const std::string& one) {
        return std::ranges::any_of(condition.banned_ingredients,
                                   [&](const std::string& banned) { return same_word(one, banned); });
    });
    return found;
}

const ShelfProduct* product_on(const std::vector<ShelfProduct>& shelf, std::string_view id) {
    const auto found = std::ranges::find(shelf, id, &ShelfProduct::id);
    return found == shelf.end() ? nullptr : &*found;
}

std::vector<ShelfProduct> parse_product_shelf(std::string_view toml, std::string_view name) {
    authoring::Document document(toml, name);
    Table root = document.root();
    std::vector<ShelfProduct> shelf;
    for (Table& row : root.rows("product")) {
        ShelfProduct product = read_product(row);
        if (product_on(shelf, product.id) != nullptr) {
            row.complain("id", "`" + product.id + "` stands twice", "remove one of the two");
        }
        shelf.push_back(std::move(product));
    }
    if (shelf.empty() && !root.has("product")) {
        root.complain("product", "is missing", "add at least one [[product]]");
    }
    document.finish();
    return shelf;
}

std::vector<ShelfProduct> read_product_shelf(const std::filesystem::path& file) {
    return parse_product_shelf(authoring::read_text(file, 1U << 20U), file.string());
}

} // namespace tactus::client
