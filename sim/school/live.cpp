#include "sim/school/live.hpp"

#include "sim/school/json_text.hpp"
#include "sim/school/wire.hpp"

#include <cmath>

namespace tactus::school {
namespace {

constexpr std::size_t longest_name_bytes = 64;

/// No more bytes than that, and no part of a letter.
std::string cut(const std::string& text, std::size_t bytes) {
    std::size_t end = std::min(bytes, text.size());
    while (end < text.size() && end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
        --end;
    }
    return text.substr(0, end);
}

std::string text_with_names_of(const Live& live, std::size_t bytes) {
    nlohmann::json json = nlohmann::json::object();
    const auto words = [&](const char* key, const std::string& text) {
        if (!text.empty()) {
            json[key] = cut(text, bytes);
        }
    };
    const auto marks = [&](const char* key, const std::optional<double>& value) {
        if (value && std::isfinite(*value)) {
            json[key] = std::lround(*value);
        }
    };
    words("student", live.student);
    words("drill", live.drill);
    words("state", live.state);
    words("alarm", live.alarm);
    if (live.steps > 0) {
        json["step"] = live.step;
        json["steps"] = live.steps;
    }
    marks("pressure", live.pressure);
    marks("flow", live.flow);
    marks("targeting", live.targeting);
    return line_of(json);
}

} // namespace

std::string live_text(const Live& live) {
    std::size_t bytes = longest_name_bytes;
    std::string text = text_with_names_of(live, bytes);
    while (text.size() > live_limit_bytes) { // with no names at all it is far below
        bytes /= 2;
        text = text_with_names_of(live, bytes);
    }
    return text;
}

} // namespace tactus::school
