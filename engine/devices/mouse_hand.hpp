#pragma once
/// The mouse as one hand: press = touch, move = stroke, wheel or Shift + vertical drag = force; keys choose
/// the tool, the bone that it holds and the product on it, and close a pincer.

#include "engine/devices/hand_target.hpp"
#include "engine/devices/input_events.hpp"
#include "sim/math/vec.hpp"

#include <optional>
#include <span>
#include <vector>

namespace tactus::devices {

/// A place in spine coordinates that the pointer aims at; nullopt = off the client's back.
using AimedPlace = std::optional<Vec2>;

class MouseHand {
public:
    /// force_n: the first force target, usually the middle of the drill's band.
    explicit MouseHand(float force_n = 20);

    /// Keys, wheel and buttons of one frame. aimed: where each point of events.trail aims, as many as the
    /// trail has. Returns the hand along the trail, oldest first: the last one is where it is now; nullopt
    /// while it is off the back.
    std::vector<std::optional<HandTarget>> update(const InputEvents& events,
                                                  std::span<const AimedPlace> aimed);

    [[nodiscard]] float force_target_n() const { return force_n_; }

    void set_force_target(float force_n);

    [[nodiscard]] contact::ToolKind tool() const { return tool_; }

    void set_tool(contact::ToolKind tool) { tool_ = tool; }

    /// The bone that a press takes hold of.
    [[nodiscard]] contact::Hold hold() const { return hold_; }

    void set_hold(contact::Hold hold) { hold_ = hold; }

    /// What was taken on the hands.
    [[nodiscard]] contact::Product product() const { return product_; }

    void set_product(contact::Product product) { product_ = product; }

    /// True for the left hand: keys that roll the hand turn it the other way.
    void set_left(bool left) { left_ = left; }

    /// A hand as the keys have set it up, at another place: for devices that give a place alone.
    [[nodiscard]] HandTarget hand_at(Vec2 spine) const;

    [[nodiscard]] bool pressing() const { return pressing_; }

    /// The place under the pointer, or the last one it had over the back.
    [[nodiscard]] AimedPlace place() const { return place_; }

private:
    void read_keys(const InputEvents& events);
    void read_force(const InputEvents& events);
    [[nodiscard]] std::optional<HandTarget> target(bool slow) const;

    float force_n_;
    contact::ToolKind tool_ = contact::ToolKind::palm;
    contact::Hold hold_ = contact::Hold::none;
    contact::Product product_ = contact::Product::oil;
    bool gathers_ = false; ///< the key that closes a pincer and lifts is down
    bool left_ = false;
    float roll_deg_ = 0;
    bool pressing_ = false;
    bool over_back_ = false;
    AimedPlace place_;
    std::optional<float> drag_y_; ///< pixel row at which the last Shift drag stood
};

} // namespace tactus::devices
