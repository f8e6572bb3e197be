-- beside
-- A date of before is no news to who proposed the talk: they may have given it themselves. Another one is.
update talk t set proposer_told_for = m.starts_at from meeting m
  where m.id = t.meeting_id and t.state = 'scheduled' and t.proposer_told_for is null;
