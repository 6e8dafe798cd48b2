#pragma once
/// A disk whose power fails: SQLite's files through a layer that remembers what was not yet synced. From the
/// n-th write, cut, or sync on everything fails; when the power is back, each sector of what was not synced
/// is as it was before or as it was written, by chance.

#include <cstdint>
#include <map>
#include <random>
#include <sqlite3.h>
#include <string>
#include <vector>

namespace tactus::scenes {

class PowerCut {
public:
    /// SQLite's default until it is destroyed. One at a time.
    PowerCut();
    ~PowerCut();
    PowerCut(const PowerCut&) = delete;
    PowerCut& operator=(const PowerCut&) = delete;
    PowerCut(PowerCut&&) = delete;
    PowerCut& operator=(PowerCut&&) = delete;

    /// The power fails at that operation from now on.
    void fail_at(int operation) { left_ = operation; }

    [[nodiscard]] bool failed() const { return failed_; }

    /// The power is back. All files must be closed.
    void settle(std::mt19937& chance);

    // For its files:
    bool works(); ///< counts an operation
    /// before: what was there, shorter than `size` where the file grew.
    void remember(const std::string& file, std::int64_t offset, std::size_t size, std::vector<char> before);

    void synced(const std::string& file) { unsynced_.erase(file); }

    [[nodiscard]] sqlite3_vfs* below() const { return below_; }

private:
    struct Write {
        std::int64_t offset;
        std::size_t size;
        std::vector<char> before;
    };

    sqlite3_vfs* below_;
    sqlite3_vfs vfs_;
    std::map<std::string, std::vector<Write>> unsynced_;
    int left_ = -1;
    bool failed_ = false;
};

} // namespace tactus::scenes
