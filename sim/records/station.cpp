#include "sim/records/station.hpp"

#include "sim/authoring/number_text.hpp"
#include "sim/authoring/table.hpp"
#include "sim/records/kept_file.hpp"
#include "sim/records/known_stations.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <unistd.h>

namespace fs = std::filesystem;

namespace tactus::records {
namespace {

constexpr fs::perms owner_only = fs::perms::owner_read | fs::perms::owner_write;
constexpr std::size_t key_file_limit_bytes = 4096;

struct KeyFile {
    std::string name;
    replay::KeySeed seed{};
};

std::string computer_name() {
    std::array<char, replay::station_name_limit> name{};
    gethostname(name.data(), name.size() - 1); // when it fails the name stays empty
    const std::string text = name.data();
    return text.empty() ? "station" : text;
}

/// Seeds and public keys are both 32 bytes, written as 64 digits.
std::string key_file_text(const KeyFile& file) {
    return "# The key by which this station signs its recordings. Who has it can sign in its name.\n"
           "name = " +
           authoring::quoted_text(file.name) + "\npublic = \"" +
           replay::key_text(replay::SigningKey(file.seed).public_key()) + "\"\nsecret = \"" +
           replay::key_text(file.seed) + "\"\n";
}

UserError damaged_key(const fs::path& file) {
    return UserError(
        Complaint{file.string(), "is no whole key of a station",
                  "put a copy of it back; without one move it away, and a new key is made, under which the "
                  "station is a new one to others"});
}

KeyFile read_key(const fs::path& file) {
    KeyFile key;
    std::optional<replay::PublicKey> seed;
    std::optional<replay::PublicKey> shown;
    const std::string text = authoring::read_text(file, key_file_limit_bytes);
    try {
        authoring::Document document(text, file.string());
        authoring::Table root = document.root();
        key.name = root.text("name");
        shown = replay::key_from_text(root.text("public"));
        seed = replay::key_from_text(root.text("secret"));
        document.finish();
        require_station_name(key.name, file.string());
    } catch (const UserError&) { // which of its lines is wrong nobody can mend by hand
        throw damaged_key(file);
    }
    if (!seed || !shown || replay::SigningKey(*seed).public_key() != *shown) {
        throw damaged_key(file);
    }
    key.seed = *seed;
    return key;
}

KeyFile read_or_make_key(const fs::path& data) {
    const fs::path file = station_key_file(data);
    std::error_code error;
    if (!fs::exists(file, error)) {
        const KeyFile made{.name = computer_name(), .seed = replay::random_seed()};
        if (make_file(file, key_file_text(made), owner_only)) {
            know_station(data, {.name = made.name, .key = replay::SigningKey(made.seed).public_key()});
        }
    }
    return read_key(file); // ours, or that of who was faster
}

} // namespace

fs::path station_key_file(const fs::path& data) { return data / "station.key"; }

Station::Station(const fs::path& data) : data_(data), seed_{}, key_(seed_) {
    const KeyFile file = read_or_make_key(data);
    name_ = file.name;
    seed_ = file.seed;
    key_ = replay::SigningKey(seed_);
}

std::vector<std::uint8_t> Station::sign(std::span<const std::uint8_t> recording,
                                        std::string_view student) const {
    return replay::signed_recording(recording, {.key = key_, .station = name_, .student = student});
}

void Station::rename(const std::string& name) {
    require_station_name(name, "station");
    replace_file(station_key_file(data_), key_file_text({.name = name, .seed = seed_}), owner_only);
    name_ = name;
    know_station(data_, {.name = name_, .key = public_key()});
}

} // namespace tactus::records
