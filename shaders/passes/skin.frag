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

const vec3 through = vec3(2.4, 0.60, 0.30);

// Dark blue, teal, amber, cream: lightness rises monotonically, safe for every colour vision (look.md 2.5).
vec3 pressure_colour(float t) {
    vec3 c = mix(vec3(0.010, 0.030, 0.110), vec3(0.010, 0.130, 0.250), clamp(t * 4.0, 0.0, 1.0));
    c = mix(c, vec3(0.030, 0.400, 0.370), clamp(t * 4.0 - 1.0, 0.0, 1.0));
    c = mix(c, vec3(0.850, 0.480, 0.090), clamp(t * 4.0 - 2.0, 0.0, 1.0));
    return mix(c, vec3(1.0, 0.90, 0.60), clamp(t * 4.0 - 3.0, 0.0, 1.0));
}

// A cubic B-spline over the overlay's points by four bilinear fetches: the lines of equal pressure have no corners.
vec4 smooth_overlay(vec2 at) {
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
    return (texture(skin_overlay, a) * low.x + texture(skin_overlay, vec2(b.x, a.y)) * high.x) * low.y +
           (texture(skin_overlay, vec2(a.x, b.y)) * low.x + texture(skin_overlay, b) * high.x) * high.y;
}

// Where skin is pushed together by more than 4 % it folds across the push: ridges every 7 mm, up to 0.4 mm high.
vec3 wrinkles(vec2 at, float uneven) {
    vec2 texel = 1.0 / vec2(textureSize(skin_shift, 0));
    vec2 step_m = 4.0 * texel * frame.grid_span;
    vec3 across = (texture(skin_shift, at + vec2(2.0 * texel.x, 0.0)).xyz - texture(skin_shift, at - vec2(2.0 * texel.x, 0.0)).xyz) / step_m.x;
    vec3 along = (texture(skin_shift, at + vec2(0.0, 2.0 * texel.y)).xyz - texture(skin_shift, at - vec2(0.0, 2.0 * texel.y)).xyz) / step_m.y;
    // The strain's stronger shortening and its direction.
    vec3 strain = vec3(across.x, along.z, 0.5 * (across.z + along.x));
    float middle = 0.5 * (strain.x + strain.y);
    float half_range = length(vec2(0.5 * (strain.x - strain.y), strain.z));
    float amount = smoothstep(0.03, 0.14, half_range - middle);
    if (amount <= 0.0) return vec3(0.0);
    // The ridges keep to four ways and are weighed by the push: if they turned with it, they would run into rings.
    vec2 twice = vec2(strain.y - strain.x, -2.0 * strain.z) / max(2.0 * half_range, 1e-6); // cos, sin of its angle twice
    vec2 place = at * frame.grid_span;
    place += 0.0025 * sin(place.yx * vec2(90.0, 70.0));
    vec4 along_way = vec4(place.x, 0.7071 * (place.x + place.y), place.y, 0.7071 * (place.y - place.x));
    vec4 ridge = max(vec4(twice, -twice), 0.0) * cos(along_way * (2.0 * pi / 0.007) + 5.0 * uneven);
    vec2 push = vec2(ridge.x + 0.7071 * (ridge.y - ridge.w), ridge.z + 0.7071 * (ridge.y + ridge.w));
    float somewhere = smoothstep(0.30, 0.75, texture(grain, place * 6.0).z); // skin folds here and there
    return vec3(push.x, 0.0, push.y) * (0.36 * amount * somewhere);
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
    // Dark skin hides most of the colour of redness; that it is taut and shines over what was worked is seen as well.
    float taut = (1.0 - frame.blood) * (1.0 - exp2(-6.0 * state.r));
    vec2 slope = (fine.xy - 0.5) * ((1.0 + 1.5 * frame.age) * (1.0 - 0.65 * oil) * (1.0 - 0.5 * taut) * 0.55);
    vec3 tilt = vec3(slope.x, 0.0, slope.y);
    if (rich) tilt += wrinkles(uv.xy, fine.z) * weight;
    vec3 rough_n = normalize(n - (tilt - n * dot(tilt, n)));
    // Oil lies smoother than skin: on every rib it would else glint like a row of teeth.
    vec3 film_n = normalize(mix(mix(n, rough_n, 0.12), soft, 0.6));

    // Blood rises with the work done on the skin and is pressed out under the hand.
    vec3 albedo = tint.rgb * tint.rgb;
    // Eyes see the first redness of a skin best: it saturates. Dark skin shows less colour, and darkens a little.
    float redness = 2.5 * (1.0 - exp2(-8.0 * state.r));
    float blood = redness * (0.30 + 0.70 * frame.blood) * (0.74 + 0.52 * fine.z) - 1.2 * state.g * frame.blood;
    // Absorption .10, .30, .25 of red, green and blue from one exponential; deep skin goes to purple-brown (facts 6.2).
    float red = exp2(-0.1442695 * blood);
    albedo *= vec3(red, red * red * red, red * red * mix(sqrt(red), 1.0, 1.0 - frame.blood));

    float roughness = mix(tint.a, 0.36, max(0.7 * oil, 0.6 * taut));
    float film_share = mix(0.14, 0.60, oil) + 0.22 * taut;
    float film_roughness = mix(0.30, 0.23, oil);

    vec3 emitted = vec3(0.0);
    if (overlays) {
        vec4 overlay = smooth_overlay(uv.xy) * weight;
        // A weal is pale and raised, its height is in the mesh; a flare around it is reddest at its foot and runs out wide.
        float flare = overlay.b * (2.0 - overlay.b) * smoothstep(0.0, 0.30, overlay.b) * (1.0 - 0.85 * smoothstep(0.55, 0.90, overlay.b));
        albedo *= exp2(-flare * (0.4 + 0.6 * frame.blood) * (0.8 + 0.4 * fine.z) * vec3(0.16, 0.66, 0.52));
        // Its water pales it and lets less of the pigment show: lighter in the skin's own hue, never grey.
        albedo = mix(albedo, pow(albedo, vec3(0.90, 0.91, 0.92)) * 1.10, smoothstep(0.55, 0.90, overlay.b));
        // A fresh bruise is red at its rim and blue-red at heart; one that fades is green, then yellow, all over.
        float bruise = overlay.a * (0.75 + 0.5 * fine.z);
        float heart = texture(skin_shift, uv.xy).a;
        vec3 blue_red = mix(vec3(0.30, 1.35, 1.00), vec3(1.05, 1.45, 0.80), smoothstep(0.20, 0.75, bruise));
        vec3 dark = mix(mix(vec3(0.20, 0.42, 1.60), vec3(0.80, 0.62, 1.30), smoothstep(0.30, 0.50, heart)), blue_red,
                        smoothstep(0.55, 0.80, heart));
        albedo *= exp2(-1.25 * bruise * dark);
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
    const vec3 smoothing = scattered ? vec3(0.75, 0.45, 0.30) : vec3(0.80, 0.50, 0.30);
    vec3 even_n = scattered ? n : soft;
    vec3 key_cos = soft_cosine(mix(vec3(dot(rough_n, key.direction)), vec3(dot(even_n, key.direction)), smoothing), bleed);
    vec3 rim_cos = soft_cosine(mix(vec3(dot(n, rim.direction)), vec3(dot(even_n, rim.direction)), smoothing), bleed);
    float key_open = max(light.g * (rich ? hands_open(position, soft) : state.a), 0.0);
    vec3 key_bleed = vec3(mix(key_open, sqrt(key_open), 0.30), key_open, key_open);
    float open = light.r * hand_open;
    vec3 diffuse = key.irradiance * key_cos * key_bleed + rim.irradiance * rim_cos * light.b +
                   (rich ? sky_irradiance(n) : sky) * vec3(1.05, 0.98, 0.92) * open + frame.skin * (0.06 + 0.16 * (1.0 - open));
    // What comes through a thin ear from behind is red.
    if (rich) diffuse += through * (light.a * (key.irradiance * max(-dot(n, key.direction), 0.0) + rim.irradiance * max(-dot(n, rim.direction), 0.0)));

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
