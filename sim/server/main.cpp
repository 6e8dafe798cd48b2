#include "sim/authoring/user_error.hpp"
#include "sim/server/commands.hpp"
#include "sim/server/postgres.hpp"
#include "sim/session/version.hpp"

#include <CLI/CLI.hpp>
#include <exception>
#include <iostream>
#include <sodium.h>

namespace {

constexpr int bad_input = 2;

int obey(int argc, char** argv) {
    CLI::App app(
        "The server of a school: takes what stations push, shows it to whoever may see it, has it verified.",
        "tactus-server");
    app.set_version_flag("--version", std::string(tactus::session::sim_version()));
    app.require_subcommand(1);
    tactus::server::Chosen chosen;
    tactus::server::add_commands(app, chosen);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0) { // --help and --version
            return app.exit(error);
        }
        std::cerr << "tactus-server: command line: " << error.what() << "; see tactus-server --help\n";
        return bad_input;
    }
    return chosen(std::cout);
}

} // namespace

int main(int argc, char** argv) {
    try {
        if (sodium_init() < 0) {
            std::cerr << "tactus-server: libsodium found no source of random numbers\n";
            return 1;
        }
        return obey(argc, argv);
    } catch (const tactus::UserError& error) {
        for (const tactus::Complaint& complaint : error.complaints()) {
            std::cerr << "tactus-server: " << complaint.where << ": " << complaint.what << "; "
                      << complaint.mend << '\n';
        }
        return bad_input;
    } catch (const tactus::server::DatabaseError& error) {
        std::cerr << "tactus-server: database: " << error.what()
                  << (error.is_unreachable() ? "; check --database and that PostgreSQL runs\n" : "\n");
        return error.is_unreachable() ? bad_input : 1;
    } catch (const std::exception& error) {
        std::cerr << "tactus-server: " << error.what() << '\n';
        return 1;
    }
}
