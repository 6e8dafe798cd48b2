#include "engine/ui/commands.hpp"

#include <tuple>

namespace tactus::ui {

template <class Asked> void Commands::operator()(Asked asked) {
    queue_.emplace_back(std::in_place_type<Asked>, std::move(asked));
}

void Commands::operator()(Command command) {
    queue_.push_back(std::move(command));
}

std::vector<Command> Commands::take() {
    return std::exchange(queue_, {});
}

/// Names what is made here: the template for each command of the variant.
template <class Any> struct Made;
template <class... Each> struct Made<std::variant<Each...>> {
    static constexpr std::tuple asks{static_cast<void (Commands::*)(Each)>(&Commands::operator()<Each>)...};
};

template struct Made<Command>;

} // namespace tactus::ui
