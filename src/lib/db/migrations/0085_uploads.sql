-- What a virus scanner said of a content; null: there was none when it came.
create type scan_state as enum ('waiting', 'clean', 'infected');
alter table file_content
  add column scan scan_state,
  add column scanned_at timestamptz,
  -- The scanner's name for what it found.
  add column scan_found text not null default '';
create index file_content_to_scan on file_content (id) where scan in ('waiting', 'infected');

-- Whether a scanner is set up. The processes say it when they start, so that whoever keeps a file makes it wait.
create table file_guard (
  one boolean primary key default true check (one),
  scanning boolean not null default false
);
insert into file_guard default values;

-- A large file on its way, in pieces; it can go on where it was cut off.
create table upload (
  id bigint generated always as identity primary key,
  -- Nobody can guess it.
  key text not null unique,
  person_id bigint not null references person,
  name text not null,
  size bigint not null check (size > 0),
  received bigint not null default 0 check (received >= 0 and received <= size),
  pieces integer not null default 0,
  content_id bigint references file_content on delete cascade,
  -- Set when all of it is there and it was found to be what its name says.
  file_id bigint references file on delete cascade,
  created_at timestamptz not null,
  touched_at timestamptz not null
);
create index upload_by_touch on upload (touched_at);
create index upload_by_person on upload (person_id);
create index upload_by_content on upload (content_id);
create index upload_by_file on upload (file_id);
