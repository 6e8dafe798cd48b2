#pragma once
/// A drill while it is edited: every state it had, to go back to and forward again. Values, no commands.

#include "sim/drills/drill.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tactus::drills {

class EditHistory {
public:
    EditHistory() : EditHistory(Drill{}) {}

    explicit EditHistory(Drill drill) : states_{{std::move(drill), ""}} {}

    [[nodiscard]] const Drill& now() const { return states_[at_].drill; }

    /// The drill becomes `next`; what was undone before is forgotten. Edits of the same `what` one after the
    /// other are one, until `rest`. Nothing happens when nothing changes.
    void edit(Drill next, std::string_view what);

    /// Ends an edit: what comes next is another one, whatever it is of.
    void rest() { resting_ = true; }

    bool undo(); ///< false: there is nothing before
    bool redo(); ///< false: there is nothing after

    [[nodiscard]] bool can_undo() const { return at_ > 0; }

    [[nodiscard]] bool can_redo() const { return at_ + 1 < states_.size(); }

    /// What undo takes back: "the force"; "" = nothing.
    [[nodiscard]] std::string_view last_edit() const { return states_[at_].what; }

private:
    struct State {
        Drill drill;
        std::string what; ///< the edit that led to it
    };

    std::vector<State> states_; ///< at least one
    std::size_t at_ = 0;
    bool resting_ = true;
};

} // namespace tactus::drills
