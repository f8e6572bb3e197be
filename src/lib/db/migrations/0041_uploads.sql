-- An import that is brought over the web: its files until it is done, what it will do, and how far it is.

create type upload_state as enum ('shown', 'running', 'done', 'failed');

create table move_upload (
  id bigint generated always as identity primary key,
  person_id bigint not null references person,
  list_name text not null,
  group_id bigint not null references working_group,
  -- The name or address elsewhere, where the files have several lists.
  from_name text not null default '',
  choices jsonb not null,
  state upload_state not null default 'shown',
  step text not null default '',
  done integer not null default 0,
  of integer,
  move_id bigint references list_move,
  created_at timestamptz not null,
  begun_at timestamptz,
  ended_at timestamptz,
  error text
);
create index move_upload_person on move_upload (person_id, id);

-- Gone when the import is done, or after a week: a config.pck holds passwords.
create table move_file (
  id bigint generated always as identity primary key,
  upload_id bigint not null references move_upload on delete cascade,
  name text not null,
  size bigint not null,
  unique (upload_id, name)
);
create table move_chunk (
  file_id bigint not null references move_file on delete cascade,
  n integer not null,
  bytes bytea not null,
  primary key (file_id, n)
);
alter table move_chunk alter column bytes set storage external;
