-- Files of a request: screenshots, spreadsheets, a sketch. The table of files comes with a later number, so nothing refers to it here.
create table request_file (
  request_id bigint not null references request,
  file_id bigint not null,
  added_by bigint references person,
  added_at timestamptz not null,
  removed_at timestamptz,
  primary key (request_id, file_id)
);
