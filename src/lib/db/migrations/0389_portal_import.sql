-- A file of the vendor's portal that somebody brought: what came with it can be taken back until somebody confirms it.
create table portal_import (
  id bigint generated always as identity primary key,
  group_id bigint not null references working_group(id),
  source text not null,
  person_id bigint references person(id),
  at timestamptz not null,
  fresh integer not null default 0,
  changed integer not null default 0,
  known integer not null default 0,
  confirmed_at timestamptz,
  confirmed_by bigint references person(id),
  undone_at timestamptz,
  undone_by bigint references person(id),
  undone jsonb
);
create index portal_import_group on portal_import (group_id, id);
alter table portal_case add column import_id bigint references portal_import(id);
create index portal_case_import on portal_case (import_id) where import_id is not null;
alter table portal_status add column import_id bigint references portal_import(id);
create index portal_status_import on portal_status (import_id) where import_id is not null;
