-- The browsers that somebody has signed in with, known by what their cookie holds: of a new one she is told by mail.
create table device (
  id bigint generated always as identity primary key,
  person_id bigint not null references person (id),
  key_hash bytea not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  unique (person_id, key_hash)
);
