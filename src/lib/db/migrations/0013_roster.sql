-- Terms as they are known, and what was said about their end.

alter table appointment
  -- Known to the year alone: 2016 to 2018 is kept as its first and last day, and shown as years.
  add column by_year boolean not null default false,
  -- How she came to it: elected, appointed by the committee, a volunteer.
  add column how text not null default '';

-- Each notice that a term ends goes out once, also when the job is tried again.
create table term_notice (
  appointment_id bigint not null references appointment,
  days smallint not null,
  sent_at timestamptz not null,
  primary key (appointment_id, days)
);
