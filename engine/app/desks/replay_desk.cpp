#include "engine/app/desks/replay_desk.hpp"

#include "engine/app/run/rival_runs.hpp"

#include <iostream>
#include <utility>

namespace tactus::app {

void ReplayDesk::draw_list(ui::Canvas& canvas, ui::Interaction& interaction, ui::Commands& ask) {
    ui::draw_replays_screen(canvas, interaction, entries_, screen_, ask);
}

RunOrder ReplayDesk::play(Replayed replayed, double from_s) {
    replayed_ = std::move(replayed);
    return order(from_s);
}

RunOrder ReplayDesk::order(double from_s) const {
    return {.session = replayed_->recording.setup,
            .policy = replay_policy(),
            .frames = replayed_->recording.frames,
            .from_s = from_s,
            .moments = replayed_->moments,
            .beside = replayed_->beside};
}

RunOrder ReplayDesk::watch(const std::filesystem::path& file, double from_s) {
    Replayed replayed{.recording = replay::read_recording(file), .file = file};
    if (auto trace = TraceStore::kept(file)) {
        replayed.moments = std::move(trace->moments);
        replayed.traced = true;
    }
    return play(std::move(replayed), from_s);
}

RunOrder ReplayDesk::watch(const FinishedRun& done, double from_s) {
    const RunOutcome& outcome = done.outcome;
    to_card_ = true;
    return play({.recording = *outcome.recording,
                 .file = done.file,
                 .moments = outcome.trace ? outcome.trace->moments : std::vector<replay::Moment>(),
                 .beside = {},
                 .traced = true},
                from_s);
}

std::optional<RunOrder> ReplayDesk::watch_beside() {
    const std::shared_ptr<const Beside> beside = compare_.beside();
    if (!beside) {
        return std::nullopt;
    }
    to_compare_ = true;
    return play({.recording = replay::read_recording(compare_.own_file()),
                 .file = compare_.own_file(),
                 .moments = beside->own.moments,
                 .beside = beside,
                 .traced = true},
                0);
}

std::optional<RunOrder> ReplayDesk::seek(const RunTable& table, double to_s) {
    RunScreen* run = table.run();
    if (run == nullptr || !replayed_ || run->wind_to(to_s)) {
        return std::nullopt;
    }
    RunOrder again = order(to_s);
    again.look = run->look();
    return again;
}

client::Client ReplayDesk::compare(const std::filesystem::path& own, const std::string& student,
                                   bool of_card) {
    replay::Recording recording = replay::read_recording(own);
    const std::string& drill = recording.setup.drill.id;
    compare_.open(own, rival_runs(data_, student, drill, own));
    to_card_ = of_card;
    std::cout << "compare: " << drill << "\n" << std::flush;
    return std::move(recording.setup.client);
}

void ReplayDesk::draw_compare(ui::Canvas& canvas, ui::Interaction& interaction, ClientStore& clients,
                              ui::Commands& ask) {
    const anatomy::SkinGrid* skin = nullptr;
    if (const client::Client* client = compare_.client()) {
        clients.prepare(*client);
        const PreparedClient* prepared = clients.find(*client);
        skin = prepared != nullptr ? &prepared->anatomy->skin : nullptr;
    }
    compare_.draw(canvas, interaction, skin, ask);
}

void ReplayDesk::update(const RunTable& table) {
    const bool replay_ended = table.source() == Source::recording && table.run()->finished();
    if (replay_ended && replayed_ && !replayed_->traced) {
        note_moments(*table.run());
    }
    compare_.update();
    traces_.rest(table.source() == Source::live);
}

void ReplayDesk::note_moments(RunScreen& replay) {
    replayed_->traced = true;
    if (const auto& trace = replay.runner().outcome().trace) {
        replayed_->moments = trace->moments;
        replay.set_moments(trace->moments);
        if (!replayed_->file.empty()) {
            TraceStore::keep(replayed_->file, *trace);
        }
    }
}

} // namespace tactus::app
