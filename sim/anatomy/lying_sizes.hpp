#pragma once
/// A caliper and a tape on a body as it lies: breadths, depths, girths. Metres.

#include "sim/anatomy/anatomy.hpp"

namespace tactus::anatomy {

/// Breadth of trunk and hip between two upright caliper arms at v, arms of the body left out.
float lying_breadth_m(const Body& body, float v);

/// Height of the most dorsal skin over the table at v: what a caliper between table and back reads.
float lying_depth_m(const Body& body, float v);

/// The same at the most prominent v in a range.
float greatest_lying_depth_m(const Body& body, float v_first, float v_last);

/// Breadth across the deltoids, arms beside the trunk.
float lying_deltoid_breadth_m(const Body& body);

/// Least girth of the neck between skull and shoulders.
float lying_neck_girth_m(const Body& body);

/// Length along the back between the posterior axillary folds, as far as they lie on the skin grid.
float lying_interscye_m(const Anatomy& anatomy);

/// Length along the midline of the back between two places.
float midline_length_m(const Anatomy& anatomy, float v_first, float v_last);

} // namespace tactus::anatomy
