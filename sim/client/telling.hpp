#pragma once
/// How the decision was told and written down, and what that adds to its marks (facts 5.5).

#include "sim/client/condition.hpp"
#include "sim/client/conduct.hpp"

#include <optional>

namespace tactus::client {

struct Telling {
    std::optional<WordingKind> kind; ///< of the sentence chosen; nullopt = none, or none that is known
    bool fits = false;               ///< it tells what was decided
    bool note_written = false;       ///< at least a few words

    /// Earns by the reason: it tells what was decided and why, in the client's language.
    [[nodiscard]] bool reason_told() const { return fits && kind == WordingKind::reason; }

    /// Earns by calm words and a note.
    [[nodiscard]] bool calm_and_written() const {
        return note_written && kind && kind != WordingKind::diagnosis && kind != WordingKind::alarm;
    }
};

/// Pure.
Telling telling_of(const Condition& condition, const Conduct& conduct);

/// Marks of a referral: those of the decision, 10 more for its reason, 5 for calm words and a written note,
/// at most 100 (facts 5.5). Pure.
double referral_marks(Urgency chosen, Urgency right, const Telling& telling);

} // namespace tactus::client
