#include "sim/server/drill_shelf.hpp"

#include "sim/drills/drill_file.hpp"
#include "sim/records/digest.hpp"

namespace tactus::server {

std::string publish_drill(Transaction& transaction, const std::string& school, const std::string& text) {
    const drills::Drill drill = drills::parse_drill(text, "drill");
    std::string hash = records::digest_hex(text);
    transaction.run(
        "insert into drill (school, hash, name, body) values ($1, $2, $3, $4) on conflict do nothing",
        {school, hash, drill.name, text});
    return hash;
}

std::string drill_list(Transaction& transaction) {
    return transaction
        .run("select json_build_object('rows', coalesce(json_agg(d), '[]'::json)) from"
             " (select hash, name, published_at from drill order by published_at desc limit 1000) d")
        .one()
        .text(0);
}

std::optional<std::string> drill_text(Transaction& transaction, const std::string& hash) {
    const Rows found = transaction.run("select body from drill where hash = $1", {hash});
    return found.empty() ? std::nullopt : std::optional(found.one().text(0));
}

} // namespace tactus::server
