#include "sim/school/json_text.hpp"

#include "sim/authoring/user_error.hpp"

#include <sodium.h>

namespace tactus::school {
namespace {

constexpr int depth_limit = 20;

struct TooDeep {};

} // namespace

nlohmann::json parse_object(const std::string& text, const std::string& where) {
    try {
        nlohmann::json json = nlohmann::json::parse(text, [](int depth, auto, const auto&) {
            if (depth > depth_limit) {
                throw TooDeep{};
            }
            return true;
        });
        if (!json.is_object()) {
            throw UserError(Complaint{where, "is no JSON object", "begin it with {"});
        }
        return json;
    } catch (const nlohmann::json::exception& error) {
        throw UserError(
            Complaint{where, std::string("is no JSON: ") + error.what(), "see sim/server/README.md"});
    } catch (const TooDeep&) {
        throw UserError(Complaint{where, "is nested deeper than " + std::to_string(depth_limit) + " levels",
                                  "see sim/server/README.md"});
    }
}

std::string text_of(const nlohmann::json& object, std::string_view key, std::size_t limit) {
    const auto found = object.find(key);
    if (found == object.end() || found->is_null()) {
        return {};
    }
    if (!found->is_string()) {
        throw UserError(Complaint{std::string(key), "is no text", "write it in quotes"});
    }
    auto text = found->get<std::string>();
    if (text.size() > limit || text.find('\0') != std::string::npos) {
        throw UserError(Complaint{std::string(key),
                                  "is longer than " + std::to_string(limit) + " bytes or has a zero in it",
                                  "shorten it"});
    }
    return text;
}

std::string line_of(const nlohmann::json& json) {
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string to_base64(const std::string& bytes) {
    std::string text(sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                      bytes.size(), sodium_base64_VARIANT_ORIGINAL);
    text.pop_back(); // the end of a C text
    return text;
}

std::string from_base64(const std::string& text, const std::string& where) {
    std::string bytes(text.size() / 4 * 3 + 3, '\0');
    std::size_t size = 0;
    if (sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(),
                          text.size(), nullptr, &size, nullptr, sodium_base64_VARIANT_ORIGINAL) != 0) {
        throw UserError(Complaint{where, "is not Base64", "send the recording's bytes as Base64"});
    }
    bytes.resize(size);
    return bytes;
}

} // namespace tactus::school
