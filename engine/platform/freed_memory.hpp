#pragma once

/// What the C library does with memory that was freed.

namespace tactus::platform {

/// From now on freed memory stays with the process, up to half a gigabyte, ready to be used again. A software
/// renderer takes and frees megabytes at every draw: given back to the kernel each time, their pages would be
/// cleared and mapped again for a tenth of a frame. It stays in two heaps that all threads share: with one
/// for nearly every run's thread, a kiosk would for hours find another to fill. Blocks over 16 MB, which only
/// a run takes, once, go back: small ones that stay would settle in the hole, and the next run's would not
/// fit. Call first in main. No effect but on glibc.
void keep_freed_memory();

} // namespace tactus::platform
