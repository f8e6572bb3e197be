-- Who a meeting, a series or an event belongs to: one or several groups, or a user group.
create type cadence_unit as enum ('week', 'month');

-- A series says how often and when; its meetings are made from it, each a thing of its own.
create table meeting_series (
  id bigint generated always as identity primary key,
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]*$'),
  title text not null,
  every_n smallint not null check (every_n between 1 and 52),
  every_unit cadence_unit not null,
  -- ISO 8601: Monday is 1. In a monthly series the nth of the month; -1 is the last.
  weekday smallint not null check (weekday between 1 and 7),
  nth smallint check (nth in (-1, 1, 2, 3, 4)),
  starts_at time not null,
  minutes smallint not null check (minutes between 5 and 1440),
  zone text not null,
  place text not null default '',
  agenda_days smallint not null default 7 check (agenda_days between 0 and 60),
  silent_days smallint not null default 14 check (silent_days between 0 and 90),
  -- Of those who are expected: so many hundredths must be there.
  quorum_percent smallint not null default 0 check (quorum_percent between 0 and 100),
  public boolean not null default true,
  first_on date not null,
  last_on date,
  created_at timestamptz not null,
  ended_at timestamptz,
  check ((every_unit = 'month') = (nth is not null)),
  check (last_on >= first_on)
);
create table series_host (
  series_id bigint not null references meeting_series,
  group_id bigint references working_group,
  community_id bigint references community,
  check ((group_id is null) <> (community_id is null)),
  unique nulls not distinct (series_id, group_id, community_id)
);

create type meeting_state as enum ('planned', 'held', 'cancelled');
create type minutes_state as enum ('none', 'draft', 'circulated', 'approved');

create table meeting (
  id bigint generated always as identity primary key,
  -- Its address for ever, whatever becomes of the date.
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]*$'),
  series_id bigint references meeting_series,
  -- The day that the series gave it, so that it is made once.
  series_on date,
  title text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  zone text not null,
  place text not null default '',
  state meeting_state not null default 'planned',
  public boolean not null default true,
  uid text not null unique,
  -- RFC 5545 §3.8.7.4: raised where the time changes or it is cancelled.
  sequence integer not null default 0,
  -- Raised with each change that calendars show.
  version integer not null default 1,
  quorum_percent smallint not null default 0 check (quorum_percent between 0 and 100),
  agenda_days smallint not null default 7,
  silent_days smallint not null default 14,
  agenda_sent_at timestamptz,
  reminded_at timestamptz,
  cancelled_reason text not null default '',
  recording_url text not null default '',
  minutes minutes_state not null default 'none',
  circulated_at timestamptz,
  approved_at timestamptz,
  -- 'meeting:ID', 'silence' or 'person:ID'.
  approved_by text not null default '',
  created_at timestamptz not null,
  created_by bigint references person,
  check (ends_at > starts_at),
  unique (series_id, series_on)
);
create index meeting_by_time on meeting (starts_at);
create table meeting_host (
  meeting_id bigint not null references meeting,
  group_id bigint references working_group,
  community_id bigint references community,
  check ((group_id is null) <> (community_id is null)),
  unique nulls not distinct (meeting_id, group_id, community_id)
);
create index meeting_host_group on meeting_host (group_id, meeting_id);

create type partstat as enum ('needs-action', 'accepted', 'declined', 'tentative');
create type attendance as enum ('present', 'late', 'apologies', 'absent');

-- One person, one meeting: what she was sent, what she answered, whether she was there.
create table meeting_invitation (
  id bigint generated always as identity primary key,
  meeting_id bigint not null references meeting,
  person_id bigint not null references person,
  -- The roles she was invited for on that day: 'coordinator', 'member', 'registered'.
  roles text[] not null default '{}',
  formal boolean not null default false,
  email text not null default '',
  invited_at timestamptz,
  -- The version that her calendar was last told: null before the first REQUEST and after a CANCEL.
  told_version integer,
  withdrawn_at timestamptz,
  partstat partstat not null default 'needs-action',
  answered_at timestamptz,
  answered_via text not null default '',
  comment text not null default '',
  -- RFC 5546 §3.2.7: another time that she proposes.
  counter_at timestamptz,
  attendance attendance,
  reason text not null default '',
  noted_by bigint references person,
  unique (meeting_id, person_id)
);
create index meeting_invitation_by_person on meeting_invitation (person_id, meeting_id);
-- The letters that carried it: a CANCEL withdraws those that have not left yet.
create table meeting_letter (
  invitation_id bigint not null references meeting_invitation,
  letter_id bigint not null references letter,
  primary key (invitation_id, letter_id)
);
create index meeting_letter_by_letter on meeting_letter (letter_id);

-- A date poll: closing it makes the meeting.
create table date_poll (
  id bigint generated always as identity primary key,
  slug text not null unique,
  title text not null,
  series_id bigint references meeting_series,
  zone text not null,
  minutes smallint not null check (minutes between 5 and 1440),
  place text not null default '',
  note text not null default '',
  closes_at timestamptz not null,
  closed_at timestamptz,
  meeting_id bigint references meeting,
  created_at timestamptz not null,
  created_by bigint references person
);
create table date_poll_host (
  poll_id bigint not null references date_poll,
  group_id bigint references working_group,
  community_id bigint references community,
  check ((group_id is null) <> (community_id is null)),
  unique nulls not distinct (poll_id, group_id, community_id)
);
create table date_poll_slot (
  id bigint generated always as identity primary key,
  poll_id bigint not null references date_poll,
  starts_at timestamptz not null,
  unique (poll_id, starts_at)
);
create type availability as enum ('yes', 'maybe', 'no');
create table date_poll_answer (
  slot_id bigint not null references date_poll_slot on delete cascade,
  person_id bigint not null references person,
  answer availability not null,
  at timestamptz not null,
  primary key (slot_id, person_id)
);

-- When somebody works, in her own zone; 09 to 17 where she has not said.
alter table person add column works_from time not null default '09:00', add column works_to time not null default '17:00';

create type agenda_state as enum ('proposed', 'open', 'done', 'carried', 'dropped');
create table agenda_item (
  id bigint generated always as identity primary key,
  meeting_id bigint not null references meeting,
  position integer not null,
  title text not null check (title <> ''),
  note text not null default '',
  minutes smallint check (minutes between 1 and 600),
  state agenda_state not null default 'open',
  internal boolean not null default false,
  -- What it came from, as in the journal ('action:7', 'answer:12'), and where that stands.
  source text not null default '',
  source_path text not null default '',
  person_id bigint references person,
  carried_to bigint references agenda_item,
  created_at timestamptz not null
);
create index agenda_item_of on agenda_item (meeting_id, position, id);
create unique index agenda_item_source on agenda_item (meeting_id, source) where source <> '';

-- Minutes are lines, each with its versions: who writes on one line does not overwrite who writes on another.
create type minute_kind as enum ('note', 'decision', 'action');
create table minute_line (
  id bigint generated always as identity primary key,
  meeting_id bigint not null references meeting,
  agenda_item_id bigint references agenda_item,
  -- Made where the line is made, so that sending it again makes no second one.
  key uuid not null,
  position double precision not null,
  kind minute_kind not null default 'note',
  internal boolean not null default false,
  text text not null,
  version integer not null default 1,
  person_id bigint references person,
  updated_at timestamptz not null,
  removed_at timestamptz,
  decision_id bigint,
  action_id bigint references action,
  unique (meeting_id, key)
);
create index minute_line_of on minute_line (meeting_id, position, id);
create table minute_line_version (
  line_id bigint not null references minute_line,
  version integer not null,
  text text not null,
  person_id bigint references person,
  at timestamptz not null,
  -- The other text of a conflict, until somebody has looked at both.
  conflict boolean not null default false,
  primary key (line_id, version, at)
);

-- What was sent or approved, as it was; never edited.
create table minutes_version (
  id bigint generated always as identity primary key,
  meeting_id bigint not null references meeting,
  n integer not null,
  kind text not null check (kind in ('draft', 'correction', 'approved')),
  text text not null,
  public_text text not null,
  made_at timestamptz not null,
  made_by bigint references person,
  sent_at timestamptz,
  unique (meeting_id, n)
);
create type correction_state as enum ('open', 'taken', 'left');
create table minutes_correction (
  id bigint generated always as identity primary key,
  meeting_id bigint not null references meeting,
  person_id bigint not null references person,
  text text not null check (text <> ''),
  state correction_state not null default 'open',
  answer text not null default '',
  at timestamptz not null,
  settled_at timestamptz,
  settled_by bigint references person
);
create index minutes_correction_of on minutes_correction (meeting_id, id);

create table decision (
  id bigint generated always as identity primary key,
  -- Counted within its group or user group, so that people can name it.
  number integer not null,
  group_id bigint references working_group,
  community_id bigint references community,
  meeting_id bigint references meeting,
  text text not null check (text <> ''),
  rationale text not null default '',
  decided_on date not null,
  review_on date,
  reviewed_at timestamptz,
  superseded_by bigint references decision,
  votes_for integer check (votes_for >= 0),
  votes_against integer check (votes_against >= 0),
  abstained integer check (abstained >= 0),
  internal boolean not null default false,
  -- 'motion:ID' where it came from elsewhere.
  source text not null default '',
  source_path text not null default '',
  created_at timestamptz not null,
  created_by bigint references person,
  check ((group_id is null) <> (community_id is null)),
  check (superseded_by <> id)
);
create unique index decision_number_group on decision (group_id, number) where group_id is not null;
create unique index decision_number_community on decision (community_id, number) where community_id is not null;
create index decision_review on decision (review_on) where superseded_by is null;
alter table minute_line add constraint minute_line_decision_id_fkey foreign key (decision_id) references decision;

-- A person's own calendar address; whoever has it reads it, so it can be taken back.
create table calendar_feed (
  id bigint generated always as identity primary key,
  person_id bigint not null references person,
  token_hash bytea not null unique,
  created_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz
);
