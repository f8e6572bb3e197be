alter table ballot
  add column called_off_at timestamptz,
  add column called_off_by bigint references person,
  add column called_off_reason text not null default '',
  -- The ballot that was called off and that this one holds anew.
  add column anew_of bigint references ballot,
  add constraint ballot_called_off check ((state = 'called_off') = (called_off_at is not null) and (state = 'called_off') = (called_off_reason <> ''));

create unique index ballot_anew on ballot (anew_of) where anew_of is not null;

-- A round that was called off leaves its place in the cycle to the one that is held anew.
drop index ballot_of_phase;
create unique index ballot_of_phase on ballot (cycle_id, phase) where rehearsal_of is null and cycle_id is not null and state <> 'called_off';
