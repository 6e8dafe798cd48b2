#include "engine/app/stores/drill_store.hpp"

#include "sim/authoring/table.hpp"
#include "sim/authoring/text_file.hpp"
#include "sim/authoring/user_error.hpp"
#include "sim/drills/own_client.hpp"

#include <algorithm>
#include <cctype>
#include <system_error>
#include <utility>

namespace fs = std::filesystem;

namespace tactus::app {

namespace {

constexpr std::size_t largest_file = 1U << 20U;

std::vector<std::string> ids_in(const fs::path& folder) {
    std::vector<std::string> ids;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder, error)) {
        if (entry.path().extension() == ".toml" && entry.is_regular_file(error)) {
            ids.push_back(entry.path().stem().string());
        }
    }
    std::ranges::sort(ids);
    return ids;
}

fs::path draft_of(const fs::path& folder, const std::string& id) {
    return folder / "drafts" / (id + ".toml");
}

/// What lies here goes by the name of its file.
drills::DrillFile read_under(const fs::path& file) {
    drills::DrillFile read =
        drills::read_unfinished_file(authoring::read_text(file, largest_file), file.string());
    read.drill.id = file.stem().string();
    if (read.drill.steps.empty()) {
        throw UserError(Complaint{file.string(), "has no step", "add at least one [[step]]"});
    }
    return read;
}

void move_file(const fs::path& from, const fs::path& to) {
    std::error_code error;
    if (!fs::exists(from, error)) {
        return;
    }
    fs::create_directories(to.parent_path(), error);
    fs::rename(from, to, error);
    if (error) {
        throw UserError(
            Complaint{from.string(), "cannot be moved", "check that its folder may be written to"});
    }
}

} // namespace

std::string drill_file_text(const drills::DrillFile& file) {
    return "# A drill of Tactus, made in its editor. assets/drills/README.md explains the keys; a pair is "
           "[low, "
           "high].\n# `tactus-sim validate FILE` checks it.\n\n" +
           drills::write_drill_file(file);
}

std::vector<drills::DrillFile> DrillStore::saved(std::vector<std::string>& problems) const {
    std::vector<drills::DrillFile> drills;
    for (const std::string& id : ids_in(folder_)) {
        try {
            drills.push_back(drills::read_drill_file(file_of(id)));
            drills.back().drill.id = id;
        } catch (const UserError& error) {
            problems.emplace_back(error.what());
        }
    }
    return drills;
}

std::vector<OwnDrill> DrillStore::all() const {
    std::vector<std::string> ids = ids_in(folder_);
    for (const std::string& id : ids_in(folder_ / "drafts")) {
        if (std::ranges::find(ids, id) == ids.end()) {
            ids.push_back(id);
        }
    }
    std::vector<OwnDrill> drills;
    for (const std::string& id : ids) {
        try {
            drills.push_back(read(id));
        } catch (const UserError&) { // the list of drills tells what is wrong with it
            continue;
        }
    }
    return drills;
}

OwnDrill DrillStore::read(const std::string& id) const {
    std::error_code error;
    if (const fs::path draft = draft_of(folder_, id); fs::exists(draft, error)) {
        return {.file = read_under(draft), .draft = true};
    }
    return {.file = read_under(file_of(id)), .draft = false};
}

std::optional<drills::DrillFile> DrillStore::saved(const std::string& id) const {
    try {
        return read_under(file_of(id));
    } catch (const UserError&) {
        return std::nullopt;
    }
}

void DrillStore::keep_draft(const drills::DrillFile& file) const {
    authoring::write_text(draft_of(folder_, file.drill.id), drill_file_text(file));
}

void DrillStore::drop_draft(const std::string& id) const {
    std::error_code error;
    fs::remove(draft_of(folder_, id), error);
    if (error) {
        throw UserError(Complaint{draft_of(folder_, id).string(), "cannot be deleted", "delete it by hand"});
    }
}

void DrillStore::save(const drills::DrillFile& file) const {
    authoring::write_text(file_of(file.drill.id), drill_file_text(file));
    drop_draft(file.drill.id);
}

void DrillStore::remove(const std::string& id) const {
    const fs::path removed = folder_ / "removed";
    move_file(file_of(id), removed / (id + ".toml"));
    move_file(draft_of(folder_, id), removed / "drafts" / (id + ".toml"));
}

void DrillStore::put_back(const std::string& id) const {
    const fs::path removed = folder_ / "removed";
    move_file(removed / (id + ".toml"), file_of(id));
    move_file(removed / "drafts" / (id + ".toml"), draft_of(folder_, id));
}

std::string DrillStore::free_id(const std::string& name, const std::vector<std::string>& others) const {
    std::string stem;
    for (const char letter : name) {
        const auto byte = static_cast<unsigned char>(letter);
        if (std::isalnum(byte) != 0 && byte < 0x80U) {
            stem.push_back(static_cast<char>(std::tolower(byte)));
        } else if (!stem.empty() && stem.back() != '-') {
            stem.push_back('-');
        }
    }
    while (!stem.empty() && stem.back() == '-') {
        stem.pop_back();
    }
    stem = stem.empty() ? "drill" : stem.substr(0, 48);
    std::error_code error;
    const auto taken = [&](const std::string& id) {
        return std::ranges::find(others, id) != others.end() || fs::exists(file_of(id), error) ||
               fs::exists(draft_of(folder_, id), error);
    };
    std::string id = stem;
    for (int number = 2; taken(id); ++number) {
        id = stem + "-" + std::to_string(number);
    }
    return id;
}

drills::DrillFile read_foreign_drill(const fs::path& file) {
    if (file.empty()) {
        throw UserError(Complaint{"Import", "no file is named", "write the path of a drill's .toml file"});
    }
    return read_under(file);
}

void write_foreign_drill(const fs::path& file, const drills::DrillFile& written) {
    std::error_code error;
    if (file.empty()) {
        throw UserError(Complaint{"Export", "no file is named", "write a path like /home/me/my-drill.toml"});
    }
    if (fs::is_directory(file, error)) {
        throw UserError(Complaint{file.string(), "is a folder", "add a file's name to it"});
    }
    if (fs::exists(file, error)) {
        throw UserError(Complaint{file.string(), "is there already", "choose another name"});
    }
    authoring::write_text(file, drill_file_text(written));
}

} // namespace tactus::app
