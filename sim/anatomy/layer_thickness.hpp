#pragma once
/// How thick the layers over the bones of the back are (facts 3.1): by this spinous processes, ribs and
/// transverse processes are laid and the columns of tissue bounded. Metres; pure; any thread.

#include "sim/anatomy/body.hpp"

namespace tactus::anatomy {

/// Skin of the whole back; thins in old age.
float skin_thickness(const BodyParameters& parameters);

/// Fat over the muscles: thin on the midline, where the skin is tethered to the spinous processes.
float fat_over_muscle_m(const Body& body, float u, float v);

/// The share of a man's thickness that a woman's erector has (facts 3.1: 20 per cent less).
float erector_share(Sex sex);

/// Erector spinae 3 cm beside the spine, with what lies over it: thin along the chest, thick in the loin.
float erector_thickness_m(Sex sex, float v);

/// All muscle between fat and rib, in a lean body of middling build.
float muscle_over_ribs_m(Sex sex, float u, float v);

/// Depth of a rib or transverse process under the trunk, which has no relief, at spine coordinates: skin, fat
/// and muscle less what the muscles of a lean middling body raise there. What a stronger or fatter body is
/// raised above that is thicker muscle and fat, and no higher bone.
float bone_depth_under_trunk_m(const Body& body, float u, float v);

} // namespace tactus::anatomy
