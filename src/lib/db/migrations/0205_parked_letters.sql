-- A letter that could not be composed is kept as its domain wrote it, sealed, so that it can be tried again; its delivery says why.
create table parked_letter (
  letter_id bigint primary key references letter on delete cascade,
  sealed bytea not null
);
