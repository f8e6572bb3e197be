-- beside
-- Whether everybody reads where a public meeting is, and so the link by which it is joined.
alter table meeting add column place_open boolean not null default false;
alter table meeting_series add column place_open boolean not null default false;
