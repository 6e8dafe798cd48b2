#include "sim/client/client_faults.hpp"

#include "sim/authoring/user_error.hpp"
#include "sim/client/client_file.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <string_view>

namespace tactus::client {

namespace {

/// Which row of which table stands on a line: write_client gives each its own.
struct TableRow {
    std::string table;
    std::size_t row = 0;
};

std::vector<TableRow> places_of(std::string_view text) {
    std::vector<TableRow> places;
    std::map<std::string, std::size_t> rows;
    TableRow at;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        if (line.starts_with('[')) {
            const std::size_t first = line.find_first_not_of('[');
            at.table = line.substr(first, line.find(']') - first);
            at.row = rows[at.table]++;
        }
        places.push_back(at);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return places;
}

/// "client:14" -> 13, the index of the line.
std::size_t line_of(const std::string& where) {
    const std::size_t colon = where.rfind(':');
    std::size_t line = 1;
    if (colon != std::string::npos) {
        std::from_chars(where.data() + colon + 1, where.data() + where.size(), line);
    }
    return std::max<std::size_t>(line, 1) - 1;
}

/// "`case.area.half_u` is 9, ...": the key, and what follows its name.
ClientFault placed(const Complaint& complaint, const std::vector<TableRow>& places) {
    const TableRow& at = places[std::min(line_of(complaint.where), places.size() - 1)];
    ClientFault fault{.table = at.table, .row = at.row, .key = {}, .words = complaint.what};
    const std::size_t end = complaint.what.starts_with('`') ? complaint.what.find("` ") : std::string::npos;
    if (end != std::string::npos) {
        const std::string path = complaint.what.substr(1, end - 1);
        fault.key = path.substr(path.rfind('.') + 1); // npos + 1 is 0: a path of one name
        fault.words = complaint.what.substr(end + 2);
    }
    fault.words += "; " + complaint.mend;
    return fault;
}

} // namespace

std::vector<ClientFault> faults_of(const Client& client) {
    const std::string text = write_client(client);
    std::vector<ClientFault> faults;
    try {
        parse_client(text, client.id);
    } catch (const UserError& error) {
        const std::vector<TableRow> places = places_of(text);
        for (const Complaint& complaint : error.complaints()) {
            faults.push_back(placed(complaint, places));
        }
    }
    return faults;
}

} // namespace tactus::client
