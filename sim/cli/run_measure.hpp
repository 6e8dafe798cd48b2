#pragma once
/// `tactus-sim measure`: the sizes of a client, standing and lying, with landmarks and layers.

#include <ostream>
#include <string>

namespace tactus::cli {

struct MeasureOptions {
    std::string client; ///< id or file
    bool json = false;
};

/// JSON: `stature`, `bmi`, `weight_kg`; each ANSUR size standing under its name and lying as `prone_<name>`,
/// metres; `landmarks` by id as {u, v, x, y, z}; `layers` by place as {u, v, skin, fat, muscle, total, name,
/// bone}, metres. Returns 0. Throws UserError when there is no such client or its file is wrong.
int run_measure(const MeasureOptions& options, std::ostream& out);

} // namespace tactus::cli
