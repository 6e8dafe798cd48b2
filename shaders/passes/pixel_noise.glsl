#ifndef PIXEL_NOISE
#define PIXEL_NOISE
// 0..1, spread evenly over the pixels around each one (interleaved gradient noise, Jimenez 2014).
float pixel_noise(vec2 pixel) { return fract(52.9829189 * fract(dot(pixel, vec2(0.06711056, 0.00583715)))); }
#endif
