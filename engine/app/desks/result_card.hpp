#pragma once
/// The card of the run just done, and what is looked at from it: why the client answered so, the skin an hour
/// later, asking the instructor to look again.

#include "engine/app/run/finished_run.hpp"
#include "engine/ui/commands.hpp"
#include "engine/ui/screens/result_screen.hpp"
#include "engine/ui/screens/reviews_screen.hpp"
#include "engine/ui/screens/why_screen.hpp"

#include <filesystem>
#include <optional>

namespace tactus::app {

/// Where the card is shown.
struct CardTerms {
    const client::Phrases& phrases;
    bool exam = false;         ///< of a class: not tried again from here
    bool aids_allowed = false; ///< the station grades an aided press
};

class ResultCard {
public:
    /// data: the folder of the records, for what instructors are asked.
    explicit ResultCard(std::filesystem::path data) : data_(std::move(data)) {}

    /// The card of another run comes up.
    void open(FinishedRun run);

    /// The last one, if there is one, is on the screen, or is not; its run is known all the same.
    void show(bool shown) { shown_ = shown && run_; }

    void put_away() { show(false); }

    [[nodiscard]] bool shown() const { return shown_; }

    /// The last one; null = none yet.
    [[nodiscard]] const FinishedRun* run() const { return run_ ? &*run_ : nullptr; }

    /// The run, if it is on the screen, was kept at last.
    void note_kept(const std::filesystem::path& file);

    /// True while words are typed for the instructor.
    [[nodiscard]] bool types() const { return asks_; }

    /// The skin that is looked at in place of the run's last moment; null = that one.
    [[nodiscard]] const session::SkinSnapshot* skin_later() const;

    void draw(ui::Canvas& canvas, ui::Interaction& interaction, const CardTerms& terms, ui::Commands& ask);

    void obey(const ui::ShowWhy& why) { why_ = why.shown; }

    void obey(const ui::ShowSkinLater& later) { later_ = later.shown; }

    /// True when the deed was the card's: asking for a review, or its page. Throws UserError.
    bool obey(const ui::ClassDeed& deed);

private:
    void ask_review(const ui::AskReview& ask);
    [[nodiscard]] bool reviewable() const;
    void draw_why(ui::Canvas& canvas, ui::Interaction& interaction, const client::Phrases& phrases,
                  ui::Commands& ask);
    void draw_asking(ui::Canvas& canvas, ui::Interaction& interaction, ui::Commands& ask);
    void draw_card(ui::Canvas& canvas, ui::Interaction& interaction, const CardTerms& terms,
                   ui::Commands& ask);

    std::filesystem::path data_;
    std::optional<FinishedRun> run_;
    bool shown_ = false;
    bool why_ = false;
    bool later_ = false; ///< in place of the card
    bool asks_ = false;
    ui::ResultScreen screen_;
    ui::WhyScreen why_screen_;
    ui::ReviewsScreen asking_;
};

} // namespace tactus::app
