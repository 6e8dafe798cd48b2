#include "engine/app/run/run_keeper.hpp"

#include "engine/app/stores/trace_store.hpp"

#include <iostream>

namespace tactus::app {

void RunKeeper::keep(FinishedRun& run, const std::string& student, const std::shared_ptr<RunSpool>& spool) {
    const records::RunFacts facts = facts_of(run, student);
    const KeptRun kept = kept_.save(*run.outcome.recording, facts);
    run.file = kept.file;
    run.attempt = kept.attempt.value_or(records::Attempt{});
    run.saved = kept.file.empty() ? kept.complaint : kept.file.string();
    if (!kept.complaint.empty()) {
        unsaved_.add({.recording = *run.outcome.recording, .facts = facts, .file = kept.file, .spool = spool},
                     kept.complaint);
    } else if (spool) {
        spool->discard();
    }
    if (!kept.file.empty()) {
        if (run.outcome.trace) {
            TraceStore::keep(kept.file, *run.outcome.trace);
        }
        std::cout << "recording: " << run.saved << "\n";
    }
}

std::optional<std::filesystem::path> RunKeeper::update(double elapsed_s) {
    std::optional<std::filesystem::path> file = unsaved_.update(elapsed_s);
    if (file) {
        std::cout << "recording: " << file->string() << "\n" << std::flush;
    }
    return file;
}

} // namespace tactus::app
