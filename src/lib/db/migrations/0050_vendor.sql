-- The vendor: what was handed over to whom, what came back, and who may read it from when.

create type answer_class as enum ('planned', 'in_discovery', 'declined', 'exists', 'needs_information', 'not_product');
create type answer_door as enum ('web', 'mail', 'sheet', 'call', 'meeting', 'portal', 'import');

-- How a group and its vendor have agreed to work; a group without a row goes by the defaults.
create table vendor_rule (
  group_id bigint primary key references working_group,
  answer_months smallint not null default 3 check (answer_months between 1 and 24),
  remind_days smallint[] not null default '{14,3}',
  readers visibility not null default 'subscribers',
  -- Answers stay with the group for so many days first, so that those who asked hear it from the group.
  hold_days smallint not null default 0 check (hold_days between 0 and 365)
);

-- What a champion takes to the vendor. What is handed over is a version of it, and stays as it was.
create table brief (
  id bigint generated always as identity primary key,
  group_id bigint not null references working_group,
  title text not null check (title <> ''),
  purpose text not null default '',
  champion_id bigint not null references person,
  created_at timestamptz not null,
  closed_at timestamptz
);
create index brief_group on brief (group_id, id);

create table brief_request (
  brief_id bigint not null references brief,
  request_id bigint not null references request,
  position integer not null,
  ask text not null default '',
  evidence text not null default '',
  primary key (brief_id, request_id)
);
create index brief_request_of on brief_request (request_id);

-- User cases whose author agrees that the vendor reads them, as chosen for the page.
create table brief_quote (
  brief_id bigint not null,
  request_id bigint not null,
  case_id bigint not null references user_case,
  primary key (brief_id, request_id, case_id),
  foreign key (brief_id, request_id) references brief_request on delete cascade
);

create table brief_version (
  id bigint generated always as identity primary key,
  brief_id bigint not null references brief,
  number integer not null,
  content jsonb not null,
  made_by bigint references person,
  made_at timestamptz not null,
  unique (brief_id, number)
);

-- The record of handing over: what, to whom, by whom, when, and until when an answer is due.
create table submission (
  id bigint generated always as identity primary key,
  brief_id bigint not null references brief,
  version_id bigint not null references brief_version,
  group_id bigint not null references working_group,
  -- Without an account: named in words, for what was handed over before Rapport.
  to_name text not null default '',
  how text not null default '',
  note text not null default '',
  submitted_by bigint references person,
  submitted_at timestamptz not null,
  due_on date not null,
  withdrawn_at timestamptz
);
create index submission_brief on submission (brief_id);
create index submission_group on submission (group_id, submitted_at);

create table submission_guest (
  submission_id bigint not null references submission,
  person_id bigint not null references person,
  primary key (submission_id, person_id)
);
create index submission_guest_person on submission_guest (person_id);

create table submission_item (
  id bigint generated always as identity primary key,
  submission_id bigint not null references submission,
  request_id bigint not null references request,
  position integer not null,
  due_on date not null,
  reminded smallint[] not null default '{}',
  -- What came back without counting as an answer, and the sentence that says why it is still open.
  note text not null default '',
  note_at timestamptz,
  unique (submission_id, request_id)
);
create index submission_item_request on submission_item (request_id);

-- Every answer is kept; the newest of a request is the one that holds. Without a reason it is none.
create table answer (
  id bigint generated always as identity primary key,
  group_id bigint not null references working_group,
  request_id bigint not null references request,
  item_id bigint references submission_item,
  class answer_class not null,
  reason text not null check (reason <> ''),
  release_name text not null default '',
  next_review_on date,
  door answer_door not null,
  given_by bigint references person,
  given_name text not null default '',
  given_at timestamptz not null,
  link text not null default '',
  recorded_by bigint references person,
  recorded_at timestamptz not null,
  readers visibility not null default 'group',
  readers_from timestamptz not null,
  -- The same row of a spreadsheet, mail or form that comes twice is one answer.
  fingerprint text not null,
  reviewed_at timestamptz
);
create unique index answer_once on answer (group_id, request_id, fingerprint);
create index answer_request on answer (request_id, given_at);
create index answer_item on answer (item_id);
create index answer_group on answer (group_id, given_at);

-- What a file or a mail with several answers brought: each row with what became of it.
create table answer_return (
  id bigint generated always as identity primary key,
  submission_id bigint not null references submission,
  door answer_door not null,
  filename text not null default '',
  person_id bigint references person,
  at timestamptz not null,
  rows jsonb not null
);
create index answer_return_submission on answer_return (submission_id);

create table answer_cost (
  id bigint generated always as identity primary key,
  group_id bigint not null references working_group,
  request_id bigint not null references request,
  item_id bigint references submission_item,
  points integer not null check (points between 0 and 100000),
  note text not null default '',
  given_by bigint references person,
  given_at timestamptz not null
);
create index answer_cost_request on answer_cost (request_id, given_at);

-- The vendor asks, the group answers; the wait until then is the group's own.
create table vendor_question (
  id bigint generated always as identity primary key,
  item_id bigint not null references submission_item,
  text text not null check (text <> ''),
  asked_by bigint references person,
  asked_at timestamptz not null,
  answer text,
  answered_by bigint references person,
  answered_at timestamptz
);
create index vendor_question_item on vendor_question (item_id);

-- A case in the vendor's own portal, with its states as they were read there.
create table portal_case (
  id bigint generated always as identity primary key,
  group_id bigint not null references working_group,
  request_id bigint not null references request,
  label text not null check (label <> ''),
  link text not null default '',
  unique (group_id, request_id, label)
);

create table portal_status (
  portal_case_id bigint not null references portal_case,
  on_day date not null,
  status text not null check (status <> ''),
  recorded_by bigint references person,
  recorded_at timestamptz not null,
  primary key (portal_case_id, on_day, status)
);
