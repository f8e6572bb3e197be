-- What waits comes in one letter a week, to everybody for whom something waits, on the day and hour that they choose. Until now a mail each Monday
-- was there for who asked for it; they keep it.
create table week_choice (
  person_id bigint primary key references person(id) on delete cascade,
  wanted boolean not null default true,
  -- ISO: Monday is 1.
  weekday smallint not null default 1 check (weekday between 1 and 7),
  hour smallint not null default 8 check (hour between 0 and 23),
  -- The day, in their zone, on which it was looked at for them last.
  looked_on date
);
insert into week_choice (person_id, looked_on) select person_id, sent_on from today_mail;
drop table today_mail;

-- What the numbers of a letter stand for. A key is that of a question (held:12), or the address of a page.
create table week_letter (
  id bigint generated always as identity primary key,
  person_id bigint not null references person(id),
  sent_at timestamptz not null
);
create index on week_letter (person_id, sent_at desc);
create table week_item (
  week_id bigint not null references week_letter(id) on delete cascade,
  n integer not null,
  key text not null,
  primary key (week_id, n)
);

-- A decision is carried out ten minutes after it was made; until then it can be taken back, and nobody has heard of it. A row goes when it is
-- carried out or taken back. What is made together has one batch.
create sequence decision_batch;
create table waiting_decision (
  id bigint generated always as identity primary key,
  batch bigint not null,
  person_id bigint not null references person(id),
  what text not null,
  thing_id bigint not null,
  choice text not null,
  reason text not null default '',
  title text not null,
  via door not null,
  decided_at timestamptz not null,
  runs_at timestamptz not null,
  unique (person_id, what, thing_id)
);
create index on waiting_decision (batch);

-- What somebody wants to see again next week.
create table put_off (
  person_id bigint not null references person(id),
  key text not null,
  batch bigint not null,
  put_off_at timestamptz not null,
  until timestamptz not null,
  primary key (person_id, key)
);
