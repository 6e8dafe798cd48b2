#include "engine/app/desks/result_card.hpp"

#include "engine/ui/screens/skin_later_screen.hpp"
#include "sim/records/class_book.hpp"

#include <iostream>
#include <utility>
#include <vector>

namespace tactus::app {

void ResultCard::open(FinishedRun run) {
    run_ = std::move(run);
    shown_ = true;
    why_ = false;
    later_ = false;
    asks_ = false;
    why_screen_ = {};
    screen_ = {};
}

void ResultCard::note_kept(const std::filesystem::path& file) {
    if (shown_) {
        run_->file = file;
        run_->saved = file.string();
    }
}

const session::SkinSnapshot* ResultCard::skin_later() const {
    return shown_ && later_ && run_->outcome.skin_later ? &*run_->outcome.skin_later : nullptr;
}

/// It was kept under a student's name.
bool ResultCard::reviewable() const { return run_ && !run_->attempt.profile.empty(); }

bool ResultCard::obey(const ui::ClassDeed& deed) {
    if (const auto* page = std::get_if<ui::ShowAskReview>(&deed)) {
        asks_ = page->shown && reviewable();
        asking_ = {};
        return true;
    }
    if (const auto* ask = std::get_if<ui::AskReview>(&deed)) {
        ask_review(*ask);
        return true;
    }
    return false;
}

void ResultCard::ask_review(const ui::AskReview& ask) {
    if (reviewable()) {
        records::ClassBook(data_).ask_review(run_->attempt, ask.moment_s, ask.words);
        run_->change = "Your instructor is asked to look at it again.";
        asks_ = false;
        std::cout << "review asked: " << run_->attempt.id << "\n" << std::flush;
    }
}

void ResultCard::draw(ui::Canvas& canvas, ui::Interaction& interaction, const CardTerms& terms,
                      ui::Commands& ask) {
    if (skin_later() != nullptr) {
        ui::draw_skin_later_screen(canvas, interaction, run_->client, ask);
    } else if (why_) {
        draw_why(canvas, interaction, terms.phrases, ask);
    } else if (asks_) {
        draw_asking(canvas, interaction, ask);
    } else {
        draw_card(canvas, interaction, terms, ask);
    }
}

void ResultCard::draw_why(ui::Canvas& canvas, ui::Interaction& interaction, const client::Phrases& phrases,
                          ui::Commands& ask) {
    const bool closed = ui::draw_why_screen(
        canvas, interaction, {.client = run_->client, .phrases = phrases, .log = run_->outcome.log},
        why_screen_);
    if (closed) {
        ask(ui::ShowWhy{false});
    } else if (why_screen_.look_at) {
        ask(ui::WatchReplay{.file = {}, .from_s = *why_screen_.look_at});
    }
}

void ResultCard::draw_asking(ui::Canvas& canvas, ui::Interaction& interaction, ui::Commands& ask) {
    std::vector<double> moments;
    for (const scoring::Reason& reason : run_->outcome.score.reasons) {
        if (reason.moment_s >= 0) {
            moments.push_back(reason.moment_s);
        }
    }
    ui::draw_ask_review_screen(
        canvas, interaction,
        {.drill = run_->drill.name, .duration_s = run_->outcome.duration_s, .moments_s = moments}, asking_,
        ask);
}

void ResultCard::draw_card(ui::Canvas& canvas, ui::Interaction& interaction, const CardTerms& terms,
                           ui::Commands& ask) {
    const RunOutcome& outcome = run_->outcome;
    ui::draw_result_screen(canvas, interaction,
                           {.drill = run_->drill,
                            .client = run_->client,
                            .score = outcome.score,
                            .duration_s = outcome.duration_s,
                            .best = run_->best,
                            .force = outcome.force,
                            .pain_peak = outcome.pain_peak,
                            .tension_before = outcome.tension_before,
                            .tension_after = outcome.tension_after,
                            .graded = outcome.graded,
                            .comparable = !run_->file.empty(),
                            .trial = run_->policy.trial,
                            .feedback = run_->policy.feedback,
                            .exam = terms.exam,
                            .reviewable = reviewable(),
                            .ladder = outcome.practice.ladder,
                            .bruised = outcome.skin_later.has_value(),
                            .note = note_of(*run_, terms.aids_allowed),
                            .recording = run_->saved,
                            .force_from = force_words(outcome.origin)},
                           screen_, ask);
}

} // namespace tactus::app
