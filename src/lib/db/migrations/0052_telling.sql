-- Telling back: those who asked hear what became of it, once, in their own words.

create type telling_kind as enum ('answer', 'commitment', 'dropped', 'delivery', 'acceptance');
create type telling_choice as enum ('each', 'weekly', 'never');

-- One post that tells a list what a batch of answers says. A person sends it.
create table telling_post (
  id bigint generated always as identity primary key,
  group_id bigint not null references working_group,
  list_id bigint not null references list,
  subject text not null,
  body text not null,
  made_by bigint references person,
  made_at timestamptz not null,
  sent_by bigint references person,
  sent_at timestamptz,
  -- Of the mail, so that the archive finds it.
  message_id text,
  dropped_at timestamptz
);
create index telling_post_group on telling_post (group_id, id);

-- What there is to tell, and who may hear it from when: the readers of the answer that it is about.
create table telling_event (
  id bigint generated always as identity primary key,
  group_id bigint not null references working_group,
  request_id bigint not null references request,
  kind telling_kind not null,
  subject_id bigint not null,
  readers visibility not null,
  readers_from timestamptz not null,
  made_at timestamptz not null,
  -- History that came in from before is not news.
  quiet boolean not null default false,
  told_at timestamptz,
  unique (kind, subject_id)
);
create index telling_event_request on telling_event (request_id);
create index telling_event_due on telling_event (readers_from) where told_at is null and not quiet;

create table telling_post_event (
  post_id bigint not null references telling_post,
  event_id bigint not null references telling_event,
  primary key (post_id, event_id)
);
create index telling_post_event_of on telling_post_event (event_id);

-- Nobody gets two mails for one event: the row is taken before the letter is written.
create table told (
  event_id bigint not null references telling_event,
  person_id bigint not null references person,
  -- Kept for the weekly summary until its letter leaves.
  letter_id bigint references letter,
  at timestamptz not null,
  primary key (event_id, person_id)
);
create index told_waiting on told (person_id) where letter_id is null;

create table telling_preference (
  person_id bigint primary key references person,
  choice telling_choice not null
);
