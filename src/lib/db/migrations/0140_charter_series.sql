-- A measure that looks at the meetings of one series alone: the monthly call, not the yearly assembly.
alter table clause_measure add column series_id bigint references meeting_series;
-- Two who write one clause at once do not write over each other.
alter table charter_clause add column revision integer not null default 1;
