/// What oil, lotion, gel and dry hands do to a client's skin, through the whole session.

#include "sim/math/transcendental.hpp"
#include "sim/session/session.hpp"
#include "tests/scenes/recordings.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <string>
#include <vector>

using namespace tactus;
using contact::Product;

namespace {

constexpr auto whole_turn = static_cast<float>(2 * math::pi);

const session::Setup& setup() {
    static const session::Setup made = [] {
        session::Setup effleurage = scenes::shipped_setup("effleurage");
        effleurage.setting = tissue::Setting::standard;
        return effleurage;
    }();
    return made;
}

/// A session that has taken a product.
class Treatment {
public:
    explicit Treatment(Product product) : session_(setup(), body(), 1) { take(product); }

    /// From the next step on.
    void take(Product product) {
        next_.events.push_back(
            {.kind = session::EventKind::product_taken, .text = std::string(contact::product_name(product))});
    }

    void step(const std::optional<hands::HandInput>& right) {
        next_.hands[1] = right;
        session_.step(next_);
        next_.events.clear();
    }

    /// Strokes of a palm to and fro beside the spine.
    void stroke(float seconds) {
        for (int k = 0; k < static_cast<int>(seconds / session::step_s); ++k) {
            const float t = static_cast<float>(k) * static_cast<float>(session::step_s);
            step(hands::HandInput{.tool = contact::ToolKind::palm,
                                  .u = 0.25F,
                                  .v = 0.6F + 0.15F * math::sin(whole_turn * 0.5F * t),
                                  .force_n = 30 * std::min(1.0F, 2 * t),
                                  .oil = 0.8F});
        }
    }

    void rest(float seconds) {
        for (int k = 0; k < static_cast<int>(seconds / session::step_s); ++k) {
            step({});
        }
    }

    const session::Snapshot& now() {
        session_.write(now_);
        return now_;
    }

    float oil_at(float u, float v) {
        const anatomy::GridPlace place = anatomy::locate(session_.anatomy().skin, u, v);
        const auto column = static_cast<std::size_t>(std::lround(place.column * 0.5F));
        const auto row = static_cast<std::size_t>(std::lround(place.row * 0.5F));
        return now().skin.oil[row * anatomy::SkinGrid::field_columns + column];
    }

private:
    static std::shared_ptr<const anatomy::Anatomy> body() {
        static const auto made = std::make_shared<const anatomy::Anatomy>(
            anatomy::make_anatomy(setup().client.body, setup().client.trigger_points));
        return made;
    }

    session::Session session_;
    session::InputFrame next_;
    session::Snapshot now_;
};

/// Way of a thumb over the skin while it goes to and fro across the fibres for a second.
float slipped_m(Product product) {
    Treatment treatment(product);
    float slip_m = 0;
    for (int k = 0; k < 400; ++k) {
        const float t = static_cast<float>(std::max(0, k - 160)) * static_cast<float>(session::step_s);
        treatment.step(hands::HandInput{.tool = contact::ToolKind::thumb,
                                        .u = 0.2F + 0.05F * math::sin(whole_turn * 2 * t),
                                        .v = 0.75F,
                                        .force_n = 36 * std::min(1.0F, static_cast<float>(k) / 120),
                                        .oil = 1});
        slip_m += k < 160 ? 0.0F : treatment.now().hands[1].slip_m_s * static_cast<float>(session::step_s);
    }
    return slip_m;
}

} // namespace

TEST_CASE("too little on the hands drags and reddens: dry most, then lotion, gel and oil") {
    std::array<float, contact::product_count> reddest{};
    for (std::size_t k = 0; k < reddest.size(); ++k) {
        Treatment treatment(static_cast<Product>(k));
        treatment.stroke(2.5F);
        treatment.rest(1);
        reddest[k] = *std::ranges::max_element(treatment.now().skin.redness);
        CAPTURE(contact::product_name(static_cast<Product>(k)));
        if (static_cast<Product>(k) == Product::dry) {
            CHECK(treatment.oil_at(0.25F, 0.6F) == 0);
        } else {
            CHECK(treatment.oil_at(0.25F, 0.6F) > 0.2F); // spread where the palm was
        }
        CHECK(treatment.oil_at(-0.25F, 0.6F) == 0); // and nowhere else
    }
    const auto of = [&](Product product) { return reddest[static_cast<std::size_t>(product)]; };
    CHECK(of(Product::dry) > 1.1F * of(Product::lotion));
    CHECK(of(Product::lotion) > 1.1F * of(Product::gel));
    CHECK(of(Product::gel) > 1.05F * of(Product::oil));
    CHECK(of(Product::oil) > 0);
}

TEST_CASE("the skin drinks lotion sooner than oil") {
    std::array<float, 2> kept{};
    for (std::size_t k = 0; k < kept.size(); ++k) {
        Treatment treatment(static_cast<Product>(k));
        treatment.stroke(1);
        const float fresh = treatment.oil_at(0.25F, 0.6F);
        treatment.rest(20);
        kept[k] = treatment.oil_at(0.25F, 0.6F) / fresh;
    }
    CHECK(kept[0] == doctest::Approx(std::exp(-20.0 / 600)).epsilon(0.01));
    CHECK(kept[1] == doctest::Approx(std::exp(-20.0 / 390)).epsilon(0.01));
}

TEST_CASE("a patch of skin keeps fading as what lies on it, whatever the hands take next") {
    Treatment treatment(Product::oil);
    treatment.stroke(1);
    const float fresh = treatment.oil_at(0.25F, 0.6F);
    treatment.take(Product::lotion);
    treatment.rest(20);
    CHECK(treatment.oil_at(0.25F, 0.6F) / fresh == doctest::Approx(std::exp(-20.0 / 600)).epsilon(0.01));
}

TEST_CASE("too much cannot grip: an oiled thumb slides where a wiped one moves the skin") {
    const float oiled = slipped_m(Product::oil);
    const float wiped = slipped_m(Product::dry);
    CHECK(oiled > 0.008F);
    CHECK(wiped < 0.5F * oiled);
}
