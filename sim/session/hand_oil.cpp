#include "sim/session/hand_oil.hpp"

#include "sim/math/random.hpp"
#include "sim/session/session.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace tactus::session {
namespace {

/// So many points of a contact tell how oily the skin under it is.
constexpr std::size_t film_samples = 32;

} // namespace

float film_under(const anatomy::Anatomy& anatomy, const contact::ContactReport& report,
                 std::span<const float> film) {
    constexpr int columns = anatomy::SkinGrid::field_columns;
    constexpr int rows = anatomy::SkinGrid::field_rows;
    const std::size_t stride = report.points.size() / film_samples + 1;
    float sum = 0;
    float load = 0;
    for (std::size_t k = stride / 2; k < report.points.size(); k += stride) {
        const contact::LoadedPoint& point = report.points[k];
        const anatomy::GridPlace place = anatomy::locate(anatomy.skin, point.u, point.v);
        const int column =
            std::clamp(static_cast<int>(std::floor(place.column * 0.5F + 0.5F)), 0, columns - 1);
        const int row = std::clamp(static_cast<int>(std::floor(place.row * 0.5F + 0.5F)), 0, rows - 1);
        const float share = point.pressure_pa * point.area_m2;
        sum += share * film[static_cast<std::size_t>(row) * columns + static_cast<std::size_t>(column)];
        load += share;
    }
    return load > 0 ? sum / load : 0.0F;
}

void HandOil::step(std::array<std::optional<contact::PosedTool>, contact::side_count>& tools,
                   const std::array<contact::ContactReport, contact::side_count>& reports,
                   std::span<const float> skin_film) {
    for (std::size_t side = 0; side < tools.size(); ++side) {
        if (!tools[side]) {
            hands_[side].lift();
            continue;
        }
        tools[side]->product = product_;
        const contact::ContactReport& report = reports[side];
        const bool touching = report.touching;
        tools[side]->lubricant =
            hands_[side].step({.oil_taken = tools[side]->lubricant,
                               .product = product_,
                               .skin_film = touching ? film_under(*anatomy_, report, skin_film) : 0.0F,
                               .slip_m = touching ? report.slip_m_s * static_cast<float>(step_s) : 0.0F});
    }
}

std::uint64_t HandOil::state_digest() const {
    std::uint64_t digest = 0;
    std::uint64_t place = 0;
    for (const contact::HandFilm& hand : hands_) {
        for (const float number : {hand.film(), hand.taken()}) {
            digest = math::random_bits(digest, std::bit_cast<std::uint32_t>(number), place++);
        }
    }
    return math::random_bits(digest, static_cast<std::uint64_t>(product_), place);
}

} // namespace tactus::session
