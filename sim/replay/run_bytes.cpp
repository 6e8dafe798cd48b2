#include "sim/replay/run_bytes.hpp"

#include "sim/client/client_file.hpp"
#include "sim/drills/drill_file.hpp"
#include "sim/replay/frame_block.hpp"

#include <algorithm>
#include <string>

namespace tactus::replay {
namespace {

constexpr std::uint32_t frames_limit = 240U * 3600U * 4U;

void put_header(ByteWriter& out, const Recording& recording) {
    const Origin& origin = recording.origin;
    for (const std::string* text : {&origin.sim_version, &origin.bullet_version, &origin.libc_version,
                                    &origin.device, &origin.force_source}) {
        out.put_text(*text);
    }
    out.put(origin.started_at_unix_s);
    out.put_text(client::write_client(recording.setup.client));
    out.put_text(recording.setup.drill.id);
    out.put_text(drills::write_drill(recording.setup.drill));
    out.put_text(recording.setup.rubric.id);
    out.put_text(scoring::write_rubric(recording.setup.rubric));
    out.put_text(recording.setup.client.id);
    out.put(static_cast<std::uint8_t>(recording.setup.setting));
    out.put(recording.setup.seed);
}

void get_header(ByteReader& in, Recording& recording) {
    Origin& origin = recording.origin;
    for (std::string* text : {&origin.sim_version, &origin.bullet_version, &origin.libc_version,
                              &origin.device, &origin.force_source}) {
        *text = in.get_text();
    }
    origin.started_at_unix_s = in.get<std::int64_t>();
    session::Setup& setup = recording.setup;
    setup.client = client::parse_client(in.get_text(), in.name() + " (client)");
    const std::string drill_id = in.get_text();
    setup.drill = drills::parse_drill(in.get_text(), in.name() + " (drill)");
    setup.drill.id = drill_id;
    const std::string rubric_id = in.get_text();
    setup.rubric = scoring::parse_rubric(in.get_text(), in.name() + " (rubric)");
    setup.rubric.id = rubric_id;
    setup.client.id = in.get_text();
    const auto setting = in.get<std::uint8_t>();
    if (setting > static_cast<std::uint8_t>(tissue::Setting::half)) {
        throw UserError(Complaint{in.name(), "names a solver setting that this version does not know",
                                  "open it with the version that made it"});
    }
    setup.setting = static_cast<tissue::Setting>(setting);
    setup.seed = in.get<std::uint64_t>();
}

void put_frames(ByteWriter& out, const Recording& recording) {
    const std::size_t total = recording.frames.size();
    out.put(static_cast<std::uint32_t>(total));
    for (std::size_t first = 0, second = 0; first < total; first += frames_a_block, ++second) {
        const std::size_t count = std::min(frames_a_block, total - first);
        const std::vector<std::uint8_t> packed =
            compress_frames(std::span(recording.frames).subspan(first, count));
        out.put(static_cast<std::uint32_t>(packed.size()));
        out.put_bytes(packed);
        for (std::size_t k = first; k < first + count; ++k) {
            out.put(recording.step_marks[k]);
        }
        out.put(recording.seconds[second].chain);
        out.put(recording.seconds[second].state);
    }
}

void get_frames(ByteReader& in, Recording& recording) {
    const auto total = in.get<std::uint32_t>();
    if (total > frames_limit) {
        throw UserError(Complaint{in.name(), "claims to be longer than four hours", "record the run again"});
    }
    while (recording.frames.size() < total) {
        const std::vector<session::InputFrame> frames =
            expand_frames(in.take(in.get<std::uint32_t>()), in.name());
        if (frames.empty() || frames.size() > total - recording.frames.size()) {
            throw UserError(
                Complaint{in.name(), "a block of input has the wrong length", "record the run again"});
        }
        recording.frames.insert(recording.frames.end(), frames.begin(), frames.end());
        for (std::size_t k = 0; k < frames.size(); ++k) {
            recording.step_marks.push_back(in.get<std::uint16_t>());
        }
        SecondMark mark;
        mark.chain = in.get<std::uint64_t>();
        mark.state = in.get<std::uint64_t>();
        recording.seconds.push_back(mark);
    }
}

void put_ending(ByteWriter& out, const Ending& ending) {
    out.put(ending.chain);
    out.put(ending.state);
    out.put(ending.score_total);
    out.put(static_cast<std::uint8_t>(ending.score_groups.size()));
    for (const double group : ending.score_groups) {
        out.put(group);
    }
    out.put(static_cast<std::uint8_t>(ending.passed ? 1 : 0));
    out.put(static_cast<std::uint8_t>(ending.graded ? 1 : 0));
    out.put(ending.sim_per_wall);
    out.put(ending.trust_error);
}

void get_ending(ByteReader& in, Ending& ending) {
    ending.chain = in.get<std::uint64_t>();
    ending.state = in.get<std::uint64_t>();
    ending.score_total = in.get<double>();
    ending.score_groups.resize(in.get<std::uint8_t>());
    for (double& group : ending.score_groups) {
        group = in.get<double>();
    }
    ending.passed = in.get<std::uint8_t>() != 0;
    ending.graded = in.get<std::uint8_t>() != 0;
    ending.sim_per_wall = in.get<double>();
    ending.trust_error = in.get<double>();
}

} // namespace

void put_run(ByteWriter& out, const Recording& recording) {
    put_header(out, recording);
    put_frames(out, recording);
    put_ending(out, recording.ending);
}

Recording get_run(ByteReader& in) {
    Recording recording;
    get_header(in, recording);
    get_frames(in, recording);
    get_ending(in, recording.ending);
    return recording;
}

} // namespace tactus::replay
