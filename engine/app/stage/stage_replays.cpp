/// The part of Stage that looks at runs again.

#include "engine/app/stage/stage.hpp"

namespace tactus::app {

void Stage::watch(const ui::WatchReplay& wanted) {
    const FinishedRun* done = card_.run();
    if (!wanted.file.empty()) {
        lay(replays_.watch(wanted.file, wanted.from_s));
    } else if (done != nullptr && done->outcome.recording) {
        lay(replays_.watch(*done, wanted.from_s));
        card_.put_away();
    }
}

void Stage::open_compare(const std::filesystem::path& file) {
    const bool of_card = file.empty();
    const std::filesystem::path own = of_card && card_.run() != nullptr ? card_.run()->file : file;
    if (own.empty()) {
        return;
    }
    clients_.prepare(replays_.compare(own, students_.chosen().id, of_card));
    card_.put_away();
    table_.end_run();
    page_ = ui::Page::compare;
}

void Stage::leave_compare() {
    replays_.close_compare();
    card_.show(replays_.back_to_card());
    if (card_.shown()) {
        page_ = ui::Page::home;
    } else {
        show(ui::Page::replays);
    }
}

} // namespace tactus::app
