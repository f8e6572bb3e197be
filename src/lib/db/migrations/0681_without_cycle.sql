-- Requests can be voted on without a cycle. The version before took every ballot of requests for a round that everybody may read, so it is not
-- run beside this one.
alter table ballot drop constraint ballot_check1;
alter table ballot add constraint ballot_cycle check (kind = 'wishes' or cycle_id is null);

-- Who votes on a ballot: what a group votes on among its own members is the group's own, in reports too.
create or replace view shared_ballot as select id, group_id, cycle_id, phase, kind, title, question, capacity, seats, role, zone, opens_at, closes_at,
  closed_at, state, rehearsal_of, decision, created_at, by_consent, electorate from ballot;
