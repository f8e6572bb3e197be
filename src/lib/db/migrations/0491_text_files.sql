-- beside
-- Files that stand in a text by their address, and the text that they belong to: who may read it may have them.
create table text_file (
  key text primary key,
  file_id bigint not null references file,
  subject text not null,
  added_at timestamptz not null
);
create index text_file_subject on text_file (subject);
create index text_file_file_id on text_file (file_id);
