#include "sim/client/preparation.hpp"

#include <algorithm>
#include <array>

namespace tactus::client {
namespace {

constexpr std::array position_list{
    Choice{"prone", "Face down, flat"},
    Choice{"prone_bolstered", "Face down, a pillow under the belly and the ankles"},
    Choice{"prone_head_raised", "Face down, head end raised 20 to 30 degrees"},
    Choice{"side_lying", "On the side, pillows at knees and head"},
    Choice{"left_side_lying", "On the left side, pillows at knees and belly"},
    Choice{"semi_reclined", "Half sitting, well supported"},
    Choice{"seated", "Seated, leaning on pillows"},
};

constexpr std::array adaptation_list{
    Choice{"bag_check", "Check that the bladder bag and its tube are free"},
    Choice{"clean_linen", "Fresh linen, no flowers, no diffuser"},
    Choice{"client_scale", "Let the client set the scale of pressure"},
    Choice{"cool_room", "Cool the room to 22 degrees or less"},
    Choice{"face_rest_breaks", "Breaks from the face rest every ten minutes"},
    Choice{"gloves", "Wear latex-free gloves"},
    Choice{"help_on_table", "Help on to the table and off it"},
    Choice{"hypoallergenic", "A product without nut, lanolin and fragrance"},
    Choice{"limb_support", "Support every limb"},
    Choice{"lubricant_away", "Keep the lubricant away from the place"},
    Choice{"meal_wait", "Begin two hours after a meal or later"},
    Choice{"morning_slot", "Give the morning appointment"},
    Choice{"patch_test", "Try the product on the inner forearm first"},
    Choice{"quiet_room", "Quiet room, no sudden sound"},
    Choice{"review_48h", "Ring the client after two days"},
    Choice{"rise_slowly", "Let the client rise slowly"},
    Choice{"short_session", "Agree on 20 to 30 minutes"},
    Choice{"skin_check", "Look at the skin before and after"},
    Choice{"stop_signal", "Agree on a signal for stop"},
    Choice{"warm_hands", "Warm the hands first"},
    Choice{"warm_pack", "A warm pack for ten minutes first"},
    Choice{"wash_hands", "Wash the last client's product off the hands"},
};

/// In the order of hands::TableHeight.
constexpr std::array table_height_list{
    Choice{"table_at_knuckles", "Usual"},
    Choice{"table_low", "Lower"},
    Choice{"table_high", "Higher"},
};

constexpr std::array action_list{
    Choice{"ask", "Ask how it is"},
    Choice{"call_emergency", "Call emergency services"},
    Choice{"ease", "Ease the pressure"},
    Choice{"loosen", "Loosen straps and clothing, look for the cause"},
    Choice{"sit_up", "Sit the client up"},
    Choice{"stop", "Stop and take the hands away"},
    Choice{"wipe_off", "Wipe the product off"},
};

} // namespace

std::span<const Choice> positions() { return position_list; }

std::span<const Choice> adaptations() { return adaptation_list; }

std::span<const Choice> table_heights() { return table_height_list; }

std::span<const Choice> actions() { return action_list; }

const Choice* choice_named(std::span<const Choice> choices, std::string_view id) {
    const auto found = std::ranges::find(choices, id, &Choice::id);
    return found == choices.end() ? nullptr : &*found;
}

} // namespace tactus::client
