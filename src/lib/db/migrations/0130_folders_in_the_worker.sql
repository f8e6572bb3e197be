-- A folder of documents is read by the worker, from files that are kept until it is through; its page says how far it is.
alter type document_import_state add value 'failed';
alter table document_import
  add column files_done integer not null default 0,
  add column bytes_done bigint not null default 0,
  add column bytes_all bigint not null default 0,
  -- Why it could not be read, as a sentence for who brought it.
  add column error text not null default '';
create table document_import_source (
  id bigint generated always as identity primary key,
  import_id bigint not null references document_import on delete cascade,
  file_id bigint not null references file
);
create index document_import_source_of on document_import_source (import_id, id);
create index document_import_source_by_file on document_import_source (file_id);
