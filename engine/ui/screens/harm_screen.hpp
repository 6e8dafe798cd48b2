#pragma once
/// A practice that ended because the client was harmed: what happened, and at what.

#include "engine/ui/commands.hpp"
#include "engine/ui/interaction.hpp"
#include "sim/client/body_event.hpp"

#include <string>

namespace tactus::ui {

/// "Bone gave way at 43 newtons; this client's bears no more." Pure.
std::string harm_words(const client::BodyEvent& event);

void draw_harm_screen(Canvas& canvas, Interaction& interaction, const client::BodyEvent& event,
                      Commands& ask);

} // namespace tactus::ui
