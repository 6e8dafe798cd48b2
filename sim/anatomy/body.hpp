#pragma once
/// The client's body as an implicit surface: a lofted trunk, smooth-union limbs and head, and a relief map in
/// spine coordinates (recipe: design look.md 1). Metres; the frame of sim/contact/tool.hpp.

#include "sim/math/vec.hpp"

#include <cstdint>
#include <memory>

namespace tactus::anatomy {

/// The two reference bodies of the survey.
enum class Sex : std::uint8_t { male, female };

/// The few numbers that a body is made from.
struct BodyParameters {
    Sex sex = Sex::male;
    float stature_m = 1.76F;
    float bmi = 23.0F;
    float age_years = 35.0F;
    float muscle = 0.5F; ///< 0 slight .. 1 athletic
    /// Curves of the spine upright, degrees (facts 4.4); the defaults are the mean and leave the body as it
    /// is. Old age bends the upper back further by itself.
    float kyphosis_deg = 42.0F;
    float lordosis_deg = 35.0F;
    float scoliosis_deg =
        0.0F; ///< Cobb angle of a thoracic curve, positive when convex to the client's right

    friend bool operator==(const BodyParameters&, const BodyParameters&) = default;
};

/// Where both arms are: beside the trunk, as the simulation has them, or before the chest with the forearms
/// toward the face, as of someone who lies on the side. Pictures alone ask for the second.
enum class ArmPose : std::uint8_t { beside, forward };

/// Scalp hair; not part of the skin field.
enum class HairStyle : std::uint8_t { none, cropped, bun, bob };

/// Immutable once made; every query is pure and may be called from any thread.
class Body {
public:
    /// Bakes the tables: about 50 ms.
    explicit Body(const BodyParameters& parameters, ArmPose arms = ArmPose::beside);
    ~Body();
    Body(Body&&) noexcept;
    Body& operator=(Body&&) noexcept;
    Body(const Body&) = delete;
    Body& operator=(const Body&) = delete;

    /// What the body was made from.
    [[nodiscard]] const BodyParameters& parameters() const;

    /// Signed distance to the skin, negative inside; exact to a few per cent near the surface.
    [[nodiscard]] float skin_distance(Vec3 point) const;

    /// The trunk alone, without relief, limbs or head.
    [[nodiscard]] float trunk_distance(Vec3 point) const;

    /// Scalp hair as a volume.
    [[nodiscard]] float hair_distance(Vec3 point, HairStyle style) const;

    /// Height of the relief (m, + dorsal) and thickness of subcutaneous fat (m) at spine coordinates.
    [[nodiscard]] float relief(float u, float v) const;
    [[nodiscard]] float fat(float u, float v) const;

    /// Metres per unit of u and of v.
    [[nodiscard]] float half_biacromial_m() const;
    [[nodiscard]] float spine_length_m() const;

    /// x of the spine at v, metres: 0 but for scoliosis. u is counted from it.
    [[nodiscard]] float spine_x(float v) const;
    [[nodiscard]] float half_width(float v) const;  ///< of the trunk, metres
    [[nodiscard]] float back_height(float v) const; ///< of the trunk's dorsal line above the table, metres
    /// Joints of the right arm, in its pose.
    [[nodiscard]] Vec3 shoulder() const;
    [[nodiscard]] Vec3 elbow() const;
    [[nodiscard]] Vec3 wrist() const;
    /// A place of the right hand, told from the wrist as of an arm beside the trunk. Metres.
    [[nodiscard]] Vec3 hand_place(Vec3 from_wrist) const;

private:
    struct Tables;
    std::unique_ptr<const Tables> tables_;
};

} // namespace tactus::anatomy
