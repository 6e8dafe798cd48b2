#pragma once
/// The one soft surface that a tool's capsules make together. Flesh has no furrows between its bones, so
/// capsules melt: each counts with w n^4, n = max(0, 1 - gap / blend), and the surface lies where the sum is
/// 1 (sim/tissue/skin_contact.inl evaluates it). Where capsules crowd, weights of 1 would let the surface
/// swell.

#include "sim/contact/tool.hpp"

#include <span>

namespace tactus::contact {

/// blend_m: Pad::blend_m of the tool. Sets the weights so that the melted surface passes through the soles of
/// every capsule's ends and middle, that is the points furthest along `sole` (unit): the posed hand stays
/// where it was laid. A buried capsule gets nearly no weight. Pure; about 60 us for a palm.
void share_surface(std::span<Capsule> capsules, Vec3 sole, float blend_m);

/// Distance to the melted surface, positive outside, at least -blend and at most blend, and its unit normal
/// there: the same figure as the tissue's kernel gives. `capsules` must not be empty. Pure.
Gap soft_gap(std::span<const Capsule> capsules, Vec3 point, float blend_m);

} // namespace tactus::contact
