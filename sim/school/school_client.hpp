#pragma once
/// Requests to the school's server, one after another. school_client.cpp alone includes httplib.

#include "sim/authoring/user_error.hpp"
#include "sim/school/school_link.hpp"

#include <memory>
#include <string>

namespace tactus::school {

/// Nobody answered, or only what stands before the server: it is worth another try later.
class SchoolUnreachable : public UserError {
public:
    using UserError::UserError;
};

/// Not thread-safe but for stop(). Every request gives up after half a minute without a byte and throws
/// SchoolUnreachable, or UserError: what the server refused and why.
class SchoolClient {
public:
    explicit SchoolClient(SchoolLink link);
    ~SchoolClient();

    std::string get(const std::string& path);
    std::string post(const std::string& path, const std::string& json);

    /// Breaks off a request that waits for its answer, which then throws; from any thread.
    void stop();

private:
    struct Held;
    std::unique_ptr<Held> held_;
};

} // namespace tactus::school
