/// RunTrace as bytes.

#include "sim/replay/byte_stream.hpp"
#include "sim/replay/run_trace.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::replay {

namespace {

constexpr std::uint32_t trace_magic = 0x43525454; // "TTRC"
constexpr std::uint32_t version = 1;
constexpr std::uint32_t most = 1U << 20U; ///< of anything: no run has so many strokes or moments

void put_stroke(ByteWriter& out, const strokes::StrokeTrace& stroke) {
    out.put(static_cast<std::uint8_t>(stroke.hand));
    out.put(static_cast<std::int32_t>(stroke.step));
    out.put(stroke.travel_m.x);
    out.put(stroke.travel_m.y);
    out.put(static_cast<std::uint32_t>(stroke.points.size()));
    for (const strokes::StrokePoint& point : stroke.points) {
        for (const float value :
             {point.t_s, point.way_m, point.force_n, point.speed_m_s, point.place_m.x, point.place_m.y}) {
            out.put(value);
        }
    }
}

UserError wrong(const ByteReader& in, const std::string& what) {
    return UserError(Complaint{in.name(), what, "delete it: it is made anew from the recording"});
}

std::uint32_t get_count(ByteReader& in) {
    const auto count = in.get<std::uint32_t>();
    if (count > most) {
        throw wrong(in, "names more entries than a run can have");
    }
    return count;
}

strokes::StrokeTrace get_stroke(ByteReader& in) {
    strokes::StrokeTrace stroke;
    stroke.hand = in.get<std::uint8_t>() == 0 ? contact::Side::left : contact::Side::right;
    stroke.step = in.get<std::int32_t>();
    stroke.travel_m.x = in.get<float>();
    stroke.travel_m.y = in.get<float>();
    const std::uint32_t count = get_count(in);
    if (count == 0 || count > strokes::stroke_points) {
        throw wrong(in, "gives a stroke no points or too many");
    }
    for (std::uint32_t index = 0; index < count; ++index) {
        strokes::StrokePoint point;
        for (float* value : {&point.t_s, &point.way_m, &point.force_n, &point.speed_m_s, &point.place_m.x,
                             &point.place_m.y}) {
            *value = in.get<float>();
            if (!std::isfinite(*value)) {
                throw wrong(in, "holds a number that is not finite");
            }
        }
        stroke.points.push_back(point);
    }
    return stroke;
}

} // namespace

std::vector<std::uint8_t> trace_bytes(const RunTrace& trace) {
    ByteWriter out;
    out.put(trace_magic);
    out.put(version);
    out.put_text(trace.drill);
    out.put(trace.duration_s);
    out.put(trace.score_total);
    out.put(static_cast<std::uint32_t>(trace.strokes.size()));
    for (const strokes::StrokeTrace& stroke : trace.strokes) {
        put_stroke(out, stroke);
    }
    out.put(static_cast<std::uint32_t>(trace.moments.size()));
    for (const Moment& moment : trace.moments) {
        out.put(moment.t_s);
        out.put(static_cast<std::uint8_t>(moment.kind));
        out.put_text(moment.what);
    }
    out.put(static_cast<std::uint32_t>(trace.coverage.size()));
    out.put_bytes(trace.coverage);
    return out.bytes();
}

RunTrace parse_trace(std::span<const std::uint8_t> bytes, const std::string& name) {
    ByteReader in(bytes, name);
    if (in.get<std::uint32_t>() != trace_magic || in.get<std::uint32_t>() != version) {
        throw wrong(in, "is no trace of a run that this version can read");
    }
    RunTrace trace{.drill = in.get_text()};
    trace.duration_s = in.get<double>();
    trace.score_total = in.get<double>();
    for (std::uint32_t left = get_count(in); left > 0; --left) {
        trace.strokes.push_back(get_stroke(in));
    }
    for (std::uint32_t left = get_count(in); left > 0; --left) {
        Moment moment{.t_s = in.get<double>()};
        moment.kind = static_cast<MomentKind>(std::min<std::uint8_t>(in.get<std::uint8_t>(), 3));
        moment.what = in.get_text();
        trace.moments.push_back(std::move(moment));
    }
    const std::span<const std::uint8_t> coverage = in.take(get_count(in));
    trace.coverage.assign(coverage.begin(), coverage.end());
    return trace;
}

} // namespace tactus::replay
