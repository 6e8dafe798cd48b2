#include "engine/app/run/compare_page.hpp"

#include <chrono>
#include <utility>

namespace tactus::app {

namespace {

std::shared_ptr<const Beside> lay_beside(const std::shared_ptr<const TraceWork>& own,
                                         const std::shared_ptr<const TraceWork>& other, ui::Rival rival) {
    auto beside = std::make_shared<Beside>();
    beside->own = own->made()->trace;
    beside->other = other->made()->trace;
    beside->comparison = replay::compare(own->made()->recording.setup.drill, beside->own, beside->other);
    beside->other_frames = other->made()->recording.frames;
    beside->rival = rival;
    return beside;
}

std::string percent(double share) { return std::to_string(static_cast<int>(100 * share)) + " %"; }

} // namespace

void ComparePage::open(const std::filesystem::path& own, const RivalRuns& rivals) {
    close();
    own_file_ = own;
    rivals_ = rivals;
    own_ = traces_->of_recording(own);
    rival_ = rivals.best.empty() ? ui::Rival::expert : ui::Rival::best;
}

void ComparePage::close() { // a comparison under way ends first: it is a matter of milliseconds
    TraceStore* traces = traces_;
    *this = ComparePage(*traces);
}

void ComparePage::choose(ui::Rival rival) {
    rival_ = rival;
    other_.reset();
    asked_ = false;
    refusal_.clear();
    beside_.reset();
    comparing_ = {};
    screen_.stroke = 0;
}

const client::Client* ComparePage::client() const {
    return own_ && own_->made() != nullptr ? &own_->made()->recording.setup.client : nullptr;
}

void ComparePage::update() {
    if (!own_ || !own_->done()) {
        return;
    }
    if (own_->made() == nullptr) {
        refusal_ = own_->trouble();
        return;
    }
    if (!asked_) {
        asked_ = true;
        const std::filesystem::path& file =
            rival_ == ui::Rival::class_best ? rivals_.class_best : rivals_.best;
        if (rival_ == ui::Rival::expert) {
            other_ = traces_->of_expert(own_->made()->recording.setup);
        } else if (!file.empty()) {
            other_ = traces_->of_recording(file);
        }
        refusal_ = other_ ? "" : missing();
    }
    if (other_ && other_->done() && other_->made() == nullptr) {
        refusal_ = other_->trouble();
    }
    if (other_ && other_->made() != nullptr && !beside_ && !comparing_.valid()) {
        comparing_ = std::async(std::launch::async, lay_beside, own_, other_, rival_);
    }
    if (comparing_.valid() && comparing_.wait_for(std::chrono::seconds(0)) == std::future_status::ready) {
        beside_ = comparing_.get();
    }
}

std::string ComparePage::missing() const {
    switch (rival_) {
    case ui::Rival::best:
        return "This is your best run of this drill so far; do it again, and they can be laid side by side.";
    case ui::Rival::class_best:
        return !rivals_.in_class ? "You are in no class on this computer. Whoever looks after it enters you: "
                                   "tactus-sim records class --student NAME CLASS."
               : rivals_.best_of_class ? "This is the best run of your class."
                                       : "Nobody in your class has a graded run of this drill yet.";
    case ui::Rival::expert:
        return "Nobody has taught this drill to the simulated expert yet: there is no expert's run of it.";
    }
    return {};
}

std::string ComparePage::waiting() const {
    if (!own_ || beside_ || !refusal_.empty()) {
        return {};
    }
    if (!own_->done()) {
        return "Reading your run: " + percent(own_->progress());
    }
    if (other_ && !other_->done()) {
        const std::string how_far = percent(other_->progress());
        return rival_ == ui::Rival::expert ? "The expert does the drill with this client: " + how_far +
                                                 ". It is kept, and goes on when you leave."
               : rival_ == ui::Rival::best ? "Reading your best run: " + how_far
                                           : "Reading the class's best run: " + how_far;
    }
    return "Laying the strokes side by side";
}

void ComparePage::draw(ui::Canvas& canvas, ui::Interaction& interaction, const anatomy::SkinGrid* skin,
                       ui::Commands& ask) {
    const TracedRecording* own = own_ ? own_->made() : nullptr;
    const TracedRecording* other = other_ ? other_->made() : nullptr;
    ui::draw_compare_screen(canvas, interaction,
                            {.drill = own != nullptr ? &own->recording.setup.drill : nullptr,
                             .client = own != nullptr ? &own->recording.setup.client : nullptr,
                             .skin = skin,
                             .own = own != nullptr ? &own->trace : nullptr,
                             .other = other != nullptr ? &other->trace : nullptr,
                             .comparison = beside_ ? &beside_->comparison : nullptr,
                             .rival = rival_,
                             .waiting = waiting(),
                             .progress = other_ ? other_->progress()
                                         : own_ ? own_->progress()
                                                : 0,
                             .refusal = refusal_},
                            screen_, ask);
}

} // namespace tactus::app
