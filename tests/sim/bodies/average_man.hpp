#pragma once
/// The skeleton that the tests of this folder pull at.

#include "sim/anatomy/body.hpp"
#include "sim/anatomy/bones.hpp"

namespace tactus::average_man {

/// Of the average man.
inline const anatomy::Bones& bones() {
    static const anatomy::Body body{anatomy::BodyParameters{}};
    static const anatomy::Bones made = anatomy::make_bones(body);
    return made;
}

} // namespace tactus::average_man
