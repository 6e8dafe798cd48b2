#include "sim/authoring/user_error.hpp"
#include "sim/cli/body_nodes.hpp"
#include "sim/cli/gltf_file.hpp"
#include "sim/cli/run_measure.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <cstring>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

using namespace tactus;

namespace {

std::uint32_t word(const std::vector<char>& bytes, std::size_t at) {
    std::uint32_t value = 0;
    std::memcpy(&value, bytes.data() + at, sizeof value);
    return value;
}

cli::GltfNode triangle() {
    cli::GltfNode node{.name = "bone: T7", .mesh = {}};
    node.mesh.positions = {Vec3(0), Vec3(1, 0, 0), Vec3(0, 2, 0)};
    node.mesh.normals = {Vec3(0, 0, 1), Vec3(0, 0, 1), Vec3(0, 0, 1)};
    node.mesh.triangles = {0, 1, 2};
    return node;
}

/// Corners of what a client file may hold, some of which had holes in a deep fold or edges of four triangles.
const std::array corners{
    anatomy::BodyParameters{anatomy::Sex::male, 1.40F, 16, 16, 0},
    anatomy::BodyParameters{anatomy::Sex::male, 2.10F, 45, 95, 0, 15, 75, -40},
    anatomy::BodyParameters{anatomy::Sex::female, 2.10F, 45, 16, 1, 85, 75, 40},
};

/// Edges that do not belong to two triangles, once in either direction.
int open_edges(const anatomy::SurfaceMesh& mesh) {
    std::map<std::pair<std::uint32_t, std::uint32_t>, int> uses;
    for (std::size_t i = 0; i < mesh.triangles.size(); i += 3) {
        for (std::size_t k = 0; k < 3; ++k) {
            ++uses[{mesh.triangles[i + k], mesh.triangles[i + (k + 1) % 3]}];
        }
    }
    int open = 0;
    for (const auto& [edge, count] : uses) {
        const auto back = uses.find({edge.second, edge.first});
        open += count == 1 && back != uses.end() && back->second == 1 ? 0 : 1;
    }
    return open;
}

bool finite(Vec3 p) { return std::isfinite(p.x) && std::isfinite(p.y) && std::isfinite(p.z); }

} // namespace

TEST_CASE("a GLB file holds two chunks whose lengths add up, and JSON that names its nodes") {
    const std::vector<char> bytes = cli::gltf_bytes({triangle(), triangle()});
    REQUIRE(bytes.size() > 28);
    CHECK(std::memcmp(bytes.data(), "glTF", 4) == 0);
    CHECK(word(bytes, 4) == 2);
    CHECK(word(bytes, 8) == bytes.size());
    const std::size_t json_size = word(bytes, 12);
    CHECK(json_size % 4 == 0);
    CHECK(std::memcmp(bytes.data() + 16, "JSON", 4) == 0);
    const std::size_t binary_at = 20 + json_size;
    CHECK(std::memcmp(bytes.data() + binary_at + 4, "BIN\0", 4) == 0);
    CHECK(word(bytes, binary_at) == bytes.size() - binary_at - 8);

    const auto json =
        nlohmann::json::parse(bytes.begin() + 20, bytes.begin() + 20 + static_cast<long>(json_size));
    CHECK(json["nodes"].size() == 2);
    CHECK(json["nodes"][0]["name"] == "bone: T7");
    CHECK(json["buffers"][0]["byteLength"] == word(bytes, binary_at));
    const auto& position =
        json["accessors"][json["meshes"][1]["primitives"][0]["attributes"]["POSITION"].get<int>()];
    CHECK(position["count"] == 3);
    CHECK(position["max"][1] == 2.0);
    const auto& view = json["bufferViews"][position["bufferView"].get<int>()];
    CHECK(view["byteLength"] == 36);
    CHECK(view["byteOffset"].get<std::size_t>() + 36 <= word(bytes, binary_at));
}

TEST_CASE("a GLB that cannot be written is one clear complaint") {
    CHECK_THROWS_AS(cli::write_gltf("/no/such/folder/body.glb", {triangle()}), UserError);
}

TEST_CASE("muscles, bones and trigger points become named nodes where the body has them") {
    const std::array choices{anatomy::TriggerPointChoice{"LS1", true, anatomy::Activity::active}};
    const anatomy::Anatomy body = anatomy::make_anatomy({}, choices);
    std::set<std::string> names;
    for (const auto& nodes :
         {cli::muscle_nodes(body), cli::bone_nodes(body), cli::trigger_point_nodes(body)}) {
        for (const cli::GltfNode& node : nodes) {
            names.insert(node.name);
            CHECK_FALSE(node.mesh.triangles.empty());
            for (const std::uint32_t index : node.mesh.triangles) {
                REQUIRE(index < node.mesh.positions.size());
            }
        }
    }
    CHECK(names.count("muscle: latissimus dorsi right") == 1);
    CHECK(names.count("muscle: latissimus dorsi left") == 1);
    CHECK(names.count("bone: scapula left") == 1);
    CHECK(names.count("trigger point: LS1 right") == 1);
}

TEST_CASE("the skin of the mean body and of bodies at the corners of the client file is watertight") {
    for (const anatomy::BodyParameters& parameters :
         {anatomy::BodyParameters{}, corners[0], corners[1], corners[2]}) {
        CAPTURE(parameters.stature_m);
        CAPTURE(parameters.bmi);
        anatomy::Anatomy body;
        body.parameters = parameters;
        body.body = std::make_shared<anatomy::Body>(parameters);
        CHECK(open_edges(cli::skin_node(body).mesh) == 0);
    }
}

TEST_CASE("bones, muscles and trigger points of extreme bodies are sound, and closed but for the sheets of "
          "muscle") {
    const std::array choices{anatomy::TriggerPointChoice{"RH1", true, anatomy::Activity::active}};
    for (const anatomy::BodyParameters& parameters : {corners[0], corners[2]}) {
        const anatomy::Anatomy body = anatomy::make_anatomy(parameters, choices);
        for (const auto& nodes :
             {cli::muscle_nodes(body), cli::bone_nodes(body), cli::trigger_point_nodes(body)}) {
            for (const cli::GltfNode& node : nodes) {
                CAPTURE(node.name);
                REQUIRE_FALSE(node.mesh.triangles.empty());
                REQUIRE(node.mesh.normals.size() == node.mesh.positions.size());
                bool sound = true;
                for (std::size_t i = 0; i < node.mesh.positions.size(); ++i) {
                    sound = sound && finite(node.mesh.positions[i]) &&
                            std::fabs(glm::length(node.mesh.normals[i]) - 1) < 1e-3F;
                }
                CHECK(sound);
                CHECK((node.double_sided || open_edges(node.mesh) == 0));
            }
        }
    }
}

TEST_CASE("triangles of a muscle's patch face outward") {
    const anatomy::Anatomy body = anatomy::make_anatomy({}, {});
    const cli::GltfNode node = cli::muscle_nodes(body).front();
    const auto& mesh = node.mesh;
    int outward = 0;
    for (std::size_t i = 0; i < mesh.triangles.size(); i += 3) {
        const Vec3 a = mesh.positions[mesh.triangles[i]];
        const Vec3 b = mesh.positions[mesh.triangles[i + 1]];
        const Vec3 c = mesh.positions[mesh.triangles[i + 2]];
        outward += glm::dot(glm::cross(b - a, c - a), mesh.normals[mesh.triangles[i]]) > 0 ? 1 : 0;
    }
    CHECK(outward > static_cast<int>(mesh.triangles.size() / 3) * 99 / 100);
}

TEST_CASE("the table of the survey has a row for every size, and no mean body is a deviation off") {
    std::ostringstream out;
    CHECK(cli::run_measure({.client = "", .table = true, .json = true}, out) == 0);
    const auto table = nlohmann::json::parse(out.str());
    for (const char* sex : {"male", "female"}) {
        const auto& rows = table.at(sex).at("sizes");
        CHECK(rows.size() == 13);
        for (const auto& row : rows) {
            CAPTURE(row.at("name").get<std::string>());
            CHECK(std::fabs(row.at("off").get<double>()) < 1);
            CHECK(row.at("large").get<double>() > row.at("small").get<double>());
        }
    }
    CHECK_THROWS_WITH_AS(cli::run_measure({}, out),
                         "measure: no client is named; give --client ID, --table or --check", UserError);
}
