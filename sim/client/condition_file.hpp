#pragma once
/// Reads condition files (TOML, assets/conditions).

#include "sim/authoring/table.hpp"
#include "sim/client/client.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace tactus::client {

/// A condition and how the body of whoever has it answers.
struct ConditionFile {
    Condition condition;
    Response response;
};

/// Reads the keys that assets/conditions/healthy.toml explains. Throws UserError with every complaint of the
/// file. `name` is what complaints call the file; its stem is the condition's id.
ConditionFile parse_condition(std::string_view toml, std::string_view name);

/// The same from a file. Throws UserError also when it cannot be read.
ConditionFile read_condition_file(const std::filesystem::path& file);

/// A condition inside another file; complaints go to the table's document. `id` is read from the table.
Condition read_condition(authoring::Table& table);

/// As TOML under the table `path`, which read_condition reads back to an equal value.
std::string write_condition(const Condition& condition, std::string_view path);

} // namespace tactus::client
