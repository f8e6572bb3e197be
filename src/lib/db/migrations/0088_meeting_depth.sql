-- What kind of meeting it is: what is expected of whom depends on it.
alter type meeting_kind add value 'call';
alter type meeting_kind add value 'conference';
alter table meeting_series add column kind meeting_kind not null default 'meeting';

-- Whether the reason for which somebody did not come is accepted; null until somebody has said.
alter table meeting_invitation add column reason_accepted boolean;

-- What the terms of reference expect: of the holders of formal roles or of everybody, so many a year or such a share.
create table attendance_rule (
  id bigint generated always as identity primary key,
  group_id bigint references working_group,
  community_id bigint references community,
  kind meeting_kind not null,
  formal_only boolean not null default true,
  per_year smallint check (per_year between 1 and 60),
  share_percent smallint check (share_percent between 1 and 100),
  note text not null default '',
  changed_at timestamptz not null,
  changed_by bigint references person,
  check ((group_id is null) <> (community_id is null)),
  check ((per_year is null) <> (share_percent is null)),
  unique nulls not distinct (group_id, community_id, kind)
);

-- A letter that reminds of actions: an answer to it names them by the numbers that they have in it.
create table action_reminder (
  id bigint generated always as identity primary key,
  person_id bigint not null references person,
  sent_at timestamptz not null
);
create table action_reminder_item (
  reminder_id bigint not null references action_reminder on delete cascade,
  n smallint not null,
  action_id bigint not null references action,
  primary key (reminder_id, n)
);

-- On which day those who lead were told that a decision is due for review.
alter table decision add column review_told_on date;
