#pragma once
/// What is wrong with a drill that is being written, field by field: the complaints of the file's reader and
/// of drill_check, each with the step and the key that it is about.

#include "sim/anatomy/anatomy.hpp"
#include "sim/drills/drill.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tactus::drills {

struct Fault {
    std::optional<std::size_t> step; ///< none: of the drill itself
    std::string key;                 ///< as the file calls it: "force_n"; "" = of the step as a whole
    std::string words;               ///< "runs from 60 to 20; put the lower value first"

    friend bool operator==(const Fault&, const Fault&) = default;
};

/// What a reader of the drill's file would complain of, in its order. Pure.
std::vector<Fault> faults_of(const Drill& drill);

/// What this client's back has against it: places beside the skin, points that are not there. Pure.
std::vector<Fault> faults_on(const Drill& drill, const anatomy::Anatomy& anatomy,
                             std::string_view client_name);

} // namespace tactus::drills
