-- What stalls now; a row goes when it is over. `told_at`: the last letter about it.
create table alarm (
  key text primary key,
  since timestamptz not null,
  told_at timestamptz not null
);

-- Backups that were made by the schedule, so that a stale one is noticed.
create table backup_run (
  id bigint primary key generated always as identity,
  began_at timestamptz not null,
  ended_at timestamptz,
  file text not null default '',
  bytes bigint,
  error text not null default ''
);
create index backup_run_newest on backup_run (began_at desc);
