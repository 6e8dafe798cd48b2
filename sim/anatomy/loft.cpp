#include "sim/anatomy/loft.hpp"

#include "sim/anatomy/float_power.hpp"
#include "sim/anatomy/posture.hpp"
#include "sim/math/interpolation.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::anatomy {
namespace {

/// A key of the loft at the reference client (male 1.756 m, BMI 23; female 1.629 m, BMI 22.5), and how it
/// changes with BMI. Depth grows at half the standing regression, because a prone belly is pressed into
/// width.
struct Key {
    float v;
    float half_width_male, half_width_female;
    float top_male, top_female;
    float bottom, centre, exponent;
    float half_width_per_bmi, top_per_bmi;
};

constexpr std::array keys{
    Key{-.36F, .050F, .043F, .146F, .138F, .060F, .50F, 2.00F, .0004F, .0008F},
    Key{-.20F, .055F, .046F, .156F, .146F, .052F, .50F, 2.00F, .0007F, .0014F},
    Key{-.10F, .066F, .054F, .176F, .163F, .045F, .52F, 2.00F, .0011F, .0020F},
    Key{.00F, .100F, .083F, .201F, .185F, .032F, .55F, 2.10F, .0013F, .0026F},
    Key{.08F, .140F, .117F, .219F, .201F, .018F, .52F, 2.20F, .0014F, .0028F},
    Key{.17F, .166F, .141F, .232F, .211F, .006F, .50F, 2.40F, .0015F, .0029F},
    Key{.30F, .178F, .149F, .240F, .217F, .000F, .48F, 2.50F, .0017F, .0030F},
    Key{.41F, .177F, .145F, .239F, .215F, .000F, .47F, 2.50F, .0019F, .0031F},
    Key{.55F, .166F, .134F, .231F, .206F, .000F, .46F, 2.45F, .0024F, .0033F},
    Key{.70F, .152F, .124F, .219F, .194F, .000F, .45F, 2.40F, .0040F, .0035F},
    Key{.85F, .144F, .121F, .208F, .184F, .000F, .45F, 2.40F, .0047F, .0036F},
    Key{1.00F, .147F, .133F, .203F, .181F, .000F, .45F, 2.35F, .0045F, .0034F},
    Key{1.12F, .156F, .151F, .206F, .188F, .000F, .45F, 2.30F, .0036F, .0032F},
    Key{1.24F, .164F, .166F, .212F, .199F, .000F, .45F, 2.30F, .0024F, .0030F},
    Key{1.38F, .169F, .175F, .213F, .205F, .000F, .45F, 2.30F, .0022F, .0029F},
    Key{1.52F, .167F, .176F, .192F, .190F, .004F, .45F, 2.20F, .0022F, .0028F},
    Key{1.66F, .150F, .160F, .160F, .160F, .010F, .45F, 2.20F, .0022F, .0025F},
    Key{1.80F, .060F, .065F, .085F, .085F, .030F, .45F, 2.20F, .0022F, .0020F},
};

/// Cubic Hermite through one column of the unevenly spaced keys.
float spline(float v, float Key::*column) {
    const int last = static_cast<int>(keys.size()) - 1;
    const auto key = [&](int k) -> const Key& {
        return keys[static_cast<std::size_t>(std::clamp(k, 0, last))];
    };
    int i = 0;
    while (i < last - 1 && v > key(i + 1).v) {
        ++i;
    }
    const auto slope = [&](int k) {
        return (key(k + 1).*column - key(k - 1).*column) / std::max(key(k + 1).v - key(k - 1).v, 1e-4F);
    };
    const float width = key(i + 1).v - key(i).v;
    const float t = (v - key(i).v) / width;
    const float t2 = t * t;
    const float t3 = t2 * t;
    return (2 * t3 - 3 * t2 + 1) * (key(i).*column) + (t3 - 2 * t2 + t) * slope(i) * width +
           (3 * t2 - 2 * t3) * (key(i + 1).*column) + (t3 - t2) * slope(i + 1) * width;
}

} // namespace

float old_age(const BodyParameters& parameters) {
    return math::smoothstep(55.0F, 85.0F, parameters.age_years);
}

Loft::Loft(const BodyParameters& parameters, float spine_length_m, float breadth_scale)
    : spine_length_m_(spine_length_m) {
    const bool female = parameters.sex == Sex::female;
    const float bmi_change = parameters.bmi - (female ? 22.5F : 23.0F);
    const float old = old_age(parameters);
    for (int i = 0; i < samples; ++i) {
        const float v = math::mix(loft_v_first, loft_v_last, static_cast<float>(i) / (samples - 1));
        const float lat_flare = 0.010F * (parameters.muscle - 0.5F) * bump(v - 0.36F, 0.16F);
        const float kyphosis = old * (0.016F * bump(v - 0.20F, 0.20F) - 0.004F * bump(v - 0.85F, 0.15F));
        table_[static_cast<std::size_t>(i)] = {
            .half_width_m =
                spline(v, female ? &Key::half_width_female : &Key::half_width_male) * breadth_scale +
                spline(v, &Key::half_width_per_bmi) * bmi_change + lat_flare,
            .top_m = spline(v, female ? &Key::top_female : &Key::top_male) * breadth_scale +
                     spline(v, &Key::top_per_bmi) * bmi_change + kyphosis +
                     posture_rise_m(parameters, spine_length_m, v),
            .bottom_m = spline(v, &Key::bottom),
            .centre = spline(v, &Key::centre),
            .exponent = spline(v, &Key::exponent),
            .spine_x_m = spine_offset_m(parameters, spine_length_m, v),
        };
    }
}

LoftSection Loft::section(float v) const {
    const float x =
        std::clamp((v - loft_v_first) / (loft_v_last - loft_v_first), 0.0F, 0.99999F) * (samples - 1);
    const auto i = static_cast<std::size_t>(x);
    const float t = x - static_cast<float>(i);
    const LoftSection& a = table_[i];
    const LoftSection& b = table_[i + 1];
    return {.half_width_m = math::mix(a.half_width_m, b.half_width_m, t),
            .top_m = math::mix(a.top_m, b.top_m, t),
            .bottom_m = math::mix(a.bottom_m, b.bottom_m, t),
            .centre = math::mix(a.centre, b.centre, t),
            .exponent = math::mix(a.exponent, b.exponent, t),
            .spine_x_m = math::mix(a.spine_x_m, b.spine_x_m, t)};
}

LoftDistance Loft::distance(Vec3 point) const {
    const LoftSection s = section(point.z / spine_length_m_);
    const float centre = math::mix(s.bottom_m, s.top_m, s.centre);
    const float back = s.top_m - centre;
    const float front = centre - s.bottom_m;
    const bool dorsal = point.y > centre;
    const float height = dorsal ? back : front;
    // The cushion flattens the belly side.
    const float n =
        dorsal ? s.exponent
               : math::mix(s.exponent, 3.2F, math::smoothstep(0.0F, 1.0F, (centre - point.y) / front));
    LoftDistance result{
        .distance_m = 0, .backness = (point.y - centre) / back, .lateral_m = point.x - s.spine_x_m};

    const float ax = std::fabs(result.lateral_m) / s.half_width_m;
    const float ay = std::fabs(point.y - centre) / height;
    const float x_power = float_pow(ax, n);
    const float y_power = float_pow(ay, n);
    const float sum = x_power + y_power;
    const float r = float_pow(sum, 1.0F / n);
    const float beyond =
        std::max(point.z - loft_v_last * spine_length_m_, loft_v_first * spine_length_m_ - point.z);
    if (r < 0.15F) {
        result.distance_m = beyond > 0 ? beyond : -0.85F * std::min(s.half_width_m, height);
        return result;
    }
    // (a/r)^(n-1) = a^n r / (a r^n), which saves two powers.
    const float gx = ax > 1e-6F ? x_power * r / (ax * sum * s.half_width_m) : 0.0F;
    const float gy = ay > 1e-6F ? y_power * r / (ay * sum * height) : 0.0F;
    const float d = (r - 1.0F) / std::sqrt(gx * gx + gy * gy);
    const float outside = std::max(d, 0.0F);
    result.distance_m = beyond > 0 ? std::sqrt(outside * outside + beyond * beyond) : d;
    return result;
}

} // namespace tactus::anatomy
