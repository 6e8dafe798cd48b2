#include "sim/anatomy/anatomy.hpp"

#include "sim/anatomy/layers.hpp"
#include "sim/anatomy/place_trigger_points.hpp"
#include "sim/math/float_mode.hpp"

namespace tactus::anatomy {

Anatomy make_anatomy(const BodyParameters& parameters, std::span<const TriggerPointChoice> trigger_points) {
    const math::FloatMode float_mode;
    Anatomy anatomy;
    anatomy.parameters = parameters;
    anatomy.body = std::make_shared<const Body>(parameters);
    anatomy.skin = cast_skin_grid(*anatomy.body);
    anatomy.bones = make_bones(*anatomy.body);
    anatomy.layers = make_layers(*anatomy.body, anatomy.skin, anatomy.bones);
    anatomy.landmarks = find_landmarks(*anatomy.body, anatomy.skin);
    anatomy.trigger_points =
        place_trigger_points(*anatomy.body, anatomy.skin, anatomy.layers, trigger_points);
    return anatomy;
}

} // namespace tactus::anatomy
