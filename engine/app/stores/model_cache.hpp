#pragma once
/// Clients' meshes kept on disk between starts, since they take seconds to make. What is kept can always be
/// made again: a file that is damaged, or of another build, counts as none, and failures to write are silent.

#include "engine/render/renderer.hpp"

#include <cstdint>
#include <filesystem>
#include <string_view>

namespace tactus::app {

class ModelCache {
public:
    static constexpr std::uint64_t most_bytes = 256U << 20U; ///< some thirty clients of the low tier

    /// folder: made when something is kept; empty = nothing is found or kept.
    explicit ModelCache(std::filesystem::path folder) : folder_(std::move(folder)) {}

    /// The meshes of a client, described by all they depend on but the program itself; null when they are not
    /// there whole. Any thread.
    [[nodiscard]] std::shared_ptr<const render::ClientModel> find(std::string_view description) const;

    /// Writes them, whole or not at all, and removes what was not used for longest when there is too much.
    /// Any thread.
    void keep(std::string_view description, const render::ClientModel& model) const;

private:
    [[nodiscard]] std::filesystem::path file_of(std::uint64_t key) const;
    void make_room() const;

    std::filesystem::path folder_;
};

} // namespace tactus::app
