#include "sim/cli/run_school.hpp"

#include "sim/authoring/user_error.hpp"
#include "sim/cli/run_records.hpp"
#include "sim/cli/subcommand.hpp"
#include "sim/records/archive.hpp"
#include "sim/school/class_sync.hpp"
#include "sim/school/pull.hpp"
#include "sim/school/push.hpp"

#include <chrono>
#include <iostream>
#include <nlohmann/json.hpp>
#include <thread>

namespace tactus::cli {
namespace {

using SchoolAction = SchoolOptions::Action;

/// As given, and remembered from then on; else as remembered.
school::SchoolLink link_of(const SchoolOptions& options) {
    if (!options.server.empty() || !options.token.empty()) {
        const auto known = school::read_link(options.data).value_or(school::SchoolLink{});
        school::SchoolLink link{.server = options.server.empty() ? known.server : options.server,
                                .token = options.token.empty() ? known.token : options.token};
        school::write_link(options.data, link);
        return link;
    }
    const auto known = school::read_link(options.data);
    if (!known) {
        throw UserError(
            Complaint{options.data.string(), "knows no school yet",
                      "give --server URL and --token TOKEN once; Tactus needs no school otherwise"});
    }
    return *known;
}

/// What a push noticed goes to standard error; returns whether there was something.
bool report(const school::PushReport& pushed, std::ostream& out) {
    out << pushed.taken << " attempts and rows pushed, " << pushed.known << " were there, " << pushed.erased
        << " stay erased, " << pushed.noticed.size() << " not taken" << std::endl;
    for (const school::Answer& answer : pushed.noticed) {
        std::cerr << "tactus-sim: " << answer.id << ": " << school::fate_name(answer.fate) << ": "
                  << answer.why << '\n';
    }
    return !pushed.noticed.empty();
}

/// Pushes once and remembers how it went. Throws UserError.
bool push_once(records::Archive& archive, school::SchoolClient& school, std::ostream& out) {
    try {
        const bool noticed = report(school::push(archive, school), out);
        archive.note_push("");
        return noticed;
    } catch (const UserError& error) {
        archive.note_push(error.what());
        throw;
    }
}

int push(const SchoolOptions& options, std::ostream& out) {
    school::SchoolClient school(link_of(options));
    records::Archive archive(options.data);
    if (options.again) {
        archive.forget_deliveries();
    }
    if (options.every_s == 0) {
        return push_once(archive, school, out) ? 1 : 0;
    }
    for (;; std::this_thread::sleep_for(std::chrono::seconds(options.every_s))) {
        try {
            push_once(archive, school, out);
        } catch (const UserError& error) { // the network comes back
            std::cerr << "tactus-sim: " << error.what() << std::endl;
        }
    }
}

int pull(const SchoolOptions& options, std::ostream& out) {
    school::SchoolClient school(link_of(options));
    const auto folder = options.folder.empty() ? options.data / "drills" : options.folder;
    for (const school::PulledDrill& drill : school::pull_drills(school, folder)) {
        out << (drill.was_here ? "here    " : "pulled  ") << drill.file.string() << "  " << drill.name
            << '\n';
    }
    records::Archive archive(options.data);
    records::ClassExchange exchange(options.data);
    const school::ClassPull pulled =
        school::pull_class_rows(archive, exchange, school, school::ask_who_i_am(school), [] { return true; });
    out << pulled.rows << " rows of classes and exams, " << pulled.attempts << " attempts to mark, "
        << pulled.erased << " erased elsewhere\n";
    for (const std::string& id : pulled.differing) {
        std::cerr << "tactus-sim: " << id << ": stands for something else here; left as it is\n";
    }
    return pulled.differing.empty() ? 0 : 1;
}

int show(const SchoolOptions& options, std::ostream& out) {
    const auto link = school::read_link(options.data);
    const records::Outbox outbox = records::Archive(options.data).outbox();
    if (options.json) {
        out << nlohmann::ordered_json{{"server", link ? link->server : ""},
                                      {"waiting", outbox.waiting},
                                      {"rows_waiting", outbox.rows_waiting},
                                      {"not_taken", outbox.noticed},
                                      {"last_error", outbox.last_error}}
                   .dump(2, ' ', false, nlohmann::json::error_handler_t::replace)
            << '\n';
        return 0;
    }
    out << (link ? "school: " + link->server : "no school; none is needed") << '\n'
        << outbox.waiting << " attempts and " << outbox.rows_waiting << " rows of classes wait, "
        << outbox.noticed << " were not taken\n"
        << (outbox.last_error.empty() ? "" : "the last push failed: " + outbox.last_error + "\n");
    return 0;
}

} // namespace

int run_school(const SchoolOptions& options, std::ostream& out) {
    switch (options.action) {
    case SchoolAction::push:
        return push(options, out);
    case SchoolAction::pull:
        return pull(options, out);
    case SchoolAction::show:
        return show(options, out);
    }
    return 0;
}

void add_school_actions(CLI::App& records, Chosen& chosen) {
    const auto add = [&](Title title, SchoolAction action, const auto& bind) {
        add_subcommand<SchoolOptions>(
            records, chosen, title,
            [&](CLI::App& command, SchoolOptions& o) {
                o.action = action;
                o.data = default_data_folder();
                command.add_option("--data", o.data, "the station's data folder");
                if (action != SchoolAction::show) {
                    command.add_option("--server", o.server,
                                       "the school's server, as https://school.example; remembered");
                    command.add_option("--token", o.token, "from `tactus-server station add`; remembered");
                }
                bind(command, o);
            },
            run_school);
    };
    add({"push", "push students' attempts, exams and marks to the school's server; again is harmless"},
        SchoolAction::push, [](CLI::App& command, SchoolOptions& o) {
            command.add_flag("--again", o.again, "push everything again, as to a new school");
            command.add_option("--every", o.every_s, "go on for ever, with a pause of so many seconds")
                ->check(CLI::Range(1, 86400));
        });
    add({"pull", "fetch the school's drills, each as HASH.toml, and its classes, exams and marks"},
        SchoolAction::pull, [](CLI::App& command, SchoolOptions& o) {
            command.add_option("--folder", o.folder, "where they go; drills in the data folder by default");
        });
    add({"school", "show the school, what waits for it and the last error"}, SchoolAction::show,
        [](CLI::App& command, SchoolOptions& o) { add_json(command, o.json); });
}

} // namespace tactus::cli
