#pragma once
/// Who practises on this computer: the students in the records, which of them it is now, and how each has set
/// the screen.

#include "engine/ui/settings.hpp"
#include "sim/records/archive.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace tactus::app {

class Students {
public:
    /// data: the folder of the records. Reads the names; the guest is chosen. Records that cannot be read are
    /// told on standard error and leave the guest alone.
    explicit Students(std::filesystem::path data);

    /// True while nothing at all is in the records: nobody has practised here, nor skipped the welcome.
    [[nodiscard]] bool new_here() const;

    /// The welcome is over, however it ended, and never comes back. Throws UserError.
    void end_welcome(bool skipped) const;

    /// By name, without the guest.
    [[nodiscard]] const std::vector<records::Profile>& all() const { return all_; }

    /// Some may have been entered from elsewhere. Throws UserError.
    void look_again() { read_names(); }

    /// The guest has an empty id and name.
    [[nodiscard]] const records::Profile& chosen() const { return chosen_; }

    /// name: "" = guest. Throws UserError when nobody has that name.
    void choose(const std::string& name);

    /// Chooses the student of that name, who is entered in the records when new; "guest" is the guest.
    /// Throws UserError: the name says nothing, or the records cannot be written.
    void enrol(const std::string& typed);

    /// Of the chosen student; nullopt = the guest, or nothing set yet. Throws UserError.
    [[nodiscard]] std::optional<ui::Settings> settings() const;

    /// Keeps them for the chosen student, who is not the guest. Throws UserError.
    void keep(const ui::Settings& settings) const;

private:
    void read_names();

    std::filesystem::path data_;
    std::vector<records::Profile> all_;
    records::Profile chosen_;
};

} // namespace tactus::app
