// How the body goes along with its joints: joint_geometry.cpp in the sim has the law, joint_field.cpp what stays.

// Which share of each motion a place takes.
struct Carried {
    float blade; // glide and wing of its side's shoulder blade
    float arm;   // the glide alone, which an arm hangs on
    float spine; // bends of neck and lower back
};

float bend_share(SpineBend bend, float z) { return clamp((bend.base.z - z) / (bend.base.z - bend.end.z), 0.0, 1.0); }

// Beside the neck the shoulders stay; the head goes whole.
float goes_with_neck(vec3 rest, float share) {
    return 1.0 - smoothstep(mix(0.07, 0.13, share), mix(0.13, 0.19, share), abs(rest.x - frame.neck.base.x));
}

// An arm goes whole, and so does the shoulder; the flank beside it stays.
float arm_share(vec3 rest) {
    vec3 p = vec3(abs(rest.x), rest.yz);
    vec3 upper = frame.right_arm[1] - frame.right_arm[0];
    vec3 lower = frame.right_arm[2] - frame.right_arm[1];
    float along = clamp(dot(p - frame.right_arm[0], upper) / dot(upper, upper), 0.0, 1.0);
    float past_elbow = clamp(dot(p - frame.right_arm[1], lower) / dot(lower, lower), 0.0, 1.9); // the hand with it
    float away = min(length(p - frame.right_arm[0] - along * upper), length(p - frame.right_arm[1] - past_elbow * lower));
    float below = smoothstep(0.1, 0.5, along); // the armpit
    return 1.0 - smoothstep(mix(0.058, 0.050, below), mix(0.110, 0.064, below), away);
}

// Rotations less the identity: toward the client's right, and from x to y.
vec3 turn_to_right(vec3 v, float angle) {
    float less = cos(angle) - 1.0;
    float s = sin(angle);
    return vec3(less * v.x - s * v.z, 0.0, s * v.x + less * v.z);
}

vec3 turn_up(vec3 v, float angle) {
    float less = cos(angle) - 1.0;
    float s = sin(angle);
    return vec3(less * v.x - s * v.y, s * v.x + less * v.y, 0.0);
}

int side_of(vec3 rest) { return rest.x < 0.0 ? 1 : 0; }

float wing_of(vec3 rest) { return rest.x < 0.0 ? frame.girdles[1].wing_rad : -frame.girdles[0].wing_rad; }

// By how much a place at rest has gone: nothing while the joints rest, to the last bit.
vec3 carried_shift(vec3 rest, Carried by) {
    vec3 moved = max(by.blade, by.arm) * frame.girdles[side_of(rest)].glide;
    if (frame.neck.rad != 0.0) {
        float share = bend_share(frame.neck, rest.z);
        vec3 pivot = mix(frame.neck.base, frame.neck.end, 0.5 * share);
        moved += by.spine * goes_with_neck(rest, share) * turn_to_right(rest - pivot, share * frame.neck.rad);
    }
    if (frame.lumbar.rad != 0.0) { // what is caudal goes to the right by the turn the other way
        float share = bend_share(frame.lumbar, rest.z);
        vec3 pivot = mix(frame.lumbar.base, frame.lumbar.end, 0.5 * share);
        moved += by.spine * turn_to_right(rest - pivot, -share * frame.lumbar.rad);
    }
    float wing = wing_of(rest);
    if (wing != 0.0) moved += by.blade * turn_up(rest - frame.girdles[side_of(rest)].acromion, wing);
    return moved;
}

// By how much a normal there has turned.
vec3 carried_turn(vec3 rest, vec3 normal, Carried by) {
    vec3 turned = vec3(0.0);
    if (frame.neck.rad != 0.0) {
        float share = bend_share(frame.neck, rest.z);
        turned += turn_to_right(normal, by.spine * goes_with_neck(rest, share) * share * frame.neck.rad);
    }
    if (frame.lumbar.rad != 0.0) turned += turn_to_right(normal, -by.spine * bend_share(frame.lumbar, rest.z) * frame.lumbar.rad);
    float wing = wing_of(rest);
    if (wing != 0.0) turned += turn_up(normal, by.blade * wing);
    return turned;
}

// Of flesh that no map of the skin carries.
Carried flesh_carried(vec3 rest) {
    float arm = frame.girdles[side_of(rest)].glide == vec3(0.0) && frame.lumbar.rad == 0.0 ? 0.0 : arm_share(rest);
    return Carried(0.0, arm, 1.0 - arm);
}
