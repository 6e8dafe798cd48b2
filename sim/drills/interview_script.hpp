#pragma once
/// The interview, the preparation and the decision as a simulated student of a given skill holds them.

#include "sim/client/condition.hpp"
#include "sim/client/product_shelf.hpp"
#include "sim/drills/technique.hpp"

#include <string>
#include <vector>

namespace tactus::drills {

/// Who asks.
struct Interviewer {
    Quality quality = Quality::ideal;
    bool examines =
        false; ///< the drill has a press test: the questions that tell reflux from muscle belong to it
};

/// Events of sim/session in order, as a file of strokes writes them, all before the first step. Good students
/// ask everything, decide right, give the reason, write a note, prepare what is needed and read labels;
/// middling ones ask every other question, decide right but tell it vaguely and forget half; poor ones ask
/// few, decide a step too carelessly, name an illness, prepare nothing and take the first bottle. Pure.
std::vector<std::string> interview_script(const client::Condition& condition,
                                          const std::vector<client::ShelfProduct>& shelf,
                                          const Interviewer& interviewer);

} // namespace tactus::drills
