#pragma once
/// The drill editor as its screens share it: the drill with its history, what is looked at, and what the app
/// knows about it.

#include "engine/ui/catalogue.hpp"
#include "engine/ui/screens/client_list.hpp"
#include "engine/ui/widgets/band_axis.hpp"
#include "engine/ui/widgets/skin_outline.hpp"
#include "sim/anatomy/anatomy.hpp"
#include "sim/client/client_faults.hpp"
#include "sim/client/questionnaire.hpp"
#include "sim/drills/drill_faults.hpp"
#include "sim/drills/edit_history.hpp"
#include "sim/drills/force_limits.hpp"
#include "sim/scoring/rubric.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tactus::ui {

enum class EditorTab : std::uint8_t { steps, drill, client, marks, file };
enum class StepTab : std::uint8_t { words, force, pace, where, tools, kind };

/// What of a client is looked at.
enum class ClientTab : std::uint8_t { who, words, talk, limits, areas, body };

/// A number while it is typed, which may not be one yet.
struct TypedNumber {
    std::string field;
    std::string text;
};

/// What a press on the back does.
enum class PlacingTool : std::uint8_t { point, zone, path };

struct Editor {
    drills::EditHistory history;
    std::size_t step = 0; ///< that is looked at
    EditorTab tab = EditorTab::steps;
    StepTab step_tab = StepTab::words;
    PlacingTool placing = PlacingTool::point;
    bool snaps = true;
    bool both_sides = false; ///< of the next zone or path
    int first_step = 0;      ///< row of the table
    BandGrab grab;
    std::optional<Vec2> drawn_from; ///< on the back, while it is drawn
    ClientList clients;
    bool several_clients = false;
    ClientTab client_tab = ClientTab::who;
    TypedNumber typed;
    std::size_t cap = 0;      ///< of the client, that is looked at
    std::size_t area = 0;     ///< the same
    std::size_t question = 0; ///< the same
    int first_cap = 0;        ///< row of the table
    int first_question = 0;
    std::optional<std::string> wanted_own; ///< id of a client to be changed for this drill; the page takes it
    std::string path;                      ///< of a file to write

    [[nodiscard]] const drills::Step& looked_at() const { return history.now().steps[step]; }
};

/// Where the drill of the editor stands with the disk.
struct EditorStanding {
    bool saved = false;      ///< as it is now
    std::string file;        ///< where it is or will be saved
    std::string frozen_hash; ///< of what it is now, when it is frozen; "" = not
    std::string said;        ///< of the last deed: "Exported to ..."; "" = nothing
    bool trouble = false;    ///< what is said is an error
};

struct EditorView {
    const Catalogue& catalogue;
    const client::Client& client; ///< the drill's default one, as it is edited where it is the drill's own
    const client::Client* base = nullptr; ///< whom the own one was made from, null where that is not known
    std::span<const client::ClientFault> client_faults; ///< of the own one
    const client::Questionnaire& questions;
    const anatomy::Anatomy* anatomy = nullptr; ///< of the client, null until made
    std::span<const drills::Fault> faults;
    std::span<const std::string> warnings;      ///< of the step that is looked at
    std::span<const drills::ForceLimit> limits; ///< the same
    const scoring::Rubric& rubric;
    std::span<const std::string> rubrics; ///< ids to choose from
    const EditorStanding& standing;
    SeenAt seen_at;
    std::function<std::optional<Vec2>(Vec2)> place_under; ///< u, v under a place of the screen
};

/// A drill on the page where one is chosen to be edited.
struct EditorEntry {
    std::string drill; ///< its id; of a frozen one its hash
    std::string name;
    std::string second; ///< "trigger point, 4 steps, 1 min 20 s"
    std::string aside;  ///< "draft", "#9f3c21ab"
};

/// What a step asks for in a word: "hold", "strokes".
std::string_view work_words(scoring::Work work);

/// Where: "LS1 right", "zone, both", "line 0.18, left", "occiput"; "" = anywhere.
std::string where_words(const scoring::Task& task);

/// "20-45 N"; "" = none asked.
std::string force_words(const scoring::Task& task);

} // namespace tactus::ui
