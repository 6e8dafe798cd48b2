#pragma once
/// `tactus-sim export`: a client's body as binary glTF, for other programs.

#include <filesystem>
#include <ostream>
#include <string>

namespace tactus::cli {

struct ExportOptions {
    std::string client;         ///< id or file
    std::filesystem::path gltf; ///< the .glb to write
};

/// Nodes: "skin" (the whole body), "muscle: NAME right|left", "bone: NAME", "trigger point: ID". Metres, y
/// dorsal. Prints what was written. Returns 0. Throws UserError for what a user can mend.
int run_export(const ExportOptions& options, std::ostream& out);

} // namespace tactus::cli
