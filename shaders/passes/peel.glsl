// How far the body is peeled at a place, and what is left of a layer there.

float peel_at(vec3 p) {
    float side = p.x < frame.split ? frame.peel_left : frame.peel;
    // The head keeps its skin: at the nape the layers come back one by one. Only bone lies bare as a whole.
    return side * max(smoothstep(-0.110, -0.055, p.z), smoothstep(3.3, 4.0, side));
}

// 1 where a layer is whole .. 0 where it has gone; discards what has gone, in flakes.
void keep_layer(vec3 p, float layer) {
    float gone = clamp(peel_at(p) - layer, 0.0, 1.0);
    if (gone <= 0.0) return;
    float flake = 0.62 * texture(grain, p.xz * 2.3 + p.y).z + 0.38 * texture(grain, p.xz * 7.7).z;
    if (flake < 0.18 + 0.68 * gone) discard;
}
