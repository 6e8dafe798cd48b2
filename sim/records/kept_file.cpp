#include "sim/records/kept_file.hpp"

#include "sim/authoring/user_error.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace fs = std::filesystem;

namespace tactus::records {
namespace {

UserError unwritable(const fs::path& file, int error) {
    return UserError(Complaint{file.string(), std::string("could not be written: ") + std::strerror(error),
                               "check that the folder may be written and has room"});
}

/// Closes itself, so that no way out leaves it open.
class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}

    ~Descriptor() {
        if (number_ >= 0) {
            close(number_);
        }
    }

    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    [[nodiscard]] int number() const { return number_; }

private:
    int number_;
};

bool write_all(int to, std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = write(to, text.data(), text.size());
        if (written < 0 && errno != EINTR) {
            return false;
        }
        text.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(0, written)));
    }
    return true;
}

/// The text on the disk, in a file of its own beside FILE.
fs::path write_beside(const fs::path& file, std::string_view text, fs::perms mode) {
    std::error_code ignored;
    fs::create_directories(file.parent_path(), ignored);
    std::string beside = file.string() + ".XXXXXX";
    const Descriptor out(mkostemp(beside.data(), O_CLOEXEC));
    if (out.number() < 0 || fchmod(out.number(), static_cast<mode_t>(mode)) != 0 ||
        !write_all(out.number(), text) || fsync(out.number()) != 0) {
        const int error = errno;
        fs::remove(beside, ignored);
        throw unwritable(file, error);
    }
    return beside;
}

/// A name is on the disk once its folder is.
void keep_name(const fs::path& file) {
    const Descriptor folder(open(file.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.number() >= 0) {
        fsync(folder.number());
    }
}

} // namespace

bool make_file(const fs::path& file, std::string_view text, fs::perms mode) {
    const fs::path beside = write_beside(file, text, mode);
    const int error = link(beside.c_str(), file.c_str()) == 0 ? 0 : errno; // unlike a rename it replaces none
    std::error_code ignored;
    fs::remove(beside, ignored);
    if (error != 0 && error != EEXIST) {
        throw unwritable(file, error);
    }
    keep_name(file);
    return error == 0;
}

void replace_file(const fs::path& file, std::string_view text, fs::perms mode) {
    const fs::path beside = write_beside(file, text, mode);
    std::error_code error;
    fs::rename(beside, file, error);
    if (error) {
        std::error_code ignored;
        fs::remove(beside, ignored);
        throw unwritable(file, error.value());
    }
    keep_name(file);
}

} // namespace tactus::records
