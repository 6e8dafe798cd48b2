#pragma once
/// Drills that were made or laid on this computer: DATA/drills, one TOML file each, which holds the drill's
/// own client too. What is being written lies in its folder `drafts`, what was deleted in `removed`.

#include "sim/drills/own_client.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace tactus::app {

/// A drill of the folder as it was last kept.
struct OwnDrill {
    drills::DrillFile file;
    bool draft = false; ///< newer than what is saved, or not saved at all
};

class DrillStore {
public:
    /// data: the folder of --data, or what platform::data_folder() says. Makes nothing.
    explicit DrillStore(const std::filesystem::path& data) : folder_(data / "drills") {}

    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

    [[nodiscard]] std::filesystem::path file_of(const std::string& id) const {
        return folder_ / (id + ".toml");
    }

    /// What can be done: the saved ones by name of their files, which are their ids. One that cannot be read
    /// is told in `problems`.
    [[nodiscard]] std::vector<drills::DrillFile> saved(std::vector<std::string>& problems) const;

    /// What can be edited: saved ones and drafts. A draft stands for what is saved under its id.
    [[nodiscard]] std::vector<OwnDrill> all() const;

    /// By id, its draft before what is saved. Throws UserError: there is none, or it cannot be read.
    [[nodiscard]] OwnDrill read(const std::string& id) const;

    /// What is saved under its id; nullopt: nothing, or nothing that can be read.
    [[nodiscard]] std::optional<drills::DrillFile> saved(const std::string& id) const;

    // All of these throw UserError when the disk says no.
    void keep_draft(const drills::DrillFile& file) const; ///< on the disk when this returns
    void drop_draft(const std::string& id) const;
    void save(const drills::DrillFile& file) const; ///< and its draft is no more
    void remove(const std::string& id) const;       ///< what is saved and its draft; put_back undoes it
    void put_back(const std::string& id) const;

    /// "levator-release": of a name, and with a number after it where that is taken here or among `others`.
    [[nodiscard]] std::string free_id(const std::string& name, const std::vector<std::string>& others) const;

private:
    std::filesystem::path folder_;
};

/// A drill's file: how to read it, then the drill and its own client. Pure.
std::string drill_file_text(const drills::DrillFile& file);

/// Reads a drill's file that somebody sent, whatever is wrong with it but TOML itself. Throws UserError.
drills::DrillFile read_foreign_drill(const std::filesystem::path& file);

/// Writes a copy. Throws UserError: no path, a folder, a file that is there already, or the disk says no.
void write_foreign_drill(const std::filesystem::path& file, const drills::DrillFile& written);

} // namespace tactus::app
