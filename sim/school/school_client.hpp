#pragma once
/// Requests to the school's server, one after another. school_client.cpp alone includes httplib.

#include "sim/school/school_link.hpp"

#include <memory>
#include <string>

namespace tactus::school {

/// Not thread-safe. Every request gives up after half a minute without a byte and throws UserError: not
/// reachable, or what the server refused and why.
class SchoolClient {
public:
    explicit SchoolClient(SchoolLink link);
    ~SchoolClient();

    std::string get(const std::string& path);
    std::string post(const std::string& path, const std::string& json);

private:
    struct Held;
    std::unique_ptr<Held> held_;
};

} // namespace tactus::school
