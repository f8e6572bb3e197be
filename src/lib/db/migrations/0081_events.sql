create type event_kind as enum ('conference', 'vendor_meeting', 'user_group_call', 'workshop', 'other');

-- A conference or another meeting of several days: the group's own, its user group's, or the vendor's.
create table event (
  id bigint generated always as identity primary key,
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]*$'),
  title text not null check (title <> ''),
  kind event_kind not null,
  summary text not null default '',
  first_on date not null,
  last_on date not null,
  zone text not null,
  -- Both may be: on the spot and by video.
  place text not null default '',
  online boolean not null default false,
  website text not null default '' check (website = '' or website like 'https://%' or website like 'http://%'),
  public boolean not null default true,
  -- Holders of formal roles are expected; otherwise nobody is.
  expects_formal boolean not null default false,
  uid text not null unique,
  sequence integer not null default 0,
  cancelled_at timestamptz,
  cancelled_reason text not null default '',
  -- The call for proposals of the group's strand.
  call_text text not null default '',
  call_opens_on date,
  call_closes_on date,
  decisions_told_at timestamptz,
  created_at timestamptz not null,
  created_by bigint references person,
  changed_at timestamptz not null,
  check (last_on >= first_on),
  check ((call_opens_on is null) = (call_closes_on is null)),
  check (call_closes_on >= call_opens_on)
);
create index event_by_day on event (first_on, id);
create table event_host (
  event_id bigint not null references event on delete cascade,
  group_id bigint references working_group,
  community_id bigint references community,
  check ((group_id is null) <> (community_id is null)),
  unique nulls not distinct (event_id, group_id, community_id)
);
create index event_host_group on event_host (group_id, event_id);

create table event_session (
  id bigint generated always as identity primary key,
  event_id bigint not null references event on delete cascade,
  title text not null check (title <> ''),
  summary text not null default '',
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  room text not null default '',
  -- The group presented it: what promotes the product (O3).
  presented boolean not null default false,
  talk_id bigint references talk,
  link text not null default '' check (link = '' or link like 'https://%'),
  check (ends_at > starts_at)
);
create index event_session_of on event_session (event_id, starts_at, id);

create type session_role as enum ('speaker', 'chair', 'panel', 'host');
create table event_session_speaker (
  id bigint generated always as identity primary key,
  session_id bigint not null references event_session on delete cascade,
  person_id bigint references person,
  guest_name text not null default '',
  guest_from text not null default '',
  role session_role not null default 'speaker',
  check ((person_id is null) = (guest_name <> ''))
);
create unique index event_session_speaker_person on event_session_speaker (session_id, person_id) where person_id is not null;
create index event_session_speaker_by_person on event_session_speaker (person_id) where person_id is not null;

create table event_session_file (
  id bigint generated always as identity primary key,
  session_id bigint not null references event_session on delete cascade,
  file_id bigint not null references file,
  person_id bigint references person,
  added_at timestamptz not null,
  removed_at timestamptz
);

create type event_answer as enum ('open', 'coming', 'online', 'not_coming');
create type event_presence as enum ('in_person', 'online', 'apologies', 'absent');
-- Who takes part: what she answered, and what happened, with a reason.
create table event_participation (
  id bigint generated always as identity primary key,
  event_id bigint not null references event on delete cascade,
  person_id bigint not null references person,
  roles text[] not null default '{}',
  -- She holds a formal role and is expected (R5).
  expected boolean not null default false,
  from_on date,
  to_on date,
  answer event_answer not null default 'open',
  answered_at timestamptz,
  presence event_presence,
  reason text not null default '',
  invited_at timestamptz,
  noted_at timestamptz,
  noted_by bigint references person,
  unique (event_id, person_id),
  check (to_on >= from_on)
);
create index event_participation_by_person on event_participation (person_id, event_id);

create type event_proposal_state as enum ('proposed', 'accepted', 'waiting', 'declined', 'withdrawn');
create table event_proposal (
  id bigint generated always as identity primary key,
  event_id bigint not null references event on delete cascade,
  person_id bigint not null references person,
  title text not null check (title <> ''),
  text text not null default '',
  -- With whom she would speak, in her words.
  with_whom text not null default '',
  minutes smallint not null default 30 check (minutes between 5 and 240),
  state event_proposal_state not null default 'proposed',
  proposed_at timestamptz not null,
  changed_at timestamptz not null,
  decided_at timestamptz,
  decided_by bigint references person,
  -- As the proposer is told.
  reason text not null default '',
  told_at timestamptz,
  session_id bigint references event_session on delete set null
);
create index event_proposal_of on event_proposal (event_id, state, id);
create index event_proposal_by_person on event_proposal (person_id);

create table event_review (
  proposal_id bigint not null references event_proposal on delete cascade,
  person_id bigint not null references person,
  score smallint not null check (score between 1 and 5),
  comment text not null default '',
  at timestamptz not null,
  primary key (proposal_id, person_id)
);
