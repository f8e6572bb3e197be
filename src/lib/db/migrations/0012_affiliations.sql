-- An affiliation stays current by fresh evidence; where there is none, its person is asked once a year.
alter table affiliation
  -- When she was last asked, and how often since the last fresh evidence.
  add column asked_at timestamptz,
  add column asks smallint not null default 0;
create index affiliation_stale on affiliation (confirmed_at nulls first, id) where to_on is null;

-- An address that somebody says is hers; it becomes one when she presses the button in the mail to it.
create table address_claim (
  id bigint generated always as identity primary key,
  person_id bigint not null references person,
  email text not null check (email = lower(email)),
  claimed_at timestamptz not null,
  unique (person_id, email)
);
