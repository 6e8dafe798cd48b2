#include "sim/sources/bibliography.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace {

const std::filesystem::path root = TACTUS_SOURCE_DIR;

std::string text_of(const std::filesystem::path& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// One constant of the bibliography, as written.
struct Entry {
    std::string constant;
    std::string kind;
    std::string body;
};

std::vector<Entry> entries() {
    const std::string text = text_of(root / "sim/sources/bibliography.hpp");
    const std::regex one(
        R"(inline\s+constexpr\s+Source\s+(\w+)\s*\{\s*"[^"]*"\s*,\s*Kind::(\w+)\s*,((?:\s*"(?:[^"\\]|\\.)*")+)\s*\};)");
    std::vector<Entry> found;
    for (auto it = std::sregex_iterator(text.begin(), text.end(), one); it != std::sregex_iterator(); ++it) {
        found.push_back({(*it)[1], (*it)[2], (*it)[3]});
    }
    // Every constant was understood.
    const std::regex any(R"(constexpr\s+Source\s+\w+)");
    CHECK(static_cast<std::ptrdiff_t>(found.size()) ==
          std::distance(std::sregex_iterator(text.begin(), text.end(), any), std::sregex_iterator()));
    return found;
}

/// DOIs that the facts of the field give; no other may be cited.
const std::set<std::string> known_dois{
    "10.1007/s00586-016-4684-0",    "10.1016/j.jbmt.2009.06.005", "10.1016/j.pmn.2022.06.001",
    "10.1016/j.spinee.2015.06.049", "10.1037/0033-2909.130.1.3",  "10.1059/0003-4819-155-1-201107050-00002",
    "10.1089/acm.2006.6401",        "10.1089/acm.2007.0665",      "10.1089/acm.2009.0441",
    "10.1097/ASW.0000000000000043", "10.1111/sms.12341",          "10.1155/2014/480956",
    "10.1371/journal.pone.0030248", "10.3389/fnhum.2017.00277",   "10.3389/fspor.2024.1428301"};

} // namespace

TEST_CASE("every source has a kind and a reference of that kind") {
    for (const Entry& entry : entries()) {
        CAPTURE(entry.constant);
        CHECK(entry.body.size() > 12);
        const bool has_doi = std::regex_search(entry.body, std::regex(R"(10\.\d{4,5}/)"));
        if (entry.kind == "doi") {
            CHECK(has_doi);
        } else if (entry.kind == "url") {
            CHECK(entry.body.find("https://") != std::string::npos);
        } else {
            CHECK((entry.kind == "book_recalled" || entry.kind == "design"));
        }
    }
}

TEST_CASE("no DOI is cited that the facts do not give") {
    const std::regex doi(R"(10\.\d{4,5}/[A-Za-z0-9./()_-]+)");
    for (const Entry& entry : entries()) {
        for (auto it = std::sregex_iterator(entry.body.begin(), entry.body.end(), doi);
             it != std::sregex_iterator(); ++it) {
            CAPTURE(entry.constant);
            CHECK(known_dois.contains(it->str()));
        }
    }
}

TEST_CASE("every source has a user") {
    std::string rooms;
    for (const auto& file : std::filesystem::recursive_directory_iterator(root / "sim")) {
        const std::string name = file.path().filename().string();
        if (name != "bibliography.hpp" && (name.ends_with(".hpp") || name.ends_with(".cpp"))) {
            rooms += text_of(file.path());
        }
    }
    for (const Entry& entry : entries()) {
        CAPTURE(entry.constant);
        CHECK(std::regex_search(rooms, std::regex("source::" + entry.constant + "\\b")));
    }
}

TEST_CASE("no two sources share a name") {
    std::set<std::string> names;
    for (const Entry& entry : entries()) {
        CHECK(names.insert(entry.constant).second);
    }
}
