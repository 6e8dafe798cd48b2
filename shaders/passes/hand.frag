#version 460
#extension GL_GOOGLE_include_directive : require
#include "passes/stage.glsl"
#include "passes/put.glsl"
#include "passes/hands_shadow.glsl"
layout(location = 0) centroid in vec3 position;
layout(location = 1) centroid in vec3 normal;
layout(constant_id = 0) const bool rich = true;   // medium and high tiers
layout(constant_id = 1) const bool ghost = false; // shows the way and presses nothing
layout(constant_id = 2) const int part = 0;       // 1: what is more there than not; 2: what has dissolved; 0: both
layout(location = 2) centroid in vec3 uv; // x: opacity where the sleeve ends, over 1 how much the skin is folded; y, z: around and along the finger or over the palm, metres
layout(location = 3) centroid in vec4 light; // fourth: nail
layout(location = 4) centroid in vec4 tone;  // roughness above 0.8: cloth
layout(location = 5) centroid in vec3 sky;

const float solid = 0.5; // least cover of what hides things

// How the height of the skin changes along it where a joint gathers it in folds, 2.4 mm apart, and in x how deep it lies.
vec4 folds(float amount, vec2 at, float uneven, vec3 n) {
    float along = at.y + 9.0 * at.x * at.x + 0.0016 * (uneven - 0.5);
    float phase = along * (2.0 * pi / 0.0024);
    // The slope of `along` over the surface from its change across the picture (Mikkelsen 2010).
    vec3 dx = dFdx(position);
    vec3 dy = dFdy(position);
    vec3 rx = cross(dy, n);
    vec3 ry = cross(n, dx);
    float area = dot(dx, rx);
    vec3 slope = (rx * dFdx(at.y) + ry * dFdy(at.y)) * (sign(area) / max(abs(area), 1e-12));
    float seen = clamp(1.5 - 3.0 * fwidth(at.y) / 0.0024, 0.0, 1.0) * amount;
    return vec4(0.5 - 0.5 * cos(phase), slope * sin(phase)) * seen;
}

void main() {
    if (part == 1 && uv.x < solid || part == 2 && uv.x >= solid) discard;
    vec3 v = normalize(frame.eye - position);
    vec3 n = normalize(normal);
    float cloth = smoothstep(0.70, 0.85, tone.a);
    // The grain goes with the hand, not with the place.
    vec4 fine = texture(grain, uv.yz * 22.0);
    if (rich) fine = mix(fine, texture(grain, uv.yz * 71.0), 0.45);
    vec3 tilt = vec3(fine.x - 0.5, 0.0, fine.y - 0.5) * (mix(0.42, 0.9, cloth) * (1.0 - light.a));
    float cover = min(uv.x, 1.0);
    // Cloth that dissolves does so first where it is seen edge on, or its outline would stand there alone.
    cover *= mix(1.0, mix(smoothstep(0.05, 0.65, abs(dot(n, v))), 1.0, smoothstep(0.55, 1.0, cover)), cloth);
    // Seen through, an arm fades out behind the wrist: its cloth would only darken what is to be seen.
    if (ghost || frame.hand_opacity < 1.0) cover *= (1.0 - cloth) * smoothstep(-0.185, -0.085, uv.z);
    float crease = 0.0;
    if (rich) {
        vec4 fold = folds(max(uv.x - 1.0, 0.0), uv.yz, fine.z, n);
        tilt += 0.30 * fold.yzw;
        crease = fold.x;
    }
    vec3 rough_n = normalize(n - (tilt - n * dot(tilt, n)));
    Beam key = key_beam(position);
    Beam rim = rim_beam(position);
    vec3 bleed = scattered ? vec3(0.02) : vec3(0.14, 0.05, 0.03) * (1.0 - cloth) + 0.02;
    vec3 key_cos = soft_cosine(vec3(dot(rough_n, key.direction)), bleed);
    vec3 rim_cos = soft_cosine(vec3(dot(rough_n, rim.direction)), bleed);
    float key_open = light.g * (rich && !ghost ? hands_open(position + n * 0.002, n) : 1.0);
    vec3 diffuse = key.irradiance * key_cos * key_open + rim.irradiance * rim_cos * light.b +
                   sky * light.r + frame.skin * (0.34 * (1.0 - light.r));
    vec3 albedo = tone.rgb * tone.rgb * (1.0 - crease * vec3(0.12, 0.17, 0.19));
    float film_share = mix(0.26, 0.9, light.a) * (1.0 - cloth);
    float film_roughness = mix(0.34, 0.16, light.a);
    float f0 = mix(0.028, 0.010, cloth);
    vec3 shine = key.irradiance * (pi * key_open * mix(specular_lobe(rough_n, v, key, tone.a, f0), specular_lobe(n, v, key, film_roughness, f0), film_share));
    shine += rim.irradiance * (pi * light.b * mix(specular_lobe(rough_n, v, rim, tone.a, f0), specular_lobe(n, v, rim, film_roughness, f0), film_share));
    float fresnel = (0.028 + 0.972 * fresnel_at(n, v) * (1.0 - 0.7 * tone.a)) * (1.0 - cloth);
    shine += mirrored(reflect(-v, n), film_roughness) * (fresnel * light.r * light.r);
    shine += diffuse * (0.10 * cloth * cover * cover * sheen(n, v));
    if (ghost) {
        float edge = 1.0 - max(dot(n, v), 0.0);
        vec3 glow = vec3(0.10, 0.52, 0.46) * (0.55 + 0.9 * edge) + 0.25 * diffuse * vec3(0.2, 0.8, 0.7);
        put(glow, cover * (0.16 + 0.62 * edge * edge));
        return;
    }
    put_soft(albedo, diffuse, shine, cover * frame.hand_opacity);
}
