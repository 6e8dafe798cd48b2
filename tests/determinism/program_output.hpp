#pragma once
/// What a program of ours prints when a shell runs it.

#include <doctest/doctest.h>

#include <array>
#include <cstdio>
#include <string>
#include <sys/wait.h>

struct Output {
    int code;
    std::string text;
};

/// Runs a shell command and returns what it printed on standard output.
inline Output run_program(const std::string& command) {
    Output output{-1, {}};
    FILE* pipe = popen(command.c_str(), "r");
    REQUIRE(pipe != nullptr);
    std::array<char, 4096> buffer{};
    while (const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), pipe)) {
        output.text.append(buffer.data(), count);
    }
    output.code = WEXITSTATUS(pclose(pipe));
    return output;
}
