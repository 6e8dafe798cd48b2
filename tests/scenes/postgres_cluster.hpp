#pragma once
/// A PostgreSQL of the test's own in a temporary folder: no port, gone afterwards. Works as root (PostgreSQL
/// itself then runs as the user postgres) and as anybody else.

#include "sim/server/migrate.hpp"
#include "sim/server/postgres.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <unistd.h>

namespace tactus::scenes {

class PostgresCluster {
public:
    /// durable: every commit reaches the disk, as in a school; without it tests are quicker.
    explicit PostgresCluster(bool durable = false) {
        std::string name = (std::filesystem::temp_directory_path() / "tactus-pg-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr) {
            throw std::runtime_error("no temporary folder");
        }
        folder_ = name;
        if (geteuid() == 0) {
            command("chown postgres " + name);
        }
        command(
            as_postgres("initdb -D " + name + "/data -U tactus_owner --auth=trust -E UTF8 --locale=C.UTF-8"));
        command(as_postgres("pg_ctl -D " + name + "/data -l " + name + "/log -w -o \"-k " + name +
                            " -c listen_addresses='' -c fsync=" + (durable ? "on" : "off") +
                            " -c max_connections=200\" start"));
        started_ = true;
        make_database("migrated", "template1");
        server::Connection in_template(url("migrated", "tactus_owner"));
        server::migrate(in_template, server::shipped_migrations());
    }

    ~PostgresCluster() {
        if (started_) {
            static_cast<void>(std::system(
                (as_postgres("pg_ctl -D " + folder_ + "/data -m immediate -w stop") + quiet()).c_str()));
        }
        std::error_code error;
        std::filesystem::remove_all(folder_, error);
    }

    PostgresCluster(const PostgresCluster&) = delete;
    PostgresCluster& operator=(const PostgresCluster&) = delete;

    [[nodiscard]] std::string url(const std::string& database, const std::string& user) const {
        return "host=" + folder_ + " dbname=" + database + " user=" + user;
    }

    /// A new database: migrated, or bare.
    std::string add_database(bool migrated = true) {
        const std::string name = "test_" + std::to_string(++databases_);
        make_database(name, migrated ? "migrated" : "template1");
        return name;
    }

private:
    void make_database(const std::string& name, const std::string& like) const {
        command("psql -q -h " + folder_ + " -U tactus_owner -d postgres -c 'create database " + name +
                " template " + like + "'");
    }

    /// The newest that is installed; Debian keeps the server's programs out of the path.
    static std::string programs() {
        std::string newest;
        for (const auto& entry : std::filesystem::directory_iterator("/usr/lib/postgresql")) {
            const std::string folder = (entry.path() / "bin").string();
            newest = folder.size() > newest.size() || (folder.size() == newest.size() && folder > newest)
                         ? folder
                         : newest;
        }
        return newest;
    }

    static std::string as_postgres(const std::string& command) {
        return (geteuid() == 0 ? "runuser -u postgres -- " : "") + programs() + "/" + command;
    }

    [[nodiscard]] std::string quiet() const { return " >>" + folder_ + ".said 2>&1"; }

    void command(const std::string& words) const {
        if (std::system(("cd / && " + words + quiet()).c_str()) != 0) {
            std::ifstream said(folder_ + ".said");
            throw std::runtime_error(words + ": " + std::string(std::istreambuf_iterator<char>(said), {}));
        }
        std::filesystem::remove(folder_ + ".said");
    }

    std::string folder_;
    bool started_ = false;
    int databases_ = 0;
};

} // namespace tactus::scenes
