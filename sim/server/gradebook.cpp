#include "sim/server/gradebook.hpp"

namespace tactus::server {

std::string gradebook(Transaction& transaction, const GradebookAsked& asked) {
    // A student is a person or, while nobody has said who that is, a profile. An override counts by its last
    // event.
    const Rows book = transaction.run(
        R"sql(
with known as (
  select p.id as profile, coalesce(n.id, p.id) as who, n.id as person, coalesce(n.name, p.name) as student,
    coalesce(n.class, '') as class
  from profile p left join person n on n.id = p.person),
student as (
  select distinct who, student from known
  where ($2 = '' or class = $2) and student > $3 order by student, who limit $4::integer),
override as (
  select distinct on (attempt) attempt, (body->>'score')::double precision as score, (body->>'passed')::boolean as passed
  from event where kind = 'override' order by attempt, received_at desc, id desc),
run as (
  select k.who, k.person, k.student, k.class, a.drill, a.started_at, a.graded, a.score as raw,
    coalesce(o.score, a.score) as score, coalesce(o.passed, a.passed) as passed, o.attempt is not null as overridden
  from student s join known k on k.who = s.who join attempt a on a.profile = k.profile
  left join override o on o.attempt = a.id
  where $1 = '' or a.drill = $1),
line as (
  select student, class, person, drill, count(*) as attempts, count(*) filter (where graded) as graded,
    (array_agg(score order by started_at) filter (where graded))[1] as first,
    max(score) filter (where graded) as best,
    (array_agg(score order by started_at desc) filter (where graded))[1] as last,
    avg(score) filter (where graded) as mean,
    max(raw) filter (where graded) as best_raw,
    coalesce(bool_or(passed) filter (where graded), false) as passed,
    count(*) filter (where overridden) as overridden
  from run group by who, student, class, person, drill order by student, drill)
select json_build_object('rows', coalesce((select json_agg(line) from line), '[]'::json)))sql",
        {asked.drill, asked.class_name, asked.after, std::to_string(asked.limit)});
    return book.one().text(0);
}

std::string flags(Transaction& transaction) {
    return transaction
        .run("select json_build_object('rows', coalesce(json_agg(f), '[]'::json)) from (select f.attempt, "
             "f.kind,"
             " f.detail, s.name as station, f.raised_at from flag f left join station s on s.id = f.station"
             " order by f.id desc limit 1000) f")
        .one()
        .text(0);
}

std::string school_status(Transaction& transaction) {
    return transaction
        .run(R"sql(
select json_build_object(
  'attempts', (select count(*) from attempt), 'flags', (select count(*) from flag),
  'verification', coalesce((select json_object_agg(state, n) from
    (select state, count(*) as n from verify_job group by state) v), '{}'::json),
  'xapi', coalesce((select json_object_agg(state, n) from
    (select state, count(*) as n from xapi_statement group by state) x), '{}'::json),
  'xapi_last_error', coalesce((select last_error from xapi_statement where last_error <> '' and state <> 'delivered'
    order by next_try desc limit 1), '')))sql")
        .one()
        .text(0);
}

} // namespace tactus::server
