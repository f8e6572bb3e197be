-- How often a group's newsletter comes: every so many weeks or months after the last issue's period; null: whenever there is something.
create type news_unit as enum ('week', 'month');
alter table working_group
  add column news_every smallint default 3 check (news_every between 1 and 52),
  add column news_unit news_unit not null default 'month';
