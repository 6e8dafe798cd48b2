/// The part of Stage that says who is to be seen, and from where.

#include "engine/app/stage/page_rules.hpp"
#include "engine/app/stage/stage.hpp"

namespace tactus::app {

std::shared_ptr<const render::ClientModel> Stage::model() {
    if (RunScreen* run = table_.run()) {
        run->lie(clients_.model_of(run->client(), run->lying()));
        return run->model();
    }
    if (!choice_.has_client()) {
        return nullptr;
    }
    const PreparedClient* chosen = clients_.find(choice_.client());
    return chosen != nullptr ? chosen->model : nullptr;
}

std::shared_ptr<const render::AnatomyModel> Stage::under_the_skin() {
    RunScreen* run = table_.run();
    if (run == nullptr && page_ == ui::Page::atlas && atlas_.overlays().peel.any() && choice_.has_client()) {
        const PreparedClient* prepared = clients_.find(choice_.client());
        return prepared != nullptr ? clients_.anatomy_of(*prepared) : nullptr;
    }
    if (run == nullptr || !run->wants_anatomy()) {
        return nullptr;
    }
    std::shared_ptr<const render::AnatomyModel> made =
        clients_.anatomy_of(run->client(), run->lying().posture);
    run->set_layers(made);
    return made;
}

render::FrameView Stage::view() const {
    render::FrameView view;
    if (const RunScreen* run = table_.run()) {
        view = run->view();
        if (const session::SkinSnapshot* skin = card_.skin_later()) {
            run->look_again(*skin, view);
        }
    } else {
        const bool aside = shows_client_aside(page_) || kiosk_.on();
        view.camera = render::preset_camera(aside ? render::CameraPreset::kiosk : render::CameraPreset::main);
        if (page_ == ui::Page::atlas) {
            view.overlays = atlas_.overlays();
        } else if (page_ == ui::Page::editor) {
            view.camera = EditorPage::camera();
            view.overlays.hide_hands = true;
        }
    }
    view.wall_s = wall_s_;
    return view;
}

} // namespace tactus::app
