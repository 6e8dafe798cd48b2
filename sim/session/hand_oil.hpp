#pragma once
/// The oil on both hands from step to step: what was taken thins on the skin it is stroked over.

#include "sim/anatomy/anatomy.hpp"
#include "sim/contact/contact_report.hpp"
#include "sim/contact/hand_film.hpp"
#include "sim/contact/tool.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <span>

namespace tactus::session {

/// Mean film under a contact, weighted by load, from a map on the skin field; 0 without contact. Pure.
float film_under(const anatomy::Anatomy& anatomy, const contact::ContactReport& report,
                 std::span<const float> film);

class HandOil {
public:
    explicit HandOil(const anatomy::Anatomy& anatomy) : anatomy_(&anatomy) {}

    /// From now on both hands work with this; oil at first.
    void take_product(contact::Product product) { product_ = product; }

    [[nodiscard]] contact::Product product() const { return product_; }

    /// Turns the oil taken, as the tools were posed, into the film that is left on each hand. reports,
    /// skin_film: of the step before.
    void step(std::array<std::optional<contact::PosedTool>, contact::side_count>& tools,
              const std::array<contact::ContactReport, contact::side_count>& reports,
              std::span<const float> skin_film);

    [[nodiscard]] std::uint64_t state_digest() const;

private:
    const anatomy::Anatomy* anatomy_;
    std::array<contact::HandFilm, contact::side_count> hands_;
    contact::Product product_ = contact::Product::oil;
};

} // namespace tactus::session
