-- A session of Show and Tell is a meeting of a kind of its own: it is no meeting of the group that its cadence counts.
create type meeting_kind as enum ('meeting', 'show_and_tell');
alter table meeting add column kind meeting_kind not null default 'meeting';

create type talk_state as enum ('proposed', 'accepted', 'scheduled', 'given', 'withdrawn', 'declined');

-- What somebody shows and tells, from the proposal to the recording.
create table talk (
  id bigint generated always as identity primary key,
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]*$'),
  group_id bigint not null references working_group,
  title text not null check (title <> ''),
  abstract text not null default '',
  minutes smallint not null default 20 check (minutes between 5 and 240),
  language text not null default 'en',
  -- Of scheduled and given ones; a proposal is for the group and its speakers.
  visibility visibility not null default 'public',
  state talk_state not null default 'proposed',
  proposed_by bigint references person,
  proposed_at timestamptz not null,
  -- 'message:812' where a message was made a proposal, and where that stands.
  source text not null default '',
  source_path text not null default '',
  decided_at timestamptz,
  decided_by bigint references person,
  -- Why it was declined or withdrawn, as the proposer was told.
  reason text not null default '',
  -- Its one slot: a meeting of the group, or a session of its own.
  meeting_id bigint references meeting,
  place_in_session smallint not null default 1,
  agenda_item_id bigint references agenda_item,
  scheduled_at timestamptz,
  given_on date,
  -- Until this day speakers may take back their consent to the recording.
  consent_until date,
  recording_url text not null default '' check (recording_url = '' or recording_url like 'https://%'),
  recorded_at timestamptz,
  recording_seconds integer check (recording_seconds > 0),
  thanked_at timestamptz,
  changed_at timestamptz not null,
  check (meeting_id is not null or state not in ('scheduled')),
  check (recording_url <> '' or recording_seconds is null)
);
create index talk_of_group on talk (group_id, state, id);
create index talk_of_meeting on talk (meeting_id) where meeting_id is not null;
create unique index talk_source on talk (group_id, source) where source <> '';

create type recording_consent as enum ('open', 'given', 'refused', 'withdrawn');

-- Somebody of the site, or a guest by name. Each decides for herself about the recording.
create table talk_speaker (
  id bigint generated always as identity primary key,
  talk_id bigint not null references talk on delete cascade,
  person_id bigint references person,
  guest_name text not null default '',
  guest_email text not null default '',
  guest_from text not null default '',
  position smallint not null default 1,
  consent recording_consent not null default 'open',
  consent_at timestamptz,
  -- The beginning that she was told of, by letter kind: a moved slot is told again.
  asked_for timestamptz,
  week_told_for timestamptz,
  day_told_for timestamptz,
  thanked_at timestamptz,
  check ((person_id is null) = (guest_name <> ''))
);
create unique index talk_speaker_person on talk_speaker (talk_id, person_id) where person_id is not null;
create index talk_speaker_of on talk_speaker (talk_id, position, id);
create index talk_speaker_by_person on talk_speaker (person_id) where person_id is not null;

create table talk_chapter (
  talk_id bigint not null references talk on delete cascade,
  at_seconds integer not null check (at_seconds >= 0),
  title text not null check (title <> ''),
  primary key (talk_id, at_seconds)
);

-- Slides and handouts.
create table talk_file (
  id bigint generated always as identity primary key,
  talk_id bigint not null references talk on delete cascade,
  file_id bigint not null references file,
  person_id bigint references person,
  added_at timestamptz not null,
  removed_at timestamptz
);
create index talk_file_of on talk_file (talk_id) where removed_at is null;
