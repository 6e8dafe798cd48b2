#version 460
#extension GL_GOOGLE_include_directive : require
#include "passes/stage.glsl"
#include "passes/put.glsl"
#include "passes/hands_shadow.glsl"
#include "passes/peel.glsl"
layout(constant_id = 0) const bool overlays = true; // pressure map or coverage is shown
layout(constant_id = 1) const bool rich = true;     // medium and high tiers
layout(constant_id = 2) const bool peeled = true;   // the anatomy view
layout(location = 0) centroid in vec3 position;
layout(location = 1) centroid in vec3 normal;
layout(location = 2) centroid in vec3 uv; // on the skin grid, and how far this place follows it
layout(location = 3) centroid in vec4 light;
layout(location = 4) centroid in vec4 tone;
layout(location = 5) centroid in vec3 sky;

// Dark blue, teal, amber, cream: lightness rises monotonically, safe for every colour vision (look.md 2.5).
vec3 pressure_colour(float t) {
    vec3 c = mix(vec3(0.010, 0.030, 0.110), vec3(0.010, 0.130, 0.250), clamp(t * 4.0, 0.0, 1.0));
    c = mix(c, vec3(0.030, 0.400, 0.370), clamp(t * 4.0 - 1.0, 0.0, 1.0));
    c = mix(c, vec3(0.850, 0.480, 0.090), clamp(t * 4.0 - 2.0, 0.0, 1.0));
    return mix(c, vec3(1.0, 0.90, 0.60), clamp(t * 4.0 - 3.0, 0.0, 1.0));
}

// A cubic B-spline over the overlay's points by four bilinear fetches: the lines of equal pressure have no corners.
vec2 smooth_overlay(vec2 at) {
    vec2 size = vec2(textureSize(skin_overlay, 0));
    vec2 p = at * size - 0.5;
    vec2 f = fract(p);
    vec2 base = floor(p) + 0.5;
    vec2 g = 1.0 - f;
    vec2 w0 = g * g * g / 6.0;
    vec2 w3 = f * f * f / 6.0;
    vec2 w1 = 2.0 / 3.0 - f * f * (1.0 - 0.5 * f);
    vec2 w2 = 1.0 - w0 - w1 - w3;
    vec2 low = w0 + w1;
    vec2 high = w2 + w3;
    vec2 a = (base - 1.0 + w1 / low) / size;
    vec2 b = (base + 1.0 + w3 / high) / size;
    return (texture(skin_overlay, a).rg * low.x + texture(skin_overlay, vec2(b.x, a.y)).rg * high.x) * low.y +
           (texture(skin_overlay, vec2(a.x, b.y)).rg * low.x + texture(skin_overlay, b).rg * high.x) * high.y;
}

void main() {
    float cover = 1.0;
    if (peeled) {
        // Over bone the outline of the skin is left, as a ghost.
        float bare = clamp(peel_at(position) - 2.0, 0.0, 1.0);
        if (bare <= 0.0) keep_layer(position, 0.0);
        float facing = 1.0 - abs(dot(normalize(normal), normalize(frame.eye - position)));
        cover = bare <= 0.0 ? 1.0 : bare * (0.04 + 0.60 * facing * facing);
    }
    // Interpolation at a triangle's rim may run a little past 0 and 1.
    float weight = clamp(uv.z, 0.0, 1.0);
    vec3 v = normalize(frame.eye - position);
    vec3 soft = normalize(normal);
    vec4 field = texture(skin_normal, uv.xy);
    vec4 state = mix(vec4(0.0, 0.0, 0.0, 1.0), texture(skin_state, uv.xy), weight);
    vec4 tint = mix(tone, texture(skin_tint, uv.xy), weight);
    vec3 n = normalize(mix(soft, field.xyz, weight));
    float hand_open = mix(1.0, field.w, weight);

    // Skin lines and pores, levelled by oil; the sampler's mip level fades them with distance.
    float oil = state.b;
    // On the back the pattern lies in the skin and goes with it; on head and arms it is laid on from above.
    vec2 place = weight > 0.5 ? uv.xy * frame.grid_span : vec2(position.x * (1.0 - 2.0 * position.y), position.z);
    vec4 fine = texture(grain, place * 13.0);
    if (rich) fine = mix(fine, texture(grain, place * 47.0), 0.40);
    vec2 slope = (fine.xy - 0.5) * ((1.0 + 1.5 * frame.age) * (1.0 - 0.65 * oil) * 0.55);
    vec3 tilt = vec3(slope.x, 0.0, slope.y);
    vec3 rough_n = normalize(n - (tilt - n * dot(tilt, n)));
    vec3 film_n = normalize(mix(n, rough_n, 0.12));

    // Blood rises with the work done on the skin and is pressed out under the hand.
    vec3 albedo = tint.rgb * tint.rgb;
    // Eyes see the first redness of a skin best: it saturates. Dark skin shows less colour, and darkens a little.
    float redness = 2.5 * (1.0 - exp2(-8.0 * state.r));
    float blood = redness * (0.30 + 0.70 * frame.blood) * (0.74 + 0.52 * fine.z) - 1.2 * state.g * frame.blood;
    // Absorption .10, .30, .25 of red, green and blue from one exponential.
    float red = exp2(-0.1442695 * blood);
    albedo *= vec3(red, red * red * red, red * red * sqrt(red));

    float roughness = mix(tint.a, 0.36, 0.7 * oil);
    float film_share = mix(0.14, 0.60, oil);
    float film_roughness = mix(0.30, 0.23, oil);

    vec3 emitted = vec3(0.0);
    if (overlays) {
        vec2 overlay = smooth_overlay(uv.xy) * weight;
        float share = overlay.r * 2.0; // of 10 kPa
        float on = smoothstep(0.02, 0.10, share) * frame.pressure_map;
        // Lines at a quarter, a half and three quarters of the scale.
        float line = abs(fract(share * 4.0 + 0.5) - 0.5) / max(fwidth(share * 4.0), 1e-4);
        float drawn = (1.0 - smoothstep(0.5, 1.3, line)) * step(0.125, share) * step(share, 0.875);
        vec3 shade = mix(pressure_colour(share), vec3(1.0, 0.97, 0.90), 0.42 * drawn);
        albedo = mix(albedo, shade, 0.8 * on);
        emitted = shade * (0.55 * on);
        film_share *= 1.0 - 0.7 * on;
        albedo *= mix(1.0, 0.80 + 0.20 * overlay.g, frame.coverage * weight);
    }

    // Light that scatters inside skin: red travels furthest, so it sees a smoother normal and wraps further round.
    Beam key = key_beam(position);
    Beam rim = rim_beam(position);
    // Where the light is blurred afterwards, that is left to the blur.
    const vec3 bleed = scattered ? vec3(0.02) : vec3(0.11, 0.045, 0.03);
    const vec3 smoothing = scattered ? vec3(0.0) : vec3(0.80, 0.50, 0.30);
    vec3 key_cos = soft_cosine(mix(vec3(dot(rough_n, key.direction)), vec3(dot(soft, key.direction)), smoothing), bleed);
    vec3 rim_cos = soft_cosine(mix(vec3(dot(n, rim.direction)), vec3(dot(soft, rim.direction)), smoothing), bleed);
    float key_open = max(light.g * (rich ? hands_open(position, soft) : state.a), 0.0);
    vec3 key_bleed = vec3(mix(key_open, sqrt(key_open), 0.30), key_open, key_open);
    float open = light.r * hand_open;
    vec3 diffuse = key.irradiance * key_cos * key_bleed + rim.irradiance * rim_cos * light.b +
                   (rich ? sky_irradiance(n) : sky) * vec3(1.05, 0.98, 0.92) * open + frame.skin * (0.06 + 0.16 * (1.0 - open));

    vec3 shine = key.irradiance * (pi * key_open *
                 mix(specular_lobe(rough_n, v, key, roughness, 0.028), specular_lobe(film_n, v, key, film_roughness, 0.028), film_share));
    float rim_shine = specular_lobe(film_n, v, rim, film_roughness, 0.028) * film_share;
    if (rich) {
        rim_shine += specular_lobe(rough_n, v, rim, roughness, 0.028) * (1.0 - film_share);
    }
    shine += rim.irradiance * (pi * light.b * rim_shine);
    float fresnel = 0.028 + 0.972 * fresnel_at(n, v) * (1.0 - 0.7 * roughness);
    shine += mirrored(reflect(-v, film_n), mix(roughness, film_roughness, film_share)) * (fresnel * open * open * (0.7 + 0.3 * film_share));
    put_soft(albedo, diffuse, shine + emitted, cover);
}
