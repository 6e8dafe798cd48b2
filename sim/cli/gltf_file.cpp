#include "sim/cli/gltf_file.hpp"

#include "sim/authoring/user_error.hpp"

#include <cassert>
#include <cstring>
#include <fstream>
#include <nlohmann/json.hpp>

namespace tactus::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr int float_component = 5126;
constexpr int unsigned_int_component = 5125;
constexpr int vertex_buffer = 34962;
constexpr int index_buffer = 34963;

void append(std::vector<char>& bytes, const void* data, std::size_t size) {
    const char* first = static_cast<const char*>(data);
    bytes.insert(bytes.end(), first, first + size);
}

void append_u32(std::vector<char>& bytes, std::uint32_t value) {
    // GLB is little-endian whatever the machine is.
    for (unsigned shift = 0; shift < 32; shift += 8) {
        bytes.push_back(static_cast<char>((value >> shift) & 0xffU));
    }
}

/// The binary chunk and the parts of the JSON that describe it, grown together.
class GltfBuilder {
public:
    void add(const GltfNode& node) {
        assert(!node.mesh.positions.empty() && node.mesh.positions.size() == node.mesh.normals.size());
        const int positions = add_vectors(node.mesh.positions, true);
        const int normals = add_vectors(node.mesh.normals, false);
        const int indices = add_indices(node.mesh.triangles);
        const auto index = static_cast<int>(nodes_.size());
        materials_.push_back(
            {{"name", node.name},
             {"pbrMetallicRoughness",
              {{"baseColorFactor", {node.colour.x, node.colour.y, node.colour.z, node.opacity}},
               {"metallicFactor", 0},
               {"roughnessFactor", 0.6}}},
             {"alphaMode", node.opacity < 1 ? "BLEND" : "OPAQUE"},
             {"doubleSided", node.double_sided}});
        meshes_.push_back({{"name", node.name},
                           {"primitives",
                            {{{"attributes", {{"POSITION", positions}, {"NORMAL", normals}}},
                              {"indices", indices},
                              {"material", index}}}}});
        nodes_.push_back({{"name", node.name}, {"mesh", index}});
        roots_.push_back(index);
    }

    [[nodiscard]] std::vector<char> bytes() const {
        Json json;
        json["asset"] = {{"version", "2.0"}, {"generator", "tactus-sim export"}};
        json["scene"] = 0;
        json["scenes"] = {{{"name", "client"}, {"nodes", roots_}}};
        json["nodes"] = nodes_;
        json["meshes"] = meshes_;
        json["materials"] = materials_;
        json["accessors"] = accessors_;
        json["bufferViews"] = views_;
        json["buffers"] = {{{"byteLength", binary_.size()}}};
        std::string text = json.dump();
        text.resize((text.size() + 3) / 4 * 4, ' ');

        std::vector<char> file;
        append(file, "glTF", 4);
        append_u32(file, 2);
        append_u32(file, static_cast<std::uint32_t>(12 + 8 + text.size() + 8 + binary_.size()));
        append_u32(file, static_cast<std::uint32_t>(text.size()));
        append(file, "JSON", 4);
        append(file, text.data(), text.size());
        append_u32(file, static_cast<std::uint32_t>(binary_.size()));
        append(file, "BIN\0", 4);
        append(file, binary_.data(), binary_.size());
        return file;
    }

private:
    int add_view(std::size_t offset, int target) {
        views_.push_back({{"buffer", 0},
                          {"byteOffset", offset},
                          {"byteLength", binary_.size() - offset},
                          {"target", target}});
        return static_cast<int>(views_.size()) - 1;
    }

    int add_vectors(const std::vector<Vec3>& vectors, bool with_bounds) {
        const std::size_t offset = binary_.size();
        Vec3 low = vectors.front();
        Vec3 high = low;
        for (const Vec3& v : vectors) {
            low = glm::min(low, v);
            high = glm::max(high, v);
            append(binary_, &v, sizeof(Vec3));
        }
        Json accessor{{"bufferView", add_view(offset, vertex_buffer)},
                      {"componentType", float_component},
                      {"count", vectors.size()},
                      {"type", "VEC3"}};
        if (with_bounds) {
            accessor["min"] = {low.x, low.y, low.z};
            accessor["max"] = {high.x, high.y, high.z};
        }
        accessors_.push_back(std::move(accessor));
        return static_cast<int>(accessors_.size()) - 1;
    }

    int add_indices(const std::vector<std::uint32_t>& indices) {
        const std::size_t offset = binary_.size();
        for (const std::uint32_t index : indices) {
            append_u32(binary_, index);
        }
        accessors_.push_back({{"bufferView", add_view(offset, index_buffer)},
                              {"componentType", unsigned_int_component},
                              {"count", indices.size()},
                              {"type", "SCALAR"}});
        return static_cast<int>(accessors_.size()) - 1;
    }

    std::vector<char> binary_;
    Json nodes_ = Json::array();
    Json meshes_ = Json::array();
    Json materials_ = Json::array();
    Json accessors_ = Json::array();
    Json views_ = Json::array();
    Json roots_ = Json::array();
};

} // namespace

std::vector<char> gltf_bytes(const std::vector<GltfNode>& nodes) {
    GltfBuilder builder;
    for (const GltfNode& node : nodes) {
        builder.add(node);
    }
    return builder.bytes();
}

void write_gltf(const std::filesystem::path& file, const std::vector<GltfNode>& nodes) {
    const std::vector<char> bytes = gltf_bytes(nodes);
    std::ofstream stream(file, std::ios::binary);
    stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    stream.flush();
    if (!stream) {
        throw UserError({.where = file.string(),
                         .what = "the file cannot be written",
                         .mend = "choose a folder that exists and that you may write to"});
    }
}

} // namespace tactus::cli
