#pragma once
/// What this program tells systemd, when it was started as a service of Type=notify; else nothing is told.

#include <string>

namespace tactus::platform {

/// It is up: what comes after it may start.
void tell_service_ready();

/// It is alive, and this is what it does. Call it more often than the unit's WatchdogSec.
void tell_service_alive(const std::string& status);

/// It ends on purpose.
void tell_service_stopping();

} // namespace tactus::platform
