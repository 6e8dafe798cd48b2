#include "tests/layers/source_tree.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

namespace fs = std::filesystem;

namespace tactus::tests {
namespace {

const fs::path root = TACTUS_SOURCE_DIR;

} // namespace

std::string text_of(const std::string& path) {
    const std::ifstream file(root / path);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

std::vector<SourceFile> source_files() {
    static const std::set<std::string> extensions{".hpp", ".cpp", ".inl", ".h"};
    std::vector<SourceFile> files;
    for (const std::string side : {"sim", "engine", "tests", "shaders"}) {
        for (const auto& entry : fs::recursive_directory_iterator(root / side)) {
            if (!entry.is_regular_file() || !extensions.contains(entry.path().extension().string())) {
                continue;
            }
            const fs::path relative = fs::relative(entry.path(), root);
            auto part = relative.begin();
            SourceFile file{.path = relative.string(), .side = side, .folder = (++part)->string()};
            std::istringstream text(text_of(file.path));
            for (std::string line; std::getline(text, line);) {
                file.lines.push_back(line);
            }
            files.push_back(std::move(file));
        }
    }
    std::ranges::sort(files, {}, &SourceFile::path);
    return files;
}

FolderMap folder_map(const std::string& side) {
    FolderMap map;
    const std::string text = text_of(side + "/CMakeLists.txt");
    const std::regex line(R"(\ntactus_(?:engine_)?folder\((\w+)\s+SEES([^)]*)\))");
    for (std::sregex_iterator match(text.begin(), text.end(), line), end; match != end; ++match) {
        const std::string folder = (*match)[1];
        std::istringstream words((*match)[2].str());
        map.order.push_back(folder);
        std::set<std::string>* target = &map.sees[folder];
        for (std::string word; words >> word && word != "LIBRARIES";) {
            if (word == "SIM") {
                target = &map.links_sim[folder];
            } else {
                target->insert(word);
            }
        }
    }
    return map;
}

std::vector<std::string> quoted_includes(const SourceFile& file) {
    static const std::regex include(R"(^\s*#\s*include\s+"([^"]+)\")");
    std::vector<std::string> paths;
    for (const std::string& line : file.lines) {
        if (std::smatch match; std::regex_search(line, match, include)) {
            paths.push_back(match[1]);
        }
    }
    return paths;
}

std::string code_of(const std::string& line) {
    std::string code;
    bool in_text = false;
    for (std::size_t k = 0; k < line.size(); ++k) {
        if (!in_text && line.compare(k, 2, "//") == 0) {
            break;
        }
        if (line[k] == '"' && (k == 0 || line[k - 1] != '\\')) {
            in_text = !in_text;
        }
        if (!in_text) {
            code += line[k];
        }
    }
    return code;
}

} // namespace tactus::tests
