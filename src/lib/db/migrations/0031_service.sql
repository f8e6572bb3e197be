-- A spreadsheet that was handed in: looked at, mapped, and applied as a whole or not at all. Its bytes go when it is applied, or after a week.
create table sheet_import (
  id bigint primary key generated always as identity,
  kind text not null check (kind in ('register', 'roster')),
  group_id bigint references working_group,
  person_id bigint not null references person,
  filename text not null,
  bytes bytea,
  mapping jsonb not null,
  made_at timestamptz not null,
  applied_at timestamptz,
  outcome jsonb
);

-- Names and domains that others publish: to pick from, never the register itself.
create table known_institution (
  id bigint primary key generated always as identity,
  source text not null check (source in ('hipo', 'ror')),
  key text not null,
  name text not null,
  names text[] not null default '{}',
  country char(2),
  website text not null default '',
  ror text,
  kept_at timestamptz not null,
  unique (source, key)
);
create index known_institution_name on known_institution (lower(name), id);
create table known_domain (
  domain text not null,
  institution_id bigint not null references known_institution on delete cascade,
  primary key (domain, institution_id)
);
create index known_domain_institution on known_domain (institution_id);

-- An institution names who speaks for it; the user group confirms.
create type naming_state as enum ('waiting', 'confirmed', 'refused', 'withdrawn');
create table referent_naming (
  id bigint primary key generated always as identity,
  organisation_id bigint not null references organisation,
  community_id bigint not null references community,
  stand_in boolean not null default false,
  name text not null,
  email text not null check (email = lower(email)),
  from_on date not null,
  to_on date,
  state naming_state not null default 'waiting',
  named_by bigint not null references person,
  named_at timestamptz not null,
  decided_by bigint references person,
  decided_at timestamptz,
  reason text not null default '',
  appointment_id bigint references appointment,
  check (to_on >= from_on)
);
create unique index referent_naming_waiting on referent_naming (organisation_id, community_id, stand_in) where state = 'waiting';
create index referent_naming_open on referent_naming (community_id, id) where state = 'waiting';

-- A dead address or a domain that is gone says nothing about the person's past: the affiliation rests until somebody looks.
alter table affiliation add column suspended_at timestamptz;
alter table affiliation add column suspended_why text not null default '';
create index affiliation_suspended on affiliation (suspended_at) where suspended_at is not null and to_on is null;

-- She works somewhere that the program cannot see by itself: a person settles it.
create table workplace_claim (
  id bigint primary key generated always as identity,
  person_id bigint not null references person,
  organisation text not null,
  email text not null default '',
  from_on date not null,
  asked_at timestamptz not null,
  settled_at timestamptz,
  settled_by bigint references person,
  organisation_id bigint references organisation
);
create index workplace_claim_open on workplace_claim (id) where settled_at is null;
create index workplace_claim_person on workplace_claim (person_id);

-- Subscribers from before there was any basis are asked where they work.
create table basis_ask (
  person_id bigint primary key references person,
  asked_at timestamptz not null,
  asks smallint not null default 1,
  -- A person has looked, and lets her stay without one.
  excused_at timestamptz,
  excused_by bigint references person
);

-- What a role has elsewhere: an account, a key, a login. It cannot move by itself.
create table role_holding (
  id bigint primary key generated always as identity,
  group_id bigint not null references working_group,
  role role not null,
  title text not null,
  note text not null default '',
  created_at timestamptz not null,
  ended_at timestamptz
);
create index role_holding_of on role_holding (group_id, role) where ended_at is null;

create type handover_state as enum ('prepared', 'done', 'withdrawn');
create table handover (
  id bigint primary key generated always as identity,
  group_id bigint not null references working_group,
  role role not null,
  from_id bigint not null references person,
  to_id bigint not null references person,
  note text not null default '',
  state handover_state not null default 'prepared',
  begun_at timestamptz not null,
  begun_by bigint references person,
  settled_at timestamptz,
  settled_by bigint references person,
  check (from_id <> to_id)
);
create unique index handover_prepared on handover (group_id, role, from_id) where state = 'prepared';
create type handover_outcome as enum ('passed', 'follows', 'action');
create table handover_item (
  id bigint primary key generated always as identity,
  handover_id bigint not null references handover,
  kind text not null,
  title text not null,
  path text not null default '',
  outcome handover_outcome not null,
  action_id bigint references action
);
create index handover_item_of on handover_item (handover_id, id);

create type call_state as enum ('open', 'decided', 'withdrawn');
create table volunteer_call (
  id bigint primary key generated always as identity,
  group_id bigint not null references working_group,
  role role not null,
  seats smallint not null check (seats between 1 and 50),
  text text not null,
  list_id bigint references list,
  from_on date not null,
  to_on date,
  closes_on date not null,
  state call_state not null default 'open',
  opened_at timestamptz not null,
  opened_by bigint references person,
  decided_at timestamptz,
  decided_by bigint references person,
  told_at timestamptz,
  check (to_on >= from_on)
);
create index volunteer_call_group on volunteer_call (group_id, id);
create type offer_outcome as enum ('appointed', 'runner_up', 'declined');
create table volunteer_offer (
  id bigint primary key generated always as identity,
  call_id bigint not null references volunteer_call,
  person_id bigint not null references person,
  text text not null,
  offered_at timestamptz not null,
  withdrawn_at timestamptz,
  outcome offer_outcome,
  -- The order in which runners-up are offered what falls vacant later.
  place smallint,
  appointment_id bigint references appointment,
  unique (call_id, person_id)
);

-- What a person says of herself to others who are signed in.
alter table person add column about text not null default '';
alter table person add column profile_shown boolean not null default true;
