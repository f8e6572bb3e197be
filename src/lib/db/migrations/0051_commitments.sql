-- What the vendor has promised, what came of it, and whether the group could use it.

create table capacity (
  id bigint generated always as identity primary key,
  group_id bigint not null references working_group,
  product_id bigint not null references product,
  year smallint not null check (year between 1990 and 2200),
  points integer not null check (points between 1 and 100000),
  note text not null default '',
  unique (group_id, product_id, year)
);

create table release (
  id bigint generated always as identity primary key,
  group_id bigint not null references working_group,
  product_id bigint not null references product,
  name text not null check (name <> ''),
  on_day date,
  notes text not null default '',
  link text not null default '',
  made_by bigint references person,
  made_at timestamptz not null,
  unique (group_id, product_id, name)
);

create type suggestion_state as enum ('open', 'delivers', 'no');

-- Requests that the notes of a release seem to deliver; a person decides.
create table release_suggestion (
  release_id bigint not null references release,
  request_id bigint not null references request,
  passage text not null,
  why text not null,
  score real not null,
  state suggestion_state not null default 'open',
  decided_by bigint references person,
  decided_at timestamptz,
  primary key (release_id, request_id)
);

create type commitment_state as enum ('committed', 'delivered', 'dropped', 'carried');

create table commitment (
  id bigint generated always as identity primary key,
  group_id bigint not null references working_group,
  product_id bigint not null references product,
  request_id bigint not null references request,
  answer_id bigint references answer,
  year smallint not null,
  points integer not null check (points between 0 and 100000),
  due_on date,
  made_by bigint references person,
  made_at timestamptz not null,
  state commitment_state not null default 'committed',
  settled_on date,
  settled_by bigint references person,
  reason text not null default '',
  -- The commitment of the year before that this one carries on.
  carried_from bigint unique references commitment,
  check ((state = 'committed') = (settled_on is null)),
  check (state <> 'dropped' or reason <> '')
);
create unique index commitment_once on commitment (request_id, product_id) where state = 'committed';
create index commitment_request on commitment (request_id);
create index commitment_year on commitment (group_id, product_id, year);

create type delivery_verdict as enum ('full', 'partly', 'no');

-- The vendor says that it is there; only the group's check closes the request.
create table delivery_claim (
  id bigint generated always as identity primary key,
  group_id bigint not null references working_group,
  request_id bigint not null references request,
  release_id bigint not null references release,
  commitment_id bigint references commitment,
  said_by bigint references person,
  said_at timestamptz not null,
  verdict delivery_verdict,
  closed_by bigint references person,
  closed_at timestamptz,
  note text not null default '',
  check ((verdict is null) = (closed_at is null)),
  unique (request_id, release_id)
);
create index delivery_claim_release on delivery_claim (release_id);
create index delivery_claim_open on delivery_claim (group_id) where closed_at is null;

create table acceptance (
  delivery_id bigint not null references delivery_claim,
  case_id bigint not null references user_case,
  verdict delivery_verdict not null,
  note text not null default '',
  tester_id bigint references person,
  at timestamptz not null,
  primary key (delivery_id, case_id),
  check (verdict = 'full' or note <> '')
);
