-- Content is kept once, whoever brings it and however often; in pieces, so that no process holds a large file in memory.
create table file_content (
  id bigint generated always as identity primary key,
  -- Null while it is still coming in, or after erasure of one that nobody may bring back.
  sha256 bytea unique check (length(sha256) = 32),
  size bigint not null default 0 check (size >= 0),
  -- As told from the content itself.
  type text not null default 'application/octet-stream',
  kept_at timestamptz not null,
  erased_at timestamptz
);
create table file_chunk (
  content_id bigint not null references file_content on delete cascade,
  n integer not null check (n >= 0),
  bytes bytea not null,
  primary key (content_id, n)
);
alter table file_chunk alter column bytes set storage external;

-- A file as somebody gave it: its name belongs to her, its content to whoever may see the thing it is attached to.
create table file (
  id bigint generated always as identity primary key,
  content_id bigint not null references file_content,
  name text not null check (name <> ''),
  person_id bigint references person,
  created_at timestamptz not null
);
create index file_by_content on file (content_id);
create index file_by_person on file (person_id);
