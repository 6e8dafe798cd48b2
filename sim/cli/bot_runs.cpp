#include "sim/cli/bot_runs.hpp"

#include "sim/authoring/resources.hpp"
#include "sim/authoring/user_error.hpp"
#include "sim/cli/attentive_student.hpp"
#include "sim/cli/side_by_side.hpp"
#include "sim/client/product_shelf.hpp"
#include "sim/drills/drill_check.hpp"
#include "sim/drills/drill_file.hpp"
#include "sim/drills/drill_performance.hpp"
#include "sim/drills/interview_script.hpp"
#include "sim/drills/own_client.hpp"
#include "sim/session/track_input.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <mutex>
#include <vector>

namespace tactus::cli {

namespace {

/// What is done of all runs, counted by their threads.
class Progress {
public:
    Progress(std::span<const BotRun> runs, std::ostream& out) : runs_(runs.size()), out_(&out) {
        for (const BotRun& run : runs) {
            steps_ += std::lround(run.drill->setup.drill.duration_s() / session::step_s);
        }
    }

    void step(bool run_ended) {
        ended_ += run_ended ? 1 : 0;
        const std::int64_t done = ++done_;
        if (done * whole / steps_ != (done - 1) * whole / steps_) {
            say(done * whole / steps_);
        }
    }

private:
    static constexpr std::int64_t whole = 100;

    void say(std::int64_t percent) {
        const std::scoped_lock lock(saying_);
        *out_ << "bots: " << percent << " %, " << ended_ << " of " << runs_ << " runs\n" << std::flush;
    }

    std::size_t runs_;
    std::int64_t steps_ = 0;
    std::atomic<std::int64_t> done_ = 0;
    std::atomic<int> ended_ = 0;
    std::mutex saying_;
    std::ostream* out_;
};

/// Hands, and before them the interview where the drill asks for one.
hands::StrokeTrack track_of(const session::Setup& setup, const anatomy::Anatomy& anatomy, const BotRun& run) {
    hands::StrokeTrack track =
        session::track_of(drills::perform(setup.drill, anatomy, run.quality, run.seed));
    std::vector<hands::StrokeEvent> talk;
    if (setup.drill.interview) {
        const bool examines = std::ranges::any_of(
            setup.drill.steps, [](const drills::Step& step) { return step.task.press_test; });
        const std::vector<client::ShelfProduct> shelf =
            client::read_product_shelf(authoring::asset_named("intake", "products"));
        for (std::string& line : drills::interview_script(setup.client.condition, shelf,
                                                          {.quality = run.quality, .examines = examines})) {
            talk.push_back({.t_s = 0, .text = std::move(line)});
        }
    }
    track.events.insert(track.events.begin(), talk.begin(), talk.end());
    return track;
}

records::Result play(const BotRun& run, Progress& progress) {
    const auto& [setup, anatomy] = *run.drill;
    session::Session session(setup, anatomy, 1);
    const hands::StrokeTrack track = track_of(setup, *anatomy, run);
    session::TrackInput input(track);
    AttentiveStudent student(run.quality);
    while (!session.finished()) {
        session::InputFrame frame = input.frame(session.steps());
        student.answer(session, frame);
        session.step(frame);
        progress.step(session.finished());
    }
    return records::result_of(session, "inferred");
}

} // namespace

BotDrill bot_drill(const std::string& drill, tissue::Setting setting) {
    session::Setup setup;
    const std::size_t at = std::min(drill.rfind('@'), drill.size());
    setup.drill = drills::read_drill(authoring::asset_named("drills", drill.substr(0, at)));
    const std::string client = at < drill.size() ? drill.substr(at + 1) : setup.drill.client;
    setup.client = drills::client_for(drill.substr(0, at), client);
    setup.rubric = scoring::read_rubric(authoring::asset_named("rubrics", setup.drill.rubric));
    setup.setting = setting;
    auto anatomy = std::make_shared<const anatomy::Anatomy>(
        anatomy::make_anatomy(setup.client.body, setup.client.trigger_points));
    const std::vector<Complaint> complaints =
        drills::check_drill(setup.drill, setup.drill.id, *anatomy, setup.client.name);
    if (!complaints.empty()) {
        throw UserError(complaints);
    }
    return {.setup = std::move(setup), .anatomy = std::move(anatomy)};
}

void play_runs(std::span<const BotRun> runs, const Playing& playing,
               const std::function<void(const BotRun&, const records::Result&)>& take) {
    Progress progress(runs, playing.progress);
    play_side_by_side(
        runs.size(), playing.at_a_time, [&](std::size_t k) { return play(runs[k], progress); },
        [&](std::size_t k, const records::Result& result) { take(runs[k], result); });
}

} // namespace tactus::cli
