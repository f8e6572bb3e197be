-- Pages that everybody may read are kept ready while nothing of them changes (src/http/kept-pages.ts). Every change of what they show
-- leaves a line here, seen by others at the same instant as the change. Lines, no counter: changes of one moment do not wait for each
-- other. A job thins them out.
create table shown_change (
  id bigint generated always as identity primary key,
  -- Of which list; null where every page may show it.
  list_id bigint
);

create function tell_shown_list() returns trigger language plpgsql as $$
begin
  insert into shown_change (list_id) select distinct list_id from changed;
  return null;
end $$;

create function tell_shown() returns trigger language plpgsql as $$
begin
  insert into shown_change (list_id) select null where exists (select from changed);
  return null;
end $$;

create trigger shown_new after insert on message referencing new table as changed for each statement execute function tell_shown_list();
create trigger shown_changed after update on message referencing new table as changed for each statement execute function tell_shown_list();
create trigger shown_gone after delete on message referencing old table as changed for each statement execute function tell_shown_list();
create trigger shown_changed after update on thread referencing new table as changed for each statement execute function tell_shown_list();
create trigger shown_gone after delete on thread referencing old table as changed for each statement execute function tell_shown_list();
create trigger shown_changed after update on attachment referencing new table as changed for each statement execute function tell_shown();
create trigger shown_gone after delete on attachment referencing old table as changed for each statement execute function tell_shown();

do $$
declare shown text;
begin
  foreach shown in array array['list', 'list_community', 'working_group', 'community', 'group_community', 'organisation', 'affiliation'] loop
    execute format('create trigger shown_new after insert on %I referencing new table as changed for each statement execute function tell_shown()', shown);
    execute format('create trigger shown_changed after update on %I referencing new table as changed for each statement execute function tell_shown()', shown);
    execute format('create trigger shown_gone after delete on %I referencing old table as changed for each statement execute function tell_shown()', shown);
  end loop;
end $$;

-- How many messages a list has of each month (UTC): counting a hundred thousand takes as long as thirty pages.
create table list_month (
  list_id bigint not null references list on delete cascade,
  month date not null,
  messages integer not null,
  primary key (list_id, month)
);

create function count_months() returns trigger language plpgsql as $$
declare sign integer := case tg_op when 'DELETE' then -1 else 1 end;
begin
  insert into list_month (list_id, month, messages)
    select list_id, date_trunc('month', sent_at at time zone 'UTC')::date, sign * count(*) from changed group by 1, 2 order by 1, 2
    on conflict (list_id, month) do update set messages = list_month.messages + excluded.messages;
  return null;
end $$;

create function recount_months() returns trigger language plpgsql as $$
begin
  insert into list_month (list_id, month, messages)
    select list_id, month, sum(n) from (
      select list_id, date_trunc('month', sent_at at time zone 'UTC')::date as month, 1 as n from changed
      union all select list_id, date_trunc('month', sent_at at time zone 'UTC')::date, -1 from before) both_sides
    group by 1, 2 having sum(n) <> 0 order by 1, 2
    on conflict (list_id, month) do update set messages = list_month.messages + excluded.messages;
  return null;
end $$;

create trigger months_new after insert on message referencing new table as changed for each statement execute function count_months();
create trigger months_changed after update on message referencing new table as changed old table as before
  for each statement execute function recount_months();
create trigger months_gone after delete on message referencing old table as changed for each statement execute function count_months();

insert into list_month (list_id, month, messages)
  select list_id, date_trunc('month', sent_at at time zone 'UTC')::date, count(*) from message group by 1, 2;
