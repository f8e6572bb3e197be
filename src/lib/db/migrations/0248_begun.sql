-- What is under way of mails and of what goes out: a row for each batch, gone with what it did. What stays is of a process that ended.
-- Unlogged, as a note has to outlast its process and not the server, and must wait for no disk; without an index, as there are few rows,
-- and small ones, as those that are gone stay in the way of every look while a backup reads.
create unlogged table begun (
  id bigint generated always as identity,
  kind text not null,
  numbers int8multirange not null,
  ends int not null,
  at timestamptz not null
);
delete from rate_window where key ~ '^(send|sort|post|letter):\d+$';
