#pragma once
/// `tactus-sim records`: the students and attempts of a station.

#include <filesystem>
#include <ostream>
#include <string>
#include <vector>

namespace tactus::cli {

struct RecordsOptions {
    enum class Action {
        list,
        show,
        import,
        export_table,
        report,
        merge,
        erase,
        enter_class,
        backup,
        restore
    } action = Action::list;
    std::filesystem::path data;               ///< the station's data folder
    std::string student;                      ///< filter or owner; "" = everyone or guest
    std::string drill;                        ///< filter; "" = all
    std::string since;                        ///< YYYY-MM-DD, UTC; "" = always
    std::string class_name;                   ///< to be entered in; "" = out of the class
    std::string id;                           ///< of the attempt to show, or its first characters
    std::filesystem::path report;             ///< the HTML file to write
    std::filesystem::path folder;             ///< of `export`: everything of one student
    std::vector<std::filesystem::path> files; ///< what is imported, merged, restored or written
    bool json = false;
};

/// Returns 1 when a merge found differing attempts or an exported recording is
/// lost, else 0. Lays the day's backup after an import or a merge. Throws UserError.
int run_records(const RecordsOptions& options, std::ostream& out);

/// $XDG_DATA_HOME/tactus, else ~/.local/share/tactus.
std::filesystem::path default_data_folder();

} // namespace tactus::cli
