#include "engine/app/pages/editor_page.hpp"

#include "engine/app/hands/aim.hpp"
#include "engine/app/hands/back_place.hpp"
#include "engine/ui/screens/editor_screen.hpp"
#include "engine/ui/widgets/figures.hpp"
#include "sim/authoring/resources.hpp"
#include "sim/authoring/user_error.hpp"
#include "sim/client/client_file.hpp"
#include "sim/drills/step_edits.hpp"

#include <algorithm>
#include <ctime>
#include <iostream>
#include <utility>

namespace tactus::app {

namespace {

constexpr double keep_after_s = 1;

/// How far the eye stands aside and down the table, so that the back, neck to sacrum, lies in the middle of
/// what sheet and tools leave free.
constexpr Vec3 aside_m(-0.37F, 0, 0.055F);
constexpr float field_of_view_deg = 26.5F;

std::vector<std::string> ids_of(const std::vector<drills::Drill>& drills) {
    std::vector<std::string> ids;
    ids.reserve(drills.size());
    for (const drills::Drill& drill : drills) {
        ids.push_back(drill.id);
    }
    return ids;
}

ui::EditorEntry entry_of(const drills::Drill& drill, std::string id, std::string aside) {
    return {.drill = std::move(id),
            .name = drill.name.empty() ? "(no name)" : drill.name,
            .second = drill.technique + ", " + std::to_string(drill.steps.size()) +
                      (drill.steps.size() == 1 ? " step, " : " steps, ") +
                      ui::spoken_time(drill.duration_s()),
            .aside = std::move(aside)};
}

/// True where the client is one of assets as they are now; others lie in their drill's file alone.
bool is_shipped(const ui::Catalogue& catalogue, const client::Client& client) {
    const auto known = std::ranges::find(catalogue.clients, client.id, &client::Client::id);
    return known != catalogue.clients.end() && client::write_client(*known) == client::write_client(client);
}

/// The own client of a drill can be seen: the table takes them from the catalogue.
void show_own_client(ui::Catalogue& catalogue, const drills::DrillFile& file, bool saved = false) {
    if (file.own == nullptr) {
        return;
    }
    const auto known = std::ranges::find(catalogue.of_drills, file.own->client.id, &client::Client::id);
    if (known == catalogue.of_drills.end()) {
        catalogue.of_drills.push_back(file.own->client);
    } else if (saved) { // a draft does not change whom others see
        *known = file.own->client;
    }
}

/// Of what a user can mend, in one line.
std::string words_of(const UserError& error) {
    const Complaint& first = error.complaints().front();
    return first.where + ": " + first.what + "; " + first.mend;
}

} // namespace

EditorPage::EditorPage(const std::filesystem::path& data) : data_(data), store_(data) {}

EditorPage::~EditorPage() = default;

render::Camera EditorPage::camera() {
    render::Camera camera = render::preset_camera(render::CameraPreset::anatomy);
    camera.eye += aside_m;
    camera.target += aside_m;
    camera.vertical_fov_deg = field_of_view_deg;
    return camera;
}

/// An id that nobody else's drill has either: files of drills go from school to school.
std::string EditorPage::new_client_id(const std::string& base) {
    constexpr std::size_t digits = 6;
    const std::string chance = ids_.next(static_cast<std::int64_t>(std::time(nullptr)) * 1000);
    return base + "-" + chance.substr(chance.size() - digits);
}

/// The own client of a copy is another one than that of the drill it was copied from.
void EditorPage::keep_id_apart(drills::DrillFile& file) {
    if (file.own != nullptr) {
        drills::rename_own_client(file, new_client_id(file.own->base.empty() ? "client" : file.own->base));
    }
}

void EditorPage::open(const ui::EditDrill& wanted, ui::Catalogue& catalogue) {
    using Kind = ui::EditDrill::Kind;
    const std::vector<std::string> taken = ids_of(catalogue.drills);
    drills::DrillFile file;
    switch (wanted.kind) {
    case Kind::fresh:
        file.drill = drills::new_drill(store_.free_id("New drill", taken),
                                       catalogue.clients.empty() ? "" : catalogue.clients.front().id);
        break;
    case Kind::own:
        file = store_.read(wanted.drill).file;
        break;
    case Kind::frozen: {
        const records::FrozenDrill frozen = records::read_frozen(data_, wanted.drill);
        file.drill = frozen.drill;
        if (!is_shipped(catalogue, frozen.clients.front())) { // it lies in the frozen drill by value alone
            file.own = std::make_shared<const drills::OwnClient>(
                drills::OwnClient{.client = frozen.clients.front(), .base = ""});
        }
        break;
    }
    case Kind::copy:
        if (const drills::Drill* shipped = ui::find_drill(catalogue, wanted.drill);
            shipped != nullptr && !ui::is_own(catalogue, wanted.drill)) {
            file.drill = *shipped;
        } else {
            file = store_.read(wanted.drill).file;
        }
        break;
    }
    if (wanted.kind == Kind::frozen || wanted.kind == Kind::copy) {
        file.drill = drills::copied(file.drill, store_.free_id(file.drill.name + " copy", taken));
        keep_id_apart(file);
    }
    const auto saved = store_.saved(file.drill.id);
    kept_ = wanted.kind == Kind::own ? file : drills::DrillFile{};
    show_own_client(catalogue, file);
    editor_ = {};
    editor_.history = drills::EditHistory(std::move(file));
    standing_ = {};
    standing_.file = store_.file_of(drill().id).string();
    standing_.saved = saved == this->file();
    judged_.reset();
    rubrics_ = authoring::asset_ids("rubrics");
    try {
        questions_ = client::read_questionnaire(authoring::asset_named("intake", "questions"));
    } catch (const UserError& error) { // the tab of the talk says so
        questions_ = {};
    }
    std::cout << "edit: " << drill().id << "\n" << std::flush;
}

/// Makes the client that was asked for the drill's own.
void EditorPage::take_wanted_own(ui::Catalogue& catalogue) {
    const std::optional<std::string> wanted = std::exchange(editor_.wanted_own, std::nullopt);
    const client::Client* base = wanted ? ui::find_client(catalogue, *wanted) : nullptr;
    if (base == nullptr) {
        return;
    }
    try {
        drills::DrillFile next = file();
        drills::give_own_client(next, drills::own_client_from(*base, new_client_id(base->id)));
        show_own_client(catalogue, next);
        std::cout << "own client: " << next.own->client.id << "\n" << std::flush;
        editor_.history.rest();
        editor_.history.edit(std::move(next), "the own client");
        editor_.client_tab = ui::ClientTab::words;
    } catch (const UserError& error) {
        say(words_of(error), true);
    }
}

void EditorPage::open_list(const ui::Catalogue& catalogue) {
    entries_.clear();
    read_shelf_ = list_.shelf;
    switch (list_.shelf) {
    case ui::EditorShelf::own:
        for (const OwnDrill& own : store_.all()) {
            entries_.push_back(entry_of(own.file.drill, own.file.drill.id, own.draft ? "draft" : "saved"));
        }
        break;
    case ui::EditorShelf::frozen:
        for (const std::string& hash : records::frozen_hashes(data_)) {
            try {
                entries_.push_back(
                    entry_of(records::read_frozen(data_, hash).drill, hash, records::short_hash(hash)));
            } catch (const UserError& error) {
                say(words_of(error), true);
            }
        }
        break;
    case ui::EditorShelf::shipped:
        for (const drills::Drill& drill : catalogue.drills) {
            if (!ui::is_own(catalogue, drill.id)) {
                entries_.push_back(entry_of(drill, drill.id, drill.catalogue));
            }
        }
        break;
    }
}

void EditorPage::say(std::string words, bool trouble) {
    standing_.said = std::move(words);
    standing_.trouble = trouble;
}

void EditorPage::pass(double elapsed_s) {
    if (drill().steps.empty() || file() == kept_) {
        unkept_s_ = 0;
        return;
    }
    unkept_s_ += elapsed_s;
    if (unkept_s_ > keep_after_s) {
        keep();
    }
}

void EditorPage::keep() {
    if (drill().steps.empty() || file() == kept_) {
        return;
    }
    unkept_s_ = 0;
    kept_ = file(); // also where the disk says no: it is told once, not every second
    try {
        if (store_.saved(drill().id) == file()) {
            store_.drop_draft(drill().id);
            standing_.saved = true;
        } else {
            store_.keep_draft(file());
        }
    } catch (const UserError& error) {
        say(words_of(error), true);
    }
}

records::FrozenDrill EditorPage::content(const ui::Catalogue& catalogue) const {
    records::FrozenDrill content{.drill = drill(), .rubric = rubric_, .clients = {}};
    const std::vector<std::string> ids =
        drill().clients.empty() ? std::vector{drill().client} : drill().clients;
    for (const std::string& id : ids) {
        const client::Client* own = file().brings(id);
        if (const client::Client* client = own != nullptr ? own : ui::find_client(catalogue, id)) {
            content.clients.push_back(*client);
        }
    }
    return content;
}

void EditorPage::judge(const ui::Catalogue& catalogue, const client::Client& client,
                       const PreparedClient* prepared) {
    const anatomy::Anatomy* anatomy = prepared != nullptr ? prepared->anatomy.get() : nullptr;
    if (judged_ == file() && judged_step_ == editor_.step && judged_on_ == anatomy) {
        return;
    }
    if (judged_ && !(*judged_ == file())) {
        standing_.said.clear(); // what was said is of the drill before
    }
    judged_ = file();
    judged_step_ = editor_.step;
    judged_on_ = anatomy;
    faults_ = drills::faults_of(drill());
    try {
        rubric_ = scoring::read_rubric(authoring::asset_named("rubrics", drill().rubric));
    } catch (const UserError& error) {
        faults_.push_back({.step = std::nullopt, .key = "rubric", .words = words_of(error)});
    }
    judge_client(catalogue);
    if (own_client() == nullptr && ui::find_client(catalogue, drill().client) == nullptr) {
        faults_.push_back({.step = std::nullopt,
                           .key = "client",
                           .words = "`" + drill().client + "` is nobody here; choose one under Client"});
    }
    warnings_.clear();
    limits_.clear();
    if (anatomy != nullptr && client.id == drill().client) {
        const std::vector<drills::Fault> on_client = drills::faults_on(drill(), *anatomy, client.name);
        faults_.insert(faults_.end(), on_client.begin(), on_client.end());
        const scoring::Task& task = drill().steps[std::min(editor_.step, drill().steps.size() - 1)].task;
        const std::vector<Vec2> places = drills::places_of(task, *anatomy);
        limits_ = drills::force_limits(task, client, rubric_, places);
        warnings_ = drills::step_warnings(task, client, rubric_, places);
    }
    standing_.saved = store_.saved(drill().id) == file();
    const std::string hash = records::frozen_hash(content(catalogue));
    const std::vector<std::string> frozen = records::frozen_hashes(data_);
    standing_.frozen_hash = std::ranges::find(frozen, hash) != frozen.end() ? hash : "";
}

void EditorPage::judge_client(const ui::Catalogue& catalogue) {
    client_faults_.clear();
    const auto& own = file().own;
    if (own == nullptr || (base_ && base_->id != own->base)) {
        base_.reset();
    }
    if (own == nullptr) {
        return;
    }
    client_faults_ = client::faults_of(own->client);
    const client::Client* base = ui::find_client(catalogue, own->base);
    if (base != nullptr && !base_) {
        base_ = drills::own_client_from(*base, base->id).client;
    }
}

void EditorPage::draw_list(ui::Canvas& canvas, ui::Interaction& interaction, const ui::Catalogue& catalogue,
                           ui::Commands& ask) {
    if (read_shelf_ != list_.shelf) {
        open_list(catalogue);
    }
    ui::draw_editor_list_screen(canvas, interaction,
                                {.entries = entries_,
                                 .folder = store_.folder().string(),
                                 .removed = removed_name_,
                                 .said = standing_.said,
                                 .trouble = standing_.trouble},
                                list_, ask);
}

void EditorPage::draw(ui::Canvas& canvas, ui::Interaction& interaction, ui::Catalogue& catalogue,
                      const ClientLaid& laid, ui::Commands& ask) {
    const PreparedClient* const prepared = laid.prepared;
    const client::Client* own = own_client();
    const client::Client client = own != nullptr && own->id == laid.client.id ? *own : laid.client;
    if (prepared != nullptr && prepared->anatomy != skin_of_) {
        skin_of_ = prepared->anatomy;
        target_ = std::make_unique<SkinTarget>(skin_of_->skin);
    }
    judge(catalogue, client, prepared);
    const render::Camera camera = EditorPage::camera();
    const Vec2 size_px = canvas.size() * canvas.scale();
    const ui::EditorView view{
        .catalogue = catalogue,
        .client = client,
        .base = base_ ? &*base_ : nullptr,
        .client_faults = client_faults_,
        .questions = questions_,
        .anatomy = prepared != nullptr ? prepared->anatomy.get() : nullptr,
        .faults = faults_,
        .warnings = warnings_,
        .limits = limits_,
        .rubric = rubric_,
        .rubrics = rubrics_,
        .standing = standing_,
        .seen_at = [&](Vec2 spine) -> std::optional<Vec2> {
            return prepared != nullptr ? seen_at(canvas, camera, prepared->anatomy->skin, spine)
                                       : std::nullopt;
        },
        .place_under = [&](Vec2 logical) -> std::optional<Vec2> {
            const auto aim = target_
                                 ? target_->aim(render::pixel_ray(camera, logical * canvas.scale(), size_px))
                                 : std::nullopt;
            return aim ? std::optional(aim->spine) : std::nullopt;
        }};
    ui::draw_editor_screen(canvas, interaction, view, editor_, ask);
    take_wanted_own(catalogue);
    const client::Client* wanted = ui::find_client(catalogue, drill().client);
    if (wanted != nullptr && wanted->id != laid.client.id) {
        ask(ui::ChooseClient{wanted->id});
    }
}

void EditorPage::require_sound() const {
    if (!client_faults_.empty()) {
        const client::ClientFault& fault = client_faults_.front();
        const std::size_t mend = std::min(fault.words.find("; "), fault.words.size());
        throw UserError(Complaint{"Client", fault.key + " " + fault.words.substr(0, mend),
                                  fault.words.substr(std::min(mend + 2, fault.words.size()))});
    }
    if (!faults_.empty()) {
        const drills::Fault& fault = faults_.front();
        const std::size_t mend = std::min(fault.words.find("; "), fault.words.size());
        throw UserError(Complaint{fault.step ? "Step " + std::to_string(*fault.step + 1) : "Not yet",
                                  fault.key + " " + fault.words.substr(0, mend),
                                  fault.words.substr(std::min(mend + 2, fault.words.size()))});
    }
}

bool EditorPage::may_try() {
    try {
        require_sound();
        return true;
    } catch (const UserError& error) {
        say(words_of(error), true);
        return false;
    }
}

void EditorPage::obey(const ui::DoInEditor& wanted, ui::Catalogue& catalogue) {
    try {
        do_deed(wanted, catalogue);
    } catch (const UserError& error) {
        say(words_of(error), true);
    }
}

void EditorPage::do_deed(const ui::DoInEditor& wanted, ui::Catalogue& catalogue) {
    using Deed = ui::DoInEditor::Deed;
    switch (wanted.deed) {
    case Deed::save: {
        require_sound();
        store_.save(file());
        kept_ = file();
        show_own_client(catalogue, file(), true);
        standing_.saved = true;
        const auto known = std::ranges::find(catalogue.drills, drill().id, &drills::Drill::id);
        if (known != catalogue.drills.end()) {
            *known = drill();
        } else {
            catalogue.drills.insert(catalogue.drills.begin(), drill());
            catalogue.own.push_back(drill().id);
        }
        say("Saved. It stands in the list of drills.");
        std::cout << "saved: " << standing_.file << "\n" << std::flush;
        return;
    }
    case Deed::freeze: {
        require_sound();
        const std::string hash = records::freeze(data_, content(catalogue));
        standing_.frozen_hash = hash;
        say("Frozen as " + records::short_hash(hash) + ": drill, rubric and clients as they are now.");
        std::cout << "frozen: " << hash << "\n" << std::flush;
        return;
    }
    case Deed::write_file:
        write_foreign_drill(wanted.named, file());
        say("Exported to " + wanted.named);
        return;
    case Deed::read_file: {
        drills::DrillFile read = read_foreign_drill(wanted.named);
        keep_id_apart(read);
        read.drill.id =
            store_.free_id(std::filesystem::path(wanted.named).stem().string(), ids_of(catalogue.drills));
        store_.keep_draft(read);
        list_ = {.shelf = ui::EditorShelf::own, .chosen = read.drill.id};
        say("Imported as a draft: " + read.drill.name);
        open_list(catalogue);
        return;
    }
    case Deed::remove: {
        const std::string name = store_.read(wanted.named).file.drill.name;
        store_.remove(wanted.named);
        removed_ = wanted.named;
        removed_name_ = name;
        std::erase_if(catalogue.drills, [&](const drills::Drill& each) {
            return each.id == wanted.named && ui::is_own(catalogue, each.id);
        });
        std::erase(catalogue.own, wanted.named);
        say("Deleted: " + name);
        open_list(catalogue);
        return;
    }
    case Deed::put_back: {
        store_.put_back(removed_);
        if (const auto saved = store_.saved(removed_)) {
            show_own_client(catalogue, *saved, true);
            catalogue.drills.insert(catalogue.drills.begin(), saved->drill);
            catalogue.own.push_back(removed_);
        }
        say("Put back: " + std::exchange(removed_name_, ""));
        removed_.clear();
        open_list(catalogue);
        return;
    }
    case Deed::try_out: // the stage runs it
        return;
    }
}

} // namespace tactus::app
