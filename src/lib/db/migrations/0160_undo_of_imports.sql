-- What came in by an import says by which one, so that the import can be taken back until its step is confirmed.

-- Mail: large, so it goes in portions, and the row says how far that is.
alter table mail_import
  add column move_id bigint references list_move,
  add column undo_begun_at timestamptz,
  add column undone_by bigint references person,
  -- Messages up to this one are settled: gone, or left because somebody has built upon them.
  add column undo_to bigint not null default 0,
  add column undo_gone integer not null default 0,
  add column undo_left integer not null default 0,
  add column undone_at timestamptz;
create index mail_import_move on mail_import (move_id) where move_id is not null;
alter table message add column import_id bigint references mail_import;
create index message_by_import on message (import_id, id) where import_id is not null;

alter table list_move
  add column undo_begun_at timestamptz,
  add column undone_by bigint references person,
  add column undone_at timestamptz,
  -- How many of what went, how many stay.
  add column undone jsonb;

-- Small rows that an import made, ended or changed. `was` is what stood there before, `became` what the import set: a row that says something
-- else by now was changed by somebody, and stays.
create table import_row (
  id bigint generated always as identity primary key,
  move_id bigint references list_move,
  sheet_id bigint references sheet_import,
  thing text not null,
  row_id bigint not null,
  was jsonb,
  became jsonb,
  check (num_nonnulls(move_id, sheet_id) = 1)
);
create unique index import_row_of_move on import_row (move_id, thing, row_id) where move_id is not null;
create unique index import_row_of_sheet on import_row (sheet_id, thing, row_id) where sheet_id is not null;

-- The command line brings rosters, too, and is nobody.
alter table sheet_import
  alter column person_id drop not null,
  add column undone_by bigint references person,
  add column undone_at timestamptz,
  add column undone jsonb;

-- A file that was taken back may come again.
alter table request_import
  add column undone_by bigint references person,
  add column undone_at timestamptz,
  add column undone jsonb;
alter table request_import drop constraint request_import_group_id_sha256_key;
create unique index request_import_once on request_import (group_id, sha256) where undone_at is null;
alter table request add column import_id bigint references request_import;
create index request_by_import on request (import_id) where import_id is not null;

alter table document_import
  add column undone_by bigint references person,
  -- Documents that stayed when the rest was taken back.
  add column undone jsonb;

-- An old mailbox of a role, as a thing with its balance.
create table correspondence_import (
  id bigint generated always as identity primary key,
  address_id bigint not null references role_address,
  person_id bigint references person,
  file text not null,
  imported integer not null default 0,
  repaired integer not null default 0,
  duplicate integer not null default 0,
  quarantined integer not null default 0,
  begun_at timestamptz not null,
  ended_at timestamptz,
  undone_by bigint references person,
  undone_at timestamptz,
  undone jsonb
);
create index correspondence_import_address on correspondence_import (address_id, id);
alter table correspondence_mail add column import_id bigint references correspondence_import;
create index correspondence_mail_by_import on correspondence_mail (import_id) where import_id is not null;

-- What is taken back is asked for by whom and by what it is pointed to: without these, each row would be looked for in all of a large table.
create index message_raw on message (raw_id);
create index user_case_source_raw on user_case_source (raw_id) where raw_id is not null;
create index journal_person on journal (person_id) where person_id is not null;
create index journal_behind on journal (behind_id) where behind_id is not null;
create index letter_person on letter (person_id) where person_id is not null;
create index inbound_person on inbound (person_id) where person_id is not null;
