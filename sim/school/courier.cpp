#include "sim/school/courier.hpp"

#include "sim/records/archive.hpp"
#include "sim/records/calendar.hpp"
#include "sim/school/errand.hpp"
#include "sim/school/school_client.hpp"

#include <condition_variable>
#include <csignal>
#include <mutex>
#include <thread>
#include <utility>

namespace tactus::school {
namespace {

using Clock = std::chrono::steady_clock;

/// A server that closes in the middle of a request is an error of that request, not the program's end.
void block_broken_pipes() {
    sigset_t pipes;
    sigemptyset(&pipes);
    sigaddset(&pipes, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &pipes, nullptr);
}

} // namespace

class Courier::Work {
public:
    Work(std::filesystem::path data, SchoolLink link, const CourierPace& pace)
        : data_(std::move(data)), pace_(pace), client_(std::move(link)), thread_([this] { run(); }) {}

    ~Work() {
        {
            const std::lock_guard lock(mutex_);
            ending_ = true;
        }
        changed_.notify_all();
        std::unique_lock lock(mutex_);
        // A request may begin just after one was broken off.
        while (!changed_.wait_for(lock, std::chrono::milliseconds(20), [this] { return ended_; })) {
            client_.stop();
        }
        lock.unlock();
        thread_.join();
    }

    Work(const Work&) = delete;
    Work& operator=(const Work&) = delete;

    void push_now() {
        {
            const std::lock_guard lock(mutex_);
            asked_ = true;
        }
        changed_.notify_all();
    }

    void show(const Live& live, bool run_under_way) {
        {
            const std::lock_guard lock(mutex_);
            const bool begins = run_under_way && !run_under_way_;
            run_under_way_ = run_under_way;
            const bool same = live == live_;
            live_ = live;
            if (!begins && (same || run_under_way)) {
                return; // told at its turn
            }
            told_at_once_ = true;
        }
        changed_.notify_all();
    }

    [[nodiscard]] SchoolNews news() const {
        const std::lock_guard lock(mutex_);
        return news_;
    }

private:
    enum class Turn { end, errand, tell };

    void run() {
        block_broken_pipes();
        for (Turn turn = Turn::errand; turn != Turn::end; turn = next_turn()) {
            try {
                turn == Turn::errand ? go() : tell();
                pause_.reset();
                errand_failed_ = turn == Turn::errand ? false : errand_failed_;
                if (!errand_failed_) { // that it may tell something does not mend what it may not push
                    note(SchoolNews::Line::connected, {});
                }
            } catch (const SchoolUnreachable& error) {
                put_off();
                errand_failed_ = false;
                note(SchoolNews::Line::offline, error.complaints().front().what);
            } catch (const UserError& error) { // refused, or the records cannot be read
                put_off();
                errand_failed_ = turn == Turn::errand;
                note(SchoolNews::Line::refused, error.complaints().front().what);
            }
        }
        const std::lock_guard lock(mutex_);
        ended_ = true;
        changed_.notify_all();
    }

    Turn next_turn() {
        std::unique_lock lock(mutex_);
        for (;;) {
            const auto now = Clock::now();
            if (ending_) {
                return Turn::end;
            }
            if (!run_under_way_ && (asked_ || now >= next_errand_)) {
                asked_ = false;
                return Turn::errand;
            }
            if (told_at_once_ || now >= next_word_) {
                told_at_once_ = false;
                return Turn::tell;
            }
            changed_.wait_until(lock, run_under_way_ ? next_word_ : std::min(next_word_, next_errand_));
        }
    }

    /// What an errand costs, it costs between runs.
    void go() {
        const Errand done = run_errand(
            data_, client_, [this](const Errand& so_far) { take_in(so_far); },
            [this] {
                const std::lock_guard lock(mutex_);
                return !ending_ && !run_under_way_;
            });
        take_in(done);
        const std::lock_guard lock(mutex_);
        next_errand_ = Clock::now() + pace_.errand;
    }

    void tell() {
        std::string text;
        {
            const std::lock_guard lock(mutex_);
            text = live_text(live_);
        }
        client_.post("/v1/live", text);
        const std::lock_guard lock(mutex_);
        next_word_ = Clock::now() + (run_under_way_ ? pace_.live : pace_.sign_of_life);
        if (news_.line == SchoolNews::Line::offline) { // it is back
            next_errand_ = Clock::now();
        }
    }

    void put_off() {
        const std::lock_guard lock(mutex_);
        next_errand_ = next_word_ = Clock::now() + pause_.next();
    }

    void take_in(const Errand& errand) {
        const std::lock_guard lock(mutex_);
        news_.waiting = errand.waiting;
        news_.not_taken = errand.not_taken;
        news_.pushed_at_unix_s = errand.pushed_at_unix_s;
        news_.pushed = errand.pushed > 0 ? errand.pushed : news_.pushed;
        news_.pulled += errand.pulled;
        news_.school = errand.school.empty() ? news_.school : errand.school;
        news_.station = errand.station.empty() ? news_.station : errand.station;
    }

    void note(SchoolNews::Line line, const std::string& fault) {
        const std::lock_guard lock(mutex_);
        if (ending_) { // what was broken off is no news
            return;
        }
        if (news_.line != line) {
            news_.line = line;
            news_.since_unix_s = records::wall_ms() / 1000;
        }
        news_.fault = fault;
    }

    const std::filesystem::path data_;
    const CourierPace pace_;
    Pauses pause_ = pace_.pauses; ///< the thread's own, as is the next
    bool errand_failed_ = false;
    SchoolClient client_;
    mutable std::mutex mutex_; ///< of all below
    std::condition_variable changed_;
    Live live_;
    bool run_under_way_ = false;
    bool asked_ = false;
    bool told_at_once_ = false;
    bool ending_ = false;
    bool ended_ = false;
    Clock::time_point next_errand_;
    Clock::time_point next_word_;
    SchoolNews news_;
    std::thread thread_;
};

Courier::Courier(std::filesystem::path data, SchoolLink link, const CourierPace& pace)
    : work_(std::make_unique<Work>(std::move(data), std::move(link), pace)) {}

Courier::~Courier() = default;

void Courier::push_now() { work_->push_now(); }

void Courier::show(const Live& live, bool run_under_way) { work_->show(live, run_under_way); }

SchoolNews Courier::news() const { return work_->news(); }

} // namespace tactus::school
