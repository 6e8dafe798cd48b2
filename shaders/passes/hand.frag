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
layout(location = 2) centroid in vec3 uv; // x: opacity where the sleeve ends; y, z: place on the hand at rest, metres
layout(location = 3) centroid in vec4 light; // fourth: nail
layout(location = 4) centroid in vec4 tone;  // roughness above 0.8: cloth
layout(location = 5) centroid in vec3 sky;

const float solid = 0.5; // least cover of what hides things

void main() {
    if (part == 1 && uv.x < solid || part == 2 && uv.x >= solid) discard;
    vec3 v = normalize(frame.eye - position);
    vec3 n = normalize(normal);
    float cloth = smoothstep(0.70, 0.85, tone.a);
    // The grain goes with the hand, not with the place.
    vec4 fine = texture(grain, uv.yz * 22.0);
    if (rich) fine = mix(fine, texture(grain, uv.yz * 71.0), 0.45);
    vec3 tilt = vec3(fine.x - 0.5, 0.0, fine.y - 0.5) * (mix(0.42, 0.9, cloth) * (1.0 - light.a));
    vec3 rough_n = normalize(n - (tilt - n * dot(tilt, n)));
    Beam key = key_beam(position);
    Beam rim = rim_beam(position);
    vec3 bleed = scattered ? vec3(0.02) : vec3(0.14, 0.05, 0.03) * (1.0 - cloth) + 0.02;
    vec3 key_cos = soft_cosine(vec3(dot(rough_n, key.direction)), bleed);
    vec3 rim_cos = soft_cosine(vec3(dot(rough_n, rim.direction)), bleed);
    float key_open = light.g * (rich && !ghost ? hands_open(position + n * 0.002, n) : 1.0);
    vec3 diffuse = key.irradiance * key_cos * key_open + rim.irradiance * rim_cos * light.b +
                   sky * light.r + frame.skin * (0.34 * (1.0 - light.r));
    vec3 albedo = tone.rgb * tone.rgb;
    float film_share = mix(0.26, 0.9, light.a) * (1.0 - cloth);
    float film_roughness = mix(0.34, 0.16, light.a);
    float f0 = mix(0.028, 0.010, cloth);
    vec3 shine = key.irradiance * (pi * key_open * mix(specular_lobe(rough_n, v, key, tone.a, f0), specular_lobe(n, v, key, film_roughness, f0), film_share));
    shine += rim.irradiance * (pi * light.b * mix(specular_lobe(rough_n, v, rim, tone.a, f0), specular_lobe(n, v, rim, film_roughness, f0), film_share));
    float fresnel = (0.028 + 0.972 * fresnel_at(n, v) * (1.0 - 0.7 * tone.a)) * (1.0 - cloth);
    shine += mirrored(reflect(-v, n), film_roughness) * (fresnel * light.r * light.r);
    shine += diffuse * (0.10 * cloth * uv.x * uv.x * sheen(n, v));
    if (ghost) {
        float edge = 1.0 - max(dot(n, v), 0.0);
        vec3 glow = vec3(0.10, 0.52, 0.46) * (0.55 + 0.9 * edge) + 0.25 * diffuse * vec3(0.2, 0.8, 0.7);
        put(glow, uv.x * (0.16 + 0.62 * edge * edge) * (1.0 - cloth));
        return;
    }
    put_soft(albedo, diffuse, shine, uv.x * frame.hand_opacity);
}
