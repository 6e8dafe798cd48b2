-- Classes, exams and what was said of them, as rows that are added and never changed. A row is kept as its station told
-- it; the columns beside are what rights and erasures are decided by.

-- At a desk an instructor works: it may say what a class is and what a grade is. Other stations say who sat down, what
-- was handed in, that a review is wanted, and that a run is granted again where the computer was at fault.
alter table station add column desk boolean not null default false;
grant select (desk) on station to tactus_app;

create table class_row (
  school uuid not null references school (id),
  kind text not null check (kind in ('class', 'membership', 'exam', 'exam_change', 'sitting', 'handed_in', 'mark',
    'mark_undo', 'review', 'review_answer')),
  id uuid not null,
  profile uuid references profile (id),                -- whom it is about; null = nobody
  attempt uuid references attempt (id) on delete cascade,
  station uuid not null references station (id),
  body jsonb not null,
  received_at timestamptz not null,                    -- with id the cursor, as of attempts
  primary key (school, kind, id));
create index class_row_cursor on class_row (school, received_at, id);
create index class_row_of_profile on class_row (profile);
create index class_row_of_attempt on class_row (attempt);
create index class_row_by_id on class_row (id);

-- Of a row that goes with its attempt, the attempt's tombstone counts.
create function refuse_unburied_row() returns trigger language plpgsql as $$
begin
  if not exists (select from public.tombstone t where t.school = old.school
      and (t.id = old.id or t.id = old.attempt or t.id = old.profile)) then
    raise exception 'a row of a class is deleted only under a tombstone';
  end if;
  return old;
end $$;
revoke execute on function refuse_unburied_row from public;
create trigger class_row_unchanging before update on class_row for each row execute function refuse_change();
create trigger class_row_kept before delete on class_row for each row execute function refuse_unburied_row();

create function at_a_desk() returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((select desk from station where id = my_station()), false)
$$;
revoke execute on function at_a_desk from public;
grant execute on function at_a_desk to tactus_app;

alter table class_row enable row level security;
grant select, insert, delete on class_row to tactus_app;
create policy seen on class_row for select to tactus_app
  using (school = my_school() and (i_teach() or my_role() = 'station'
    -- A student sees what was done, not the marks before they are given, nor an exam before it is taken.
    or kind in ('membership', 'sitting', 'handed_in', 'review', 'review_answer')
      and (profile in (select p.id from profile p where p.person = my_person())
        or attempt in (select a.id from attempt a))));
create policy told on class_row for insert to tactus_app
  with check (school = my_school() and my_role() = 'station' and station = my_station()
    and (profile is null or profile in (select p.id from profile p))
    and (attempt is null or attempt in (select a.id from attempt a))
    and (kind in ('sitting', 'handed_in', 'review')
      or kind = 'mark' and body->>'kind' = 'grant' and body->>'who' = 'this station'
      or at_a_desk()));
create policy erased on class_row for delete to tactus_app
  using (school = my_school() and (my_role() = 'admin' or my_role() = 'station' and station = my_station()));

-- What was handed in is looked at and marked at a desk; other stations have no business with each other's recordings.
drop policy seen on recording;
create policy seen on recording for select to tactus_app
  using (exists (select from attempt a where a.id = recording.attempt)
    and (my_role() <> 'station' or at_a_desk()));

-- A student who was erased leaves no name.
grant delete on profile to tactus_app;
create policy erased on profile for delete to tactus_app
  using (school = my_school() and my_role() = 'station' and station = my_station());
