#include "engine/app/run/unsaved_runs.hpp"

#include "sim/authoring/user_error.hpp"
#include "sim/records/archive.hpp"

#include <iostream>
#include <utility>

namespace tactus::app {

namespace {

constexpr double between_offers_s = 5;

} // namespace

UnsavedRuns::Offer UnsavedRuns::offer(const std::filesystem::path& data, const Run& run) {
    try {
        records::Archive archive(data);
        const std::filesystem::path file = archive.unpack(archive.add(run.recording, run.facts));
        if (!run.file.empty() && run.file != file) {
            std::error_code ignored;
            std::filesystem::remove(run.file, ignored);
        }
        return {.file = file, .why = {}};
    } catch (const UserError& error) {
        return {.file = {}, .why = error.complaints().front().what};
    }
}

UnsavedRuns::~UnsavedRuns() {
    if (offering_.valid()) {
        take(offering_.get());
    }
    for (const auto& run : runs_) {
        const bool taken = !offer(data_, *run).file.empty();
        if (!taken && run->file.empty() && run->spool) {
            run->spool->leave();
        }
        if (!taken) {
            std::cerr << "tactus: a run could not be kept among the attempts: " << why_ << '\n';
        }
    }
}

void UnsavedRuns::add(Run run, std::string why) {
    runs_.push_back(std::make_shared<const Run>(std::move(run)));
    why_ = std::move(why);
    next_in_s_ = between_offers_s;
}

std::optional<std::filesystem::path> UnsavedRuns::take(const Offer& offered) {
    next_in_s_ = between_offers_s;
    if (offered.file.empty()) {
        why_ = offered.why;
        return std::nullopt;
    }
    if (runs_.front()->spool) {
        runs_.front()->spool->discard();
    }
    runs_.erase(runs_.begin());
    return offered.file;
}

std::optional<std::filesystem::path> UnsavedRuns::update(double elapsed_s) {
    if (offering_.valid()) {
        const bool ready = offering_.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
        return ready ? take(offering_.get()) : std::nullopt;
    }
    next_in_s_ -= elapsed_s;
    if (!runs_.empty() && next_in_s_ <= 0) {
        offering_ =
            std::async(std::launch::async, [data = data_, run = runs_.front()] { return offer(data, *run); });
    }
    return std::nullopt;
}

std::string UnsavedRuns::words() const {
    return runs_.empty() ? std::string() : "Not kept yet, tried again: " + why_;
}

} // namespace tactus::app
