#include "sim/tissue/tissue.hpp"

#include "sim/math/float_mode.hpp"
#include "sim/tissue/back_solver.hpp"

#include <array>

namespace tactus::tissue {

namespace {

constexpr std::array<std::string_view, 3> setting_names = {"fine", "standard", "half"};

} // namespace

std::string_view setting_name(Setting setting) { return setting_names[static_cast<std::size_t>(setting)]; }

std::optional<Setting> setting_named(std::string_view name) {
    for (std::size_t k = 0; k < setting_names.size(); ++k) {
        if (setting_names[k] == name) {
            return static_cast<Setting>(k);
        }
    }
    return std::nullopt;
}

struct Tissue::State {
    BackSolver solver;

    State(const anatomy::Anatomy& anatomy, Setting setting, parallel::ThreadPool& pool,
          const MaterialScale& scale)
        : solver(anatomy, setting, pool, scale, best_kernel_level()) {}
};

Tissue::Tissue(const anatomy::Anatomy& anatomy, Setting setting, parallel::ThreadPool& pool,
               const MaterialScale& scale)
    : state_(nullptr) {
    const math::FloatMode mode;
    state_ = std::make_unique<State>(anatomy, setting, pool, scale);
}

Tissue::~Tissue() = default;
Tissue::Tissue(Tissue&&) noexcept = default;
Tissue& Tissue::operator=(Tissue&&) noexcept = default;

void Tissue::step(std::span<const std::optional<contact::PosedTool>, contact::side_count> tools,
                  const Condition& condition, std::span<const Vec3> base_displacement_m,
                  std::span<const Vec3> joint_displacement_m) {
    state_->solver.step(tools, condition, base_displacement_m, joint_displacement_m);
}

const std::array<contact::ContactReport, contact::side_count>& Tissue::reports() const {
    return state_->solver.reports();
}

void Tissue::write_skin(std::span<Vec3> displacement_m, std::span<float> pressure_pa) const {
    state_->solver.write_skin(displacement_m, pressure_pa);
}

bool Tissue::resolves_thumb() const { return state_->solver.resolves_thumb(); }

std::uint64_t Tissue::state_digest() const { return state_->solver.state_digest(); }

} // namespace tactus::tissue
