#pragma once
/// What a client comes with beside a tight back: how it changes the answer of the body, what must not be
/// done, what adapts, what the client tells when asked, and which decision is right (facts 5.2-5.5). Plain
/// values; condition_file.hpp reads them. Nothing here is a diagnosis: a client reports, a student decides.

#include "sim/client/urgency.hpp"
#include "sim/client/wording.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace tactus::client {

/// A patch of skin in spine coordinates, on the side of u's sign: an ellipse, or a box where `square`.
struct SkinArea {
    std::string id;   ///< "lesion": what caps, bans and events of the same file call it
    std::string name; ///< "the strained muscle", as the screen says it
    float u = 0, v = 0;
    float half_u = 0.12F, half_v = 0.12F;
    bool square = false;
    bool visible = false; ///< to be seen on the skin: a lesion, a port

    // How the tissue there answers; factors on what the rest of this client has.
    float ppt_factor = 1;
    float redness_gain = 1;
    float feeling = 1; ///< share of discomfort that is felt; 0 = numb: what harms there is not reported

    friend bool operator==(const SkinArea&, const SkinArea&) = default;
};

/// At most so many areas: each is measured in every sample of a run.
inline constexpr std::size_t most_areas = 4;

/// True when (u, v) lies in the area; borders belong to it. Pure.
bool contains(const SkinArea& area, float u, float v);

/// A load allowed in a place of this client, newtons; 0 = no such limit. Where the rubric has a cap of the
/// same place, the lower holds.
struct ConditionCap {
    std::string place; ///< an area's id, a region's id ("LLS"), or "ANY"
    float palm_n = 0;
    float thumb_n = 0;
    float critical_palm_n = 0; ///< above it the session fails
    float critical_thumb_n = 0;

    friend bool operator==(const ConditionCap&, const ConditionCap&) = default;
};

/// Techniques that are not done to this client, there or anywhere.
struct TechniqueBan {
    std::vector<std::string> techniques; ///< as recognition names them; empty = any touch
    std::string place = "ANY";
    std::string why; ///< one clause for the card: "it would stretch the torn fibres"
    bool critical = false;

    friend bool operator==(const TechniqueBan&, const TechniqueBan&) = default;
};

/// What the body does of itself when a state passes a threshold. Each is a law in sim/physiology; a condition
/// says which hold and at what threshold.
enum class EventKind : std::uint8_t {
    spasm,       ///< the muscle under the load grips: load in the place, N
    leg_zap,     ///< pain shoots down the leg: load in the place, N
    fracture,    ///< bone gives: load N or pressure in the place, kPa
    wheal,       ///< hives where a product lies that the client does not bear: film x time, s
    dysreflexia, ///< blood pressure rises from a stimulus that is not felt: kPa below the level, as a hazard;
                 ///< with a threshold it comes once for certain within so many s (design: a tube that kinks)
    clonus,      ///< rhythmic twitch after a fast stretch: speed of the joint over w*
    startle,     ///< a stroke faster than this hurts by itself: m/s
    burning,     ///< burning that no pressure changes and a flat position makes worse: points
    sneeze,      ///< a stuffed nose while face down: s of face-down lying until the first
    short_breath, ///< lying prone tires the breath: s until it is reported
    fatigue,      ///< the session itself tires: s until it is reported
    bruise,       ///< capillaries give: factor on the bruise pressure of facts 6.5
    spread,       ///< a hand goes from the place to healthy skin: load in the place, N
};

inline constexpr int event_kind_count = 13;

struct BodyEventRule {
    EventKind kind = EventKind::spasm;
    std::string place = "ANY"; ///< several are joined by "+": "RIB+MTV"
    float threshold = 0;       ///< in the kind's unit; of broad tools where thumbs have their own
    float thumb_threshold = 0; ///< of narrow tools; 0 = the same
    float pressure_kpa = 0;    ///< of a fracture, either suffices; 0 = none
    float points = 0;          ///< discomfort that it brings, 0-10
    bool critical = false;     ///< the session fails when it happens
    float answer_within_s = 0; ///< 0 = it needs no answer; else the session fails when none comes in time
    std::string answer;        ///< the action that answers it: "stop", "sit_up"

    friend bool operator==(const BodyEventRule&, const BodyEventRule&) = default;
};

/// How free a client is to be worked on (facts 5.3, class).
enum class Scope : std::uint8_t {
    open,      ///< universal caps only
    caution,   ///< everything, gently
    local,     ///< not at some places
    product,   ///< not with some products
    clearance, ///< after a doctor's word
    postponed, ///< not today
    absolute,  ///< not at all
};

inline constexpr int scope_count = 7;

/// What the instructor grades, in marks that add to 100 (facts 5.5).
struct CaseWeights {
    float intake = 10, caps = 20, adaptation = 5, technique = 45, communication = 20;

    friend bool operator==(const CaseWeights&, const CaseWeights&) = default;
};

/// The right decision and what counts beside it.
struct Decision {
    Urgency urgency = Urgency::treat;
    std::vector<std::string> must_ask; ///< question ids: not asking one of them fails the case
    std::vector<std::string> key;      ///< the questions that this case turns on

    friend bool operator==(const Decision&, const Decision&) = default;
};

/// What a client says to a question.
struct Answer {
    std::string says;
    std::string first; ///< said the first time by who would rather not tell; "" = tells at once

    friend bool operator==(const Answer&, const Answer&) = default;
};

struct Condition {
    std::string id = "healthy"; ///< file stem
    std::string code = "HLTH";  ///< of facts 5
    std::string name = "healthy, tight back";
    std::string lesson; ///< for the instructor and the card: one or two sentences
    Scope scope = Scope::open;
    std::vector<SkinArea> areas;
    std::vector<ConditionCap> caps;
    std::vector<TechniqueBan> bans;
    std::vector<BodyEventRule> events;
    std::vector<std::string> banned_ingredients;   ///< INCI names: "Prunus amygdalus dulcis oil"
    std::vector<std::string> positions{"prone"};   ///< any of them is right
    bool position_critical = false;                ///< any other fails the session
    std::vector<std::string> adaptations;          ///< choices that are right for this client, each once
    float least_speed_m_s = 0, most_speed_m_s = 0; ///< of strokes; 0 = as the drill asks
    float longest_min = 60;                        ///< of a session
    float discomfort_limit = 0;                    ///< held over `discomfort_s` the session fails; 0 = none
    float discomfort_limit_s = 5;
    float soreness_factor = 1; ///< S of facts 5.4
    CaseWeights weights;
    Decision decision;
    std::map<std::string, Answer> answers;        ///< by question id
    std::map<std::string, float> question_points; ///< what asking earns in this case; of the questionnaire
    std::map<std::string, WordingWorth>
        wordings;                       ///< what telling the decision so is worth, by id of the sentence
    std::map<std::string, bool> matrix; ///< of the reflux matrix (facts 5.6), by question id

    friend bool operator==(const Condition&, const Condition&) = default;
};

/// The words of files: "leg_zap", "postponed".
std::string_view event_kind_name(EventKind kind);
std::string_view scope_name(Scope scope);

} // namespace tactus::client
