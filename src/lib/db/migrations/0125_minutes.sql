-- Who reads minutes while they are written asks for what changed since a snapshot, not since an hour: clocks of several processes differ, and
-- a transaction that began earlier may commit later.
alter table minute_line add column changed_in bigint not null default 0;
create function mark_minute_line() returns trigger language plpgsql as $$
begin
  new.changed_in := pg_current_xact_id()::text::bigint;
  return new;
end $$;
create trigger mark_minute_line before insert or update on minute_line for each row execute function mark_minute_line();
create index minute_line_changed on minute_line (meeting_id, changed_in);

-- Approved minutes go to a list of the group, once: which, as what message, and why not where it could not be.
alter table meeting_series add column minutes_list_id bigint references list on delete set null;
alter table meeting add column minutes_list_id bigint references list on delete set null;
-- In whose name they go there: who sent them for corrections, or who asked for it.
alter table meeting add column list_by bigint references person;
alter table meeting add column list_message_id text;
alter table meeting add column list_trouble text not null default '';

-- Two texts of one line may come in the same instant.
alter table minute_line_version drop constraint minute_line_version_pkey;
alter table minute_line_version add column id bigint generated always as identity primary key;
create index minute_line_version_of on minute_line_version (line_id, version);
