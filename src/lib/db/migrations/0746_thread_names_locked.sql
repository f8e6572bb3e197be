-- beside
-- Whoever notes the names of a thread meanwhile has read them before they were taken out: what they note is waited for, and goes too.
create or replace function forget_thread_names() returns trigger language plpgsql as $function$
begin
  perform from thread where id = new.thread_id for no key update;
  update thread set names = null where id = new.thread_id and names is not null;
  return null;
end $function$;
