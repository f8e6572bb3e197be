-- A document belongs to a group or a user group, and to a role, never to a person: who holds the role today looks after it.
create type document_category as enum ('key', 'minutes', 'report', 'other');
-- removed: its texts and files are gone for good; its name and its history stay.
create type document_state as enum ('live', 'archived', 'withdrawn', 'removed');
create type approval_way as enum ('meeting', 'role');
-- Of the words of a file: waiting to be read, there, or there are none to be had.
create type reading_state as enum ('waiting', 'read', 'none');

create table document (
  id bigint generated always as identity primary key,
  -- Its address for ever, whatever becomes of its title.
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 90),
  group_id bigint references working_group,
  community_id bigint references community,
  title text not null check (title <> ''),
  category document_category not null default 'other',
  visibility visibility not null default 'group',
  owner_role role not null default 'coordinator',
  state document_state not null default 'live',
  state_reason text not null default '',
  state_at timestamptz,
  language text not null default 'en',
  -- The day that it is of: of minutes the day of the meeting.
  dated_on date not null,
  -- Months between two reviews; null: it needs none.
  review_months smallint check (review_months between 1 and 120),
  review_on date,
  -- The last reminder that was sent for this review: 60, 30 or 0 days before.
  review_told smallint,
  -- Kept so long from its day; then a person is asked whether it goes.
  keep_months smallint check (keep_months between 1 and 1200),
  keep_until date,
  -- What everybody else sees: the version that was approved last.
  approved_number integer,
  meeting_id bigint references meeting,
  created_at timestamptz not null,
  created_by bigint references person,
  check ((group_id is null) <> (community_id is null))
);
create index document_by_group on document (group_id, category, dated_on);
create index document_by_community on document (community_id);
create index document_by_meeting on document (meeting_id) where meeting_id is not null;
create index document_by_review on document (review_on) where state = 'live';

-- Never changed; erasure takes its text or file out.
create table document_version (
  id bigint generated always as identity primary key,
  document_id bigint not null references document,
  number integer not null check (number > 0),
  -- Markdown written here, or a file that somebody brought.
  body text,
  file_id bigint references file,
  -- What the file says, for the preview and for search.
  words text not null default '',
  reading reading_state not null default 'read',
  reading_note text not null default '',
  note text not null default '',
  made_at timestamptz not null,
  made_by bigint references person,
  erased_at timestamptz,
  unique (document_id, number),
  check (erased_at is not null or (body is null) <> (file_id is null))
);
create index document_version_by_file on document_version (file_id) where file_id is not null;

create table document_approval (
  version_id bigint primary key references document_version,
  way approval_way not null,
  decision_id bigint references decision,
  meeting_id bigint references meeting,
  -- The role in which she approved it.
  role text not null default '',
  approved_on date not null,
  at timestamptz not null,
  person_id bigint references person,
  check (way = 'role' or decision_id is not null or meeting_id is not null)
);

-- Looked at, and nothing had to change.
create table document_review (
  id bigint generated always as identity primary key,
  document_id bigint not null references document,
  number integer not null,
  note text not null default '',
  next_on date,
  at timestamptz not null,
  person_id bigint references person
);
create index document_review_by_document on document_review (document_id, id);
