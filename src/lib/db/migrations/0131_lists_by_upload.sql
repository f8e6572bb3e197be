-- Files of a list that comes in are kept as all other files are: in pieces, by their hash, looked at by the virus scanner.
-- What was brought and not carried out lay here for a week at most; who brought it brings it again.
update move_upload set state = 'failed', ended_at = created_at, error = 'Its files were let go when Rapport was renewed; bring them again.'
  where state in ('shown', 'running');
drop table move_chunk;
drop table move_file;
create table move_file (
  id bigint generated always as identity primary key,
  upload_id bigint not null references move_upload on delete cascade,
  -- As it was called elsewhere: what a file is for is told by its name.
  name text not null,
  file_id bigint not null references file,
  unique (upload_id, name)
);
create index move_file_by_file on move_file (file_id);
