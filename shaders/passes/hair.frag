#version 460
#extension GL_GOOGLE_include_directive : require
#include "passes/stage.glsl"
#include "passes/put.glsl"
#include "passes/peel.glsl"
layout(location = 0) centroid in vec3 position;
layout(location = 1) centroid in vec3 normal;
layout(location = 2) centroid in vec3 uv; // x: 0 cropped, 1 gathered in a bun
layout(location = 3) centroid in vec4 light;
layout(location = 4) centroid in vec4 tone;
layout(location = 5) centroid in vec3 sky;

// Kajiya and Kay (1989): two lobes about the strand, shifted to root and tip.
float strand(vec3 tangent, vec3 n, vec3 h, float shift, float exponent) {
    float th = dot(normalize(tangent + n * shift), h);
    return pow(max(1.0 - th * th, 0.0), 0.5 * exponent);
}

vec3 strand_light(vec3 tangent, vec3 n, vec3 v, Beam beam, float open, float bun, vec3 tint) {
    vec3 h = normalize(v + beam.direction);
    float lit = clamp(dot(n, beam.direction) * 1.5 + 0.25, 0.0, 1.0) * open;
    // The first lobe is the light's own colour, the second has been inside the hair and has taken its colour.
    return beam.irradiance * (pi * mix(0.14, 0.20, bun) * lit) *
           (0.085 * strand(tangent, n, h, 0.10, 90.0) + tint * (1.1 * strand(tangent, n, h, -0.14, 22.0)));
}

void main() {
    vec3 v = normalize(frame.eye - position);
    vec3 n = normalize(normal);
    vec3 from_crown = position - vec3(0.0, 0.17, -0.215);
    vec3 combed = from_crown - n * dot(from_crown, n) + vec3(0.0, 0.0, 1e-4);
    // Cropped hair runs from the crown to the nape, a bun gathers from all sides.
    vec3 tangent = normalize(mix(vec3(0.25 * from_crown.x, -0.2, 1.0) - n * n.z, combed, uv.x));
    vec3 side = cross(tangent, n);
    float across = dot(position, side);
    float along = dot(position, tangent);
    float strands = texture(grain, mix(vec2(across * 40.0, along * 26.0), vec2(across * 60.0, along * 5.0), uv.x)).z;
    float clumps = texture(grain, mix(vec2(across * 12.0, along * 9.0), vec2(across * 14.0, along * 2.0), uv.x)).z;
    tangent = normalize(tangent + side * ((clumps - 0.5) * 0.5));
    n = normalize(n + side * ((strands - 0.5) * 0.9 + (clumps - 0.5) * 0.7));
    Beam key = key_beam(position);
    Beam rim = rim_beam(position);
    vec3 albedo = tone.rgb * tone.rgb * (0.35 + 1.3 * strands * (0.5 + clumps));
    vec3 diffuse = key.irradiance * (max(dot(n, key.direction) * 0.8 + 0.2, 0.0) * light.g) +
                   rim.irradiance * (max(dot(n, rim.direction), 0.0) * light.b) + sky * light.r;
    vec3 tint = tone.rgb * tone.rgb + 0.012;
    // Strands shade each other: the shine breaks up along them.
    vec3 shine = (0.25 + 1.5 * strands * strands * (0.4 + clumps)) * (strand_light(tangent, n, v, key, light.g, uv.x, tint) + strand_light(tangent, n, v, rim, light.b, uv.x, tint));
    // Hair thins out toward its line instead of ending at an edge.
    float cover = smoothstep(0.02, 0.30, light.a + (strands - 0.5) * 0.28);
    cover *= 1.0 - 0.94 * clamp(peel_at(position) - 3.0, 0.0, 1.0); // over bone a breath of it is left
    put_soft(albedo, diffuse, shine, cover);
}
