/// records verify, station, trust, distrust: what makes a grade one that anybody can check.

#include "sim/cli/run_records.hpp"
#include "sim/cli/run_stations.hpp"
#include "sim/cli/run_verify.hpp"
#include "sim/cli/subcommand.hpp"

namespace tactus::cli {
namespace {

void add_data(CLI::App& command, std::filesystem::path& data) {
    data = default_data_folder();
    command.add_option("--data", data, "the station's data folder");
}

void add_verify(CLI::App& records, Chosen& chosen) {
    add_subcommand<VerifyOptions>(
        records, chosen, {"verify", "run recordings again and hold the records against them; 1 = a finding"},
        [](CLI::App& command, VerifyOptions& o) {
            add_data(command, o.data);
            command.add_option("what", o.what,
                               "recordings, folders of them, ids of attempts; all attempts by default");
            command.add_option("--student", o.student, "only this student's attempts");
            command.add_option("--drill", o.drill, "only attempts at this drill, by id");
            command.add_option("--class", o.class_name, "only attempts of this class");
            command.add_option("--since", o.since, "only from this day on, YYYY-MM-DD (UTC)");
            command.add_flag("--signed", o.must_be_signed, "an unsigned recording is a finding, too");
            command
                .add_option("--threads", o.workers,
                            "runs at a time; as many as the machine has threads by default")
                ->check(CLI::Range(1, threads_limit));
            add_json(command, o.json);
        },
        run_verify);
}

void add_station(CLI::App& records, Chosen& chosen) {
    add_subcommand<StationOptions>(
        records, chosen, {"station", "print this station's name and the public key of its signatures"},
        [](CLI::App& command, StationOptions& o) {
            add_data(command, o.data);
            command.add_option("--name", o.name, "call it so from now on");
            add_json(command, o.json);
        },
        run_station);
}

void add_trust(CLI::App& records, Chosen& chosen) {
    add_subcommand<TrustOptions>(
        records, chosen, {"trust", "list the stations whose signatures count here, or add some"},
        [](CLI::App& command, TrustOptions& o) {
            add_data(command, o.data);
            command.add_option("stations", o.stations,
                               "a public key, or another station's known_stations.toml");
            command.add_option("--name", o.name, "what the station of that key is called");
            add_json(command, o.json);
        },
        run_trust);
    add_subcommand<TrustOptions>(
        records, chosen, {"distrust", "forget stations: what they signed is foreign from now on"},
        [](CLI::App& command, TrustOptions& o) {
            o.forget = true;
            add_data(command, o.data);
            command.add_option("keys", o.stations, "public keys")->required();
        },
        run_trust);
}

} // namespace

void add_grade_actions(CLI::App& records, Chosen& chosen) {
    add_verify(records, chosen);
    add_station(records, chosen);
    add_trust(records, chosen);
}

} // namespace tactus::cli
