/// The part of Stage in which a client is talked with before the drill, or one after the other.

#include "engine/app/stage/stage.hpp"

namespace tactus::app {

/// The client of the choice is asked before the drill begins.
void Stage::talk_first() {
    const drills::Drill* drill = choice_.drill();
    if (drill == nullptr || !choice_.has_client()) {
        return;
    }
    card_.put_away();
    table_.end_run();
    clients_.prepare(choice_.client());
    talk_.open(*drill, choice_.client(), policy_for(*drill).feedback == drills::Feedback::full);
    page_ = ui::Page::intake;
}

void Stage::open_talk(const std::string& drill, const std::string& client) {
    open_drill(drill, client);
    talk_first();
    for (const char* question : {"site", "meal", "flat", "burning"}) {
        talk_.ask(question);
    }
}

/// The next client comes in, or the marks are shown.
void Stage::next_card() {
    if (const std::string* client = talk_.card_client()) {
        choice_.bring_client(*client);
        talk_first();
    } else {
        table_.end_run();
        page_ = ui::Page::carousel;
    }
}

void Stage::lay_hands_on(bool massage) {
    if (const drills::Drill* drill = choice_.drill()) {
        start(talk_.order(*drill, policy_for(*drill), setting(), massage));
    }
}

} // namespace tactus::app
