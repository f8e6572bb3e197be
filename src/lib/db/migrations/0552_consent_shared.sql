-- beside
-- Whether silence is a yes: then nobody votes, and reports count no turnout.
create or replace view shared_ballot as select id, group_id, cycle_id, phase, kind, title, question, capacity, seats, role, zone, opens_at, closes_at,
  closed_at, state, rehearsal_of, decision, created_at, by_consent from ballot;
