#pragma once
/// A client inside another file: the drill that brings its own.

#include "sim/authoring/table.hpp"
#include "sim/client/client.hpp"
#include "sim/client/condition_file.hpp"

#include <string>
#include <string_view>

namespace tactus::client {

/// Reads the keys of a client's file from a table; complaints go to the table's document. Without a key `id`
/// the client goes by the stem of `name`.
Client read_carried_client(authoring::Table& table, std::string_view name);

/// The keys of a client's file to stand under the head of the table `path`, which the caller writes; its own
/// tables have their heads: [path.response]. path "": of a file by itself.
std::string write_carried_client(const Client& client, std::string_view path);

/// A condition of assets/conditions as a client has it: with what each question and each wording is worth.
/// Throws UserError.
ConditionFile condition_named(std::string_view id);

} // namespace tactus::client
