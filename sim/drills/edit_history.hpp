#pragma once
/// A drill and its own client while they are edited: every state they had, to go back to and forward again.
/// Values, no commands.

#include "sim/drills/own_client.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tactus::drills {

class EditHistory {
public:
    EditHistory() : EditHistory(DrillFile{}) {}

    explicit EditHistory(Drill drill) : EditHistory(DrillFile{.drill = std::move(drill), .own = nullptr}) {}

    explicit EditHistory(DrillFile file) : states_{{std::move(file), ""}} {}

    [[nodiscard]] const Drill& now() const { return states_[at_].file.drill; }

    [[nodiscard]] const DrillFile& file() const { return states_[at_].file; }

    /// They become `next`; what was undone before is forgotten. Edits of the same `what` one after the other
    /// are one, until `rest`. Nothing happens when nothing changes.
    void edit(DrillFile next, std::string_view what);

    /// The drill alone: its own client stays as long as the drill names it.
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
        DrillFile file;
        std::string what; ///< the edit that led to it
    };

    std::vector<State> states_; ///< at least one
    std::size_t at_ = 0;
    bool resting_ = true;
};

} // namespace tactus::drills
