#include "engine/platform/service_state.hpp"

#include <systemd/sd-daemon.h>

namespace tactus::platform {

// WATCHDOG_PID is not asked for: under cage the service's main process is cage, and the unit lets its
// children speak (NotifyAccess=all).
void tell_service_ready() { sd_notify(0, "READY=1"); }

void tell_service_alive(const std::string& status) { sd_notify(0, ("WATCHDOG=1\nSTATUS=" + status).c_str()); }

void tell_service_stopping() { sd_notify(0, "STOPPING=1"); }

} // namespace tactus::platform
