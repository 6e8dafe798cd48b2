#pragma once
/// The talk before a run: what may be asked, said and taken, where the pointer meets the back, and the events
/// that the run begins with.

#include "engine/app/stores/client_store.hpp"
#include "engine/render/camera.hpp"
#include "engine/ui/intake.hpp"
#include "engine/ui/screens/decision_screen.hpp"
#include "engine/ui/screens/intake_screen.hpp"
#include "engine/ui/screens/preparation_screen.hpp"
#include "sim/session/input_frame.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace tactus::app {

class SkinTarget;

/// What a run begins with: questions, marks, note, decision, position, preparations and product, in the order
/// in which they came about. Pure.
std::vector<session::Event> opening_events(const ui::Intake& intake,
                                           const std::vector<client::ShelfProduct>& shelf);

class IntakePage {
public:
    IntakePage();
    ~IntakePage();
    IntakePage(const IntakePage&) = delete;
    IntakePage& operator=(const IntakePage&) = delete;
    IntakePage(IntakePage&&) = delete;
    IntakePage& operator=(IntakePage&&) = delete;

    /// Begins anew with that client. time_s: the talk ends by itself then; 0 = it takes as long as it takes.
    /// Throws UserError when what may be asked cannot be read.
    void open(const client::Client& client, double time_s, bool guided);

    /// The client answers that question of the questionnaire; an unknown id is not asked.
    void ask(std::string_view question);

    /// Passes time; true once in the frame in which the time of a card is up.
    bool pass(double elapsed_s);

    /// prepared: the client on the table, null until made. card: which one of a carousel; "" = none.
    void draw_talk(ui::Canvas& canvas, ui::Interaction& interaction, const render::Camera& camera,
                   const PreparedClient* prepared, const std::string& card, ui::Commands& ask);

    void draw_preparation(ui::Canvas& canvas, ui::Interaction& interaction, ui::Commands& ask);

    [[nodiscard]] const client::Client& client() const { return client_; }

    [[nodiscard]] const ui::Intake& intake() const { return intake_; }

    [[nodiscard]] const std::vector<client::Wording>& wordings() const { return wordings_; }

    /// Of the intake as it stands.
    [[nodiscard]] std::vector<session::Event> events() const { return opening_events(intake_, shelf_); }

private:
    void aim_at(const PreparedClient* prepared);
    void take_decision(ui::Canvas& canvas, ui::Interaction& interaction, ui::Commands& ask);

    client::Questionnaire questions_;
    std::vector<client::Wording> wordings_;
    std::vector<client::ShelfProduct> shelf_;
    client::Client client_;
    ui::Intake intake_;
    ui::IntakeScreen screen_;
    ui::DecisionScreen decision_;
    ui::PreparationScreen preparation_;
    std::shared_ptr<const anatomy::Anatomy> skin_of_; ///< keeps what the target points at
    std::unique_ptr<SkinTarget> target_;
    double at_s_ = 0;
    double time_s_ = 0;
    bool guided_ = true;
};

} // namespace tactus::app
