#include "engine/gpu/pipeline_cache.hpp"

#include "engine/gpu/check.hpp"

#include <cstring>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>
#include <vector>

namespace tactus::gpu {
namespace {

std::vector<char> read_file(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

/// Drivers should refuse what another one wrote; not all do.
bool made_by(const std::vector<char>& bytes, const VkPhysicalDeviceProperties& properties) {
    VkPipelineCacheHeaderVersionOne header{};
    if (bytes.size() < sizeof header) {
        return false;
    }
    std::memcpy(&header, bytes.data(), sizeof header);
    return header.headerVersion == VK_PIPELINE_CACHE_HEADER_VERSION_ONE &&
           header.vendorID == properties.vendorID && header.deviceID == properties.deviceID &&
           std::memcmp(header.pipelineCacheUUID, properties.pipelineCacheUUID, VK_UUID_SIZE) == 0;
}

} // namespace

PipelineCache::PipelineCache(VkDevice device, const VkPhysicalDeviceProperties& properties,
                             std::filesystem::path file)
    : device_(device), file_(std::move(file)) {
    std::vector<char> bytes = file_.empty() ? std::vector<char>() : read_file(file_);
    if (!made_by(bytes, properties)) {
        bytes.clear();
    }
    VkPipelineCacheCreateInfo info{};
    info.sType = VK_STRUCTURE_TYPE_PIPELINE_CACHE_CREATE_INFO;
    info.initialDataSize = bytes.size();
    info.pInitialData = bytes.data();
    VkPipelineCache cache = VK_NULL_HANDLE;
    check(vkCreatePipelineCache(device, &info, nullptr, &cache), "vkCreatePipelineCache");
    cache_ = OwnedPipelineCache(device, cache);
}

void PipelineCache::save() const {
    std::size_t size = 0;
    if (file_.empty() || vkGetPipelineCacheData(device_, cache_.get(), &size, nullptr) != VK_SUCCESS) {
        return;
    }
    std::vector<char> bytes(size);
    if (vkGetPipelineCacheData(device_, cache_.get(), &size, bytes.data()) != VK_SUCCESS) {
        return;
    }
    std::filesystem::path unfinished = file_;
    unfinished += ".new";
    {
        std::ofstream stream(unfinished, std::ios::binary | std::ios::trunc);
        stream.write(bytes.data(), static_cast<std::streamsize>(size));
        if (!stream.flush()) {
            return;
        }
    }
    std::error_code ignored; // another Tactus may have been quicker
    std::filesystem::rename(unfinished, file_, ignored);
}

} // namespace tactus::gpu
