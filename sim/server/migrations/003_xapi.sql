-- Statements on their way to a learning record store (xAPI), made in the transaction that takes an attempt.

create table xapi_statement (
  id uuid primary key,                                 -- UUIDv5 of attempt and verb: sent twice, it is the same one
  school uuid not null references school (id),
  attempt uuid not null references attempt (id) on delete cascade,
  verb text not null,
  body text not null,
  state text not null default 'waiting' check (state in ('waiting', 'delivered', 'refused')),
  tries integer not null default 0,
  next_try timestamptz not null default now(),
  last_error text not null default '',
  delivered_at timestamptz);
create index xapi_waiting on xapi_statement (next_try) where state = 'waiting';
create index xapi_of_school on xapi_statement (school, state);
create index xapi_of_attempt on xapi_statement (attempt);
