#pragma once
/// The rows that the tabs of a drill's own client are made of. Internal to the drill editor.

#include "engine/ui/screens/editor_parts.hpp"
#include "sim/client/condition_keys.hpp"

#include <string>
#include <string_view>

namespace tactus::ui {

/// The own client as the fields of this frame make it.
struct ClientFrame {
    const EditorFrame& of;
    client::Client& now;
    const client::Client* base; ///< whom it was made from; null = not known
    bool changed = false;

    /// Something was edited: what undo takes back.
    void edited(std::string_view what) {
        changed = true;
        of.edit.what = what;
    }

    /// The words of what is wrong with a field; "" = nothing.
    [[nodiscard]] std::string_view trouble(std::string_view table, std::size_t row,
                                           std::string_view key) const;
};

/// Which field of the file a row is for, and how a teacher calls it.
struct ClientField {
    std::string_view table; ///< "case.cap"; "" = the client itself
    std::size_t row = 0;
    std::string_view key;
    std::string_view title;
    std::string_view unit; ///< said with the range: "N"
    float step = 1;        ///< by which a press on plus changes it
};

/// What is edited, and what the base has there.
struct EditedNumber {
    float& value;
    const authoring::Range& range;
    std::optional<float> base;
};

/// A row whose members' ranges the reader's table has. `base` may be null.
template <class Row> struct EditedRow {
    Row& now;
    const Row* base;
    std::span<const client::NumberKey<Row>> keys;
};

inline constexpr float client_row_height = 38;
inline constexpr float client_row_step = 41;

/// A number that is typed or stepped, with its range, or what is wrong with it, at its right. Where it is not
/// the base's, a link puts that back.
void number_field(ClientFrame& frame, const Rect& rect, const ClientField& field, const EditedNumber& of);

/// The same of a member of a row.
template <class Row>
void number_field(ClientFrame& frame, const Rect& rect, const ClientField& field, const EditedRow<Row>& row) {
    for (const client::NumberKey<Row>& key : row.keys) {
        if (key.key == field.key) {
            number_field(
                frame, rect, field,
                EditedNumber{row.now.*key.member, key.range,
                             row.base != nullptr ? std::optional(row.base->*key.member) : std::nullopt});
        }
    }
}

/// A line of words under its title: 58 high.
void words_field(ClientFrame& frame, const Rect& rect, const ClientField& field, std::string& text,
                 const std::string* base, std::string_view hint);

void draw_words_of_client(ClientFrame& frame, const Rect& rect);
void draw_talk_of_client(ClientFrame& frame, const Rect& rect);
void draw_limits_of_client(ClientFrame& frame, const Rect& rect);
void draw_areas_of_client(ClientFrame& frame, const Rect& rect);
void draw_body_of_client(ClientFrame& frame, const Rect& rect);

} // namespace tactus::ui
