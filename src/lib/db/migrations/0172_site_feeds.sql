-- The feeds and the map of the site tell of all that is public; every change of it leaves a line (0105_website.sql).
do $$
declare shown text;
begin
  foreach shown in array array['story', 'decision', 'report'] loop
    execute format('create trigger site_changed after insert or update or delete on %I for each statement execute function tell_site()', shown);
  end loop;
end $$;
