-- beside
-- Who votes on a ballot: what a group votes on among its own members is the group's own, in reports too.
create or replace view shared_ballot as select id, group_id, cycle_id, phase, kind, title, question, capacity, seats, role, zone, opens_at, closes_at,
  closed_at, state, rehearsal_of, decision, created_at, by_consent, electorate from ballot;
