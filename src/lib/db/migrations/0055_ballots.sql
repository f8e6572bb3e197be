-- Enhancement cycles, ballots of every kind (rounds of a cycle, elections, motions), who may vote, papers, results.

create type phase_kind as enum ('submission', 'triage', 'round_one', 'costing', 'round_two', 'commitment');
create type ballot_kind as enum ('wishes', 'election', 'motion');
create type ballot_form as enum ('points', 'ranks', 'yes_no');
create type ballot_state as enum ('preparing', 'open', 'closed', 'counted', 'thrown_away');
create type ballot_secrecy as enum ('anonymous', 'public');
create type ballot_electorate as enum ('institutions', 'group');
create type wish_state as enum ('submitted', 'accepted', 'merged', 'set_aside', 'withdrawn');
create type wish_reason as enum ('exists', 'roadmap', 'bug', 'other_product', 'out_of_scope');

create table cycle (
  id bigint generated always as identity primary key,
  group_id bigint not null references working_group,
  title text not null check (title <> ''),
  note text not null default '',
  -- The zone in which its dates are meant and shown.
  zone text not null,
  created_at timestamptz not null,
  created_by bigint references person
);
create index cycle_group on cycle (group_id, id);

create table cycle_host (
  cycle_id bigint not null references cycle,
  community_id bigint not null references community,
  primary key (cycle_id, community_id)
);

create table cycle_phase (
  cycle_id bigint not null references cycle,
  kind phase_kind not null,
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  -- When it really happened; null as long as it has not.
  opened_at timestamptz,
  closed_at timestamptz,
  primary key (cycle_id, kind),
  check (closes_at > opens_at)
);
create index cycle_phase_due on cycle_phase (opens_at) where closed_at is null;

-- A consortium votes as one (the default: one membership, one ballot), or lets its members vote.
create table consortium_choice (
  cycle_id bigint not null references cycle,
  organisation_id bigint not null references organisation,
  as_one boolean not null,
  chosen_by bigint references person,
  chosen_at timestamptz not null,
  primary key (cycle_id, organisation_id)
);

-- What an institution brought into a cycle.
create table wish (
  id bigint generated always as identity primary key,
  cycle_id bigint not null references cycle,
  -- The request that it is about, where there is one.
  request_id bigint,
  title text not null check (title <> ''),
  text text not null default '',
  area text not null default '',
  organisation_id bigint references organisation,
  person_id bigint references person,
  submitted_at timestamptz not null,
  state wish_state not null default 'submitted',
  merged_into bigint references wish,
  reason wish_reason,
  note text not null default '',
  decided_at timestamptz,
  decided_by bigint references person,
  check (merged_into <> id),
  check ((state = 'merged') = (merged_into is not null)),
  check ((state = 'set_aside') = (reason is not null))
);
create index wish_cycle on wish (cycle_id, state, id);
create index wish_merged on wish (merged_into) where merged_into is not null;
create index wish_request on wish (request_id) where request_id is not null;

-- Another wording, proposed by the group; it holds once who submitted the wish agrees.
create table rewording (
  id bigint generated always as identity primary key,
  wish_id bigint not null references wish,
  title text not null,
  text text not null,
  why text not null default '',
  proposed_by bigint references person,
  proposed_at timestamptz not null,
  agreed boolean,
  answered_at timestamptz
);
create unique index rewording_open on rewording (wish_id) where agreed is null;

create table ballot (
  id bigint generated always as identity primary key,
  group_id bigint not null references working_group,
  cycle_id bigint references cycle,
  phase phase_kind,
  kind ballot_kind not null,
  title text not null check (title <> ''),
  question text not null default '',
  form ballot_form not null,
  -- Points to spend, and the most for one option.
  budget integer check (budget between 1 and 10000),
  most integer check (most between 1 and 10000),
  -- What the winners may cost together, or how many may win.
  capacity integer check (capacity between 1 and 1000000),
  seats integer check (seats between 1 and 500),
  rule text not null,
  settings jsonb not null default '{}',
  -- How ties are broken: order, chair, lot. A lot's seed is drawn at the opening, its hash published, itself at the close.
  ties text not null default 'lot' check (ties in ('lot', 'seniority', 'chair')),
  tie_order integer[] not null default '{}',
  seed_hash text,
  seed text,
  secrecy ballot_secrecy not null,
  electorate ballot_electorate not null,
  record_on date not null,
  -- Of the electorate, in percent; a motion below it is not adopted.
  quorum smallint check (quorum between 1 and 100),
  -- Motions: adopted without a vote unless somebody objects.
  by_consent boolean not null default false,
  -- Elections: the role that is filled, from and to.
  role role,
  term_from date,
  term_to date,
  nominations_until timestamptz,
  zone text not null,
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  opened_at timestamptz,
  closed_at timestamptz,
  state ballot_state not null default 'preparing',
  rehearsal_of bigint references ballot,
  public_key bytea,
  -- Filled at the close: how many of what, and what can be said of groups of papers.
  account jsonb,
  decision text not null default '',
  decided_at timestamptz,
  created_at timestamptz not null,
  created_by bigint references person,
  check (closes_at > opens_at),
  check ((kind = 'wishes') = (cycle_id is not null)),
  check ((cycle_id is null) = (phase is null))
);
create unique index ballot_of_phase on ballot (cycle_id, phase) where rehearsal_of is null and cycle_id is not null;
create index ballot_group on ballot (group_id, id);
create index ballot_due on ballot (closes_at) where state in ('preparing', 'open');
create unique index ballot_rehearsal on ballot (rehearsal_of) where rehearsal_of is not null and state in ('preparing', 'open', 'counted');

-- User groups whose members vote.
create table ballot_host (
  ballot_id bigint not null references ballot,
  community_id bigint not null references community,
  primary key (ballot_id, community_id)
);

-- The key that opens the papers of a round, and the seed of its lot, sealed with RAPPORT_SECRET. A backup leaves this table out.
create table ballot_key (
  ballot_id bigint primary key references ballot,
  sealed bytea not null
);

-- As voted: text, cost and solution stay as they were when the round opened.
create table ballot_option (
  id bigint generated always as identity primary key,
  ballot_id bigint not null references ballot,
  number integer not null,
  wish_id bigint references wish,
  request_id bigint,
  person_id bigint references person,
  title text not null,
  text text not null default '',
  area text not null default '',
  cost integer check (cost between 0 and 1000000),
  solution text not null default '',
  -- Asked for by: institutions, for "mine first" and for what each got.
  asked_by bigint[] not null default '{}',
  unique (ballot_id, number)
);
create index ballot_option_wish on ballot_option (wish_id) where wish_id is not null;
create index ballot_option_request on ballot_option (request_id) where request_id is not null;

-- One line, one ballot: an institution, or a person of the group.
create table voter (
  id bigint generated always as identity primary key,
  ballot_id bigint not null references ballot,
  organisation_id bigint references organisation,
  person_id bigint references person,
  -- As on the record date.
  country text,
  consortium_id bigint references organisation,
  size text not null default '',
  versions integer not null default 0,
  voted_at timestamptz,
  check (num_nonnulls(organisation_id, person_id) = 1),
  unique (ballot_id, organisation_id),
  unique (ballot_id, person_id)
);
create index voter_organisation on voter (organisation_id) where organisation_id is not null;
create index voter_person on voter (person_id) where person_id is not null;

-- Sealed to the round's public key until the close, then deleted. The last version counts.
create table paper (
  voter_id bigint not null references voter,
  version integer not null,
  sealed bytea not null,
  cast_by bigint references person,
  cast_at timestamptz not null,
  via door not null,
  primary key (voter_id, version)
);

create table paper_draft (
  voter_id bigint primary key references voter,
  sealed bytea not null,
  saved_by bigint references person,
  saved_at timestamptz not null
);

-- What came too late or could not be counted; never what it said.
create table paper_refusal (
  id bigint generated always as identity primary key,
  ballot_id bigint not null references ballot,
  voter_id bigint references voter,
  why text not null check (why in ('late', 'spoilt', 'unreadable')),
  via door not null,
  at timestamptz not null
);
create index paper_refusal_ballot on paper_refusal (ballot_id);

-- The papers as they were counted: by receipt, in random order; the institution only where the round is public.
create table published_paper (
  ballot_id bigint not null references ballot,
  receipt text not null,
  vote jsonb not null,
  organisation_id bigint references organisation,
  person_id bigint references person,
  primary key (ballot_id, receipt)
);

create table ballot_result (
  ballot_id bigint not null references ballot,
  rule text not null,
  -- The rule that was set before; the others stand beside it to compare.
  chosen boolean not null,
  settings jsonb not null,
  result jsonb not null,
  primary key (ballot_id, rule)
);

create table ballot_extension (
  id bigint generated always as identity primary key,
  cycle_id bigint references cycle,
  phase phase_kind,
  ballot_id bigint references ballot,
  from_at timestamptz not null,
  to_at timestamptz not null,
  reason text not null check (reason <> ''),
  made_by bigint references person,
  made_at timestamptz not null
);
create index ballot_extension_cycle on ballot_extension (cycle_id);
create index ballot_extension_ballot on ballot_extension (ballot_id);

-- An institution, a consortium asks its own people first.
create table inner_poll (
  voter_id bigint primary key references voter,
  note text not null default '',
  opened_by bigint references person,
  opened_at timestamptz not null,
  closes_at timestamptz not null,
  closed_at timestamptz
);

create table voice (
  voter_id bigint not null references voter,
  person_id bigint not null references person,
  sealed bytea not null,
  given_at timestamptz not null,
  primary key (voter_id, person_id)
);

-- The areas of a product that an institution uses: its ballot shows them first.
create table organisation_area (
  organisation_id bigint not null references organisation,
  area text not null,
  primary key (organisation_id, area)
);

-- A ballot by mail: the number in the address that is answered. It opens for this person of this voter alone.
create table ballot_mail (
  id bigint generated always as identity primary key,
  voter_id bigint not null references voter,
  person_id bigint not null references person,
  made_at timestamptz not null,
  unique (voter_id, person_id)
);

-- Each notice goes out once, also when the job is tried again.
create table ballot_notice (
  ballot_id bigint not null references ballot,
  kind text not null,
  person_id bigint not null references person,
  voter_id bigint,
  sent_at timestamptz not null,
  primary key (ballot_id, kind, person_id)
);

create table referent_ask (
  ballot_id bigint not null references ballot,
  organisation_id bigint not null references organisation,
  person_id bigint not null references person,
  asked_at timestamptz not null,
  primary key (ballot_id, organisation_id, person_id)
);

create type nomination_state as enum ('asked', 'accepted', 'declined', 'withdrawn');

create table nomination (
  id bigint generated always as identity primary key,
  ballot_id bigint not null references ballot,
  person_id bigint not null references person,
  nominated_by bigint not null references person,
  statement text not null default '',
  state nomination_state not null,
  made_at timestamptz not null,
  answered_at timestamptz,
  unique (ballot_id, person_id)
);

-- Who is appointed from a result, and runners-up who are offered what falls vacant later, in their order.
create table seat_offer (
  id bigint generated always as identity primary key,
  ballot_id bigint not null references ballot,
  option_id bigint not null references ballot_option,
  place integer not null,
  elected boolean not null,
  offered_at timestamptz,
  answer boolean,
  answered_at timestamptz,
  appointment_id bigint references appointment,
  unique (ballot_id, option_id)
);

create table objection (
  id bigint generated always as identity primary key,
  ballot_id bigint not null references ballot,
  person_id bigint not null references person,
  reason text not null check (reason <> ''),
  made_at timestamptz not null,
  withdrawn_at timestamptz
);
create unique index objection_standing on objection (ballot_id, person_id) where withdrawn_at is null;
