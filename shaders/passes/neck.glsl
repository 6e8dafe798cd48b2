// How head and neck go along with a bend of the neck: joint_geometry.cpp in the sim has the law, joint_field.cpp the
// shoulders that stay.

float neck_share(vec3 rest) {
    return clamp((frame.neck_base.z - rest.z) / (frame.neck_base.z - frame.neck_end.z), 0.0, 1.0);
}

// Beside the neck the shoulders stay; the head goes whole.
float goes_along(vec3 rest, float share) {
    return 1.0 - smoothstep(mix(0.07, 0.13, share), mix(0.13, 0.19, share), abs(rest.x - frame.neck_base.x));
}

// Rotation by the share of the bend, less the identity: nothing at rest, to the last bit.
vec3 turn_from_rest(vec3 v, float angle) {
    float less = cos(angle) - 1.0;
    float s = sin(angle);
    return vec3(less * v.x - s * v.z, 0.0, s * v.x + less * v.z);
}

// By how much a place at rest has gone.
vec3 neck_shift(vec3 rest) {
    if (frame.neck_rad == 0.0) return vec3(0.0);
    float share = neck_share(rest);
    vec3 pivot = mix(frame.neck_base, frame.neck_end, 0.5 * share);
    return goes_along(rest, share) * turn_from_rest(rest - pivot, share * frame.neck_rad);
}

// By how much a normal there has turned.
vec3 neck_turn(vec3 rest, vec3 normal) {
    if (frame.neck_rad == 0.0) return vec3(0.0);
    float share = neck_share(rest);
    return turn_from_rest(normal, goes_along(rest, share) * share * frame.neck_rad);
}
