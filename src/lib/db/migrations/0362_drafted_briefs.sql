-- A package that the program has drafted waits for who may send it, until it is sent or closed.
alter table brief add column drafted_at timestamptz;
create index brief_drafted on brief (group_id) where drafted_at is not null and closed_at is null;
