#include "sim/anatomy/muscles.hpp"

#include "sim/anatomy/implicit_shapes.hpp"
#include "sim/math/transcendental.hpp"

#include <array>
#include <span>

namespace tactus::anatomy {
namespace {

/// Metres of spine per metre of half biacromial breadth: makes v comparable with u.
constexpr float aspect = 2.19F;

/// A superficial muscle of the right side, corners in (u, v). Fibres converge on `towards`, the insertion;
/// that one rule draws the fans of trapezius, latissimus and infraspinatus.
struct Patch {
    std::span<const Vec2> outline;
    Vec2 towards;
    float tendon;
};

const std::array<Vec2, 6> gluteus_maximus{Vec2(.02F, 1.30F), Vec2(.20F, 1.20F), Vec2(.45F, 1.16F),
                                          Vec2(.95F, 1.40F), Vec2(.95F, 1.75F), Vec2(.02F, 1.75F)};
const std::array<Vec2, 6> gluteus_medius{Vec2(.20F, 1.20F), Vec2(.36F, 1.04F), Vec2(.66F, 0.99F),
                                         Vec2(.90F, 1.10F), Vec2(.95F, 1.40F), Vec2(.45F, 1.17F)};
const std::array<Vec2, 5> external_oblique{Vec2(.58F, .62F), Vec2(.95F, .62F), Vec2(1.0F, 1.10F),
                                           Vec2(.66F, 1.0F), Vec2(.56F, .88F)};
const std::array<Vec2, 7> infraspinatus{Vec2(.37F, .165F), Vec2(.60F, .165F), Vec2(.88F, .185F),
                                        Vec2(.84F, .235F), Vec2(.62F, .33F),  Vec2(.44F, .42F),
                                        Vec2(.38F, .28F)};
const std::array<Vec2, 5> teres_minor{Vec2(.62F, .335F), Vec2(.84F, .235F), Vec2(.88F, .25F),
                                      Vec2(.86F, .285F), Vec2(.66F, .355F)};
const std::array<Vec2, 6> teres_major{Vec2(.43F, .425F), Vec2(.62F, .335F), Vec2(.86F, .285F),
                                      Vec2(.90F, .33F),  Vec2(.66F, .43F),  Vec2(.48F, .475F)};
const std::array<Vec2, 4> rhomboid_major{Vec2(.0F, .08F), Vec2(.36F, .16F), Vec2(.42F, .42F),
                                         Vec2(.0F, .26F)};
const std::array<Vec2, 5> erector_spinae{Vec2(.03F, .70F), Vec2(.36F, .70F), Vec2(.37F, .95F),
                                         Vec2(.22F, 1.20F), Vec2(.03F, 1.24F)};
const std::array<Vec2, 11> latissimus_dorsi{Vec2(.0F, .36F),  Vec2(.26F, .40F), Vec2(.44F, .435F),
                                            Vec2(.62F, .43F), Vec2(.86F, .33F), Vec2(.93F, .37F),
                                            Vec2(.88F, .52F), Vec2(.70F, .80F), Vec2(.58F, .97F),
                                            Vec2(.40F, .99F), Vec2(.0F, .60F)};
const std::array<Vec2, 6> thoracolumbar_fascia{Vec2(.0F, .58F),   Vec2(.12F, .70F),  Vec2(.40F, .985F),
                                               Vec2(.36F, 1.04F), Vec2(.20F, 1.20F), Vec2(.0F, 1.30F)};
const std::array<Vec2, 8> deltoid{Vec2(.42F, .150F), Vec2(.70F, .125F), Vec2(1.0F, .13F), Vec2(1.25F, .20F),
                                  Vec2(1.30F, .55F), Vec2(1.12F, .60F), Vec2(.95F, .34F), Vec2(.80F, .21F)};
const std::array<Vec2, 8> trapezius_upper{Vec2(.0F, -.30F),  Vec2(.15F, -.26F), Vec2(.24F, -.10F),
                                          Vec2(.50F, -.02F), Vec2(1.02F, .10F), Vec2(1.0F, .15F),
                                          Vec2(.50F, .13F),  Vec2(.0F, .0F)};
const std::array<Vec2, 7> trapezius_middle{Vec2(.0F, .0F),    Vec2(.50F, .12F),  Vec2(.98F, .13F),
                                           Vec2(.98F, .155F), Vec2(.60F, .165F), Vec2(.42F, .175F),
                                           Vec2(.0F, .20F)};
const std::array<Vec2, 5> trapezius_lower{Vec2(.0F, .20F), Vec2(.40F, .165F), Vec2(.43F, .185F),
                                          Vec2(.30F, .36F), Vec2(.0F, .66F)};

/// In the order of Muscle; levator scapulae is deep and has no patch.
const std::array<Patch, muscle_count - 1> patches{{
    {gluteus_maximus, {1.25F, 1.95F}, 0},
    {gluteus_medius, {.95F, 1.62F}, .15F},
    {external_oblique, {1.5F, 1.25F}, 0},
    {infraspinatus, {1.02F, .17F}, 0},
    {teres_minor, {1.02F, .19F}, 0},
    {teres_major, {1.02F, .27F}, 0},
    {rhomboid_major, {.62F, .50F}, 0},
    {erector_spinae, {.16F, -2.F}, .2F},
    {latissimus_dorsi, {1.02F, .26F}, 0},
    {thoracolumbar_fascia, {1.0F, .30F}, 1},
    {deltoid, {1.28F, .66F}, 0},
    {trapezius_upper, {1.05F, .115F}, 0},
    {trapezius_middle, {1.30F, .125F}, 0},
    {trapezius_lower, {.47F, .10F}, 0},
}};

/// Signed distance to an outline in units of u, negative inside.
float outline_distance(std::span<const Vec2> outline, Vec2 p) {
    float distance = 1e9F;
    bool inside = false;
    for (std::size_t i = 0, j = outline.size() - 1; i < outline.size(); j = i++) {
        const Vec2 a(outline[j].x, outline[j].y * aspect);
        const Vec2 b(outline[i].x, outline[i].y * aspect);
        distance = std::min(distance, segment_distance(p, a, b));
        if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x) {
            inside = !inside;
        }
    }
    return inside ? -distance : distance;
}

} // namespace

std::string_view muscle_name(Muscle muscle) {
    static constexpr std::array<std::string_view, muscle_count> names{
        "gluteus maximus", "gluteus medius",  "external oblique", "infraspinatus",    "teres minor",
        "teres major",     "rhomboid major",  "erector spinae",   "latissimus dorsi", "thoracolumbar fascia",
        "deltoid",         "upper trapezius", "middle trapezius", "lower trapezius",  "levator scapulae"};
    return names[static_cast<std::size_t>(muscle)];
}

MuscleSample muscle_at(float u, float v) {
    const Vec2 p(std::fabs(u), v * aspect);
    std::size_t found = patches.size();
    std::size_t nearest = 0;
    float edge = 1.0F;
    float nearest_distance = 1e9F;
    for (std::size_t i = patches.size(); i-- > 0 && found == patches.size();) {
        const float d = outline_distance(patches[i].outline, p);
        edge = std::min(edge, std::fabs(d)); // a seam shows on both sides of a border
        if (d <= 0) {
            found = i;
        } else if (d < nearest_distance) {
            nearest_distance = d;
            nearest = i;
        }
    }
    const std::size_t index = found < patches.size() ? found : nearest;
    const Patch& patch = patches[index];
    const Vec2 from_insertion = p - Vec2(patch.towards.x, patch.towards.y * aspect);
    const float along = glm::length(from_insertion);
    const float side = u < 0 ? -1.0F : 1.0F;
    const Vec2 fibre = along > 1e-6F ? -from_insertion / along : Vec2(1, 0);
    return {.muscle = static_cast<Muscle>(index),
            .edge = edge,
            .fibre_rad = math::atan2(from_insertion.y, from_insertion.x),
            .along = along,
            .tendon = patch.tendon,
            .fibre = {fibre.x * side, fibre.y}};
}

} // namespace tactus::anatomy
