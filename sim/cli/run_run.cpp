#include "sim/cli/run_run.hpp"

#include "sim/authoring/resources.hpp"
#include "sim/authoring/user_error.hpp"
#include "sim/client/client_file.hpp"
#include "sim/drills/drill_check.hpp"
#include "sim/drills/drill_file.hpp"
#include "sim/hands/stroke_file.hpp"
#include "sim/records/result.hpp"
#include "sim/replay/recorder.hpp"
#include "sim/session/track_input.hpp"

#include <optional>
#include <utility>
#include <vector>

namespace tactus::cli {
namespace {

session::Setup setup_of(const RunOptions& options) {
    session::Setup setup;
    setup.drill = drills::read_drill(authoring::asset_named("drills", options.drill));
    const std::string client = options.client.empty() ? setup.drill.client : options.client;
    setup.client = client::read_client(authoring::asset_named("clients", client));
    const std::string rubric = options.rubric.empty() ? setup.drill.rubric : options.rubric;
    setup.rubric = scoring::read_rubric(authoring::asset_named("rubrics", rubric));
    const std::optional<tissue::Setting> setting = tissue::setting_named(options.setting);
    if (!setting) {
        throw UserError(Complaint{"--setting", "there is no setting \"" + options.setting + "\"",
                                  "use fine, standard or half"});
    }
    setup.setting = *setting;
    setup.seed = options.seed;
    setup.material.fat = options.fat_scale;
    if (options.fat_scale != 1 && !options.record.empty()) {
        throw UserError(Complaint{"--record",
                                  "a run with --fat-scale is an experiment and cannot be recorded",
                                  "leave one of them out"});
    }
    return setup;
}

} // namespace

int run_run(const RunOptions& options, std::ostream& out) {
    const session::Setup setup = setup_of(options);
    const hands::StrokeTrack track = hands::read_strokes(options.strokes);
    session::Session session(setup, options.threads);
    std::vector<Complaint> complaints =
        drills::check_drill(setup.drill, options.drill, session.anatomy(), setup.client.name);
    if (!complaints.empty()) {
        throw UserError(std::move(complaints));
    }
    replay::Recorder recorder(
        session, replay::make_origin("strokes file " + options.strokes.filename().string(), "inferred"));
    session::TrackInput input(track);
    while (!session.finished()) {
        const session::InputFrame frame = input.frame(session.steps());
        session.step(frame);
        recorder.add(frame, session);
    }
    if (!options.record.empty()) {
        replay::write_recording(options.record, recorder.finish(session, true, 1.0));
    }
    const records::Result result = records::result_of(session, "inferred");
    out << (options.json ? records::result_json(result) + "\n" : records::result_text(result));
    return 0;
}

} // namespace tactus::cli
