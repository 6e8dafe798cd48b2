#include "engine/app/stores/model_cache.hpp"

#include "engine/render/model_file.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <cstring>
#include <fstream>
#include <span>
#include <string>
#include <system_error>
#include <unistd.h>
#include <utility>
#include <vector>

namespace tactus::app {

namespace {

constexpr std::string_view suffix = ".model";

/// What stands before the bytes of a model.
struct Head {
    std::array<char, 8> magic;
    std::uint64_t key;
    std::uint64_t size;
    std::uint64_t checksum;
};

constexpr std::array magic{'t', 'a', 'c', 't', 'm', 'o', 'd', '1'};

/// FNV-1a, eight bytes at a time and the rest one by one.
std::uint64_t hash_of(std::span<const std::byte> bytes, std::uint64_t hash = 0xCBF29CE484222325U) {
    const auto take = [&](std::uint64_t value) { hash = (hash ^ value) * 0x100000001B3U; };
    std::size_t at = 0;
    for (; at + sizeof(std::uint64_t) <= bytes.size(); at += sizeof(std::uint64_t)) {
        std::uint64_t word = 0;
        std::memcpy(&word, &bytes[at], sizeof word);
        take(word);
        hash ^= hash >> 32U; // the upper bytes of a word must reach the lower ones of the hash
    }
    for (; at < bytes.size(); ++at) {
        take(std::to_integer<std::uint64_t>(bytes[at]));
    }
    return hash;
}

std::span<const std::byte> bytes_of(std::string_view words) { return std::as_bytes(std::span(words)); }

/// Another build may make another mesh of the same client: the program is told apart by size and date.
std::string this_program() {
    std::error_code error;
    const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
    const auto size = std::filesystem::file_size(program, error);
    const auto date = std::filesystem::last_write_time(program, error);
    return std::to_string(size) + " " + std::to_string(date.time_since_epoch().count());
}

std::uint64_t key_of(std::string_view description) {
    static const std::string program = this_program();
    return hash_of(bytes_of(description), hash_of(bytes_of(program)));
}

std::vector<std::byte> read_file(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary | std::ios::ate);
    const std::streamoff size = stream ? static_cast<std::streamoff>(stream.tellg()) : 0;
    std::vector<std::byte> bytes(static_cast<std::size_t>(std::max<std::streamoff>(size, 0)));
    stream.seekg(0);
    stream.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    return stream ? bytes : std::vector<std::byte>();
}

void write(std::ofstream& stream, std::span<const std::byte> bytes) {
    stream.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
}

} // namespace

std::filesystem::path ModelCache::file_of(std::uint64_t key) const {
    std::array<char, 17> digits{};
    std::snprintf(digits.data(), digits.size(), "%016llx", static_cast<unsigned long long>(key));
    return folder_ / (digits.data() + std::string(suffix));
}

std::shared_ptr<const render::ClientModel> ModelCache::find(std::string_view description) const {
    if (folder_.empty()) {
        return nullptr;
    }
    const std::uint64_t key = key_of(description);
    const std::vector<std::byte> bytes = read_file(file_of(key));
    Head head{};
    if (bytes.size() < sizeof head) {
        return nullptr;
    }
    std::memcpy(&head, bytes.data(), sizeof head);
    const std::span<const std::byte> model = std::span(bytes).subspan(sizeof head);
    if (head.magic != magic || head.key != key || head.size != model.size() ||
        head.checksum != hash_of(model)) {
        return nullptr;
    }
    std::error_code ignored; // it was used just now: others go first when there is too much
    std::filesystem::last_write_time(file_of(key), std::filesystem::file_time_type::clock::now(), ignored);
    return render::model_from(model);
}

void ModelCache::keep(std::string_view description, const render::ClientModel& model) const {
    std::error_code error;
    if (folder_.empty() || (std::filesystem::create_directories(folder_, error), error)) {
        return;
    }
    const std::uint64_t key = key_of(description);
    const std::vector<std::byte> bytes = render::model_bytes(model);
    const Head head{magic, key, bytes.size(), hash_of(bytes)};
    // Two threads, or two programs, may make the same client.
    static std::atomic<int> count{0};
    const std::filesystem::path unfinished =
        file_of(key).string() + "." + std::to_string(getpid()) + "-" + std::to_string(count.fetch_add(1));
    {
        std::ofstream stream(unfinished, std::ios::binary | std::ios::trunc);
        write(stream, std::as_bytes(std::span(&head, 1)));
        write(stream, bytes);
        if (!stream.flush()) {
            std::filesystem::remove(unfinished, error);
            return;
        }
    }
    std::filesystem::rename(unfinished, file_of(key), error);
    make_room();
}

void ModelCache::make_room() const {
    struct Kept {
        std::filesystem::path file;
        std::filesystem::file_time_type used;
        std::uint64_t bytes;
    };

    std::vector<Kept> all;
    std::uint64_t total = 0;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder_, error)) {
        const std::uint64_t bytes = entry.file_size(error);
        if (!error && entry.is_regular_file(error)) {
            all.push_back({entry.path(), entry.last_write_time(error), bytes});
            total += bytes;
        }
    }
    std::ranges::sort(all, {}, &Kept::used);
    for (const Kept& kept : all) {
        if (total <= most_bytes) {
            return;
        }
        std::filesystem::remove(kept.file, error);
        total -= kept.bytes;
    }
}

} // namespace tactus::app
