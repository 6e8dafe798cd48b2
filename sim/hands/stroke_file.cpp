#include "sim/hands/stroke_file.hpp"

#include "sim/authoring/csv.hpp"
#include "sim/authoring/table.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace tactus::hands {
namespace {

using authoring::CsvColumn;
using authoring::CsvTable;
using contact::ToolKind;

constexpr double longest_run_s = 4 * 3600.0;

/// What follows the word of an event.
enum class Argument { none, number, two_numbers, three_numbers, word, product };

struct EventWord {
    std::string_view word;
    Argument argument;
};

constexpr std::array<EventWord, 14> event_words{{
    {"check_in", Argument::none},
    {"stop", Argument::none},
    {"pause", Argument::number},
    {"mark", Argument::two_numbers},
    {"question", Argument::word},
    {"answer", Argument::word},
    {"product", Argument::product},
    {"position", Argument::word},
    {"prepare", Argument::word},
    {"do", Argument::word},
    {"decide", Argument::word},
    {"word", Argument::word},
    {"note", Argument::word},
    {"pain", Argument::three_numbers},
}};

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    while (true) {
        const std::size_t begin = text.find_first_not_of(" \t");
        if (begin == std::string_view::npos) {
            return words;
        }
        const std::size_t end = std::min(text.find_first_of(" \t", begin), text.size());
        words.push_back(text.substr(begin, end - begin));
        text.remove_prefix(end);
    }
}

bool is_number(std::string_view word) {
    double value = 0;
    const auto result = std::from_chars(word.data(), word.data() + word.size(), value);
    return result.ec == std::errc() && result.ptr == word.data() + word.size() && std::isfinite(value);
}

bool well_formed(std::string_view text) {
    const std::vector<std::string_view> words = words_of(text);
    const auto* const known = std::ranges::find_if(
        event_words, [&](const EventWord& w) { return !words.empty() && w.word == words[0]; });
    if (known == event_words.end()) {
        return false;
    }
    switch (known->argument) {
    case Argument::none:
        return words.size() == 1;
    case Argument::number:
        return words.size() == 2 && is_number(words[1]);
    case Argument::two_numbers:
        return words.size() == 3 && is_number(words[1]) && is_number(words[2]);
    case Argument::three_numbers:
        return words.size() == 4 && std::all_of(words.begin() + 1, words.end(), is_number);
    case Argument::word:
        return words.size() >= 2;
    case Argument::product:
        return words.size() >= 2 && contact::product_named(words[1]).has_value();
    }
    return false;
}

/// The columns of one file.
struct Columns {
    CsvColumn t, hand, tool, u, v, force;
    std::optional<CsvColumn> angle, tilt, spread, grip, lift, oil, hold, event;

    explicit Columns(const CsvTable& csv)
        : t(*csv.column("t")), hand(*csv.column("hand")), tool(*csv.column("tool")), u(*csv.column("u")),
          v(*csv.column("v")), force(*csv.column("force")), angle(csv.column("angle")),
          tilt(csv.column("tilt")), spread(csv.column("spread")), grip(csv.column("grip")),
          lift(csv.column("lift")), oil(csv.column("oil")), hold(csv.column("hold")),
          event(csv.column("event")) {}
};

HandInput read_hand(CsvTable& csv, const Columns& columns, std::size_t row) {
    const auto number = [&](CsvColumn column, double low, double high) {
        return static_cast<float>(csv.number(row, column, {.low = low, .high = high}));
    };
    const auto optional = [&](std::optional<CsvColumn> column, double low, double high) {
        return static_cast<float>(csv.number_or(row, column, 0.0, {.low = low, .high = high}));
    };
    HandInput input;
    input.tool = static_cast<ToolKind>(csv.choice(row, columns.tool, contact::tool_names()));
    input.u = number(columns.u, -1.2, 1.2);
    input.v = number(columns.v, -0.3, 1.5);
    input.force_n = number(columns.force, 0, 400);
    input.angle_deg = optional(columns.angle, -180, 180);
    input.tilt_deg = optional(columns.tilt, -45, 45);
    input.spread = optional(columns.spread, 0, 1);
    input.grip = optional(columns.grip, 0, 1);
    input.lift = optional(columns.lift, 0, 1);
    input.oil = optional(columns.oil, 0, 1);
    if (columns.hold && !csv.text(row, *columns.hold).empty()) {
        input.hold = static_cast<contact::Hold>(csv.choice(row, *columns.hold, contact::hold_names()));
    }
    return input;
}

void read_row(CsvTable& csv, const Columns& columns, std::size_t row, StrokeTrack& track) {
    const double t_s = csv.number(row, columns.t, {.low = 0, .high = longest_run_s});
    const std::string event = columns.event ? csv.text(row, *columns.event) : std::string();
    if (!event.empty()) {
        if (well_formed(event)) {
            track.events.push_back({.t_s = t_s, .text = event, .where = csv.where(row)});
        } else {
            csv.complain(
                row, *columns.event, "'" + event + "' is no event",
                "write check_in, stop, pause 0|1, mark U V, product oil|lotion|gel|dry [INCI; INCI], "
                "question|answer|position|prepare|do NAME, decide E0|E1|E2|E3|OK");
        }
        if (csv.text(row, columns.hand).empty()) {
            return; // an event without a hand
        }
    }
    const int side = csv.choice(row, columns.hand, {"left", "right"});
    std::vector<StrokeRow>& rows = track.rows[static_cast<std::size_t>(side)];
    if (!rows.empty() && t_s <= rows.back().t_s) {
        csv.complain(row, columns.t, "does not rise from the hand's row before",
                     "sort each hand's rows by t and remove doubles");
    }
    rows.push_back({.t_s = t_s, .input = read_hand(csv, columns, row)});
}

} // namespace

StrokeTrack parse_strokes(std::string_view csv_text, std::string_view name) {
    CsvTable csv(csv_text, name,
                 {.required = {"t", "hand", "tool", "u", "v", "force"},
                  .optional = {"angle", "tilt", "spread", "grip", "lift", "oil", "hold", "event"}});
    const Columns columns(csv);
    StrokeTrack track;
    for (std::size_t row = 0; row < csv.rows() && !csv.full(); ++row) {
        read_row(csv, columns, row, track);
    }
    csv.finish();
    if (csv.rows() == 0) {
        throw UserError(
            {.where = std::string(name), .what = "there is no row", .mend = "add rows below the header"});
    }
    std::ranges::stable_sort(track.events, {}, &StrokeEvent::t_s);
    return track;
}

StrokeTrack read_strokes(const std::filesystem::path& file) {
    return parse_strokes(authoring::read_text(file, authoring::CsvTable::size_limit_bytes), file.string());
}

} // namespace tactus::hands
