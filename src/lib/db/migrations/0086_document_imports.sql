-- A folder of old minutes and documents: what was found, what becomes of it, and who confirmed that.
create type document_import_state as enum ('reading', 'shown', 'done', 'undone');
create type document_import_outcome as enum ('new', 'duplicate', 'refused', 'imported', 'left');

create table document_import (
  id bigint generated always as identity primary key,
  group_id bigint not null references working_group,
  person_id bigint references person,
  visibility visibility not null default 'group',
  -- The folder or archive that it came from, for people.
  source text not null default '',
  state document_import_state not null default 'reading',
  created_at timestamptz not null,
  done_at timestamptz,
  done_by bigint references person,
  undone_at timestamptz,
  settled_at timestamptz
);
create index document_import_by_group on document_import (group_id, id);

create table document_import_file (
  id bigint generated always as identity primary key,
  import_id bigint not null references document_import on delete cascade,
  -- Its place in the folder.
  path text not null,
  size bigint not null,
  sha256 bytea,
  file_id bigint references file,
  title text not null default '',
  category document_category not null default 'other',
  dated_on date,
  -- Where the day comes from: 'name', 'text', 'asked'.
  dated_from text not null default '',
  words text not null default '',
  reading_note text not null default '',
  outcome document_import_outcome not null,
  reason text not null default '',
  document_id bigint references document,
  unique (import_id, path)
);
create index document_import_file_by_hash on document_import_file (sha256);
create index document_import_file_by_document on document_import_file (document_id);
create index document_import_file_by_file on document_import_file (file_id);
