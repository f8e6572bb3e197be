-- Whom a decision is for beside those at the table: everybody, unless it is internal or of a meeting that is not public or whose minutes
-- nobody has approved. Its page, the register and search ask this alone.
create function decision_open(one decision) returns boolean language sql stable as $$
  select not one.internal and (one.meeting_id is null or exists (
    select from meeting m where m.id = one.meeting_id and m.public and m.minutes = 'approved'))
$$;

-- The key under which search finds it.
create function decision_audience(one decision) returns text language sql stable as $$
  select case when decision_open(one) then 'public' when one.group_id is not null then 'group:' || one.group_id
    else 'community:' || one.community_id end
$$;

create function readers_of_decision() returns trigger language plpgsql as $$
begin
  update search_document d set audience = decision_audience(c) from decision c
    where (case tg_table_name when 'decision' then c.id else c.meeting_id end) = new.id
    and d.kind = 'decision' and d.subject_id = c.id and d.audience <> decision_audience(c);
  return null;
end $$;

create trigger readers_of_decision after update of internal, meeting_id, group_id, community_id on decision
  for each row execute function readers_of_decision();
create trigger readers_of_decision after update of public, minutes on meeting
  for each row when ((old.public, old.minutes) is distinct from (new.public, new.minutes)) execute function readers_of_decision();

update search_document d set audience = decision_audience(c)
  from decision c where d.kind = 'decision' and d.subject_id = c.id and d.audience <> decision_audience(c);

-- Organisations and elections are for who is signed in; people for those who belong to a group or a list.
update search_document set audience = 'accounts'
  where kind = 'organisation' or (kind = 'ballot' and subject_id in (select id from ballot where kind = 'election'));
