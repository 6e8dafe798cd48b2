#include "sim/client/response_file.hpp"

#include "sim/authoring/number_text.hpp"

#include <array>

namespace tactus::client {
namespace {

using authoring::number_text;
using authoring::Table;

/// Written only where it is not the healthy value, so that clients of older recordings stay as they were.
constexpr std::string_view joint_speed_key = "joint_speed_limit_deg_s";

} // namespace

std::span<const NumberKey<Response>> response_keys() {
    static const std::array<NumberKey<Response>, 9> keys{{
        {"ppt_factor", &Response::ppt_factor, {.low = 0.2, .high = 2}},
        {"resting_tone", &Response::resting_tone, {.low = 0, .high = 0.6}},
        {"guard_threshold", &Response::guard_threshold, {.low = 2, .high = 10}},
        {"guard_gain", &Response::guard_gain, {.low = 0, .high = 1}},
        {"redness_gain", &Response::redness_gain, {.low = 0, .high = 5}},
        {"redness_decay", &Response::redness_decay, {.low = 0.2, .high = 5}},
        {"stroke_speed_limit_m_s", &Response::stroke_speed_limit_m_s, {.low = 0.02, .high = 2}},
        {"truthfulness", &Response::truthfulness, {.low = 0, .high = 1}},
        {joint_speed_key, &Response::joint_speed_limit_deg_s, {.low = 2, .high = 400}},
    }};
    return keys;
}

Response read_response(Table& table, const Response& base) {
    Response response = base;
    for (const NumberKey<Response>& key : response_keys()) {
        response.*key.member = static_cast<float>(
            table.number_or(key.key, static_cast<double>(response.*key.member), key.range));
    }
    response.slow_reddener = table.flag_or("slow_reddener", response.slow_reddener);
    return response;
}

std::string write_response(const Response& response) {
    std::string out;
    for (const NumberKey<Response>& key : response_keys()) {
        const bool usual = response.*key.member == Response{}.*key.member;
        if (key.key != joint_speed_key || !usual) {
            out.append(key.key).append(" = ").append(number_text(response.*key.member)).append("\n");
        }
    }
    return out.append("slow_reddener = ").append(response.slow_reddener ? "true" : "false").append("\n");
}

} // namespace tactus::client
