#pragma once
/// The project's own sources as text, and what its CMake maps allow.

#include <map>
#include <set>
#include <string>
#include <vector>

namespace tactus::tests {

struct SourceFile {
    std::string path;   ///< from the root: "sim/tissue/tissue.cpp"
    std::string side;   ///< "sim", "engine", "tests", "shaders"
    std::string folder; ///< "tissue"
    std::vector<std::string> lines;
};

/// Every .hpp, .cpp, .inl and .h file of sim, engine, tests and shaders, sorted by path.
std::vector<SourceFile> source_files();

/// folder -> folders it may see, from the tactus_folder(...) lines of SIDE/CMakeLists.txt, in order of the
/// file.
struct FolderMap {
    std::vector<std::string> order;
    std::map<std::string, std::set<std::string>> sees;
    std::map<std::string, std::set<std::string>> links_sim; ///< engine: what a folder links of the simulation
};

FolderMap folder_map(const std::string& side);

/// Paths that the file includes with quotes.
std::vector<std::string> quoted_includes(const SourceFile& file);

/// Whole text of a file from the root; "" when it is missing.
std::string text_of(const std::string& path);

/// The code of a line: what stands before a line comment, with the contents of string literals left out.
std::string code_of(const std::string& line);

} // namespace tactus::tests
