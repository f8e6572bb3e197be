-- beside
-- What an import of the vendor's portal changed of entries that were known: what each said before, and what it said from then on.
create table portal_before (
  import_id bigint not null references portal_import(id) on delete cascade,
  portal_case_id bigint not null references portal_case(id) on delete cascade,
  was jsonb not null,
  became jsonb not null,
  primary key (import_id, portal_case_id)
);
create index portal_before_case on portal_before (portal_case_id);
alter table portal_import add column retold integer not null default 0;
