#include "sim/cli/stroke_option.hpp"

#include "sim/authoring/resources.hpp"
#include "sim/client/questionnaire.hpp"
#include "sim/client/wording.hpp"
#include "sim/session/event_names.hpp"

namespace tactus::cli {

hands::StrokeTrack stroke_option(const std::filesystem::path& file) {
    hands::StrokeTrack track = hands::read_strokes(file);
    const client::Questionnaire questionnaire =
        client::read_questionnaire(authoring::resource("assets/intake/questions.toml"));
    const std::vector<client::Wording> wordings =
        client::read_wordings(authoring::resource("assets/intake/wordings.toml"));
    session::InterviewNames interview;
    for (const client::Question& question : questionnaire.questions) {
        interview.questions.push_back(question.id);
    }
    for (const client::Wording& wording : wordings) {
        interview.wordings.push_back(wording.id);
    }
    std::vector<Complaint> complaints = session::check_event_names(track.events, interview);
    if (!complaints.empty()) {
        throw UserError(std::move(complaints));
    }
    return track;
}

} // namespace tactus::cli
