#pragma once
/// The drill editor as the program runs it: what is edited, where it is kept, and where the pointer meets the
/// back.

#include "engine/app/stores/client_store.hpp"
#include "engine/app/stores/drill_store.hpp"
#include "engine/render/camera.hpp"
#include "engine/ui/commands.hpp"
#include "engine/ui/editor.hpp"
#include "engine/ui/screens/editor_list_screen.hpp"
#include "sim/records/frozen_drill.hpp"
#include "sim/records/uuid.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace tactus::app {

class SkinTarget;

/// The drill's default client as it lies there.
struct ClientLaid {
    const client::Client& client;
    const PreparedClient* prepared; ///< null until made
};

class EditorPage {
public:
    explicit EditorPage(const std::filesystem::path& data);
    ~EditorPage();
    EditorPage(const EditorPage&) = delete;
    EditorPage& operator=(const EditorPage&) = delete;
    EditorPage(EditorPage&&) = delete;
    EditorPage& operator=(EditorPage&&) = delete;

    /// Begins to edit what is named. Throws UserError when it cannot be read.
    void open(const ui::EditDrill& wanted, ui::Catalogue& catalogue);

    /// Reads the shelves anew.
    void open_list(const ui::Catalogue& catalogue);

    /// Passes time: the draft is on the disk a second after the last change.
    void pass(double elapsed_s);

    /// Keeps the draft now.
    void keep();

    void draw_list(ui::Canvas& canvas, ui::Interaction& interaction, const ui::Catalogue& catalogue,
                   ui::Commands& ask);

    /// Of the drill's own client, what is told of them is as it is edited.
    void draw(ui::Canvas& canvas, ui::Interaction& interaction, ui::Catalogue& catalogue,
              const ClientLaid& laid, ui::Commands& ask);

    /// All but trying it out. What the disk or the drill has against it is said on the screen.
    void obey(const ui::DoInEditor& wanted, ui::Catalogue& catalogue);

    /// True when the drill can be run; else the screen says why not.
    bool may_try();

    [[nodiscard]] const drills::Drill& drill() const { return editor_.history.now(); }

    /// The drill's default client where it is the drill's own, as edited; else null.
    [[nodiscard]] const client::Client* own_client() const { return file().brings(drill().client); }

    /// From above, the back beside the sheet.
    static render::Camera camera();

private:
    [[nodiscard]] const drills::DrillFile& file() const { return editor_.history.file(); }

    void judge(const ui::Catalogue& catalogue, const client::Client& client, const PreparedClient* prepared);
    void judge_client(const ui::Catalogue& catalogue);
    void take_wanted_own(ui::Catalogue& catalogue);
    std::string new_client_id(const std::string& base);
    void keep_id_apart(drills::DrillFile& file);
    void say(std::string words, bool trouble = false);
    void do_deed(const ui::DoInEditor& wanted, ui::Catalogue& catalogue);
    void require_sound() const;
    [[nodiscard]] records::FrozenDrill content(const ui::Catalogue& catalogue) const;

    std::filesystem::path data_;
    DrillStore store_;
    ui::Editor editor_;
    ui::EditorStanding standing_;
    ui::EditorListScreen list_;
    std::vector<ui::EditorEntry> entries_;
    std::optional<ui::EditorShelf> read_shelf_; ///< that the entries are of
    std::string removed_;                       ///< the id deleted last
    std::string removed_name_;

    drills::DrillFile kept_; ///< as the disk has it
    double unkept_s_ = 0;    ///< since it differs

    // What was found about the drill as it is; made anew when it changes.
    std::optional<drills::DrillFile> judged_;
    std::size_t judged_step_ = 0;
    const anatomy::Anatomy* judged_on_ = nullptr;
    std::vector<drills::Fault> faults_;
    std::vector<client::ClientFault> client_faults_;
    std::optional<client::Client> base_; ///< whom the own client was made from, with what it began with
    std::vector<std::string> warnings_;
    std::vector<drills::ForceLimit> limits_;
    scoring::Rubric rubric_;
    std::vector<std::string> rubrics_;
    client::Questionnaire questions_;
    records::UuidSource ids_;

    std::shared_ptr<const anatomy::Anatomy> skin_of_; ///< keeps what the target points at
    std::unique_ptr<SkinTarget> target_;
};

} // namespace tactus::app
