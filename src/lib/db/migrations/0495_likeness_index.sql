-- beside
-- What is compared of a group's requests, as a process that has read it all keeps it, in parts: the next process begins with it and reads only
-- what changed since. `key` says how it was read and with which synonyms.
create table likeness_index (
  group_id bigint not null references working_group (id),
  part smallint not null,
  key text not null,
  made_at timestamptz not null,
  data bytea not null,
  constraint likeness_index_pkey primary key (group_id, part)
);
-- It is compressed already.
alter table likeness_index alter column data set storage external;
