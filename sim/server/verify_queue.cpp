#include "sim/server/verify_queue.hpp"

#include <nlohmann/json.hpp>

namespace tactus::server {

std::vector<std::string> claim(Connection& connection, const Claim& claim) {
    std::vector<std::string> attempts;
    const std::string limit = std::to_string(tries_limit);
    connection.transact([&](Transaction& t) {
        attempts.clear();
        t.run("update verify_job set state = 'given_up', done_at = now(),"
              " finding = 'its worker was lost ' || tries || ' times; look at it by hand'"
              " where attempt in (select attempt from verify_job where state = 'claimed' and lease_until < "
              "now()"
              " and tries >= $1::integer for update skip locked)",
              {limit});
        const Rows taken = t.run(
            "update verify_job set state = 'claimed', tries = tries + 1, claimed_by = $1,"
            " lease_until = now() + make_interval(secs => $2)"
            " where attempt in (select attempt from verify_job"
            " where sim_version in (select jsonb_array_elements_text($3::jsonb))"
            " and (state = 'waiting' and run_after <= now() or state = 'claimed' and lease_until < now())"
            " order by run_after, attempt limit $4::integer for update skip locked) returning attempt",
            {claim.worker, std::to_string(claim.lease_s), nlohmann::json(claim.sim_versions).dump(),
             std::to_string(claim.batch)});
        for (const Row& row : taken.rows) {
            attempts.push_back(row.text(0));
        }
    });
    return attempts;
}

bool finish(Connection& connection, const Claim& claim, const std::string& attempt, Outcome outcome,
            const std::string& finding) {
    bool ours = false;
    connection.transact([&](Transaction& t) {
        ours = t.run("update verify_job set state = $3, finding = $4, done_at = now()"
                     " where attempt = $1 and claimed_by = $2 and state = 'claimed'",
                     {attempt, claim.worker, outcome == Outcome::agrees ? "agrees" : "differs", finding})
                   .affected == 1;
        t.run("update verify_job set lease_until = now() + make_interval(secs => $2)"
              " where claimed_by = $1 and state = 'claimed'",
              {claim.worker, std::to_string(claim.lease_s)});
        if (ours && outcome == Outcome::differs) {
            t.run("insert into flag (school, attempt, kind, station, detail)"
                  " select school, id, 'unverified', station, $2 from attempt where id = $1 on conflict do "
                  "nothing",
                  {attempt, finding});
        }
    });
    return ours;
}

} // namespace tactus::server
