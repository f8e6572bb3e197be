-- Whether everybody may see the figures between a group and its vendor. The group decides; until then nobody outside does.
alter table working_group add column relationship_public boolean not null default false;

-- The first page shows some of them where they are public, and is kept ready while nothing of it changes (0105_website.sql).
do $$
declare shown text;
begin
  foreach shown in array array['submission', 'submission_item', 'vendor_question', 'commitment', 'delivery_claim', 'telling_event',
    'vendor_meeting'] loop
    execute format('create trigger site_changed after insert or update or delete on %I for each statement execute function tell_site()', shown);
  end loop;
end $$;
