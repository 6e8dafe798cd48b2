#include "sim/server/xapi.hpp"

#include <array>
#include <cstdio>
#include <ctime>
#include <nlohmann/json.hpp>
#include <openssl/evp.h>

namespace tactus::server {
namespace {

using nlohmann::json;

// 6ba7b811-9dad-11d1-80b4-00c04fd430c8
constexpr std::array<unsigned char, 16> url_space{0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1,
                                                  0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8};

struct Verb {
    const char* name;
    const char* id;
};

constexpr Verb completed{"completed", "http://adlnet.gov/expapi/verbs/completed"};
constexpr Verb passed{"passed", "http://adlnet.gov/expapi/verbs/passed"};
constexpr Verb failed{"failed", "http://adlnet.gov/expapi/verbs/failed"};
constexpr Verb scored{"scored", "http://adlnet.gov/expapi/verbs/scored"};

std::string iso_time(std::int64_t unix_s) {
    const std::time_t seconds = unix_s;
    std::tm utc{};
    gmtime_r(&seconds, &utc);
    std::array<char, 32> text{};
    std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &utc);
    return text.data();
}

json result_of(const records::Attempt& attempt, const Verb& verb, const std::string& home_page) {
    json result = {
        {"completion", true},
        {"duration", iso_duration(attempt.duration_s)},
        {"score", {{"scaled", attempt.score / 100}, {"raw", attempt.score}, {"min", 0}, {"max", 100}}}};
    if (attempt.graded) {
        result["success"] = attempt.passed;
    }
    if (verb.name == scored.name) {
        constexpr std::array names{"pressure", "flow", "targeting", "safety", "communication", "sequence"};
        for (std::size_t k = 0; k < names.size(); ++k) {
            if (attempt.groups[k]) {
                result["extensions"][home_page + "/tactus/extension/" + names[k]] = *attempt.groups[k];
            }
        }
    }
    return result;
}

Statement statement(const records::Attempt& attempt, const Verb& verb, const std::string& home_page) {
    const json body = {
        {"actor",
         {{"objectType", "Agent"}, {"account", {{"homePage", home_page}, {"name", attempt.profile}}}}},
        {"verb", {{"id", verb.id}, {"display", {{"en", verb.name}}}}},
        {"object",
         {{"objectType", "Activity"},
          {"id", home_page + "/tactus/drill/" + attempt.drill_hash},
          {"definition",
           {{"name", {{"en", attempt.drill_name}}},
            {"type", "http://adlnet.gov/expapi/activities/assessment"}}}}},
        {"result", result_of(attempt, verb, home_page)},
        {"context", {{"platform", "Tactus " + attempt.sim_version}}},
        {"timestamp", iso_time(attempt.started_at_unix_s)}};
    return {.id = uuid_v5(home_page + "/tactus/attempt/" + attempt.id + "/" + verb.name),
            .attempt = attempt.id,
            .verb = verb.name,
            .body = body.dump(-1, ' ', false, json::error_handler_t::replace)};
}

} // namespace

std::vector<Statement> statements_of(const records::Attempt& attempt, const std::string& home_page) {
    std::vector<Statement> statements{statement(attempt, completed, home_page),
                                      statement(attempt, scored, home_page)};
    if (attempt.graded) {
        statements.push_back(statement(attempt, attempt.passed ? passed : failed, home_page));
    }
    return statements;
}

void queue_statements(Transaction& transaction, const std::string& school,
                      const std::vector<Statement>& statements) {
    for (const Statement& one : statements) {
        transaction.run(
            "insert into xapi_statement (id, school, attempt, verb, body) values ($1, $2, $3, $4, $5)"
            " on conflict do nothing",
            {one.id, school, one.attempt, one.verb, one.body});
    }
}

std::string uuid_v5(std::string_view name) {
    std::string text(url_space.begin(), url_space.end());
    text += name;
    std::array<unsigned char, EVP_MAX_MD_SIZE> sha{};
    EVP_Digest(text.data(), text.size(), sha.data(), nullptr, EVP_sha1(), nullptr);
    sha[6] = static_cast<unsigned char>((sha[6] & 0x0FU) | 0x50U);
    sha[8] = static_cast<unsigned char>((sha[8] & 0x3FU) | 0x80U);
    std::string uuid;
    for (std::size_t k = 0; k < 16; ++k) {
        std::array<char, 3> digits{};
        std::snprintf(digits.data(), digits.size(), "%02x", sha[k]);
        uuid += (k == 4 || k == 6 || k == 8 || k == 10) ? "-" : "";
        uuid += digits.data();
    }
    return uuid;
}

std::string iso_duration(double seconds) {
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "PT%.2fS", seconds);
    return text.data();
}

} // namespace tactus::server
