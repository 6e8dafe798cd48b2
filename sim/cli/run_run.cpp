#include "sim/cli/run_run.hpp"

#include "sim/authoring/resources.hpp"
#include "sim/authoring/user_error.hpp"
#include "sim/cli/setting_option.hpp"
#include "sim/cli/stroke_option.hpp"
#include "sim/drills/drill_check.hpp"
#include "sim/drills/drill_file.hpp"
#include "sim/drills/own_client.hpp"
#include "sim/hands/stroke_file.hpp"
#include "sim/records/result.hpp"
#include "sim/replay/recorder.hpp"
#include "sim/session/track_input.hpp"

#include <algorithm>
#include <chrono>
#include <iomanip>
#include <iostream>
#include <optional>
#include <sstream>
#include <utility>
#include <vector>

namespace tactus::cli {
namespace {

session::Setup setup_of(const RunOptions& options) {
    session::Setup setup;
    setup.drill = drills::read_drill(authoring::asset_named("drills", options.drill));
    const std::string client = options.client.empty() ? setup.drill.client : options.client;
    setup.client = drills::client_for(options.drill, client);
    const std::string rubric = options.rubric.empty() ? setup.drill.rubric : options.rubric;
    setup.rubric = scoring::read_rubric(authoring::asset_named("rubrics", rubric));
    setup.setting = setting_option(options.setting);
    setup.seed = options.seed;
    setup.material.fat = options.fat_scale;
    if (options.fat_scale != 1 && !options.record.empty()) {
        throw UserError(Complaint{"--record",
                                  "a run with --fat-scale is an experiment and cannot be recorded",
                                  "leave one of them out"});
    }
    return setup;
}

/// Times of whole steps, every room included.
class StepTimes {
public:
    /// Runs `work` and notes how long it took.
    template <class Work> void measure(Work work) {
        const auto begin = std::chrono::steady_clock::now();
        work();
        const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
        times_ms_.push_back(took.count());
    }

    /// "steps 14400: median 2.1 ms, 99th percentile 2.9 ms, worst 4.0 ms (budget 4.17 ms)"
    [[nodiscard]] std::string sentence() {
        std::ranges::sort(times_ms_);
        const auto at = [&](double share) {
            return times_ms_[static_cast<std::size_t>(share * static_cast<double>(times_ms_.size() - 1))];
        };
        std::ostringstream text;
        text << std::fixed << std::setprecision(2) << "steps " << times_ms_.size() << ": median " << at(0.5)
             << " ms, 99th percentile " << at(0.99) << " ms, worst " << at(1) << " ms (budget "
             << 1000 * session::step_s << " ms)";
        return text.str();
    }

private:
    std::vector<double> times_ms_;
};

} // namespace

int run_run(const RunOptions& options, std::ostream& out) {
    const session::Setup setup = setup_of(options);
    const hands::StrokeTrack track = stroke_option(options.strokes);
    if (!options.record.empty()) {
        replay::check_recordable(options.record);
    }
    session::Session session(setup, options.threads);
    std::vector<Complaint> complaints =
        drills::check_drill(setup.drill, options.drill, session.anatomy(), setup.client.name);
    if (!complaints.empty()) {
        throw UserError(std::move(complaints));
    }
    replay::Recorder recorder(
        session, replay::make_origin("strokes file " + options.strokes.filename().string(), "inferred"));
    session::TrackInput input(track);
    StepTimes times;
    while (!session.finished()) {
        const session::InputFrame frame = input.frame(session.steps());
        times.measure([&] { session.step(frame); });
        recorder.add(frame, session);
    }
    if (!options.record.empty()) {
        replay::write_recording(options.record, recorder.finish(session, true, 1.0));
    }
    const records::Result result = records::result_of(session, "inferred");
    out << (options.json ? records::result_json(result) + "\n" : records::result_text(result));
    if (options.timing) {
        std::cerr << times.sentence() << '\n';
    }
    return 0;
}

} // namespace tactus::cli
