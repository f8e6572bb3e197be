-- A draft of a page is for those who keep the site; what was brought in from elsewhere is out at once, as it was there.
alter table site_page add column published boolean not null default true;

-- What the first page, the blocks and the feeds of the site show besides (0105_website.sql).
do $$
declare shown text;
begin
  foreach shown in array array['site_page', 'news_item', 'news_issue', 'document'] loop
    execute format('create trigger site_changed after insert or update or delete on %I for each statement execute function tell_site()', shown);
  end loop;
end $$;
