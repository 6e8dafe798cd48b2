#pragma once
/// `tactus-sim records`: the attempts of a station.

#include <filesystem>
#include <ostream>
#include <string>
#include <vector>

namespace tactus::cli {

struct RecordsOptions {
    enum class Action { list, import, export_csv, merge, erase, verify } action = Action::list;
    std::filesystem::path data; ///< the station's data folder
    std::string student;        ///< filter or owner; "" = everyone or guest
    std::vector<std::filesystem::path>
        files; ///< recordings to import, the CSV to write, or the folder to merge
    int threads = 1;
    bool json = false;
};

/// Returns 1 when a verification does not agree, else 0. Throws UserError.
int run_records(const RecordsOptions& options, std::ostream& out);

/// $XDG_DATA_HOME/tactus, else ~/.local/share/tactus.
std::filesystem::path default_data_folder();

} // namespace tactus::cli
