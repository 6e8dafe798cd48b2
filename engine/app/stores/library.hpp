#pragma once
/// Reads what can be chosen: drills, clients, rubrics, phrases.

#include "engine/ui/catalogue.hpp"
#include "sim/client/phrases.hpp"
#include "sim/session/session.hpp"

#include <filesystem>
#include <string>

namespace tactus::app {

/// Every drill and client in assets, and the drills of DATA/drills; a file that cannot be read becomes one of
/// the catalogue's problems. data: empty = the assets alone.
ui::Catalogue read_catalogue(const std::filesystem::path& data = {});

/// Drill or client by id or file, added to the catalogue when it is not in it yet. Throws UserError. Returns
/// the id.
std::string add_drill(ui::Catalogue& catalogue, const std::string& id_or_file);
std::string add_client(ui::Catalogue& catalogue, const std::string& id_or_file);

/// What clients say; without the file, phrase ids are shown as words.
client::Phrases read_phrases();

/// A free back without a clock or a score.
drills::Drill practice_drill();

/// The drill of the kiosk; the first one when none is made for it. Throws UserError when there is no drill at
/// all.
const drills::Drill& kiosk_drill(const ui::Catalogue& catalogue);

/// Setup of a run. Throws UserError when the rubric cannot be read.
session::Setup session_setup(const drills::Drill& drill, const client::Client& client,
                             tissue::Setting setting);

} // namespace tactus::app
