#version 460
#extension GL_GOOGLE_include_directive : require
#extension GL_EXT_scalar_block_layout : require
// The treatment room behind the client, traced once for each camera and blurred: floor, ribbed wall, cabinet, lamp.
#include "shared/lights.h"
#include "shared/room.h"
layout(push_constant, scalar) uniform Push { RoomPush push; };
layout(location = 0) out vec4 colour;

const float floor_y = -0.74;
const float wall_z = -1.80;
const float side_x = -2.60;
const float pi = 3.14159265;

float hash(vec2 p) { return fract(sin(dot(p, vec2(127.1, 311.7))) * 43758.5453); }

float noise(vec2 p) {
    vec2 i = floor(p);
    vec2 f = p - i;
    f = f * f * (3.0 - 2.0 * f);
    return mix(mix(hash(i), hash(i + vec2(1, 0)), f.x), mix(hash(i + vec2(0, 1)), hash(i + vec2(1, 1)), f.x), f.y);
}

float fbm(vec2 p) { return 0.5 * noise(p) + 0.25 * noise(p * 2.03 + 7.1) + 0.125 * noise(p * 4.1 + 3.3); }

float round_box(vec3 p, vec3 c, vec3 h, float r) {
    vec3 q = abs(p - c) - h + r;
    return length(max(q, 0.0)) + min(max(q.x, max(q.y, q.z)), 0.0) - r;
}

float capsule(vec3 p, vec3 a, vec3 b, float r) {
    vec3 ab = b - a;
    return length(p - a - ab * clamp(dot(p - a, ab) / dot(ab, ab), 0.0, 1.0)) - r;
}

float lamp(vec3 q) {
    vec3 k = (q - vec3(-0.80, -0.03, -2.12)) / vec3(0.085, 0.10, 0.085);
    return (length(k) - 1.0) * 0.085;
}

float towels(vec3 q) {
    float d = 1e3;
    for (int i = 0; i < 3; ++i) {
        float x = -1.52 + 0.13 * (i == 1 ? 0.5 : 0.5 * float(i));
        float y = -0.055 + (i == 1 ? 0.105 : 0.0);
        d = min(d, capsule(q, vec3(x, y, -2.26), vec3(x, y, -2.02), 0.062));
    }
    return d;
}

float bottles(vec3 q) {
    float d = 1e3;
    for (int i = 0; i < 3; ++i) {
        float x = -1.12 + 0.07 * float(i);
        d = min(d, capsule(q, vec3(x, -0.12, -2.10), vec3(x, -0.045 + 0.025 * float((i * 2) % 3), -2.10), 0.019));
    }
    return d;
}

float cabinet(vec3 q) { return round_box(q, vec3(-1.15, -0.42, -2.15), vec3(0.55, 0.30, 0.20), 0.012); }

float stool(vec3 q) {
    float d = round_box(q, vec3(1.35, -0.30, -2.05), vec3(0.26, 0.035, 0.20), 0.012);
    for (int i = 0; i < 3; ++i) {
        d = min(d, round_box(q, vec3(1.35, -0.225 + 0.06 * float(i), -2.05), vec3(0.19 - 0.012 * float(i), 0.029, 0.14), 0.027));
    }
    return d;
}

vec3 shifted(vec3 p) { return p + vec3(0.0, 0.27, -0.70); }

float things(vec3 p) {
    vec3 q = shifted(p);
    return min(min(min(cabinet(q), lamp(q)), min(towels(q), bottles(q))), stool(q));
}

float table(vec3 p) { return round_box(p, vec3(0.0, push.table_m - 0.08, 0.82), vec3(0.37, 0.08, 0.98), 0.03); }

vec3 thing_normal(vec3 p) {
    const vec2 e = vec2(0.002, -0.002);
    return normalize(e.xyy * things(p + e.xyy) + e.yyx * things(p + e.yyx) + e.yxy * things(p + e.yxy) + e.xxx * things(p + e.xxx));
}

float shadow(vec3 p, vec3 to) {
    float far = length(to);
    vec3 d = to / far;
    float open = 1.0;
    float t = 0.02;
    for (int i = 0; i < 40 && t < far; ++i) {
        float room = min(things(p + d * t), table(p + d * t));
        open = min(open, 0.5 + 0.5 * room / (0.21 * t));
        if (open <= 0.0) break;
        t += clamp(room, 0.02, 0.25);
    }
    open = clamp(open, 0.0, 1.0);
    return open * open * (3.0 - 2.0 * open);
}

float ambient_open(vec3 p, vec3 n) {
    float open = 1.0;
    for (int i = 1; i <= 4; ++i) {
        float t = 0.09 * float(i);
        open -= 0.24 * clamp((t - min(things(p + n * t), table(p + n * t))) / t, 0.0, 1.0);
    }
    return clamp(open, 0.1, 1.0);
}

struct Surface {
    vec3 albedo;
    vec3 emitted;
};

Surface thing_surface(vec3 p) {
    vec3 q = shifted(p);
    if (lamp(q) < 0.004) {
        return Surface(vec3(0.8, 0.5, 0.3), vec3(6.0, 3.0, 1.25) * (0.35 + 0.65 * smoothstep(-0.14, 0.06, q.y)));
    }
    if (towels(q) < 0.004) return Surface(vec3(0.62, 0.60, 0.55), vec3(0.0));
    if (bottles(q) < 0.004) return Surface(vec3(0.10, 0.055, 0.025), vec3(0.0));
    if (cabinet(q) < 0.006) {
        float doors = abs(mod(p.x + 5.0, 0.36)) < 0.006 ? 0.3 : 1.0;
        return Surface(vec3(0.15, 0.098, 0.064) * (0.75 + 0.5 * fbm(vec2(p.x * 3.0, p.y * 26.0 + p.z * 26.0))) * doors, vec3(0.0));
    }
    if (q.y > -0.262) return Surface(mod(q.y + 5.0, 0.12) < 0.06 ? vec3(0.58, 0.57, 0.54) : vec3(0.25, 0.33, 0.31), vec3(0.0));
    return Surface(vec3(0.28, 0.17, 0.095), vec3(0.0));
}

Surface floor_surface(vec3 p) {
    float plank = floor((p.x + 10.0) / 0.145);
    float shift = hash(vec2(plank, 1.0)) * 1.7;
    float row = floor((p.z + 10.0 + shift) / 1.7);
    float tone = 0.75 + 0.5 * hash(vec2(plank, row + 7.0));
    float g = fbm(vec2(p.x * 55.0 + row * 9.0, p.z * 4.0 + plank));
    float gap = mod(p.x + 10.0, 0.145) < 0.0022 ? 0.35 : 1.0;
    return Surface(vec3(0.098, 0.070, 0.050) * (tone * (0.62 + 0.8 * g) * gap), vec3(0.0));
}

Surface wall_surface(vec3 p) {
    float f = mod(p.x + 10.0, 0.075) / 0.075;
    float rib = smoothstep(0.0, 0.08, f) * smoothstep(0.78, 0.70, f);
    vec3 wood = vec3(0.150, 0.104, 0.070) * (0.7 + 0.6 * fbm(vec2(floor((p.x + 10.0) / 0.075) * 3.1 + p.x * 40.0, p.y * 2.2)));
    vec3 wash = wood * vec3(1.25, 0.80, 0.45) *
                (rib * 0.34 * exp(-max(0.0, p.y + 0.1) * 1.5) * (0.4 + 0.6 * smoothstep(2.6, 0.2, abs(p.x + 0.5))));
    return Surface(mix(vec3(0.020, 0.016, 0.013), wood, rib), wash);
}

vec3 lit(vec3 p, vec3 n, vec3 v, Surface s) {
    vec3 to_key = key_centre - p;
    vec3 to_rim = rim_centre - p;
    vec3 lk = normalize(to_key);
    vec3 lr = normalize(to_rim);
    const float gain = 4.0 * 0.33 / pi;
    vec3 key = key_colour * (gain * abs(dot(vec3(0.132, -0.100, -0.036), lk)) / dot(to_key, to_key)) * shadow(p + n * 0.004, to_key);
    vec3 rim = rim_colour * (gain * abs(dot(vec3(-0.121, 0.0, 0.055), lr)) / dot(to_rim, to_rim));
    vec3 sky = mix(environment(n), environment(vec3(0.0, 1.0, 0.0)), 0.35) * ambient_open(p, n);
    vec3 diffuse = key * max(dot(n, lk), 0.0) + rim * max(dot(n, lr), 0.0) + sky;
    // A little of the lamp on what stands around it.
    vec3 lamp_off = vec3(-0.80, -0.30, -1.42) - p;
    diffuse += vec3(0.9, 0.45, 0.19) * (0.05 * max(dot(n, normalize(lamp_off)), 0.0) / (0.02 + dot(lamp_off, lamp_off)));
    float gloss = 0.03 + 0.5 * pow(1.0 - max(dot(n, v), 0.0), 5.0);
    return s.albedo * diffuse + s.emitted + environment(reflect(-v, n)) * (gloss * 0.45);
}

void main() {
    vec2 at = (gl_FragCoord.xy / push.size) * 2.0 - 1.0;
    vec3 d = normalize(push.forward + push.right * (at.x * push.aspect) - push.up * at.y);
    vec3 o = push.eye;
    float t_floor = d.y < -1e-4 ? (floor_y - o.y) / d.y : 1e3;
    float t_wall = d.z < -1e-4 ? (wall_z - o.z) / d.z : 1e3;
    float t_side = d.x < -1e-4 ? (side_x - o.x) / d.x : 1e3;
    float limit = min(min(t_floor, t_wall), min(t_side, 12.0));
    float t = 0.2;
    bool hit = false;
    for (int i = 0; i < 64 && t < limit; ++i) {
        float room = things(o + d * t);
        if (room < 0.0015) {
            hit = true;
            break;
        }
        t += room;
    }
    vec3 p = o + d * (hit ? t : limit);
    vec3 c;
    if (hit) {
        c = lit(p, thing_normal(p), -d, thing_surface(p));
    } else if (limit == t_floor) {
        c = lit(p, vec3(0.0, 1.0, 0.0), -d, floor_surface(p));
    } else if (limit == t_wall) {
        c = lit(p, vec3(0.0, 0.0, 1.0), -d, wall_surface(p));
    } else if (limit == t_side) {
        c = lit(p, vec3(1.0, 0.0, 0.0), -d, Surface(vec3(0.34, 0.325, 0.30), vec3(0.0)));
    } else {
        c = vec3(0.05, 0.04, 0.035);
    }
    colour = vec4(c, 1.0);
}
