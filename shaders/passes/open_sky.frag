#version 460
#extension GL_GOOGLE_include_directive : require
#extension GL_EXT_scalar_block_layout : require
// How much of its sky each place sees past what stands close by: horizons in slices through the line of sight, weighted
// by the cosine (Jimenez et al. 2016, "Practical real-time strategies for accurate indirect occlusion"). The baked light
// knows the body; this knows hands, fingers and the skin between them.
#include "passes/scatter.glsl"
layout(location = 0) out vec4 colour;

const float reach = 0.035; // metres
const int slices = 2;
const int steps = 4;
const float pi = 3.14159265;

vec3 place_at(vec2 near) {
    vec2 at = (floor(near / push.texel) + 0.5) * push.texel;
    float z = distance_at(at);
    return vec3(((at - push.low) / push.size * 2.0 - 1.0) * push.half_angle * z, z);
}

void main() {
    // Depth is asked for at the middles of its pixels alone: between two it would flip from one to the other.
    vec2 at = (gl_FragCoord.xy * 2.0 - 0.5) * push.texel;
    vec3 p = place_at(at);
    if (p.z > 6.0) {
        colour = vec4(1.0);
        return;
    }
    // The flatter neighbour each way: across an edge the other would tell of another thing.
    vec3 left = p - place_at(at - vec2(push.texel.x, 0.0));
    vec3 right = place_at(at + vec2(push.texel.x, 0.0)) - p;
    vec3 above = p - place_at(at - vec2(0.0, push.texel.y));
    vec3 below = place_at(at + vec2(0.0, push.texel.y)) - p;
    vec3 n = normalize(cross(abs(left.z) < abs(right.z) ? left : right, abs(above.z) < abs(below.z) ? above : below));
    vec3 v = -normalize(p);
    n = dot(n, v) < 0.0 ? -n : n;
    float radius = reach * push.pixels_at_metre / p.z; // pixels
    ivec2 cell = ivec2(gl_FragCoord.xy) & 3;
    float turn = float((cell.x * 5 + cell.y * 9) & 15) / 16.0;
    float start = float((cell.x * 7 + cell.y * 3) & 15) / 16.0;
    float open = 0.0;
    for (int slice = 0; slice < slices; ++slice) {
        float angle = (float(slice) + turn) * pi / float(slices);
        vec2 direction = vec2(cos(angle), sin(angle));
        vec3 along = vec3(direction, 0.0);
        vec3 axis = normalize(cross(along, v));
        vec3 flat_n = n - axis * dot(n, axis);
        float size = max(length(flat_n), 1e-4);
        vec3 tangent = cross(v, axis);
        float sine = dot(flat_n, tangent) / size;
        float gamma = asin(clamp(sine, -1.0, 1.0));
        vec2 horizon;
        for (int side = 0; side < 2; ++side) {
            float sign_of = side == 0 ? -1.0 : 1.0;
            // The horizon of the surface itself, then whatever rises over it.
            float highest = cos(side == 0 ? -0.5 * pi + gamma : 0.5 * pi + gamma);
            highest = clamp(highest, -1.0, 1.0);
            for (int k = 0; k < steps; ++k) {
                float share = (float(k) + start) / float(steps);
                vec2 tap = at + direction * (sign_of * (1.5 + radius * share * share)) * push.texel;
                vec3 to = place_at(tap) - p;
                float far = length(to);
                float cosine = dot(to, v) / max(far, 1e-5);
                float counts = 1.0 - smoothstep(0.5 * reach, reach, far);
                highest = max(highest, mix(highest, cosine, counts));
            }
            horizon[side] = sign_of * acos(clamp(highest, -1.0, 1.0));
        }
        vec2 h = vec2(gamma + max(horizon.x - gamma, -0.5 * pi), gamma + min(horizon.y - gamma, 0.5 * pi));
        vec2 arc = 0.25 * (-cos(2.0 * h - gamma) + cos(gamma) + 2.0 * h * sine);
        open += size * (arc.x + arc.y) / float(slices);
    }
    colour = vec4(clamp(open, 0.0, 1.0));
}
