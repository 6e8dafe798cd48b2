-- Who may see and do what. The server logs in as tactus_app and names, for each transaction, who is asking
-- (set_config 'tactus.*'); workers log in as tactus_worker. Neither owns a table, so neither passes the policies.

do $$ begin
  if not exists (select from pg_roles where rolname = 'tactus_app') then create role tactus_app login; end if;
  if not exists (select from pg_roles where rolname = 'tactus_worker') then create role tactus_worker login; end if;
end $$;

create function my_school() returns uuid language sql stable
  as $$ select nullif(current_setting('tactus.school', true), '')::uuid $$;
create function my_person() returns uuid language sql stable
  as $$ select nullif(current_setting('tactus.person', true), '')::uuid $$;
create function my_station() returns uuid language sql stable
  as $$ select nullif(current_setting('tactus.station', true), '')::uuid $$;
create function my_role() returns text language sql stable
  as $$ select coalesce(current_setting('tactus.role', true), '') $$;
create function i_teach() returns boolean language sql stable
  as $$ select my_role() in ('instructor', 'admin') $$;

revoke all on all tables in schema public from public;
revoke execute on all functions in schema public from public;
grant select on migration to tactus_app, tactus_worker;
grant execute on function my_school(), my_person(), my_station(), my_role(), i_teach() to tactus_app, tactus_worker;

alter table school enable row level security;
alter table person enable row level security;
alter table login enable row level security;
alter table station enable row level security;
alter table profile enable row level security;
alter table attempt enable row level security;
alter table recording enable row level security;
alter table event enable row level security;
alter table tombstone enable row level security;
alter table flag enable row level security;
alter table drill enable row level security;
alter table live enable row level security;
alter table verify_job enable row level security;
alter table xapi_statement enable row level security;

-- The server. Of persons and stations it reads no secrets: those stay behind the functions at the end.
grant select on school to tactus_app;
create policy own on school for select to tactus_app using (id = my_school());

grant select (id, school, name, role, class, created_at) on person to tactus_app;
create policy seen on person for select to tactus_app
  using (school = my_school() and (i_teach() or id = my_person()));

grant select (id, school, name, public_key, created_at, revoked_at) on station to tactus_app;
create policy seen on station for select to tactus_app
  using (school = my_school() and (i_teach() or id = my_station()));

grant select, insert, update (person) on profile to tactus_app;
create policy seen on profile for select to tactus_app
  using (school = my_school() and (i_teach() or my_role() = 'station' or person = my_person()));
create policy made on profile for insert to tactus_app
  with check (school = my_school() and my_role() = 'station' and station = my_station() and person is null);
create policy linked on profile for update to tactus_app
  using (school = my_school() and i_teach())
  with check (school = my_school() and (person is null or person in (select id from person)));

grant select, insert, delete on attempt to tactus_app;
create policy seen on attempt for select to tactus_app
  using (school = my_school() and (i_teach() or my_role() = 'station'
    or profile in (select p.id from profile p where p.person = my_person())));
create policy pushed on attempt for insert to tactus_app
  with check (school = my_school() and my_role() = 'station' and station = my_station());
create policy erased on attempt for delete to tactus_app
  using (school = my_school() and (my_role() = 'admin' or my_role() = 'station' and station = my_station()));

grant select, insert on recording to tactus_app;
create policy seen on recording for select to tactus_app
  using (exists (select from attempt a where a.id = recording.attempt));
create policy pushed on recording for insert to tactus_app
  with check (exists (select from attempt a where a.id = recording.attempt and a.station = my_station()));

grant select, insert on event to tactus_app;
create policy seen on event for select to tactus_app
  using (school = my_school() and (i_teach() or my_role() = 'station' or by_person = my_person()
    or attempt in (select a.id from attempt a)));
create policy made on event for insert to tactus_app
  with check (school = my_school() and (attempt is null or attempt in (select a.id from attempt a))
    and (i_teach() and by_person = my_person()
      or my_role() = 'student' and by_person = my_person() and kind = 'review' and attempt is not null
      or my_role() = 'station' and by_person is null and station = my_station() and kind in ('review', 'comment')));

grant select, insert on tombstone to tactus_app;
create policy seen on tombstone for select to tactus_app
  using (school = my_school() and my_role() in ('admin', 'station'));
create policy laid on tombstone for insert to tactus_app
  with check (school = my_school() and my_role() in ('admin', 'station'));

grant select, insert on flag to tactus_app;
create policy seen on flag for select to tactus_app using (school = my_school() and i_teach());
create policy raised on flag for insert to tactus_app
  with check (school = my_school() and my_role() = 'station' and station = my_station());

grant select, insert on drill to tactus_app;
create policy seen on drill for select to tactus_app using (school = my_school());
create policy published on drill for insert to tactus_app with check (school = my_school() and i_teach());

grant select, insert, update on live to tactus_app;
create policy seen on live for select to tactus_app
  using (school = my_school() and (i_teach() or station = my_station()));
create policy told on live for insert to tactus_app
  with check (school = my_school() and my_role() = 'station' and station = my_station());
create policy told_again on live for update to tactus_app
  using (school = my_school() and my_role() = 'station' and station = my_station());

grant select on verify_job to tactus_app;
create policy seen on verify_job for select to tactus_app using (school = my_school() and i_teach());

grant select, insert on xapi_statement to tactus_app;
create policy seen on xapi_statement for select to tactus_app using (school = my_school() and i_teach());
create policy made on xapi_statement for insert to tactus_app
  with check (school = my_school() and attempt in (select a.id from attempt a));

-- Workers: what they simulate again and what they hand on, of every school.
grant select on school, attempt, recording, verify_job, xapi_statement, station to tactus_worker;
grant update on verify_job, xapi_statement to tactus_worker;
grant insert, select on flag to tactus_worker;
create policy worker on school for select to tactus_worker using (true);
create policy worker on station for select to tactus_worker using (true);
create policy worker on attempt for select to tactus_worker using (true);
create policy worker on recording for select to tactus_worker using (true);
create policy worker on verify_job to tactus_worker using (true);
create policy worker on xapi_statement to tactus_worker using (true);
create policy worker on flag to tactus_worker using (true);

-- The doors to what no policy lets through: a password on its way in, a token.
create function login_secret(school_name text, person_name text)
  returns table (person uuid, school uuid, role text, password text, locked boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, p.school, p.role, p.password, p.locked_until > now()
  from person p join school s on s.id = p.school
  where p.name = person_name and (s.name = school_name or school_name = '' and (select count(*) from school) = 1)
$$;

create function login_failed(who uuid) returns void
  language sql security definer set search_path = public, pg_temp as $$
  update person set failed_logins = failed_logins + 1,
    locked_until = case when failed_logins >= 4 then now() + interval '1 minute' else locked_until end
  where id = who
$$;

create function login_passed(who uuid, new_token bytea, lifetime interval) returns void
  language sql security definer set search_path = public, pg_temp as $$
  update person set failed_logins = 0, locked_until = '-infinity' where id = who;
  delete from login where expires_at < now();
  insert into login values (new_token, who, now() + lifetime);
$$;

create function logout(old_token bytea) returns void
  language sql security definer set search_path = public, pg_temp as $$
  delete from login where token = old_token
$$;

create function bearer(given bytea)
  returns table (school uuid, person uuid, station uuid, role text, name text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select p.school, p.id, null::uuid, p.role, p.name
  from login l join person p on p.id = l.person where l.token = given and l.expires_at > now()
  union all
  select s.school, null, s.id, 'station', s.name from station s where s.token = given and s.revoked_at is null
$$;

revoke execute on function login_secret, login_failed, login_passed, logout, bearer from public;
grant execute on function login_secret, login_failed, login_passed, logout, bearer to tactus_app;
