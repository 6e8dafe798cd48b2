#pragma once
/// A drill's file, which may bring a client of its own: one of the shipped ones, changed for this drill. The
/// drill names that client by its id as it names any other; what the file says of them goes wherever the file
/// goes, and a recording or a frozen drill carries the client by value as always.

#include "sim/client/client.hpp"
#include "sim/drills/drill.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace tactus::drills {

struct OwnClient {
    client::Client client;
    std::string base; ///< id of whom it was made from; "" = not known
};

struct DrillFile {
    Drill drill;
    std::shared_ptr<const OwnClient> own; ///< null: all whom the drill names are in assets

    /// The own client where the drill names it by that id, else null.
    [[nodiscard]] const client::Client* brings(std::string_view id) const;

    friend bool operator==(const DrillFile& a, const DrillFile& b);
};

/// The client under that base, changed only in who it is: nothing to ask and no limit of their own becomes
/// the healthy case of assets, so that there is something to change. Throws UserError: the assets are not
/// there.
OwnClient own_client_from(const client::Client& base, std::string id);

/// The drill names that client, its own, in place of its default one; whom it brought before is named no more.
void give_own_client(DrillFile& file, OwnClient own);

/// The same under another id, in the drill as well.
void rename_own_client(DrillFile& file, const std::string& id);

/// An own client that the drill no longer names is no more.
void drop_unnamed_client(DrillFile& file);

/// As parse_drill does, and the client that the file brings. Throws UserError with every complaint.
DrillFile parse_drill_file(std::string_view toml, std::string_view name);
DrillFile read_drill_file(const std::filesystem::path& file);

/// The same of a text that may be half written. Throws UserError only for what is no TOML.
DrillFile read_unfinished_file(std::string_view toml, std::string_view name);

/// The drill, then its own client whole; parse_drill_file reads an equal value back.
std::string write_drill_file(const DrillFile& file);

/// A client for a drill of that id or file, by id or file: whom the drill's file brings, whom a frozen drill
/// lies with, else one of assets. Throws UserError.
client::Client client_for(const std::string& drill, const std::string& client);

} // namespace tactus::drills
