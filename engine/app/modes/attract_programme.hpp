#pragma once
/// What the attract loop shows one after the other: drills as an expert does them, each with its client.
/// Pure.

#include "engine/ui/catalogue.hpp"

#include <cstddef>
#include <vector>

namespace tactus::app {

struct AttractScene {
    const drills::Drill* drill;
    const client::Client* client;
};

/// Scenes of that catalogue, which must outlive them: varied techniques on few bodies, so that all of them
/// stay ready in memory. Drills and clients that are not there are left out; never empty while the catalogue
/// has a drill and a client.
std::vector<AttractScene> attract_programme(const ui::Catalogue& catalogue);

} // namespace tactus::app
