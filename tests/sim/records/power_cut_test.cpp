#include "sim/authoring/user_error.hpp"
#include "sim/records/archive.hpp"
#include "tests/scenes/recordings.hpp"
#include "tests/sim/records/folder.hpp"
#include "tests/sim/records/power_cut.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <map>
#include <new>

using namespace tactus;

namespace tactus::scenes {
namespace {

constexpr std::int64_t sector_bytes = 512;

PowerCut& owner_of(sqlite3_vfs* vfs) { return *static_cast<PowerCut*>(vfs->pAppData); }

/// An open file: SQLite's part first, then the file below in the same block of memory.
struct File {
    sqlite3_file base;
    PowerCut* power;
    char name[512]; // NOLINT(modernize-avoid-c-arrays): SQLite frees the memory, no destructor runs

    sqlite3_file* below() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

File& file_of(sqlite3_file* file) { return *reinterpret_cast<File*>(file); }

int close_file(sqlite3_file* file) {
    sqlite3_file* below = file_of(file).below();
    return below->pMethods->xClose(below);
}

int read_file(sqlite3_file* file, void* to, int size, sqlite3_int64 offset) {
    sqlite3_file* below = file_of(file).below();
    return below->pMethods->xRead(below, to, size, offset);
}

std::vector<char> content(sqlite3_file* below, std::int64_t offset, std::int64_t size) {
    sqlite3_int64 end = 0;
    below->pMethods->xFileSize(below, &end);
    std::vector<char> bytes(static_cast<std::size_t>(std::clamp<std::int64_t>(end - offset, 0, size)));
    if (!bytes.empty()) {
        below->pMethods->xRead(below, bytes.data(), static_cast<int>(bytes.size()), offset);
    }
    return bytes;
}

int write_file(sqlite3_file* file, const void* from, int size, sqlite3_int64 offset) {
    File& self = file_of(file);
    if (!self.power->works()) {
        return SQLITE_IOERR_WRITE;
    }
    self.power->remember(self.name, offset, static_cast<std::size_t>(size),
                         content(self.below(), offset, size));
    return self.below()->pMethods->xWrite(self.below(), from, size, offset);
}

int cut_file(sqlite3_file* file, sqlite3_int64 size) {
    File& self = file_of(file);
    if (!self.power->works()) {
        return SQLITE_IOERR_TRUNCATE;
    }
    self.power->remember(self.name, size, 0, content(self.below(), size, std::int64_t{1} << 30U));
    return self.below()->pMethods->xTruncate(self.below(), size);
}

int sync_file(sqlite3_file* file, int flags) {
    File& self = file_of(file);
    if (!self.power->works()) {
        return SQLITE_IOERR_FSYNC;
    }
    self.power->synced(self.name);
    return self.below()->pMethods->xSync(self.below(), flags);
}

template <auto method, class... Arguments> int pass(sqlite3_file* file, Arguments... arguments) {
    sqlite3_file* below = file_of(file).below();
    return (below->pMethods->*method)(below, arguments...);
}

void shm_barrier(sqlite3_file* file) {
    sqlite3_file* below = file_of(file).below();
    below->pMethods->xShmBarrier(below);
}

using Methods = sqlite3_io_methods;

const Methods methods{2,
                      close_file,
                      read_file,
                      write_file,
                      cut_file,
                      sync_file,
                      pass<&Methods::xFileSize, sqlite3_int64*>,
                      pass<&Methods::xLock, int>,
                      pass<&Methods::xUnlock, int>,
                      pass<&Methods::xCheckReservedLock, int*>,
                      pass<&Methods::xFileControl, int, void*>,
                      pass<&Methods::xSectorSize>,
                      pass<&Methods::xDeviceCharacteristics>,
                      pass<&Methods::xShmMap, int, int, int, void volatile**>,
                      pass<&Methods::xShmLock, int, int, int>,
                      shm_barrier,
                      pass<&Methods::xShmUnmap, int>,
                      nullptr,
                      nullptr};

int open_file(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out_flags) {
    PowerCut& power = owner_of(vfs);
    File& self = *new (file) File{.base = {}, .power = &power, .name = {}};
    if (name != nullptr) {
        std::strncpy(self.name, name, sizeof self.name - 1);
    }
    sqlite3_vfs* below = power.below();
    const int result = below->xOpen(below, name, self.below(), flags, out_flags);
    self.base.pMethods = self.below()->pMethods != nullptr ? &methods : nullptr;
    return result;
}

int delete_file(sqlite3_vfs* vfs, const char* name, int sync_folder) {
    PowerCut& power = owner_of(vfs);
    return power.failed() ? SQLITE_IOERR_DELETE : power.below()->xDelete(power.below(), name, sync_folder);
}

} // namespace

PowerCut::PowerCut() : below_(sqlite3_vfs_find(nullptr)), vfs_(*below_) {
    vfs_.zName = "power-cut";
    vfs_.pAppData = this;
    vfs_.pNext = nullptr;
    vfs_.szOsFile = static_cast<int>(sizeof(File)) + below_->szOsFile;
    vfs_.xOpen = open_file;
    vfs_.xDelete = delete_file;
    sqlite3_vfs_register(&vfs_, 1);
}

PowerCut::~PowerCut() {
    sqlite3_vfs_unregister(&vfs_);
    sqlite3_vfs_register(below_, 1);
}

bool PowerCut::works() {
    failed_ = failed_ || left_ == 0;
    left_ -= left_ > 0 ? 1 : 0;
    return !failed_;
}

void PowerCut::remember(const std::string& file, std::int64_t offset, std::size_t size,
                        std::vector<char> before) {
    unsynced_[file].push_back({offset, size, std::move(before)});
}

void PowerCut::settle(std::mt19937& chance) {
    for (auto& [name, writes] : unsynced_) {
        std::fstream file(name, std::ios::in | std::ios::out | std::ios::binary);
        for (auto write = writes.rbegin(); file && write != writes.rend(); ++write) {
            const auto size = static_cast<std::int64_t>(std::max(write->before.size(), write->size));
            for (std::int64_t at = 0; at < size; at += sector_bytes) {
                if (chance() % 2 == 0) {
                    continue; // this sector had reached the disk
                }
                std::vector<char> sector(static_cast<std::size_t>(std::min(sector_bytes, size - at)), 0);
                const auto known = static_cast<std::int64_t>(write->before.size());
                if (at < known) {
                    std::copy_n(write->before.begin() + at,
                                std::min<std::int64_t>(known - at, static_cast<std::int64_t>(sector.size())),
                                sector.begin());
                }
                file.seekp(write->offset + at);
                file.write(sector.data(), static_cast<std::streamsize>(sector.size()));
            }
        }
    }
    unsynced_.clear();
    failed_ = false;
    left_ = -1;
}

} // namespace tactus::scenes

namespace {

using Kept = std::map<std::string, std::string>;

/// Adds runs until the power fails; returns those that were acknowledged.
Kept add_until_dark(const std::filesystem::path& folder, const scenes::PowerCut& power,
                    std::int64_t& second) {
    Kept acknowledged;
    replay::Recording recording = scenes::invented_recording(480);
    try {
        records::Archive archive(folder);
        while (!power.failed()) {
            recording.origin.started_at_unix_s = ++second;
            const records::Attempt attempt = archive.add(recording, {.student = "Ana"});
            acknowledged.emplace(attempt.id, attempt.digest);
        }
    } catch (const UserError&) {
        CHECK(power.failed()); // nothing but that is a reason
    }
    return acknowledged;
}

} // namespace

TEST_CASE("no acknowledged attempt is lost when the power fails at any write or sync") {
    const scenes::Folder folder("power");
    std::mt19937 chance(11);
    Kept acknowledged;
    std::int64_t second = 0;
    scenes::PowerCut power;
    for (int operation = 0; operation < 60; ++operation) {
        power.fail_at(3 * operation);
        acknowledged.merge(add_until_dark(folder.path, power, second));
        power.settle(chance);
        const records::Archive archive(folder.path);
        CHECK(archive.notice().empty());
        for (const auto& [id, digest] : acknowledged) {
            const auto attempt = archive.find(id);
            REQUIRE(attempt);
            CHECK(attempt->digest == digest);
        }
    }
    const records::Archive archive(folder.path);
    for (const records::Attempt& attempt : archive.list()) {
        CHECK_NOTHROW(archive.recording(attempt));
    }
    REQUIRE(acknowledged.size() > 30);
    MESSAGE(acknowledged.size() << " attempts acknowledged in 60 losses of power");
}
