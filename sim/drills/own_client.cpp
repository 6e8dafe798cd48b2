#include "sim/drills/own_client.hpp"

#include "sim/authoring/number_text.hpp"
#include "sim/authoring/resources.hpp"
#include "sim/authoring/table.hpp"
#include "sim/client/carried_client.hpp"
#include "sim/client/client_file.hpp"
#include "sim/drills/drill_file.hpp"
#include "sim/drills/own_client_table.hpp"

#include <algorithm>
#include <system_error>
#include <utility>

namespace fs = std::filesystem;

namespace tactus::drills {

namespace {

constexpr std::size_t largest_file = 1U << 20U;

bool same(const OwnClient& a, const OwnClient& b) {
    return a.base == b.base && client::write_client(a.client) == client::write_client(b.client);
}

bool names(const Drill& drill, std::string_view id) {
    return drill.client == id || std::ranges::find(drill.clients, id) != drill.clients.end();
}

std::shared_ptr<const OwnClient> own_of(std::string_view toml, std::string_view name) {
    authoring::Document document(toml, name);
    authoring::Table root = document.root();
    if (std::optional<authoring::Table> table = root.optional_table(own_client_key)) {
        return std::make_shared<const OwnClient>(
            read_own_client(*table)); // what is wrong the drill's reader tells
    }
    return nullptr;
}

/// One of the clients that lie beside a frozen drill.
std::optional<client::Client> frozen_beside(const fs::path& drill, const std::string& id) {
    std::error_code error;
    for (int number = 1;; ++number) {
        const fs::path file = drill.parent_path() / ("client-" + std::to_string(number) + ".toml");
        if (!fs::exists(file, error)) {
            return std::nullopt;
        }
        if (client::Client client = client::read_client(file); client.id == id) {
            return client;
        }
    }
}

} // namespace

const client::Client* DrillFile::brings(std::string_view id) const {
    return own != nullptr && own->client.id == id && names(drill, id) ? &own->client : nullptr;
}

bool operator==(const DrillFile& a, const DrillFile& b) {
    const bool same_own = a.own == b.own || (a.own != nullptr && b.own != nullptr && same(*a.own, *b.own));
    return same_own && a.drill == b.drill;
}

OwnClient own_client_from(const client::Client& base, std::string id) {
    OwnClient own{.client = base, .base = base.id};
    own.client.id = std::move(id);
    if (own.client.condition == client::Condition{}) {
        own.client.condition = client::condition_named("healthy").condition;
    }
    return own;
}

void give_own_client(DrillFile& file, OwnClient own) {
    const std::string id = own.client.id;
    const std::string before = file.own != nullptr ? file.own->client.id : "";
    file.own = std::make_shared<const OwnClient>(std::move(own));
    if (!file.drill.clients.empty()) {
        file.drill.clients.front() = id;
        std::erase(file.drill.clients, before); // a file brings one: whoever it brought is nobody now
    }
    file.drill.client = id;
}

void rename_own_client(DrillFile& file, const std::string& id) {
    if (file.own == nullptr) {
        return;
    }
    OwnClient own = *file.own;
    const std::string before = std::exchange(own.client.id, id);
    file.own = std::make_shared<const OwnClient>(std::move(own));
    std::ranges::replace(file.drill.clients, before, id);
    file.drill.client = file.drill.client == before ? id : file.drill.client;
}

void drop_unnamed_client(DrillFile& file) {
    if (file.own != nullptr && !names(file.drill, file.own->client.id)) {
        file.own = nullptr;
    }
}

OwnClient read_own_client(authoring::Table& table) {
    std::string base = table.text_or("base", "");
    if (!table.has("id")) {
        table.complain("id", "is missing", "give the client an id, and name it in the drill's client");
    }
    return {.client = client::read_carried_client(table, ""), .base = std::move(base)};
}

DrillFile parse_drill_file(std::string_view toml, std::string_view name) {
    return {.drill = parse_drill(toml, name), .own = own_of(toml, name)};
}

DrillFile read_drill_file(const fs::path& file) {
    return parse_drill_file(authoring::read_text(file, largest_file), file.string());
}

DrillFile read_unfinished_file(std::string_view toml, std::string_view name) {
    return {.drill = read_unfinished(toml, name).drill, .own = own_of(toml, name)};
}

std::string write_drill_file(const DrillFile& file) {
    std::string toml = write_drill(file.drill);
    if (file.own != nullptr) {
        toml.append("\n[").append(own_client_key).append("]\n");
        if (!file.own->base.empty()) {
            toml.append("base = ").append(authoring::quoted_text(file.own->base)).append("\n");
        }
        toml += client::write_carried_client(file.own->client, own_client_key);
    }
    return toml;
}

client::Client client_for(const std::string& drill, const std::string& client) {
    const fs::path file = authoring::asset_named("drills", drill);
    if (const DrillFile read = read_drill_file(file); const client::Client* own = read.brings(client)) {
        return *own;
    }
    if (std::optional<client::Client> frozen = frozen_beside(file, client)) {
        return *frozen;
    }
    return client::read_client(authoring::asset_named("clients", client));
}

} // namespace tactus::drills
