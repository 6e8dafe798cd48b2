#include "sim/server/commands.hpp"

#include <CLI/CLI.hpp>
#include <memory>

namespace tactus::server {
namespace {

using Action = PeopleOptions::Action;

void add_database(CLI::App& command, std::string& database, const char* as_whom) {
    command
        .add_option("--database", database,
                    std::string("postgresql://... or \"host=... dbname=...\", as ") + as_whom)
        ->envname("TACTUS_DATABASE")
        ->required();
}

/// `bind(command, options)` adds the flags; `run(options, out)` does the work when the subcommand was chosen.
template <class Options, class Bind, class Run>
void add_command(CLI::App& app, Chosen& chosen, const std::pair<const char*, const char*>& title, Bind bind,
                 Run run) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand(title.first, title.second);
    bind(*command, *options);
    command->callback([options, &chosen, run] {
        chosen = [options, run](std::ostream& out) { return run(*options, out); };
    });
}

void add_people(CLI::App& app, Chosen& chosen, const std::pair<const char*, const char*>& title,
                Action action, const std::function<void(CLI::App&, PeopleOptions&)>& bind) {
    add_command<PeopleOptions>(
        app, chosen, title,
        [&](CLI::App& command, PeopleOptions& o) {
            o.action = action;
            add_database(command, o.database, "the owner of the tables");
            command.add_option("--school", o.school, "its name; needed only when there are several");
            if (action != Action::list) {
                command.add_option("name", o.name, "the name")->required();
            }
            bind(command, o);
        },
        run_people);
}

void add_user_commands(CLI::App& app, Chosen& chosen) {
    CLI::App* user = app.add_subcommand("user", "who may log in: add, password, remove");
    user->require_subcommand(1);
    const auto password = [](CLI::App& command, PeopleOptions& o) {
        command.add_option(
            "--password-file", o.password_file,
            "its first line is the password, - for standard input; without it one by chance, printed");
    };
    add_people(*user, chosen, {"add", "add a person"}, Action::add_person,
               [&](CLI::App& command, PeopleOptions& o) {
                   command.add_option("--role", o.role, "student, instructor or admin")
                       ->check(CLI::IsMember({"student", "instructor", "admin"}));
                   command.add_option("--class", o.class_name, "the class, as \"2B\"");
                   password(command, o);
               });
    add_people(*user, chosen, {"password", "give a person another password; ends their logins"},
               Action::set_password, password);
    add_people(*user, chosen, {"remove", "remove a person; the attempts stay with their profile"},
               Action::remove_person, [](CLI::App&, PeopleOptions&) {});
}

void add_station_commands(CLI::App& app, Chosen& chosen) {
    CLI::App* station = app.add_subcommand("station", "computers that may push: add, revoke");
    station->require_subcommand(1);
    const auto nothing = [](CLI::App&, PeopleOptions&) {};
    add_people(*station, chosen, {"add", "add a station and print its token, once"}, Action::add_station,
               [](CLI::App& command, PeopleOptions& o) {
                   command.add_flag("--desk", o.desk,
                                    "an instructor works at it: what it says of classes and grades counts");
               });
    add_people(*station, chosen, {"revoke", "let a station push no more"}, Action::revoke_station, nothing);
}

void add_services(CLI::App& app, Chosen& chosen) {
    add_command<ServeOptions>(
        app, chosen, {"serve", "answer stations and people over HTTP; TLS is for nginx before it"},
        [](CLI::App& command, ServeOptions& o) {
            add_database(command, o.database, "tactus_app");
            command.add_option("--host", o.host, "address to listen on; 0.0.0.0 for the whole network");
            command.add_option("--port", o.port, "port to listen on")->check(CLI::Range(0, 65535));
            command.add_option("--threads", o.threads, "requests at a time")->check(CLI::Range(1, 1024));
            command.add_option("--home-page", o.home_page, "of the school; names actors and drills in xAPI");
        },
        run_serve);
    add_command<WorkOptions>(
        app, chosen, {"worker", "simulate pushed runs again and compare; any number, on any machine"},
        [](CLI::App& command, WorkOptions& o) {
            add_database(command, o.database, "tactus_worker");
            command.add_option("--batch", o.batch, "runs claimed at a time")->check(CLI::Range(1, 1000));
            command.add_flag("--once", o.once, "until nothing is waiting, not for ever");
        },
        run_worker);
    add_command<DeliverOptions>(
        app, chosen, {"deliver", "hand xAPI statements to a learning record store"},
        [](CLI::App& command, DeliverOptions& o) {
            add_database(command, o.database, "tactus_worker");
            command.add_option("--lrs", o.url, "its address, as https://lrs.example/xapi")->required();
            command.add_option("--lrs-user", o.user, "of HTTP Basic");
            command.add_option("--lrs-password-file", o.password_file, "its first line is the password");
            command.add_flag("--once", o.once, "what is due now, not for ever");
        },
        run_deliver);
}

} // namespace

void add_commands(CLI::App& app, Chosen& chosen) {
    add_services(app, chosen);
    add_command<DatabaseOptions>(
        app, chosen, {"migrate", "make the tables, or bring them up to date"},
        [](CLI::App& command, DatabaseOptions& o) {
            add_database(command, o.database, "the owner of the tables");
        },
        run_migrate);
    add_command<DatabaseOptions>(
        app, chosen, {"status", "counts, what waits, the last error of the xAPI outbox; as JSON"},
        [](CLI::App& command, DatabaseOptions& o) {
            add_database(command, o.database, "the owner of the tables");
        },
        run_status);
    add_user_commands(app, chosen);
    add_station_commands(app, chosen);
    add_people(app, chosen, {"list", "list persons and stations"}, Action::list,
               [](CLI::App&, PeopleOptions&) {});
}

} // namespace tactus::server
