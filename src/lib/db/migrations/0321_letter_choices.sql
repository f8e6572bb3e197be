-- How somebody gets letters of a kind, where that is not as usual; and things of which they want to hear nothing.
create type letter_way as enum ('now', 'weekly', 'never');
create table letter_choice (
  person_id bigint not null references person(id),
  kind text not null,
  way letter_way not null,
  primary key (person_id, kind)
);
create table letter_mute (
  person_id bigint not null references person(id),
  -- A thing as the journal names it: request:3, group:1.
  subject text not null,
  muted_at timestamptz not null,
  primary key (person_id, subject)
);
-- What is said in the week's letter in a line, instead of a letter of its own.
create table week_line (
  id bigint generated always as identity primary key,
  person_id bigint not null references person(id),
  kind text not null,
  subject text not null,
  path text not null default '',
  at timestamptz not null
);
create index on week_line (person_id);
