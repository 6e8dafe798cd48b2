#include "engine/ui/feedback_words.hpp"

namespace tactus::ui {

using drills::Feedback;

std::string_view feedback_title(Feedback feedback) {
    switch (feedback) {
    case Feedback::full:
        return "Full";
    case Feedback::band_only:
        return "In or out";
    case Feedback::terminal:
        return "Afterwards";
    case Feedback::none:
        return "None";
    }
    return {};
}

std::string_view feedback_meaning(Feedback feedback) {
    switch (feedback) {
    case Feedback::full:
        return "Force, pace, place and a coach while you work.";
    case Feedback::band_only:
        return "While you work, only whether the force is in its band.";
    case Feedback::terminal:
        return "Nothing while you work; the card tells all of it afterwards.";
    case Feedback::none:
        return "Nothing while you work, only the score afterwards: a test.";
    }
    return {};
}

} // namespace tactus::ui
