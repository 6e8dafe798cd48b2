/// What an interview uses: questions, wordings, the shelf of products.

#include "sim/client/product_shelf.hpp"
#include "sim/client/questionnaire.hpp"
#include "sim/client/wording.hpp"
#include "sim/session/label.hpp"
#include "tests/fuzz/readers/readers.hpp"

namespace tactus::fuzz {

void read_questionnaire(Bytes bytes) {
    const auto asked =
        accepted([&] { return client::parse_questionnaire(text_of(bytes), "questions.toml"); });
    if (asked) {
        promise(asked->find(asked->emergency_question) != nullptr, "the emergency question is one of them");
    }
}

void read_wordings(Bytes bytes) {
    const auto wordings = accepted([&] { return client::parse_wordings(text_of(bytes), "wordings.toml"); });
    if (wordings) {
        for (const client::Wording& wording : *wordings) {
            promise(client::wording_named(*wordings, wording.id) == &wording, "no sentence stands twice");
        }
    }
}

void read_products(Bytes bytes) {
    const auto shelf = accepted([&] { return client::parse_product_shelf(text_of(bytes), "products.toml"); });
    if (shelf) {
        for (const client::ShelfProduct& product : *shelf) {
            promise(session::read_label(client::product_event_text(product)).product.has_value(),
                    "what is taken from the shelf is understood by a session");
        }
    }
}

} // namespace tactus::fuzz
