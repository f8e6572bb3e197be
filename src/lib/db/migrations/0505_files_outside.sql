-- beside
-- Large files may lie in object storage, under their hash: from when on. Their pieces are not here then.
alter table file_content add column stored_at timestamptz;
-- What still lies here and is large.
create index file_content_large on file_content (id) where stored_at is null and size > 1048576;

-- Every object that was ever begun, noted before it is written: nothing lies in the storage that nobody knows of. What no content names is
-- taken away a while later.
create table file_object (
  sha256 bytea primary key check (length(sha256) = 32),
  put_at timestamptz not null,
  unused_at timestamptz
);
