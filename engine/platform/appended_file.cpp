#include "engine/platform/appended_file.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#include <utility>

namespace tactus::platform {
namespace {

/// A new name in a folder is on the disk once the folder is.
void sync_folder(const std::filesystem::path& folder) {
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor >= 0) {
        ::fsync(descriptor);
        ::close(descriptor);
    }
}

} // namespace

AppendedFile::~AppendedFile() { close(); }

AppendedFile::AppendedFile(AppendedFile&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), size_(other.size_), error_(std::move(other.error_)) {
}

AppendedFile& AppendedFile::operator=(AppendedFile&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    std::swap(size_, other.size_);
    std::swap(error_, other.error_);
    return *this;
}

bool AppendedFile::failed() {
    error_ = std::strerror(errno);
    return false;
}

bool AppendedFile::open(const std::filesystem::path& file, std::uint64_t size) {
    close();
    constexpr mode_t own_alone = 0600;
    descriptor_ = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, own_alone);
    if (descriptor_ < 0) {
        return failed();
    }
    if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0 ||
        ::ftruncate(descriptor_, static_cast<off_t>(size)) != 0) {
        failed();
        close();
        return false;
    }
    size_ = size;
    sync_folder(file.parent_path());
    return true;
}

bool AppendedFile::append(std::span<const std::uint8_t> bytes) {
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t written =
            ::pwrite(descriptor_, bytes.data() + done, bytes.size() - done, static_cast<off_t>(size_ + done));
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written <= 0) {
            break;
        }
        done += static_cast<std::size_t>(written);
    }
    if (done < bytes.size() || ::fdatasync(descriptor_) != 0) {
        failed();
        static_cast<void>(
            ::ftruncate(descriptor_, static_cast<off_t>(size_))); // else the next one writes over it
        return false;
    }
    size_ += bytes.size();
    return true;
}

void AppendedFile::close() {
    if (descriptor_ >= 0) {
        ::close(std::exchange(descriptor_, -1));
    }
}

bool held_by_another(const std::filesystem::path& file) {
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
        return false;
    }
    const bool held = ::flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
    ::close(descriptor);
    return held;
}

} // namespace tactus::platform
