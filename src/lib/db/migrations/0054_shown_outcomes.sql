-- A thread shows what became of its messages: pages that are kept ready are made anew when that changes (0023_shown.sql). What may
-- be read from an instant on is told soon after it, and that is such a change.
do $$
declare shown text;
begin
  foreach shown in array array['user_case', 'user_case_source', 'request', 'request_case', 'telling_event', 'delivery_claim', 'commitment'] loop
    execute format('create trigger shown_new after insert on %I referencing new table as changed for each statement execute function tell_shown()', shown);
    execute format('create trigger shown_changed after update on %I referencing new table as changed for each statement execute function tell_shown()', shown);
    execute format('create trigger shown_gone after delete on %I referencing old table as changed for each statement execute function tell_shown()', shown);
  end loop;
end $$;
