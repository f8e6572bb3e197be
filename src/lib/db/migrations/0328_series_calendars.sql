-- A series is one entry in calendars, with a UID of its own and a rule. Series of before keep an entry for each of their meetings.
alter table meeting_series
  add column uid text,
  -- Raised where its rule or what it says changes (RFC 5546 §2.1.4).
  add column sequence integer not null default 0;

-- When the rule of its series puts it (RECURRENCE-ID); null: it is an entry of its own.
alter table meeting add column recurs_at timestamptz;

-- Whose calendar has a series, as of which of its versions. A reply address names such a row.
create table series_told (
  id bigint generated always as identity,
  series_id bigint not null,
  person_id bigint not null,
  -- -1: the letter that said it was taken back before it left.
  sequence integer not null,
  letter_id bigint,
  -- An earlier letter had left.
  known_before boolean not null default false,
  constraint series_told_pkey primary key (id),
  constraint series_told_once unique (series_id, person_id),
  constraint series_told_series_id_fkey foreign key (series_id) references meeting_series (id),
  constraint series_told_person_id_fkey foreign key (person_id) references person (id)
);
create index series_told_letter_id on series_told (letter_id);
