#include "sim/anatomy/body.hpp"
#include "sim/anatomy/bones.hpp"
#include "sim/anatomy/skin_cast.hpp"
#include "sim/anatomy/surface_mesh.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <set>
#include <string>

using namespace tactus;
using anatomy::Body;
using anatomy::BodyParameters;

TEST_CASE("the skeleton is named once each, spine first, both sides alike") {
    const Body body{BodyParameters{}};
    const anatomy::Bones bones = make_bones(body);
    CHECK(bones.bones.size() == 22 + 1 + 24 + 2 + 2 + 2 + 2 + 2);
    CHECK(bones.boxes.size() == bones.bones.size());
    std::set<std::string> names;
    for (const anatomy::Bone& bone : bones.bones) {
        names.insert(bone.name);
        CHECK(bone.capsules.size() == bone.capsule_blends_m.size());
    }
    CHECK(names.size() == bones.bones.size());
    CHECK(bone_named(bones, "C7") < bone_named(bones, "T12"));
    CHECK(bone_named(bones, "rib 7 right") > bone_named(bones, "L5"));
    CHECK(bone_named(bones, "tail") == -1);
}

TEST_CASE("bones lie inside the body of thin and heavy clients") {
    for (const float bmi : {18.8F, 25.0F, 34.0F}) {
        const Body body{BodyParameters{.bmi = bmi}};
        for (const anatomy::Bone& bone : make_bones(body).bones) {
            CAPTURE(bone.name);
            for (const anatomy::BoneCapsule& c : bone.capsules) {
                CHECK(body.skin_distance(c.a) < -0.002F);
                CHECK(body.skin_distance(c.b) < -0.002F);
            }
        }
    }
}

TEST_CASE("a shoulder blade has the landmarks of the facts") {
    const Body body{BodyParameters{}};
    const anatomy::Bones bones = make_bones(body);
    const anatomy::Bone& blade = bones.bones[static_cast<std::size_t>(bone_named(bones, "scapula right"))];
    // Depth at which a probe from the skin meets the bone, or a large one.
    const auto depth = [&](float u, float v) {
        const Vec3 skin = skin_at(body, u, v);
        for (float d = 0; d < 0.045F; d += 0.0005F) {
            if (distance_to_bone(blade, skin - Vec3(0, d, 0)) < 0) {
                return d;
            }
        }
        return 1.0F;
    };
    CHECK(depth(0.34F, 0.10F) < 0.03F);                // superior angle
    CHECK(depth(0.42F, 0.435F) < 0.03F);               // inferior angle
    CHECK(depth(0.50F, 0.25F) < 0.03F);                // blade
    CHECK(depth(0.98F, 0.15F) < 0.02F);                // acromion
    CHECK(depth(0.75F, 0.122F) < depth(0.55F, 0.25F)); // the crest stands over the blade
    CHECK(depth(0.28F, 0.25F) == 1.0F);                // medial of the border
    CHECK(depth(0.70F, 0.36F) == 1.0F);                // below the lateral border
}

TEST_CASE("the ribs of a bent spine start at its vertebrae") {
    const Body body{BodyParameters{.bmi = 20, .scoliosis_deg = 25}};
    const anatomy::Bones bones = make_bones(body);
    const anatomy::BoneCapsule& right =
        bones.bones[static_cast<std::size_t>(bone_named(bones, "rib 8 right"))].capsules.front();
    const anatomy::BoneCapsule& left =
        bones.bones[static_cast<std::size_t>(bone_named(bones, "rib 8 left"))].capsules.front();
    CHECK(0.5F * (right.a.x + left.a.x) == doctest::Approx(body.spine_x(0.41F)).epsilon(0.05));
}

TEST_CASE("the nearest bone of the whole skeleton is the nearest of them one by one") {
    const Body body{BodyParameters{}};
    const anatomy::Bones bones = make_bones(body);
    for (int i = 0; i < 200; ++i) {
        const Vec3 p(-0.2F + 0.4F * static_cast<float>(i % 17) / 17, 0.22F * static_cast<float>(i % 11) / 11,
                     -0.1F + 0.7F * static_cast<float>(i % 13) / 13);
        float least = 1.0F;
        for (const anatomy::Bone& bone : bones.bones) {
            least = std::fmin(least, distance_to_bone(bone, p));
        }
        CHECK(bone_distance(bones, p).distance_m == doctest::Approx(least).epsilon(1e-4));
    }
    CHECK(bone_distance(bones, {0, 0.9F, 0}, 0.05F).bone == -1);
}

TEST_CASE("the mesh of a sphere is closed, outward and as large as the sphere") {
    const float radius = 0.05F;
    const anatomy::SurfaceMesh mesh = anatomy::polygonise([&](Vec3 p) { return glm::length(p) - radius; },
                                                          Vec3(-0.08F), Vec3(0.08F), 0.005F);
    double volume = 0;
    for (std::size_t i = 0; i < mesh.triangles.size(); i += 3) {
        const Vec3 a = mesh.positions[mesh.triangles[i]];
        const Vec3 b = mesh.positions[mesh.triangles[i + 1]];
        const Vec3 c = mesh.positions[mesh.triangles[i + 2]];
        volume += static_cast<double>(glm::dot(a, glm::cross(b, c))) / 6;
    }
    CHECK(volume == doctest::Approx(4.0 / 3 * 3.14159265 * std::pow(radius, 3)).epsilon(0.02));
    for (std::size_t i = 0; i < mesh.positions.size(); ++i) {
        CHECK(glm::length(mesh.positions[i]) == doctest::Approx(radius).epsilon(0.002));
        CHECK(glm::dot(mesh.normals[i], mesh.positions[i]) > 0.99F * radius);
    }
    // Euler: a closed surface of genus 0 has two vertices more than half its triangles.
    CHECK(mesh.positions.size() == mesh.triangles.size() / 6 + 2);
}

TEST_CASE("the bones that no hand reaches close the cage and stay inside the body") {
    for (const anatomy::Sex sex : {anatomy::Sex::male, anatomy::Sex::female}) {
        BodyParameters parameters;
        parameters.sex = sex;
        const Body body(parameters);
        const anatomy::Bones near = make_bones(body);
        const anatomy::Bones far = make_far_bones(body, near);
        REQUIRE(bone_named(far, "skull") >= 0);
        REQUIRE(bone_named(far, "hand left") >= 0);
        const anatomy::Bone& sternum = far.bones[static_cast<std::size_t>(bone_named(far, "breastbone"))];
        for (int number = 1; number <= 7; ++number) {
            const std::string name = "rib " + std::to_string(number);
            const anatomy::Bone& back =
                near.bones[static_cast<std::size_t>(bone_named(near, name + " right"))];
            const anatomy::Bone& front =
                far.bones[static_cast<std::size_t>(bone_named(far, name + " front right"))];
            CHECK(distance_to_bone(back, front.capsules.front().a) < 0);
            CHECK(distance_to_bone(sternum, front.capsules.back().b) < .004F);
        }
        for (const anatomy::Bone& bone : far.bones) {
            for (const anatomy::BoneCapsule& capsule : bone.capsules) {
                CHECK_MESSAGE(body.skin_distance(.5F * (capsule.a + capsule.b)) < .002F, bone.name);
            }
        }
    }
}
