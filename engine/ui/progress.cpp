#include "engine/ui/progress.hpp"

namespace tactus::ui {

std::optional<int> days_late(const DrillProgress& progress, std::int64_t today) {
    return progress.test ? std::optional(static_cast<int>(today - progress.test->due_day)) : std::nullopt;
}

bool is_due(const DrillProgress& progress, std::int64_t today) {
    return days_late(progress, today).value_or(-1) >= 0;
}

} // namespace tactus::ui
