#include "engine/app/session/run_spool.hpp"

#include <chrono>
#include <utility>

namespace tactus::app {

namespace {

constexpr auto disk_patience = std::chrono::seconds(1); ///< before the disk is tried again

std::string trouble_words(const std::string& reason, bool full) {
    return full ? reason + ", and memory for the run is used up: make room"
                : reason + ": the run is kept in memory; make room";
}

} // namespace

RunSpool::RunSpool(std::filesystem::path file, std::uint64_t size)
    : path_(std::move(file)), begin_at_(size), thread_([this] { write_on(); }) {}

RunSpool::~RunSpool() {
    if (!left_) {
        discard();
    }
}

void RunSpool::discard() {
    {
        const std::scoped_lock lock(mutex_);
        discarded_ = true;
        waiting_.clear();
    }
    end();
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
}

void RunSpool::add(std::vector<std::uint8_t> bytes) {
    const std::scoped_lock lock(mutex_);
    gapped_ = gapped_ || waiting_bytes_ + bytes.size() > most_in_memory_bytes;
    if (gapped_ || discarded_) {
        return;
    }
    waiting_bytes_ += bytes.size();
    waiting_.push_back(std::move(bytes));
    woken_.notify_one();
}

void RunSpool::leave() {
    left_ = true;
    end();
}

void RunSpool::end() {
    {
        const std::scoped_lock lock(mutex_);
        ends_ = true;
        woken_.notify_one();
    }
    if (thread_.joinable()) {
        thread_.join();
    }
}

std::string RunSpool::trouble() const {
    const std::scoped_lock lock(mutex_);
    return trouble_;
}

void RunSpool::write_on() {
    std::unique_lock lock(mutex_);
    for (;;) {
        woken_.wait(lock, [this] { return ends_ || !waiting_.empty(); });
        if (waiting_.empty()) {
            return;
        }
        std::vector<std::uint8_t> bytes = std::move(waiting_.front());
        waiting_.pop_front();
        lock.unlock();
        const bool written = (file_.is_open() || file_.open(path_, begin_at_)) && file_.append(bytes);
        lock.lock();
        if (written) {
            waiting_bytes_ -= bytes.size();
            trouble_.clear();
            continue;
        }
        waiting_.push_front(std::move(bytes));
        trouble_ = trouble_words(file_.error(), gapped_);
        if (ends_) {
            return;
        }
        woken_.wait_for(lock, disk_patience, [this] { return ends_; });
    }
}

} // namespace tactus::app
