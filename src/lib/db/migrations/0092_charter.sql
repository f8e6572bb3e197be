-- The charter of a group as data: versions with clauses, what each clause is measured by, and what excuses or attests it.

create type clause_kind as enum ('purpose', 'objective', 'activity', 'duty', 'role', 'composition', 'meeting', 'list', 'web');
create type measure_kind as enum ('cadence', 'count', 'freshness', 'share', 'seat', 'attendance', 'wait', 'existence', 'attested');
create type span_unit as enum ('day', 'week', 'month', 'year');
-- Who may read what a clause's measures find: the group with its liaison, the steering committees of its user groups too, or everyone.
create type finding_readers as enum ('group', 'steering', 'public');

-- A version is a draft until it is adopted; adopted, its text stays as it is. Which one is in force follows from the days.
create table charter_version (
  id bigint generated always as identity primary key,
  group_id bigint not null references working_group,
  -- Counted within its group: its address for ever.
  number integer not null check (number > 0),
  preamble text not null default '',
  -- What is new in it, for who compares.
  note text not null default '',
  version integer not null default 1,
  made_at timestamptz not null,
  made_by bigint references person,
  changed_at timestamptz not null,
  adopted_at timestamptz,
  adopted_by bigint references person,
  decision_id bigint references decision,
  in_force_on date,
  review_on date,
  unique (group_id, number),
  unique (group_id, in_force_on),
  check ((adopted_at is null) = (in_force_on is null)),
  check ((adopted_at is null) = (decision_id is null)),
  check (review_on > in_force_on)
);
create unique index charter_draft on charter_version (group_id) where adopted_at is null;
create index charter_review on charter_version (review_on) where adopted_at is not null;

-- The same clause through all versions, whatever its number and words: waivers, evidence and readers hang on it.
create table clause_line (
  id bigint generated always as identity primary key,
  group_id bigint not null references working_group,
  readers finding_readers not null default 'group'
);
create index clause_line_group on clause_line (group_id);

create table charter_clause (
  id bigint generated always as identity primary key,
  version_id bigint not null references charter_version on delete cascade,
  line_id bigint not null references clause_line,
  number text not null check (number ~ '^[A-Za-z0-9][A-Za-z0-9.-]{0,11}$'),
  kind clause_kind not null,
  position integer not null,
  text text not null check (text <> ''),
  unique (version_id, line_id)
);
-- `m1` and `M1` would be one number to people.
create unique index charter_clause_number on charter_clause (version_id, lower(number));
create index charter_clause_line on charter_clause (line_id);

create table clause_measure (
  id bigint generated always as identity primary key,
  clause_id bigint not null references charter_clause on delete cascade,
  position integer not null,
  kind measure_kind not null,
  -- What is looked at: src/charter/measures/rules.ts has the closed set.
  subject text not null,
  every_n integer check (every_n between 1 and 520),
  every_unit span_unit,
  -- So many in each span, or so many hundredths, or so many holders.
  target integer check (target between 1 and 100000),
  grace_days integer not null default 0 check (grace_days between 0 and 730),
  role role,
  check ((every_n is null) = (every_unit is null))
);
create index clause_measure_clause on clause_measure (clause_id, position);

create table clause_waiver (
  id bigint generated always as identity primary key,
  line_id bigint not null references clause_line,
  from_on date not null,
  to_on date not null,
  reason text not null check (reason <> ''),
  decision_id bigint references decision,
  made_at timestamptz not null,
  made_by bigint references person,
  ended_at timestamptz,
  check (to_on >= from_on)
);
create index clause_waiver_line on clause_waiver (line_id);

-- What happened elsewhere, with the link that somebody recorded.
create table clause_attestation (
  id bigint generated always as identity primary key,
  line_id bigint not null references clause_line,
  on_day date not null,
  title text not null check (title <> ''),
  link text not null check (link ~ '^https?://'),
  made_at timestamptz not null,
  made_by bigint references person,
  removed_at timestamptz
);
create index clause_attestation_line on clause_attestation (line_id);

-- Which reminder of a review went out.
create table charter_notice (
  version_id bigint not null references charter_version,
  days integer not null,
  review_on date not null,
  sent_at timestamptz not null,
  primary key (version_id, review_on, days)
);

-- What a group's clauses were when its coordinator last heard of them: {"M1": "not_kept"} by the clause's line.
create table charter_digest (
  group_id bigint not null references working_group,
  month date not null,
  states jsonb not null,
  made_at timestamptz not null,
  letters integer not null default 0,
  primary key (group_id, month)
);
