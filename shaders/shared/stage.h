#ifndef TACTUS_SHARED_STAGE_H
#define TACTUS_SHARED_STAGE_H
#include "types.h"
SHARED_BEGIN

/* A vertex of everything on the stage. Bytes are read as 0..1. */
struct StageVertex {
    vec3 position;      /* metres, body frame */
    vec3 normal;        /* unit, at rest */
    vec2 uv;            /* skin: on the skin grid, 0..1; sheet and table: on their own maps; hand: opacity (over 1: how
                           much the skin is folded), grain */
    float weight;       /* skin: 1 = follows the skin field .. 0 = head, arms, legs; sheet, table: has a map; hand: grain */
    uint light;         /* bytes: open sky, key light, rim light; hair: depth under its surface / 10 mm; hand: nail;
                           skin: share of the light behind it that comes through */
    uint tone;          /* bytes: square roots of the linear albedo, and roughness */
};
SHARED_SIZE(StageVertex, 44)

/* A part of the spine that bends evenly toward the client's right. */
struct SpineBend {
    vec3 base;          /* where it begins, at rest */
    float rad;          /* of all of it; 0 = at rest */
    vec3 end;           /* from here on all goes whole */
};
SHARED_SIZE(SpineBend, 28)

/* A shoulder girdle: the arm goes with the glide, the blade turns besides about its acromion. */
struct ShoulderGirdle {
    vec3 acromion;      /* at rest */
    float wing_rad;     /* medial border off the ribs */
    vec3 glide;
};
SHARED_SIZE(ShoulderGirdle, 28)

/* What holds for a whole frame. Colours are linear; metres, body frame. */
struct StageFrame {
    mat4 clip_from_world;
    vec3 eye;
    float blood;        /* strength of haemoglobin colour in this skin */
    vec4 sky[9];        /* irradiance of the room: spherical harmonics, premultiplied by the cosine lobe */
    vec3 skin;          /* mean albedo: colour of light bounced off the skin */
    float age;          /* 0 young .. 1 old */
    vec2 picture;       /* size in pixels */
    vec2 backdrop;      /* the same of the room behind, in a corner of its image */
    float pressure_map; /* 1 = shown */
    float coverage;     /* 1 = untouched skin is dimmed */
    float hand_opacity;
    vec2 grid_span;     /* metres across and along the skin grid */
    float peel;         /* anatomy: 0 skin, 1 fat, 2 superficial muscle, 3 deep muscle, 4 bone */
    float peel_left;    /* the same, left of the plane x = split */
    float split;        /* metres */
    vec4 shadow[3];     /* rows: place on the map of the hands' shadow, 0..1, and height toward the key, 0..1 */
    float shadow_span;  /* metres of that height; 0 = no hands */
    float named_muscle; /* number of the muscle that the pointer names; 0 = none */
    float named_side;   /* 1 right, -1 left */
    SpineBend neck;
    SpineBend lumbar;
    ShoulderGirdle girdles[2]; /* right, left */
    vec3 right_arm[3];  /* shoulder, elbow, wrist at rest; the left's mirrored */
    vec3 key_centre;    /* the two lights as the body sees them, however it lies in the room */
    vec3 key_facing;    /* the way the light shines, as long as its area */
    vec3 rim_centre;
    vec3 rim_facing;
    vec3 room_up;       /* ways of the room: to its ceiling, its window, its lamp */
    vec3 window_way;
    vec3 lamp_way;
};
SHARED_SIZE(StageFrame, 580)

SHARED_END
#endif
