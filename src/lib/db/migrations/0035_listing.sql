-- The daily life of a list: who receives what and how, which rules decide about mail, whom a list does not want, what its notices say.

alter type receiving add value 'mime_digest';
alter type receiving add value 'plain_digest';
alter type receiving add value 'weekly';
alter type held_state add value 'expired';
create type mail_action as enum ('accept', 'hold', 'reject', 'discard');
create type sender_kind as enum ('address', 'domain', 'pattern');
create type topic_choice as enum ('follow', 'mute');
create type invitation_state as enum ('waiting', 'accepted', 'declined', 'withdrawn');
create type reply_target as enum ('author', 'list');
-- What becomes of mail that is HTML alone: nothing, a text part where no signature of its author breaks by it, always one, text instead.
create type html_policy as enum ('keep', 'free', 'always', 'text');

alter table list
  -- The chain that decides about a mail, in its order; null: as Rapport brings it.
  add column rules jsonb,
  add column emergency boolean not null default false,
  add column remind_days smallint not null default 2 check (remind_days between 1 and 30),
  add column expire_days smallint not null default 14 check (expire_days between 2 and 90),
  add column subject_prefix text not null default '',
  add column footer text not null default '',
  add column replies_to reply_target not null default 'author',
  add column html html_policy not null default 'free',
  -- Files above this size leave as links into the archive; null: none do.
  add column link_above_kb integer check (link_above_kb > 0),
  add column link_types text[] not null default '{}',
  -- Files of these types leave not at all.
  add column drop_types text[] not null default '{}',
  add column receiving receiving not null default 'each',
  -- An issue of the digest is full at either of them.
  add column digest_kb integer not null default 300 check (digest_kb between 30 and 5000),
  add column digest_messages integer not null default 60 check (digest_messages between 5 and 500);

alter table subscription
  add column paused_until timestamptz,
  add column own_posts boolean not null default true,
  -- A copy also where the member stands in To or Cc.
  add column when_addressed boolean not null default true,
  add column only_topics boolean not null default false,
  -- The newest post that a digest or summary has told of.
  add column digested_to bigint not null default 0,
  -- What becomes of this member's mail whatever the rules say; null: what they say.
  add column posting mail_action;

-- What was sent to subscribers, as against what only came into the archive.
create table post (
  message_id bigint primary key references message on delete cascade,
  list_id bigint not null references list,
  posted_at timestamptz not null
);
create index post_of_list on post (list_id, message_id);

create table digest_issue (
  id bigint generated always as identity primary key,
  list_id bigint not null references list,
  volume smallint not null,
  number integer not null,
  -- Its posts: above the first, up to the last.
  after_id bigint not null,
  last_id bigint not null,
  made_at timestamptz not null,
  unique (list_id, volume, number),
  check (last_id > after_id)
);
create index digest_issue_newest on digest_issue (list_id, last_id desc);

-- `#rollover` in a subject; a number is no topic but somebody's ticket.
create function topics_of(subject text) returns text[] language sql immutable strict parallel safe as $$
  select coalesce(array_agg(distinct lower(found[1])), '{}')
  from regexp_matches(subject, '(?:^|[\s(\[,;:/])#([^\s#.,;:!?()\[\]"''/\\0-9][^\s#.,;:!?()\[\]"''/\\]{1,39})', 'g') as found
$$;
alter table message add column topics text[] not null generated always as (topics_of(subject)) stored;
create index message_topics on message using gin (topics) where topics <> '{}';

create table subscription_topic (
  subscription_id bigint not null references subscription,
  topic text not null,
  choice topic_choice not null,
  primary key (subscription_id, topic)
);

-- The word of DMARC when the mail came, for rules that are tried on it again.
alter table inbound add column dmarc text;

alter table held_mail
  add column claimed_by bigint references person,
  add column claimed_at timestamptz,
  -- From moderator to moderator.
  add column memo text not null default '',
  add column tell_author boolean not null default false,
  add column reminded_at timestamptz;

-- Each moderator's own key to one held mail; with the decision all of them are spent.
create table held_notice (
  id bigint generated always as identity primary key,
  held_id bigint not null references held_mail,
  person_id bigint not null references person,
  sent_at timestamptz not null,
  unique (held_id, person_id)
);

-- What becomes of mail by these writers, who are not subscribed.
create table list_sender (
  id bigint generated always as identity primary key,
  list_id bigint not null references list,
  kind sender_kind not null default 'address',
  value text not null,
  action mail_action not null,
  created_at timestamptz not null,
  created_by bigint references person,
  unique (list_id, kind, value)
);

-- Who neither joins nor writes; without a list, anywhere on the site.
create table ban (
  id bigint generated always as identity primary key,
  list_id bigint references list,
  kind sender_kind not null,
  value text not null,
  reason text not null default '',
  until date,
  created_at timestamptz not null,
  created_by bigint references person
);
create unique index ban_once on ban (coalesce(list_id, 0), kind, value);

create table invitation (
  id bigint generated always as identity primary key,
  list_id bigint not null references list,
  email text not null check (email = lower(email)),
  name text not null default '',
  words text not null default '',
  state invitation_state not null default 'waiting',
  invited_by bigint references person,
  invited_at timestamptz not null,
  answered_at timestamptz
);
create unique index invitation_waiting on invitation (list_id, email) where state = 'waiting';
create index invitation_email on invitation (email, invited_at);

-- The words of a notice where a list has its own.
create table notice_template (
  list_id bigint not null references list,
  notice text not null,
  locale text not null,
  subject text not null,
  body text not null,
  changed_at timestamptz not null,
  changed_by bigint references person,
  primary key (list_id, notice, locale)
);

-- How a list was set, and by whom: the journal says that, this says what.
create table setting_change (
  id bigint generated always as identity primary key,
  list_id bigint not null references list,
  person_id bigint references person,
  via door not null,
  at timestamptz not null,
  setting text not null,
  before jsonb,
  after jsonb
);
create index setting_change_list on setting_change (list_id, id desc);

-- Settings that came by mail from a domain that proves nothing: they wait for a word of the member.
create table mail_command (
  id bigint generated always as identity primary key,
  subscription_id bigint not null references subscription,
  commands text[] not null,
  asked_at timestamptz not null,
  done_at timestamptz
);
