/// Command lines, a word a line. Nothing is run.

#include "sim/cli/command_line.hpp"

#include "engine/app/options.hpp"
#include "tests/fuzz/readers/readers.hpp"

#include <CLI/CLI.hpp>
#include <sstream>
#include <vector>

namespace tactus::fuzz {

namespace {

/// The words behind the program's name, which end at a zero as those of a shell do.
std::vector<std::string> words_of(Bytes bytes) {
    std::istringstream in{std::string(text_of(bytes))};
    std::vector<std::string> words{"tactus"};
    for (std::string word; std::getline(in, word);) {
        words.emplace_back(word.c_str());
    }
    return words;
}

std::vector<const char*> pointers_to(const std::vector<std::string>& words) {
    std::vector<const char*> pointers;
    for (const std::string& word : words) {
        pointers.push_back(word.c_str());
    }
    return pointers;
}

} // namespace

void read_command_line(Bytes bytes) {
    const std::vector<std::string> words = words_of(bytes);
    const std::vector<const char*> pointers = pointers_to(words);
    app::Options options;
    std::ostringstream out;
    std::ostringstream err;
    const auto code =
        app::parse_options(static_cast<int>(pointers.size()), pointers.data(), options, out, err);
    promise(!code || *code == 0 || (*code == 2 && !err.str().empty()),
            "a wrong flag is exit 2 and a sentence");
}

void read_sim_command_line(Bytes bytes) {
    const std::vector<std::string> words = words_of(bytes);
    const std::vector<const char*> pointers = pointers_to(words);
    CLI::App app("", "tactus-sim");
    app.require_subcommand(1);
    cli::Chosen chosen;
    cli::add_subcommands(app, chosen);
    try {
        app.parse(static_cast<int>(pointers.size()), pointers.data());
        promise(chosen != nullptr, "what is understood can be run");
    } catch (const CLI::ParseError& error) {
        promise(error.get_exit_code() == 0 || std::string_view(error.what()).size() > 3,
                "what is not understood is said");
    }
}

} // namespace tactus::fuzz
