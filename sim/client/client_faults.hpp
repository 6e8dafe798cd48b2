#pragma once
/// What is wrong with a client that is being written, field by field: the complaints of the file's reader,
/// each with the table, the row and the key that it is about.

#include "sim/client/client.hpp"

#include <string>
#include <vector>

namespace tactus::client {

struct ClientFault {
    std::string table;   ///< as the file calls it: "case.area", "response"; "" = the client itself
    std::size_t row = 0; ///< of that table, where there are several
    std::string key;     ///< "half_u"
    std::string words;   ///< "is 400, outside 0 to 300; choose a value in that range"

    friend bool operator==(const ClientFault&, const ClientFault&) = default;
};

/// What a reader of the client's file would complain of, in its order. Pure.
std::vector<ClientFault> faults_of(const Client& client);

} // namespace tactus::client
