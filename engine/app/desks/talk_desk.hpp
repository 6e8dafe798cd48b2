#pragma once
/// The talk before a run, with one client or a carousel of them: whose turn it is, how they are about to lie,
/// and the run that the talk leads to.

#include "engine/app/pages/carousel.hpp"
#include "engine/app/pages/intake_page.hpp"
#include "engine/app/run/run_order.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tactus::app {

class TalkDesk {
public:
    // A carousel:

    /// Draws the clients of that drill by lot.
    void begin_cards(const drills::Drill& drill, std::uint64_t lot) { carousel_.emplace(drill, lot); }

    /// It is over, or was left.
    void end_cards() { carousel_.reset(); }

    /// One is under way, or its marks are on the screen.
    [[nodiscard]] bool has_cards() const { return carousel_.has_value(); }

    /// Of a carousel, whose turn it is, by id; null = all had theirs.
    [[nodiscard]] const std::string* card_client() const { return carousel_->client(); }

    /// Of a carousel, the card under way is done.
    void take_card(const client::Client& client, const scoring::Score& score);

    // A talk:

    /// Begins before that drill, and says so on standard output. guided: what is worth asking is shown.
    /// Throws UserError when what may be asked cannot be read.
    void open(const drills::Drill& drill, const client::Client& client, bool guided);

    /// The client answers that question of the questionnaire.
    void ask(std::string_view question) { intake_.ask(question); }

    /// Passes time; true once when the time of a card is up.
    bool pass(double elapsed_s) { return intake_.pass(elapsed_s); }

    /// Passes time on the page of the preparation: once its choice has stood for a moment, the client is made
    /// as they will lie.
    void foresee_lying(double elapsed_s, ClientStore& clients);

    /// The run that follows. massage: false = the client is turned away, and what was said is graded. Throws
    /// UserError when its rubric cannot be read.
    [[nodiscard]] RunOrder order(const drills::Drill& drill, RunPolicy policy, tissue::Setting setting,
                                 bool massage) const;

    void draw_talk(ui::Canvas& canvas, ui::Interaction& interaction, const render::Camera& camera,
                   ClientStore& clients, ui::Commands& ask);

    void draw_preparation(ui::Canvas& canvas, ui::Interaction& interaction, ui::Commands& ask) {
        intake_.draw_preparation(canvas, interaction, ask);
    }

    /// The marks of a carousel of that drill.
    void draw_cards(ui::Canvas& canvas, ui::Interaction& interaction, const drills::Drill& drill,
                    ui::Commands& ask) const;

private:
    IntakePage intake_;
    std::optional<Carousel> carousel_;
    render::Lying chosen_lying_; ///< of the preparation
    double chosen_lying_s_ = 0;  ///< for so long
};

} // namespace tactus::app
