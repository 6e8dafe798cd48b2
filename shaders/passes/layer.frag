#version 460
#extension GL_GOOGLE_include_directive : require
#include "passes/stage.glsl"
#include "passes/put.glsl"
#include "passes/hands_shadow.glsl"
#include "passes/peel.glsl"
// A layer under the skin: 1 fat, 2 and 3 muscle, 4 bone.
layout(constant_id = 0) const bool rich = true;
layout(constant_id = 1) const int layer = 1;
layout(location = 0) centroid in vec3 position;
layout(location = 1) centroid in vec3 normal;
layout(location = 2) centroid in vec3 uv; // muscle: on the map, 1 on the trunk and 0 on an arm; else x and z, metres
layout(location = 3) centroid in vec4 light;
layout(location = 5) centroid in vec3 sky;

struct Stuff {
    vec3 albedo;
    vec3 tilt; // of the normal
    float roughness;
    float film; // share of a wet, smooth lobe
};

Stuff muscle() {
    vec4 painted;
    vec2 texel = 1.0 / vec2(textureSize(muscles, 0));
    vec2 rise;
    if (layer == 2) {
        painted = texture(muscles, uv.xy);
        rise = vec2(texture(muscles, uv.xy + vec2(texel.x, 0.0)).a, texture(muscles, uv.xy + vec2(0.0, texel.y)).a) - painted.a;
    } else {
        painted = texture(deep_muscles, uv.xy);
        rise = vec2(texture(deep_muscles, uv.xy + vec2(texel.x, 0.0)).a, texture(deep_muscles, uv.xy + vec2(0.0, texel.y)).a) - painted.a;
    }
    vec3 albedo = painted.rgb * painted.rgb;
    if (frame.named_muscle > 0.5 && uv.z > 0.5) {
        // What the pointer names lights up; the rest steps back.
        vec2 numbers = textureLod(muscle_names, uv.xy, 0.0).rg * 255.0;
        bool named = abs((layer == 2 ? numbers.x : numbers.y) - frame.named_muscle) < 0.5 && position.x * frame.named_side > 0.0;
        albedo = named ? mix(albedo, vec3(0.86, 0.52, 0.30), 0.45) : albedo * 0.78;
    }
    // Between trunk and arm the map has a jump: a cleft hides it.
    albedo *= mix(0.25, 1.0, smoothstep(0.25, 0.5, abs(uv.z - 0.5)));
    rise.x *= uv.z > 0.5 ? sign(position.x) : 1.0;
    return Stuff(albedo, vec3(rise.x, 0.0, rise.y) * 1.1, 0.42, 0.34);
}

Stuff fat() {
    // Lobules with a net of pale septa and a few thin vessels.
    vec4 lobule = texture(grain, uv.xy * 9.0 + 0.03 * texture(grain, uv.xy * 3.0).xy);
    vec4 fine = texture(grain, uv.xy * 31.0);
    vec3 albedo = mix(vec3(0.66, 0.40, 0.13), vec3(0.83, 0.64, 0.30), smoothstep(0.30, 0.70, 0.6 * lobule.z + 0.4 * fine.z));
    float vessel = smoothstep(0.012, 0.003, abs(texture(grain, uv.xy * 2.1).z - 0.5)) * smoothstep(0.50, 0.62, texture(grain, uv.xy * 1.3 + 0.4).z);
    albedo = mix(albedo, vec3(0.42, 0.11, 0.08), 0.55 * vessel);
    return Stuff(albedo, vec3(lobule.x - 0.5, 0.0, lobule.y - 0.5) * 0.9 + vec3(fine.x - 0.5, 0.0, fine.y - 0.5) * 0.45, 0.40, 0.45);
}

Stuff bone() {
    vec4 coarse = texture(grain, uv.xy * 12.0 + position.y * 5.0);
    vec4 fine = texture(grain, uv.xy * 55.0 + position.y * 21.0);
    vec3 albedo = vec3(0.74, 0.66, 0.52) * (0.80 + 0.40 * (0.6 * coarse.z + 0.4 * fine.z)) * mix(vec3(0.62, 0.50, 0.38), vec3(1.0), light.r);
    return Stuff(albedo, vec3(fine.x - 0.5, 0.0, fine.y - 0.5) * 0.35, 0.50, 0.12);
}

void main() {
    // Bone lies bare only where nothing is left over it, or its prominences would stand out of the flesh.
    if (layer < 4) keep_layer(position, float(layer));
    else if (peel_at(position) < 3.0) discard;
    Stuff stuff = layer == 1 ? fat() : layer == 4 ? bone() : muscle();
    vec3 v = normalize(frame.eye - position);
    vec3 soft = normalize(normal);
    vec3 n = normalize(soft - (stuff.tilt - soft * dot(stuff.tilt, soft)));
    Beam key = key_beam(position);
    Beam rim = rim_beam(position);
    vec3 bleed = layer == 4 ? vec3(0.04) : vec3(0.10, 0.035, 0.025);
    float open = light.r;
    float key_open = smoothstep(0.10, 0.75, open) * (rich ? hands_open(position, soft) : 1.0);
    vec3 diffuse = key.irradiance * soft_cosine(vec3(dot(n, key.direction)), bleed) * key_open +
                   rim.irradiance * soft_cosine(vec3(dot(n, rim.direction)), bleed) * key_open + sky * open +
                   stuff.albedo * (0.22 * (1.0 - open));
    vec3 shine = key.irradiance * (pi * key_open * mix(specular_lobe(n, v, key, stuff.roughness, 0.035), specular_lobe(n, v, key, 0.24, 0.035), stuff.film));
    shine += rim.irradiance * (pi * key_open * specular_lobe(n, v, rim, 0.30, 0.035) * stuff.film);
    float fresnel = 0.035 + 0.965 * fresnel_at(soft, v) * (1.0 - 0.7 * stuff.roughness);
    shine += mirrored(reflect(-v, n), stuff.roughness) * (fresnel * open * open * (0.4 + 0.6 * stuff.film));
    put_soft(stuff.albedo, diffuse, shine, 1.0);
}
