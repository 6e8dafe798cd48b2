// What every shader of the stage reads, and the light it is shaded with.
#extension GL_GOOGLE_include_directive : require
#extension GL_EXT_scalar_block_layout : require
#include "shared/lights.h"
#include "shared/stage.h"

layout(set = 0, binding = 0, scalar) uniform Frame { StageFrame frame; };
layout(set = 0, binding = 1) uniform sampler2D skin_normal;  // deformed normal; how open the sky is past the hands
layout(set = 0, binding = 2) uniform sampler2D skin_state;   // redness / 1.5, blanching, oil, key light past the hands
layout(set = 0, binding = 3) uniform sampler2D skin_overlay; // pressure / 20 kPa, coverage
layout(set = 0, binding = 4) uniform sampler2D skin_shift;   // displacement, metres; a bruise at heart
layout(set = 0, binding = 5) uniform sampler2D skin_tint;    // square root of the albedo, roughness
layout(set = 0, binding = 6) uniform sampler2D grain;        // slope of skin lines and pores, height
layout(set = 0, binding = 7) uniform sampler2D sheet_normal;
layout(set = 0, binding = 8) uniform sampler2D table_light;
layout(set = 0, binding = 9) uniform sampler2D backdrop;
layout(set = 0, binding = 10) uniform sampler2D muscles;      // square root of the albedo, height of the fibres
layout(set = 0, binding = 11) uniform sampler2D deep_muscles; // likewise
layout(set = 0, binding = 12) uniform sampler2D hands_shadow; // height of the hands toward the key light
layout(set = 0, binding = 13) uniform sampler2D muscle_names; // numbers of superficial and deep muscles / 255

const float pi = 3.14159265;

// A rectangle seen as its centre: direction, irradiance on a surface that faces it.
struct Beam {
    vec3 direction;
    vec3 irradiance;
    float spread; // half the angle it subtends: widens highlights
};

Beam beam_at(vec3 p, vec3 centre, vec3 facing, vec3 colour, float size) {
    vec3 d = centre - p;
    float inverse = inversesqrt(dot(d, d));
    vec3 l = d * inverse;
    return Beam(l, colour * (abs(dot(facing, l)) * inverse * inverse), size * inverse);
}

// Twice the half edges' cross product each way is the area; 0.33 / pi is the exposure of the look.
const float beam_gain = 4.0 * 0.33 / pi;

Beam key_beam(vec3 p) { return beam_at(p, frame.key_centre, frame.key_facing * beam_gain, key_colour, 0.20); }
Beam rim_beam(vec3 p) { return beam_at(p, frame.rim_centre, frame.rim_facing * beam_gain, rim_colour, 0.20); }

// A cosine that fades to nothing instead of being cut: the lights are wide, and light wanders inside skin.
vec3 soft_cosine(vec3 x, vec3 spread) { return 0.5 * (x + sqrt(x * x + spread)); }

// Irradiance of the room on a surface with normal n (spherical harmonics of environment(), order 2).
vec3 sky_irradiance(vec3 n) {
    return frame.sky[0].rgb + frame.sky[1].rgb * n.y + frame.sky[2].rgb * n.z + frame.sky[3].rgb * n.x +
           frame.sky[4].rgb * (n.x * n.y) + frame.sky[5].rgb * (n.y * n.z) + frame.sky[6].rgb * (3.0 * n.z * n.z - 1.0) +
           frame.sky[7].rgb * (n.x * n.z) + frame.sky[8].rgb * (n.x * n.x - n.y * n.y);
}

float fifth(float x) {
    float square = x * x;
    return square * square * x;
}

// One GGX lobe with Smith visibility (Karis' approximation) and Schlick's Fresnel; the cosine is included.
float specular_lobe(vec3 n, vec3 v, Beam beam, float roughness, float f0) {
    vec3 h = normalize(v + beam.direction);
    float nl = max(dot(n, beam.direction), 0.0);
    float nv = max(dot(n, v), 0.05);
    float nh = max(dot(n, h), 0.0);
    // A wide light makes a wide highlight of the same energy (Karis 2013).
    float a = min(roughness * roughness + 0.5 * beam.spread, 1.0);
    float a2 = a * a;
    float d = nh * nh * (a2 - 1.0) + 1.0;
    float k = 0.5 * a;
    float fresnel = f0 + (1.0 - f0) * fifth(1.0 - max(dot(v, h), 0.0));
    return a2 / (pi * d * d) * 0.25 / ((nv * (1.0 - k) + k) * (nl * (1.0 - k) + k)) * fresnel * nl;
}

float fresnel_at(vec3 n, vec3 v) { return fifth(clamp(1.0 - dot(n, v), 0.0, 1.0)); }

// The sheen of cloth at grazing angles.
float sheen(vec3 n, vec3 v) {
    float x = clamp(1.0 - dot(n, v), 0.0, 1.0);
    return x * x * x;
}

// The room mirrored by a surface: a rough one spreads the window and the lamp.
vec3 mirrored(vec3 d, float roughness) {
    float low = 0.62 * roughness;
    vec3 c = mix(vec3(0.06, 0.045, 0.036), vec3(0.31, 0.305, 0.30), smoothstep(0.15, 0.95, dot(d, frame.room_up) * 0.5 + 0.5));
    c += vec3(1.0, 1.02, 1.05) * ((0.65 - 0.5 * roughness) * smoothstep(0.55 - low, 0.97, dot(d, frame.window_way)));
    return c + vec3(0.9, 0.62, 0.36) * ((0.30 - 0.2 * roughness) * smoothstep(0.6 - low, 0.99, dot(d, frame.lamp_way)));
}
