#pragma once

/// The oil on one hand: taken when the hand is oiled, left on the skin it strokes.

#include "sim/contact/product.hpp"

namespace tactus::contact {

/// What a hand did in a step, as far as its oil goes.
struct OilStroke {
    float oil_taken = 0;            ///< film the therapist has put on the hand, 0 dry .. 1 freshly oiled
    Product product = Product::oil; ///< of which it is; dry hands take none
    float skin_film = 0;            ///< mean film under the hand
    float slip_m = 0;               ///< way of the hand over the skin in this step
};

/// Film on a hand. A hand that is put down, or oiled anew, has what was taken; then it thins toward the film
/// of the skin it slides over, by exp(-way / spread length): dry skin drinks it, skin that is oiled
/// already does not.
class HandFilm {
public:
    /// A hand in the air: it will be oiled before it comes back.
    void lift() { taken_ = -1; }

    /// One step of a hand on or over the body; returns the film, 0..1.
    float step(const OilStroke& stroke);

    [[nodiscard]] float film() const { return film_; }

    /// What was taken last; -1 for a hand in the air.
    [[nodiscard]] float taken() const { return taken_; }

private:
    float taken_ = -1; ///< what was taken last; -1 none since the hand came
    float film_ = 0;
};

} // namespace tactus::contact
