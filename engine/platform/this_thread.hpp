#pragma once

/// The calling thread and the processors it shares with others.

namespace tactus::platform {

/// Processor time that the calling thread has used, seconds; time in which it waited or was held up by others
/// is not in it.
double thread_time_s();

/// Seconds of a clock that only goes forward, also while the computer sleeps.
double awake_or_asleep_s();

/// From now on the calling thread, and those that it starts, take what processor time the others leave.
void yield_to_others();

} // namespace tactus::platform
