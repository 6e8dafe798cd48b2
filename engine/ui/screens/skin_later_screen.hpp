#pragma once
/// The skin an hour after a run: a bruise has come out, and words say how it will change.

#include "engine/ui/commands.hpp"
#include "engine/ui/interaction.hpp"
#include "sim/client/client.hpp"

#include <string>

namespace tactus::ui {

/// What a fresh bruise looks like on such a skin and what becomes of it (facts 6.5). Pure.
std::string bruise_words(client::SkinTone tone);

void draw_skin_later_screen(Canvas& canvas, Interaction& interaction, const client::Client& client,
                            Commands& ask);

} // namespace tactus::ui
