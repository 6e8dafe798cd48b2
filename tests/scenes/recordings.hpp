#pragma once
/// Recordings for tests of files and archives: real inputs and settings, hashes made up.

#include "sim/authoring/resources.hpp"
#include "sim/client/client_file.hpp"
#include "sim/drills/drill_file.hpp"
#include "sim/math/transcendental.hpp"
#include "sim/replay/byte_stream.hpp"
#include "sim/replay/envelope.hpp"
#include "sim/replay/recording.hpp"

namespace tactus::scenes {

inline session::Setup shipped_setup(std::string_view drill_id) {
    session::Setup setup;
    setup.drill = drills::read_drill(authoring::asset_named("drills", drill_id));
    setup.client = client::read_client(authoring::asset_named("clients", setup.drill.client));
    setup.rubric = scoring::read_rubric(authoring::asset_named("rubrics", setup.drill.rubric));
    return setup;
}

/// `steps` frames of a right palm that swings along the back, a left thumb now and then, and three events.
inline replay::Recording invented_recording(std::size_t steps) {
    replay::Recording recording{.origin = replay::make_origin("mouse", "inferred"),
                                .setup = shipped_setup("effleurage")};
    recording.origin.started_at_unix_s = 1'790'000'000;
    for (std::size_t k = 0; k < steps; ++k) {
        session::InputFrame frame;
        const float t = static_cast<float>(k) / 240.0F;
        frame.hands[1] = hands::HandInput{.tool = contact::ToolKind::palm,
                                          .u = 0.2F,
                                          .v = 0.6F - 0.5F * math::cos(t),
                                          .force_n = 20.0F + 5.0F * math::sin(3 * t),
                                          .angle_deg = 10};
        if (k % 100 < 20) {
            frame.hands[0] =
                hands::HandInput{.tool = contact::ToolKind::thumb, .u = -0.3F, .v = 0.1F, .force_n = 12};
            frame.hands[0]->hold = k % 200 < 10 ? contact::Hold::iliac_crest : contact::Hold::none;
        }
        if (k == 7) {
            frame.events.push_back({.kind = session::EventKind::check_in});
            frame.events.push_back(
                {.kind = session::EventKind::point_marked, .u = 0.33F, .v = 0.07F, .text = "LS1"});
        }
        if (k == 9) {
            frame.events.push_back({.kind = session::EventKind::wait, .value = 1});
        }
        recording.frames.push_back(std::move(frame));
        recording.step_marks.push_back(static_cast<std::uint16_t>(k * 977));
        if (k % 240 == 0) {
            recording.seconds.push_back({.chain = 1000 + k, .state = 2000 + k});
        }
    }
    recording.ending = {.chain = 11,
                        .state = 12,
                        .score_total = 78.25,
                        .score_groups = {80, 70, -1, 100, -1, -1},
                        .passed = true};
    return recording;
}

/// A recording's file as it was before there were signatures.
inline std::vector<std::uint8_t> format_1_bytes(const replay::Recording& recording) {
    const std::vector<std::uint8_t> now = replay::recording_bytes(recording);
    const replay::Envelope envelope = replay::open_envelope(now, "format 2");
    replay::ByteWriter out;
    out.put_bytes(std::span(now).first(8)); // the magic
    out.put(std::uint32_t{1});
    out.put(std::uint32_t{0});
    out.put_bytes(envelope.run);
    const replay::Digest digest = replay::blake2b(out.bytes());
    out.put_bytes(digest);
    return out.bytes();
}

} // namespace tactus::scenes
