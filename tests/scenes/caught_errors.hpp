#pragma once
/// What is said on standard error while this lives.

#include <iostream>
#include <sstream>
#include <string>

namespace tactus::scenes {

class CaughtErrors {
public:
    CaughtErrors() : before_(std::cerr.rdbuf(caught_.rdbuf())) {}

    ~CaughtErrors() { std::cerr.rdbuf(before_); }

    CaughtErrors(const CaughtErrors&) = delete;
    CaughtErrors& operator=(const CaughtErrors&) = delete;
    CaughtErrors(CaughtErrors&&) = delete;
    CaughtErrors& operator=(CaughtErrors&&) = delete;

    [[nodiscard]] std::string text() const { return caught_.str(); }

private:
    std::ostringstream caught_;
    std::streambuf* before_;
};

} // namespace tactus::scenes
