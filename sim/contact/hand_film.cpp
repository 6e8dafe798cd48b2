#include "sim/contact/hand_film.hpp"

#include "sim/math/transcendental.hpp"

#include <algorithm>

namespace tactus::contact {

float HandFilm::step(const OilStroke& stroke) {
    const float taken = stroke.product == Product::dry ? 0.0F : std::clamp(stroke.oil_taken, 0.0F, 1.0F);
    if (taken != taken_) {
        film_ = taken;
        taken_ = taken;
    }
    if (stroke.slip_m > 0) {
        const float kept = math::exp(-stroke.slip_m / lubricant(stroke.product).spread_length_m);
        film_ = stroke.skin_film + (film_ - stroke.skin_film) * kept;
        film_ = std::clamp(film_, 0.0F, 1.0F);
    }
    return film_;
}

} // namespace tactus::contact
