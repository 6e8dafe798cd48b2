/// The part of Stage that lays runs side by side and replays them.

#include "engine/app/stage/stage.hpp"
#include "sim/authoring/user_error.hpp"
#include "sim/records/archive.hpp"

#include <iostream>
#include <utility>

namespace tactus::app {

void Stage::start_replay(const std::filesystem::path& file, double from_s) {
    replay::Recording recording = replay::read_recording(file);
    Replayed replayed{.recording = std::move(recording), .file = file, .moments = {}, .beside = {}};
    if (auto trace = TraceStore::kept(file)) {
        replayed.moments = std::move(trace->moments);
        replayed.traced = true;
    }
    start_replay(std::move(replayed), from_s, std::nullopt);
}

void Stage::start_replay(Replayed replayed, double from_s, const std::optional<ReplayLook>& look) {
    clients_.prepare(replayed.recording.setup.client);
    replayed_ = std::move(replayed);
    table_.await({.session = replayed_->recording.setup,
                  .policy = replay_policy(),
                  .frames = replayed_->recording.frames,
                  .from_s = from_s,
                  .moments = replayed_->moments,
                  .beside = replayed_->beside,
                  .look = look});
    problem_.clear();
}

/// The run just done, when it was kept; else out of memory.
void Stage::watch_result(double from_s) {
    const FinishedRun* done = card_.run();
    if (done == nullptr || !done->outcome.recording) {
        return;
    }
    back_to_result_ = true;
    card_.put_away();
    start_replay(
        {.recording = *done->outcome.recording,
         .file = done->file,
         .moments = done->outcome.trace ? done->outcome.trace->moments : std::vector<replay::Moment>(),
         .beside = {},
         .traced = true},
        from_s, std::nullopt);
}

void Stage::seek_replay(double to_s) {
    RunScreen* run = table_.run();
    if (run != nullptr && replayed_ && !run->wind_to(to_s)) { // no way back but from the start
        const ReplayLook look = run->look();
        start_replay(Replayed(*replayed_), to_s, look);
    }
}

/// A replay that was seen to its end has told where its moments are.
void Stage::note_replay_end() {
    RunScreen* run = table_.run();
    if (table_.source() != Source::recording || !run->finished() || !replayed_ || replayed_->traced) {
        return;
    }
    replayed_->traced = true;
    if (const auto& trace = run->runner().outcome().trace) {
        replayed_->moments = trace->moments;
        run->set_moments(trace->moments);
        if (!replayed_->file.empty()) {
            TraceStore::keep(replayed_->file, *trace);
        }
    }
}

/// What the chosen student's run of a drill can be laid beside.
RivalRuns Stage::rival_runs(const std::string& drill, const std::filesystem::path& own) {
    RivalRuns rivals;
    try {
        const records::Archive archive(setup_.data);
        const std::string& student = students_.chosen().id;
        const auto file_of = [&](const std::optional<records::Attempt>& attempt) {
            return attempt ? archive.unpack(*attempt) : std::filesystem::path();
        };
        const auto but_own = [&](const std::filesystem::path& file) {
            return file.filename() == own.filename() ? std::filesystem::path() : file;
        };
        rivals.best = but_own(file_of(archive.best(student, drill)));
        rivals.in_class = !student.empty() && !archive.class_of(student).empty();
        const std::filesystem::path class_best = file_of(archive.class_best(student, drill));
        rivals.class_best = but_own(class_best);
        rivals.best_of_class = !class_best.empty() && rivals.class_best.empty();
    } catch (const UserError& error) {
        std::cerr << "tactus: " << error.what() << '\n';
    }
    return rivals;
}

void Stage::open_compare(const std::filesystem::path& file) {
    const bool of_result = file.empty();
    const std::filesystem::path own = of_result && card_.run() != nullptr ? card_.run()->file : file;
    if (own.empty()) {
        return;
    }
    const replay::Recording recording = replay::read_recording(own);
    clients_.prepare(recording.setup.client);
    compare_.open(own, rival_runs(recording.setup.drill.id, own));
    back_to_result_ = of_result;
    card_.put_away();
    table_.end_run();
    page_ = ui::Page::compare;
    std::cout << "compare: " << recording.setup.drill.id << "\n" << std::flush;
}

void Stage::leave_compare() {
    compare_.close();
    card_.put_away();
    if (std::exchange(back_to_result_, false)) {
        card_.reopen();
    }
    page_ = card_.shown() ? ui::Page::home : ui::Page::replays;
    if (!card_.shown()) {
        replay_entries_ = keeper_.kept().list();
    }
}

void Stage::watch_beside() {
    if (const auto beside = compare_.beside()) {
        back_to_compare_ = true;
        start_replay({.recording = replay::read_recording(compare_.own_file()),
                      .file = compare_.own_file(),
                      .moments = beside->own.moments,
                      .beside = beside,
                      .traced = true},
                     0, std::nullopt);
    }
}

void Stage::draw_compare(ui::Canvas& canvas, ui::Interaction& interaction) {
    const anatomy::SkinGrid* skin = nullptr;
    if (const client::Client* client = compare_.client()) {
        clients_.prepare(*client);
        const PreparedClient* prepared = clients_.find(*client);
        skin = prepared != nullptr ? &prepared->anatomy->skin : nullptr;
    }
    compare_.draw(canvas, interaction, skin, commands_);
}

} // namespace tactus::app
