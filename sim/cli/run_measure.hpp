#pragma once
/// `tactus-sim measure`: the sizes of a client, standing and lying, with landmarks and layers.

#include <ostream>
#include <string>

namespace tactus::cli {

struct MeasureOptions {
    std::string client; ///< id or file
    bool table = false; ///< instead of a client: the bodies of the survey
    bool check = false; ///< instead of a client: slopes, landmarks and layers beside the published
    bool json = false;
};

/// JSON: `stature`, `bmi`, `weight_kg`; each ANSUR size standing under its name and lying as `prone_<name>`,
/// metres; `landmarks` by id as {u, v, x, y, z}; `layers` by place as {u, v, skin, fat, muscle, total, name,
/// bone}, metres. With `table`: see write_measure_table; with `check`: write_measure_check. Returns 0, or 1
/// when a check finds something outside of the facts. Throws UserError when no client is named, when there is
/// none of that name or when its file is wrong.
int run_measure(const MeasureOptions& options, std::ostream& out);

} // namespace tactus::cli
