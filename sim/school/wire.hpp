#pragma once
/// What a station and a school's server say to each other (sim/server/README.md has the whole interface).

#include <cstddef>
#include <string>
#include <vector>

namespace tactus::school {

inline constexpr std::size_t body_limit_bytes = std::size_t{24} << 20U; ///< of one request
inline constexpr std::size_t batch_limit = 32;                          ///< attempts in one request
inline constexpr std::size_t row_batch_limit = 200;                     ///< rows of classes likewise
inline constexpr std::size_t row_limit_bytes = std::size_t{256} << 10U; ///< of one of them
inline constexpr std::size_t live_limit_bytes = 300;                    ///< what a station shows at a time

/// An attempt on its way to the server. What it scored is not told: the server reads that from the recording.
struct Push {
    std::string id;        ///< UUIDv7
    std::string digest;    ///< of the recording's bytes
    std::string profile;   ///< the student's id on the station, UUIDv7
    std::string student;   ///< display name
    std::string grade;     ///< as records::RunFacts
    std::string practice;  ///< as records::RunFacts
    std::string result;    ///< JSON; "" = none
    std::string recording; ///< the file's bytes
};

/// Throws UserError naming what is missing, too long or no Base64.
std::string batch_text(const std::vector<Push>& batch);
std::vector<Push> parse_batch(const std::string& text);

/// What became of an attempt that was pushed.
enum class Fate {
    taken,   ///< new, and on the server's disk now
    known,   ///< was there already, byte for byte
    differs, ///< its id stands for another recording there; that one was kept, and this flagged
    copied,  ///< the same recording is there for another student; flagged
    erased,  ///< was erased there and stays away
    refused, ///< is no sound recording; see `why`
};

struct Answer {
    std::string id;
    Fate fate = Fate::refused;
    std::string why; ///< of differs, copied and refused
};

std::string fate_name(Fate fate);
std::string answers_text(const std::vector<Answer>& answers);
/// Throws UserError.
std::vector<Answer> parse_answers(const std::string& text);

/// Eight-four-four-four-twelve hexadecimal digits.
bool is_uuid(const std::string& text);

} // namespace tactus::school
