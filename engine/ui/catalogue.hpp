#pragma once
/// What can be chosen, as read from assets by the app.

#include "sim/client/client.hpp"
#include "sim/drills/drill.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace tactus::ui {

struct Catalogue {
    std::vector<drills::Drill> drills;
    std::vector<client::Client> clients;
    std::vector<client::Client>
        of_drills;                     ///< whom drills bring along: they stand in those drills' lists alone
    std::vector<std::string> own;      ///< ids of the drills that were made here, not shipped
    std::vector<std::string> problems; ///< files that could not be read, one sentence each
};

/// A recording in the list of replays.
struct ReplayEntry {
    std::filesystem::path file;
    std::string drill;
    std::string client;
    std::string when; ///< "24 Nov, 12:10"
    double score = 0;
    double duration_s = 0;
    bool graded = false;
};

const drills::Drill* find_drill(const Catalogue& catalogue, const std::string& id);
bool is_own(const Catalogue& catalogue, const std::string& drill);

/// Of either kind.
const client::Client* find_client(const Catalogue& catalogue, const std::string& id);

} // namespace tactus::ui
