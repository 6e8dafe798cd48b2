// What hands leave of the key light: a map of their heights toward it, drawn each frame, and a search that makes the
// shadow sharp where they touch and wide where they stand off (Fernando 2005).
#include "passes/pixel_noise.glsl"

const float light_slope = 0.17; // half the key's size over its distance
const float widest = 0.012;     // metres: no penumbra is wider
#ifdef SCATTERED
const int search_taps = 12;
const int filter_taps = 20;
#else
const int search_taps = 6;
const int filter_taps = 9;
#endif

// Places of a spiral that fills a disc evenly (Vogel 1979).
vec2 disc(int k, int count, float turn) {
    float angle = float(k) * 2.39996323 + turn;
    return sqrt((float(k) + 0.5) / float(count)) * vec2(cos(angle), sin(angle));
}

float hands_open(vec3 p, vec3 n) {
    if (frame.shadow_span <= 0.0) return 1.0;
    vec4 q = vec4(p + n * 0.0012, 1.0);
    vec3 at = vec3(dot(frame.shadow[0], q), dot(frame.shadow[1], q), dot(frame.shadow[2], q));
    if (any(lessThan(at.xy, vec2(0.0))) || any(greaterThan(at.xy, vec2(1.0)))) return 1.0;
    float turn = 6.2831853 * pixel_noise(gl_FragCoord.xy);
    float metre = length(frame.shadow[0].xyz); // as a share of the map
    float height = max(at.z + 0.0015 / frame.shadow_span, 1e-5); // 0 on the map is nothing, and shades nothing
    float sum = 0.0;
    float found = 0.0;
    for (int k = 0; k < search_taps; ++k) {
        float over = textureLod(hands_shadow, at.xy + disc(k, search_taps, turn) * (widest * metre), 0.0).r;
        if (over > height) {
            sum += over;
            found += 1.0;
        }
    }
    if (found <= 0.0) return 1.0;
    float stands_off = (sum / found - at.z) * frame.shadow_span;
    float reach = clamp(stands_off * light_slope, 0.0008, widest);
    float shut = 0.0;
    for (int k = 0; k < filter_taps; ++k) {
        shut += step(height, textureLod(hands_shadow, at.xy + disc(k, filter_taps, turn) * (reach * metre), 0.0).r);
    }
    return 1.0 - shut / float(filter_taps);
}
