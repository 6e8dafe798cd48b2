/// The part of Stage that instructors see: their home and the drill editor.

#include "engine/app/stage/stage.hpp"
#include "engine/ui/screens/instructor_screen.hpp"

namespace tactus::app {

void Stage::open_instructor() { show(ui::Page::instructor); }

void Stage::edit_drill(const ui::EditDrill& wanted) {
    editor_.open(wanted, choice_.catalogue());
    choice_.choose_client(editor_.drill().client);
    clients_.prepare(choice_.client());
    page_ = ui::Page::editor;
}

void Stage::do_in_editor(const ui::DoInEditor& wanted) {
    if (wanted.deed == ui::DoInEditor::Deed::try_out) {
        try_out();
    } else {
        editor_.obey(wanted, choice_.catalogue());
    }
}

/// The talk is left out: what is tried is the work.
void Stage::try_out() {
    if (editor_.may_try()) {
        editor_.keep();
        const client::Client* own = editor_.own_client();
        start_run(editor_.drill(), own != nullptr ? *own : choice_.client(),
                  trial_policy(editor_.drill().feedback));
    }
}

/// True when what is on the screen, or its card, is a drill tried out in the editor.
bool Stage::on_trial() const { return card_.shown() ? card_.run()->policy.trial : table_.on_trial(); }

void Stage::end_trial() {
    table_.clear();
    card_.put_away();
    page_ = ui::Page::editor;
}

void Stage::draw_editor(ui::Canvas& canvas, ui::Interaction& interaction) {
    if (choice_.has_client()) {
        const client::Client client = choice_.client(); // by value: the editor may add one to the catalogue
        clients_.prepare(client);                       // the drill's own one may have been saved anew
        editor_.draw(canvas, interaction, choice_.catalogue(), client, clients_.find(client), commands_);
    }
}

} // namespace tactus::app
