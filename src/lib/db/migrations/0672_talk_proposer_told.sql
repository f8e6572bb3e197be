-- beside
-- Who proposed a talk and does not speak in it is told of its date: of which beginning they were.
alter table talk add column proposer_told_for timestamptz;
