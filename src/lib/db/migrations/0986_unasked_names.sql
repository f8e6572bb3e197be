-- beside
-- Whether everybody reads the names of a group's people who have not confirmed an address: a sheet names people whom nobody has asked yet.
alter table working_group add column unasked_shown boolean not null default true;

create or replace view shared_working_group as
 select id, slug, name, product_id, founded_on, created_at, relationship_public, news_every,
    news_unit, closed_at, merged_into, directory, unasked_shown
   from working_group;

-- Whether everybody may read who holds a role of a group: whoever has confirmed an address, and all where the group says so.
create function named_to_all(who bigint, of_group bigint) returns boolean language sql stable as $$
  select exists (select from address a where a.person_id = who and a.verified_at is not null)
    or exists (select from working_group g where g.id = of_group and g.unasked_shown)
$$;

-- The front page names who holds a role.
create trigger site_changed after insert or delete or update of verified_at on address for each statement execute function tell_site();
create trigger site_changed after update of unasked_shown on working_group for each statement execute function tell_site();
