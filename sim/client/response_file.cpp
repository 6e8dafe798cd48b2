#include "sim/client/response_file.hpp"

#include "sim/authoring/number_text.hpp"

#include <array>

namespace tactus::client {
namespace {

using authoring::number_text;
using authoring::Range;
using authoring::Table;

/// A number of `Response`, so that reading and writing go through one table.
struct ResponseKey {
    std::string_view key;
    float Response::*member;
    Range range;
};

const std::array<ResponseKey, 8> response_keys{{
    {"ppt_factor", &Response::ppt_factor, {.low = 0.2, .high = 2}},
    {"resting_tone", &Response::resting_tone, {.low = 0, .high = 0.6}},
    {"guard_threshold", &Response::guard_threshold, {.low = 2, .high = 10}},
    {"guard_gain", &Response::guard_gain, {.low = 0, .high = 1}},
    {"redness_gain", &Response::redness_gain, {.low = 0, .high = 5}},
    {"redness_decay", &Response::redness_decay, {.low = 0.2, .high = 5}},
    {"stroke_speed_limit_m_s", &Response::stroke_speed_limit_m_s, {.low = 0.02, .high = 2}},
    {"truthfulness", &Response::truthfulness, {.low = 0, .high = 1}},
}};

/// Written only where it is not the healthy value, so that clients of older recordings stay as they were.
constexpr std::string_view joint_speed_key = "joint_speed_limit_deg_s";

} // namespace

Response read_response(Table& table, const Response& base) {
    Response response = base;
    for (const ResponseKey& key : response_keys) {
        response.*key.member = static_cast<float>(
            table.number_or(key.key, static_cast<double>(response.*key.member), key.range));
    }
    response.joint_speed_limit_deg_s = static_cast<float>(table.number_or(
        joint_speed_key, static_cast<double>(response.joint_speed_limit_deg_s), {.low = 2, .high = 400}));
    response.slow_reddener = table.flag_or("slow_reddener", response.slow_reddener);
    return response;
}

std::string write_response(const Response& response) {
    std::string out;
    for (const ResponseKey& key : response_keys) {
        out.append(key.key).append(" = ").append(number_text(response.*key.member)).append("\n");
    }
    if (response.joint_speed_limit_deg_s != Response{}.joint_speed_limit_deg_s) {
        out.append(joint_speed_key)
            .append(" = ")
            .append(number_text(response.joint_speed_limit_deg_s))
            .append("\n");
    }
    return out.append("slow_reddener = ").append(response.slow_reddener ? "true" : "false").append("\n");
}

} // namespace tactus::client
