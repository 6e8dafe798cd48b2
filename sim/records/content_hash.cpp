#include "sim/records/content_hash.hpp"

#include "sim/drills/drill_file.hpp"
#include "sim/records/digest.hpp"
#include "sim/strokes/butterworth.hpp"

namespace tactus::records {

std::string drill_hash(drills::Drill drill) {
    drill.feedback = drills::Feedback::full;
    return digest_hex(drills::write_drill(drill));
}

std::string rubric_hash(const scoring::Rubric& rubric) {
    return digest_hex(scoring::write_rubric(rubric) + std::string(strokes::filter_version));
}

} // namespace tactus::records
