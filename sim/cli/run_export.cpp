#include "sim/cli/run_export.hpp"

#include "sim/authoring/resources.hpp"
#include "sim/cli/body_nodes.hpp"
#include "sim/client/client_file.hpp"

namespace tactus::cli {

int run_export(const ExportOptions& options, std::ostream& out) {
    const client::Client client = client::read_client(authoring::asset_named("clients", options.client));
    const anatomy::Anatomy anatomy = anatomy::make_anatomy(client.body, client.trigger_points);
    std::vector<GltfNode> nodes;
    nodes.push_back(skin_node(anatomy));
    for (auto part : {muscle_nodes, bone_nodes, trigger_point_nodes}) {
        for (GltfNode& node : part(anatomy)) {
            nodes.push_back(std::move(node));
        }
    }
    write_gltf(options.gltf, nodes);
    std::size_t triangles = 0;
    for (const GltfNode& node : nodes) {
        triangles += node.mesh.triangles.size() / 3;
    }
    out << options.gltf.string() << ": " << nodes.size() << " nodes, " << triangles << " triangles\n";
    return 0;
}

} // namespace tactus::cli
