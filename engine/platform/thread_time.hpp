#pragma once

namespace tactus::platform {

/// Processor time that the calling thread has used, seconds; time in which it waited or was held up by others
/// is not in it.
double thread_time_s();

} // namespace tactus::platform
