// From linear light to the screen. `at` is the place in the picture, 0..1.
#include "passes/pixel_noise.glsl"

// Filmic curve, mostly per channel and partly on luminance, so that skin keeps its hue; then sRGB by roots.
vec3 film(vec3 x) { return x * (2.43 * x + 0.035) / (x * (2.35 * x + 0.63) + 0.135); }

vec3 encoded(vec3 linear) {
    vec3 c = clamp(linear, 0.0, 1.0);
    vec3 s1 = sqrt(c);
    vec3 s2 = sqrt(s1);
    vec3 s3 = sqrt(s2);
    return 0.662002687 * s1 + 0.684122060 * s2 - 0.323583601 * s3 - 0.0225411470 * c;
}

vec3 graded(vec3 radiance, vec2 at) {
    vec2 off = at - 0.5;
    vec3 c = max(radiance, vec3(0.0)) * (1.02 * (1.0 - 0.55 * dot(off, off)));
    float luminance = max(dot(c, vec3(0.2126, 0.7152, 0.0722)), 1e-4);
    return encoded(mix(c * (film(vec3(luminance)).x / luminance), film(c), 0.62));
}

// Half a level of triangular noise, so that dark gradients do not band.
vec3 dithered(vec3 c, vec2 pixel) {
    float noise = pixel_noise(pixel);
    return c + (noise - 0.5) * (0.8 / 255.0);
}
