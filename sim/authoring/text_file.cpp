#include "sim/authoring/text_file.hpp"

#include "sim/authoring/user_error.hpp"

#include <fcntl.h>
#include <system_error>
#include <unistd.h>

namespace fs = std::filesystem;

namespace tactus::authoring {

namespace {

/// A file being written, closed whatever happens.
class Writing {
public:
    explicit Writing(const fs::path& file)
        : handle_(open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644)) {} // NOLINT: POSIX

    ~Writing() {
        if (handle_ >= 0) {
            close(handle_);
        }
    }

    Writing(const Writing&) = delete;
    Writing& operator=(const Writing&) = delete;
    Writing(Writing&&) = delete;
    Writing& operator=(Writing&&) = delete;

    /// True when all of it is on the disk.
    [[nodiscard]] bool put(std::string_view text) const {
        while (handle_ >= 0 && !text.empty()) {
            const ssize_t written = write(handle_, text.data(), text.size());
            if (written < 0) {
                return false;
            }
            text.remove_prefix(static_cast<std::size_t>(written));
        }
        return handle_ >= 0 && fsync(handle_) == 0;
    }

private:
    int handle_;
};

} // namespace

void write_text(const fs::path& file, std::string_view text) {
    std::error_code error;
    if (file.has_parent_path()) {
        fs::create_directories(file.parent_path(), error);
    }
    const fs::path beside = fs::path(file) += ".part";
    bool written = Writing(beside).put(text);
    if (written) {
        fs::rename(beside, file, error);
        written = !error;
    }
    if (!written) {
        fs::remove(beside, error);
        throw UserError(Complaint{file.string(), "cannot be written",
                                  "check that the folder may be written to and has room"});
    }
}

} // namespace tactus::authoring
