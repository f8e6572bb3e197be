-- beside
-- Who began a thread and who joined them first stands with it: a list of thirty threads read all their messages for it. Null is not found out yet.
alter table thread add column names text[];

-- Whatever takes a name out of a message takes it out of its thread.
create function forget_thread_names() returns trigger language plpgsql as $function$
begin
  update thread set names = null where id = new.thread_id and names is not null;
  return null;
end $function$;

create trigger message_renamed after update of from_name on message for each row
  when (old.from_name is distinct from new.from_name) execute function forget_thread_names();
