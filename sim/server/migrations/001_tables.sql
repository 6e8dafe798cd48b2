-- The tables of a school. Attempts, recordings, events and tombstones are append-only: triggers say so to everybody,
-- the owner of the tables included.

create table school (
  id uuid primary key,
  name text not null unique check (name <> ''),
  created_at timestamptz not null default now());

create table person (
  id uuid primary key,
  school uuid not null references school (id),
  name text not null check (name <> ''),
  role text not null check (role in ('student', 'instructor', 'admin')),
  class text not null default '',
  password text not null,                              -- argon2id, as libsodium writes it
  failed_logins integer not null default 0,            -- in a row
  locked_until timestamptz not null default '-infinity',
  created_at timestamptz not null default now(),
  unique (school, name));

create table login (
  token bytea primary key,                             -- BLAKE2b-256 of the token, which only its owner has
  person uuid not null references person (id) on delete cascade,
  expires_at timestamptz not null);

create table station (
  id uuid primary key,
  school uuid not null references school (id),
  name text not null check (name <> ''),
  token bytea not null unique,                         -- as of a login
  public_key text not null default '',                 -- Ed25519, hexadecimal; '' = not known yet
  created_at timestamptz not null default now(),
  revoked_at timestamptz,
  unique (school, name));

-- A student as a station knows them; an instructor says later which person that is.
create table profile (
  id uuid primary key,
  school uuid not null references school (id),
  name text not null,
  station uuid not null references station (id),
  person uuid references person (id) on delete set null);
create index profile_of_person on profile (person);

create table attempt (
  id uuid primary key,                                 -- UUIDv7, given by the station
  school uuid not null references school (id),
  profile uuid not null references profile (id),
  station uuid not null references station (id),
  digest text not null check (digest ~ '^[0-9a-f]{32}$'),
  drill text not null, drill_name text not null, drill_hash text not null,
  rubric text not null, rubric_hash text not null,
  client text not null, client_name text not null,
  started_at bigint not null,                          -- Unix seconds by the station's clock: a label
  duration_s double precision not null,
  score double precision not null,
  pressure double precision, flow double precision, targeting double precision,
  safety double precision, communication double precision, sequence double precision,
  passed boolean not null, grade text not null, graded boolean not null, practice text not null,
  feedback text not null, force_source text not null, setting text not null,
  sim_version text not null, state_hash text not null,
  received_at timestamptz not null,                    -- with id the cursor: grows in the order of commits
  unique (school, digest));
create index attempt_cursor on attempt (school, received_at, id);
create index attempt_of_profile_and_drill on attempt (profile, drill, started_at, id);
create index attempt_of_station on attempt (station);

-- Apart, so that a page of attempts never walks past them. Recordings are compressed already.
create table recording (
  attempt uuid primary key references attempt (id) on delete cascade,
  bytes bytea not null,
  signature text not null,                             -- Ed25519, hexadecimal; '' = unsigned
  result jsonb);
alter table recording alter column bytes set storage external;

create table event (
  id uuid primary key,
  school uuid not null references school (id),
  kind text not null check (kind in ('override', 'review', 'comment', 'link')),
  attempt uuid references attempt (id) on delete cascade,
  by_person uuid references person (id) on delete set null,
  station uuid references station (id),
  at timestamptz not null,
  body jsonb not null,
  received_at timestamptz not null);
create index event_cursor on event (school, received_at, id);
create index event_of_attempt on event (attempt, kind, received_at);

create table tombstone (
  school uuid not null references school (id),
  id uuid not null,
  digest text not null,
  laid_at timestamptz not null default now(),
  primary key (school, id));
create index tombstone_digest on tombstone (school, digest);

-- What somebody should look at; raised once for each finding.
create table flag (
  id bigint generated always as identity primary key,
  school uuid not null references school (id),
  attempt uuid not null,
  kind text not null check (kind in ('differs', 'copied', 'unsound', 'unverified')),
  station uuid references station (id),
  detail text not null,
  raised_at timestamptz not null default now(),
  unique (attempt, kind, detail));

create table drill (
  school uuid not null references school (id),
  hash text not null,                                  -- BLAKE2b-128 of the text
  name text not null,
  body text not null,
  published_at timestamptz not null default now(),
  primary key (school, hash));

-- What a station shows at the moment; may be lost in a crash.
create unlogged table live (
  station uuid primary key references station (id) on delete cascade,
  school uuid not null references school (id),
  body jsonb not null,
  seen_at timestamptz not null);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'a row of % is never changed', tg_table_name;
end $$;

create function refuse_unburied() returns trigger language plpgsql as $$
begin
  if not exists (select from public.tombstone t where t.school = old.school and t.id = old.id) then
    raise exception 'an attempt is deleted only under a tombstone';
  end if;
  return old;
end $$;

create trigger attempt_unchanging before update on attempt for each row execute function refuse_change();
create trigger attempt_kept before delete on attempt for each row execute function refuse_unburied();
create trigger recording_unchanging before update on recording for each row execute function refuse_change();
create trigger tombstone_kept before update or delete on tombstone for each row execute function refuse_change();
create trigger drill_unchanging before update on drill for each row execute function refuse_change();
