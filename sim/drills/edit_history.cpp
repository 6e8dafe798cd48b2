#include "sim/drills/edit_history.hpp"

namespace tactus::drills {

namespace {

constexpr std::size_t most_states = 400; // a long morning's work; each is some kilobytes

} // namespace

void EditHistory::edit(Drill next, std::string_view what) {
    edit(DrillFile{.drill = std::move(next), .own = file().own}, what);
}

void EditHistory::edit(DrillFile next, std::string_view what) {
    drop_unnamed_client(next);
    if (next == file()) {
        return;
    }
    const bool goes_on = !resting_ && at_ > 0 && at_ + 1 == states_.size() && states_[at_].what == what;
    resting_ = false;
    if (goes_on) {
        states_[at_].file = std::move(next);
        return;
    }
    states_.resize(at_ + 1);
    states_.push_back({std::move(next), std::string(what)});
    if (states_.size() > most_states) {
        states_.erase(states_.begin());
    }
    at_ = states_.size() - 1;
}

bool EditHistory::undo() {
    const bool can = can_undo();
    at_ -= can ? 1 : 0;
    resting_ = true;
    return can;
}

bool EditHistory::redo() {
    const bool can = can_redo();
    at_ += can ? 1 : 0;
    resting_ = true;
    return can;
}

} // namespace tactus::drills
