#include "sim/records/schema_delivery.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

namespace tactus::records {

void create_delivery_table(SQLite::Database& db) {
    db.exec("create table delivery (attempt text primary key references attempt (id) on delete cascade,"
            " fate text not null, why text not null)");
}

void create_row_delivery_table(SQLite::Database& db) {
    db.exec("create table row_delivery (kind text not null, id text not null, fate text not null,"
            " why text not null, primary key (kind, id)) without rowid");
}

} // namespace tactus::records
