-- beside
-- Old years of the journal may lie in files outside the database. Each file holds the lines of the positions from first to last, which follow
-- one another from position 1 on; the hashes join it to what stands before and after it, so that the chain is recounted without it.
create table journal_file (
  id bigint generated always as identity primary key,
  name text not null unique,
  place text not null,
  in_store boolean not null default false,
  first bigint not null unique,
  last bigint not null unique,
  hash_before bytea not null check (length(hash_before) = 32),
  hash bytea not null check (length(hash) = 32),
  from_at timestamptz not null,
  to_at timestamptz not null,
  size bigint not null,
  sha256 bytea not null check (length(sha256) = 32),
  moved_at timestamptz not null,
  check (first <= last)
);

-- How many lines of which subject a file has, in which group (0: in none), and of whom (by:12): a page says to who may see them where they are.
create table journal_outside (
  subject text not null,
  file_id bigint not null references journal_file(id) on delete cascade,
  group_id bigint not null,
  lines integer not null,
  primary key (subject, file_id, group_id)
);
create index journal_outside_file on journal_outside (file_id);

-- Links of lines that went stay: each thousandth, and the last of each file.
alter table journal_link drop constraint journal_link_journal_id_fkey;

-- Lines still never change, and go only where a file is noted that has them.
create function refuse_loss() returns trigger language plpgsql as $$
begin
  if exists (select from gone left join journal_link l on l.journal_id = gone.id
    where not exists (select from journal_file f where l.position between f.first and f.last))
  then
    raise exception 'the % is append-only', tg_table_name using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;
drop trigger journal_append_only on journal;
create trigger journal_append_only before update or truncate on journal for each statement execute function refuse_change();
create trigger journal_loses_nothing after delete on journal referencing old table as gone for each statement execute function refuse_loss();
