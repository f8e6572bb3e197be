-- A job that dies between its commit and its completion runs again: what it wrote then has a key, and is not written a second time.
alter table letter add column key text;
create unique index letter_key on letter (key);
