#include "engine/devices/wires/jack_watch.hpp"

#include <jack/jack.h>

namespace tactus::devices {

namespace {

/// JACK would print what it cannot do; a device says so itself.
void swallow(const char* /*words*/) {}

void note_end(void* flag) { *static_cast<std::atomic<bool>*>(flag) = false; }

} // namespace

void JackWatch::Close::operator()(_jack_client* client) const { jack_client_close(client); }

JackWatch::JackWatch() {
    jack_set_error_function(swallow);
    jack_set_info_function(swallow);
    client_.reset(jack_client_open("Tactus watch", JackNoStartServer, nullptr));
    if (client_ != nullptr) {
        runs_ = true;
        jack_on_shutdown(client_.get(), note_end, &runs_);
        jack_activate(client_.get());
    }
}

JackWatch::~JackWatch() = default;

} // namespace tactus::devices
