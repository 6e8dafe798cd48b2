#pragma once
/// Where runs are looked at again: the list of recordings, the one that is played, a run beside another, and
/// the way back.

#include "engine/app/run/compare_page.hpp"
#include "engine/app/run/finished_run.hpp"
#include "engine/app/run/run_order.hpp"
#include "engine/app/run/run_table.hpp"
#include "engine/app/stores/client_store.hpp"
#include "engine/app/stores/trace_store.hpp"
#include "engine/ui/screens/replays_screen.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace tactus::app {

class ReplayDesk {
public:
    /// data: the folder of the records, where experts are kept too.
    explicit ReplayDesk(const std::filesystem::path& data) : data_(data), traces_(data, 1) {}

    void open_list(std::vector<ui::ReplayEntry> entries) { entries_ = std::move(entries); }

    void draw_list(ui::Canvas& canvas, ui::Interaction& interaction, ui::Commands& ask);

    // What is to be played:

    /// Throws UserError when it cannot be read.
    RunOrder watch(const std::filesystem::path& file, double from_s);

    /// The run just done, out of memory; it leads back to its card. It has a recording.
    RunOrder watch(const FinishedRun& done, double from_s);

    /// The compared run with the other's hands as ghosts, which leads back to the comparison; nullopt until
    /// both are there.
    std::optional<RunOrder> watch_beside();

    /// Winds the replay on the table; where there is no way back but from the start, this is to be played.
    std::optional<RunOrder> seek(const RunTable& table, double to_s);

    // The comparison:

    /// Lays a student's run beside another; of_card: it leads back to that run's card. student: id, "" =
    /// guest. Throws UserError when it cannot be read. Returns the client, who is to be made ready.
    client::Client compare(const std::filesystem::path& own, const std::string& student, bool of_card);

    void choose(ui::Rival rival) { compare_.choose(rival); }

    void draw_compare(ui::Canvas& canvas, ui::Interaction& interaction, ClientStore& clients,
                      ui::Commands& ask);

    void close_compare() { compare_.close(); }

    // The way back, which is forgotten when it was asked for:

    bool back_to_compare() { return std::exchange(to_compare_, false); } ///< a replay is left

    bool back_to_card() { return std::exchange(to_card_, false); } ///< a replay or the comparison is left

    /// Once a frame. A replay that was seen to its end has told where its moments are.
    void update(const RunTable& table);

private:
    struct Replayed {
        replay::Recording recording;
        std::filesystem::path file; ///< empty: not kept
        std::vector<replay::Moment> moments;
        std::shared_ptr<const Beside> beside; ///< the run that it is compared with; may be null
        bool traced = false;                  ///< its moments are known
    };

    RunOrder play(Replayed replayed, double from_s);
    [[nodiscard]] RunOrder order(double from_s) const;
    void note_moments(RunScreen& replay);

    std::filesystem::path data_;
    ui::ReplaysScreen screen_;
    std::vector<ui::ReplayEntry> entries_;
    std::optional<Replayed> replayed_;
    bool to_card_ = false;
    bool to_compare_ = false;
    TraceStore traces_;
    ComparePage compare_{traces_};
};

} // namespace tactus::app
