#pragma once
/// What can be chosen, and what is: the drill to be done and the client who lies down for it.

#include "engine/app/stores/library.hpp"
#include "engine/ui/commands.hpp"
#include "engine/ui/screens/clients_screen.hpp"
#include "engine/ui/screens/drills_screen.hpp"

#include <filesystem>
#include <future>
#include <optional>
#include <string>

namespace tactus::app {

class Choice {
public:
    /// data: the folder whose own drills are read beside those of the assets. The first client is chosen, and
    /// no drill.
    explicit Choice(std::filesystem::path data);

    [[nodiscard]] const ui::Catalogue& catalogue() const { return catalogue_; }

    /// For those who add to it.
    [[nodiscard]] ui::Catalogue& catalogue() { return catalogue_; }

    [[nodiscard]] bool has_client() const { return !catalogue_.clients.empty(); }

    /// The chosen one, else the first. There is a client.
    [[nodiscard]] const client::Client& client() const;

    /// Null when none is chosen, or it is not there any more.
    [[nodiscard]] const drills::Drill* drill() const { return ui::find_drill(catalogue_, list_.drill); }

    /// That drill with that client, by their ids; the list of drills begins anew at its top.
    void choose(const std::string& drill, const std::string& client);

    void choose_drill(const std::string& id) { list_.drill = id; }

    void choose_client(const std::string& id) { list_.client = id; }

    /// By id or file: read if it is not there yet, and chosen. Throw UserError.
    void bring_drill(const std::string& id_or_file);
    void bring_client(const std::string& id_or_file);

    /// The drill that follows the chosen one, or that one, in the list; the first after the last. nullopt =
    /// there is none.
    [[nodiscard]] std::optional<ui::ChooseDrill> next(const std::optional<std::string>& after) const;

    /// Reads everything anew, on a thread of its own: files have come.
    void read_anew();

    [[nodiscard]] bool reading() const { return arriving_.valid(); }

    /// True once when that is done. Throws UserError.
    bool take_anew();

    void draw_drills(ui::Canvas& canvas, ui::Interaction& interaction, ui::Commands& ask);
    void draw_clients(ui::Canvas& canvas, ui::Interaction& interaction, ui::Commands& ask);

private:
    std::filesystem::path data_;
    ui::Catalogue catalogue_;
    ui::DrillsScreen list_; ///< holds the ids
    ui::ClientsScreen clients_;
    std::future<ui::Catalogue> arriving_;
};

} // namespace tactus::app
