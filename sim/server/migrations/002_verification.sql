-- Runs that are to be simulated again: every graded one, and one practice run in a hundred.

create table verify_job (
  attempt uuid primary key references attempt (id) on delete cascade,
  school uuid not null references school (id),
  sim_version text not null,                           -- only a worker of this version may claim it
  state text not null default 'waiting' check (state in ('waiting', 'claimed', 'agrees', 'differs', 'given_up')),
  tries integer not null default 0,
  run_after timestamptz not null default now(),
  claimed_by text not null default '',
  lease_until timestamptz not null default '-infinity',
  finding text not null default '',
  done_at timestamptz);
create index verify_job_open on verify_job (sim_version, run_after) where state in ('waiting', 'claimed');
create index verify_job_state on verify_job (school, state);

create function ask_for_verification() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  -- By the digest, so that no station can choose which practice runs are looked at.
  if new.graded or ('x' || substr(new.digest, 1, 4))::bit(16)::integer % 100 = 0 then
    insert into verify_job (attempt, school, sim_version) values (new.id, new.school, new.sim_version);
  end if;
  return null;
end $$;
create trigger attempt_verification after insert on attempt for each row execute function ask_for_verification();
