#pragma once
/// One run beside another: which they are, what is still being made of them, how they lie on each other.

#include "engine/app/stores/trace_store.hpp"
#include "engine/ui/screens/compare_screen.hpp"
#include "sim/replay/stroke_comparison.hpp"

#include <future>
#include <memory>
#include <optional>

namespace tactus::app {

/// All that a replay needs to show the other run's hands as ghosts.
struct Beside {
    replay::RunTrace own;
    replay::RunTrace other;
    replay::Comparison comparison;
    std::vector<session::InputFrame> other_frames;
    ui::Rival rival = ui::Rival::expert;
};

/// Recordings of a drill that a run can be laid beside; "" = there is none, or it is that run.
struct RivalRuns {
    std::filesystem::path best;       ///< of the student
    std::filesystem::path class_best; ///< of the student's class
    bool in_class = false;            ///< the student is in one
    bool best_of_class = false;       ///< the run itself is its best
};

class ComparePage {
public:
    explicit ComparePage(TraceStore& traces) : traces_(&traces) {}

    /// Begins anew with a student's run.
    void open(const std::filesystem::path& own, const RivalRuns& rivals);

    /// Lets go of everything: what nobody waits for is given up.
    void close();

    void choose(ui::Rival rival);

    /// Once a frame: takes what has been made.
    void update();

    /// The client who lay there; nullptr until the own run is read.
    [[nodiscard]] const client::Client* client() const;

    /// skin: of that client, for the maps of the back; may be null.
    void draw(ui::Canvas& canvas, ui::Interaction& interaction, const anatomy::SkinGrid* skin,
              ui::Commands& ask);

    [[nodiscard]] const std::filesystem::path& own_file() const { return own_file_; }

    /// Why there is nothing to be laid beside the run; empty = nothing is in the way.
    [[nodiscard]] const std::string& refusal() const { return refusal_; }

    /// For a replay with ghosts; null until both runs and their comparison are there.
    [[nodiscard]] std::shared_ptr<const Beside> beside() const { return beside_; }

private:
    [[nodiscard]] std::string waiting() const;
    [[nodiscard]] std::string missing() const; ///< why there is no such rival

    TraceStore* traces_;
    std::filesystem::path own_file_;
    RivalRuns rivals_;
    std::shared_ptr<const TraceWork> own_;
    std::shared_ptr<const TraceWork> other_;
    ui::Rival rival_ = ui::Rival::expert;
    bool asked_ = false;  ///< for the other run, which the own one names
    std::string refusal_; ///< why there is no other run
    std::future<std::shared_ptr<const Beside>> comparing_;
    std::shared_ptr<const Beside> beside_;
    ui::CompareScreen screen_;
};

} // namespace tactus::app
