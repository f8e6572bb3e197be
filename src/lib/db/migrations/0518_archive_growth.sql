-- beside
-- How many threads a list has is counted by month, as its messages are: a page that says so read all of them.
alter table list_month add column threads integer not null default 0;

create function count_threads() returns trigger language plpgsql as $function$
declare sign integer := case tg_op when 'DELETE' then -1 else 1 end;
begin
  insert into list_month (list_id, month, messages, threads)
    select list_id, date_trunc('month', first_at at time zone 'UTC')::date, 0, sign * count(*) from changed group by 1, 2 order by 1, 2
    on conflict (list_id, month) do update set threads = list_month.threads + excluded.threads;
  return null;
end $function$;

create function recount_threads() returns trigger language plpgsql as $function$
begin
  insert into list_month (list_id, month, messages, threads)
    select list_id, month, 0, sum(n) from (
      select list_id, date_trunc('month', first_at at time zone 'UTC')::date as month, 1 as n from changed
      union all select list_id, date_trunc('month', first_at at time zone 'UTC')::date, -1 from before) both_sides
    group by 1, 2 having sum(n) <> 0 order by 1, 2
    on conflict (list_id, month) do update set threads = list_month.threads + excluded.threads;
  return null;
end $function$;

create trigger threads_new after insert on thread referencing new table as changed for each statement execute function count_threads();
create trigger threads_gone after delete on thread referencing old table as changed for each statement execute function count_threads();
create trigger threads_changed after update on thread referencing old table as before new table as changed
  for each statement execute function recount_threads();

insert into list_month (list_id, month, messages, threads)
  select list_id, date_trunc('month', first_at at time zone 'UTC')::date, 0, count(*) from thread group by 1, 2
  on conflict (list_id, month) do update set threads = excluded.threads;

-- The threads of a month are found without reading its messages.
create index message_by_time on message (list_id, sent_at desc, id desc) include (thread_id);
drop index message_newest;
alter index message_by_time rename to message_newest;
