#pragma once
/// The deformable back: skin, fat and muscle between the hand and the bone, solved once a step (design:
/// solver.md). All state is here; `step` is a pure function of it and of the arguments, with the same bits at
/// any thread count.

#include "sim/anatomy/anatomy.hpp"
#include "sim/contact/contact_report.hpp"
#include "sim/contact/tool.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

namespace tactus::parallel {
class ThreadPool;
}

namespace tactus::tissue {

/// How well the tissue is solved. Chosen before a run, carried by the recording (architecture.md, Time).
enum class Setting : std::uint8_t { fine, standard, half };

std::string_view setting_name(Setting setting);
std::optional<Setting> setting_named(std::string_view name);

/// What physiology tells the tissue, one step late.
struct Condition {
    std::span<const float> muscle_tone; ///< per anatomy::Muscle index, 0..1; empty = resting tone 0.10
    std::span<const float>
        nodule_stiffness;            ///< per trigger point, factor on muscle stiffness; empty = as in anatomy
    float softening = 0;             ///< share by which muscle has eased, 0..0.06 (facts 6.2, 8)
    std::span<const float> oil_film; ///< on the skin field (97 x 129), 0 dry .. 1 freshly oiled; empty = the
                                     ///< film of the tool everywhere
};

/// Layers without fibres, sheets, tension and stiffening, by their shear moduli: what solvers are compared on.
struct IsotropicLayers {
    double skin_pa;
    double fat_pa;
    double muscle_pa;
    double poisson;
};

/// For experiments and tests: factors on what the client's anatomy says, or other layers in its place.
struct MaterialScale {
    double skin = 1;
    double fat = 1;
    double muscle = 1;
    std::optional<IsotropicLayers> isotropic;
};

class Tissue {
public:
    Tissue(const anatomy::Anatomy& anatomy, Setting setting, parallel::ThreadPool& pool,
           const MaterialScale& scale = {});
    ~Tissue();
    Tissue(Tissue&&) noexcept;
    Tissue& operator=(Tissue&&) noexcept;
    Tissue(const Tissue&) = delete;
    Tissue& operator=(const Tissue&) = delete;

    /// Advances by 1/240 s. tools[0] is the left hand, tools[1] the right; nullopt = lifted.
    /// base_displacement_m: motion of bone under each column of the skin field (97 x 129) as presses have it,
    /// or empty for none. joint_displacement_m: likewise of the joints that hands move, in which neighbouring
    /// columns go evenly along; the base adds both, the first no farther along a scapula than
    /// base_slip_limit_m.
    void step(std::span<const std::optional<contact::PosedTool>, contact::side_count> tools,
              const Condition& condition, std::span<const Vec3> base_displacement_m,
              std::span<const Vec3> joint_displacement_m = {});

    /// Reports of the last step; index = side. `touching` is false for a lifted hand. Valid until the next
    /// step.
    [[nodiscard]] const std::array<contact::ContactReport, contact::side_count>& reports() const;

    /// Skin displacement from rest (m) and normal pressure (Pa) on the skin field of 97 x 129 points, row by
    /// row. sum over points of pressure * point area = sum of the contact forces (a test holds this).
    void write_skin(std::span<Vec3> displacement_m, std::span<float> pressure_pa) const;

    /// True while the fine window under a tool is in use; without it a thumb's figures are too coarse to
    /// grade.
    [[nodiscard]] bool resolves_thumb() const;

    /// A digest of every number that the next step depends on (displacements, history, windows).
    [[nodiscard]] std::uint64_t state_digest() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace tactus::tissue
