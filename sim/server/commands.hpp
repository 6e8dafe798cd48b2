#pragma once
/// The command line of `tactus-server`.

#include <functional>
#include <ostream>
#include <string>

namespace CLI {
class App;
}

namespace tactus::server {

/// What the user asked for; empty until a subcommand was parsed. Returns the exit code.
using Chosen = std::function<int(std::ostream&)>;

/// Adds every subcommand to `app`. Parsing sets `chosen`, which must outlive the app.
void add_commands(CLI::App& app, Chosen& chosen);

struct ServeOptions {
    std::string database;
    std::string host = "127.0.0.1";
    int port = 8413;
    int threads = 64;
    std::string home_page = "http://localhost";
};

/// Until SIGINT or SIGTERM. Throws UserError, DatabaseError.
int run_serve(const ServeOptions& options, std::ostream& out);

struct WorkOptions {
    std::string database;
    int batch = 16;
    bool once = false; ///< until nothing is waiting, not for ever
};

int run_worker(const WorkOptions& options, std::ostream& out);

struct DeliverOptions {
    std::string database;
    std::string url;
    std::string user;
    std::string password_file;
    bool once = false;
};

int run_deliver(const DeliverOptions& options, std::ostream& out);

struct PeopleOptions {
    enum class Action {
        add_person,
        set_password,
        remove_person,
        add_station,
        revoke_station,
        list
    } action = Action::list;
    std::string database;
    std::string school; ///< "" = the only one
    std::string name;
    std::string role = "student";
    std::string class_name;
    bool desk = false;         ///< of a station
    std::string password_file; ///< "" = one by chance, which is printed
};

int run_people(const PeopleOptions& options, std::ostream& out);

/// Of `migrate` and `status`.
struct DatabaseOptions {
    std::string database;
};

int run_migrate(const DatabaseOptions& options, std::ostream& out);
int run_status(const DatabaseOptions& options, std::ostream& out);

} // namespace tactus::server
