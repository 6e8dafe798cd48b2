#pragma once
/// Compiled pipelines kept on disk between starts, for the very device and driver that made them.

#include "engine/gpu/owned.hpp"

#include <filesystem>

namespace tactus::gpu {

using OwnedPipelineCache = Owned<VkPipelineCache, vkDestroyPipelineCache>;

class PipelineCache {
public:
    /// Reads the file when it is there and was written for a device of these properties; a file that is not
    /// is ignored. Empty path: nothing is read or kept.
    PipelineCache(VkDevice device, const VkPhysicalDeviceProperties& properties, std::filesystem::path file);

    [[nodiscard]] VkPipelineCache get() const { return cache_.get(); }

    /// Writes the file anew, whole or not at all. A cache that cannot be written costs time, not a run:
    /// failures are silent.
    void save() const;

private:
    VkDevice device_;
    std::filesystem::path file_;
    OwnedPipelineCache cache_;
};

} // namespace tactus::gpu
