-- The ground: who, which group, what happened, which mail. Later migrations add domains; none edits this one.

create extension if not exists unaccent;

create type door as enum ('web', 'mail', 'api', 'cli', 'job');
create type role as enum ('administrator', 'steering', 'liaison', 'coordinator', 'deputy', 'member', 'moderator', 'referent', 'vendor_guest');
create type theme as enum ('system', 'light', 'dark');
create type organisation_kind as enum ('institution', 'consortium', 'vendor', 'affiliate', 'reseller', 'user_group');

-- people ------------------------------------------------------------------------------------------------------------

create table person (
  id bigint generated always as identity primary key,
  name text not null,
  locale text not null default 'en',
  zone text not null default 'UTC',
  theme theme not null default 'system',
  single_keys boolean not null default true,
  created_at timestamptz not null default now(),
  erased_at timestamptz
);

-- Compared in lower case: no mail provider in use tells two people apart by case.
create table address (
  id bigint generated always as identity primary key,
  person_id bigint not null references person,
  email text not null unique check (email = lower(email) and email like '_%@_%'),
  verified_at timestamptz,
  created_at timestamptz not null default now()
);
create index address_person on address (person_id);

create table organisation (
  id bigint generated always as identity primary key,
  name text not null,
  kind organisation_kind not null,
  country char(2),
  created_at timestamptz not null default now()
);

create table affiliation (
  id bigint generated always as identity primary key,
  person_id bigint not null references person,
  organisation_id bigint not null references organisation,
  from_on date,
  to_on date,
  check (to_on >= from_on)
);
create index affiliation_person on affiliation (person_id);
create index affiliation_organisation on affiliation (organisation_id);

-- charter: groups and appointments ----------------------------------------------------------------------------------

create table community (
  id bigint generated always as identity primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]([a-z0-9-]*[a-z0-9])?$'),
  name text not null
);

create table product (
  id bigint generated always as identity primary key,
  name text not null,
  vendor_id bigint not null references organisation
);

create table working_group (
  id bigint generated always as identity primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]([a-z0-9-]*[a-z0-9])?$'),
  name text not null,
  tagline text not null default '',
  product_id bigint not null references product,
  founded_on date,
  created_at timestamptz not null default now()
);

create table group_community (
  group_id bigint not null references working_group,
  community_id bigint not null references community,
  primary key (group_id, community_id)
);

create table appointment (
  id bigint generated always as identity primary key,
  person_id bigint not null references person,
  role role not null,
  group_id bigint references working_group,
  community_id bigint references community,
  formal boolean not null default false,
  from_on date not null,
  to_on date,
  check (to_on >= from_on),
  check (num_nonnulls(group_id, community_id) <= 1)
);
create index appointment_person on appointment (person_id);
create index appointment_group on appointment (group_id);

-- journal -----------------------------------------------------------------------------------------------------------

create table journal (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  person_id bigint references person,
  behind_id bigint references person,
  via door not null,
  action text not null,
  subject text not null,
  group_id bigint references working_group,
  details jsonb not null default '{}'
);
create index journal_subject on journal (subject, id);
create index journal_group on journal (group_id, id);

-- The hash chain stands beside the lines, so that a line is never updated (docs/decisions/0004).
create table journal_link (
  position bigint primary key,
  journal_id bigint not null unique references journal,
  hash bytea not null
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the % is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger journal_append_only before update or delete or truncate on journal for each statement execute function refuse_change();

-- mail: raw bytes first ---------------------------------------------------------------------------------------------

-- Byte-exact mail, zstd-compressed. Only erasure takes the bytes; size and hash stay.
create table raw_mail (
  id bigint generated always as identity primary key,
  sha256 bytea not null,
  size integer not null,
  bytes bytea,
  erased_at timestamptz
);
alter table raw_mail alter column bytes set storage external;

create type inbound_state as enum ('waiting', 'settled', 'parked');

-- What was accepted from outside. The row is its own work item.
create table inbound (
  id bigint generated always as identity primary key,
  received_at timestamptz not null default now(),
  mail_from text not null,
  rcpt_to text[] not null,
  peer text,
  helo text,
  -- Handed over by the MTA in front (LMTP), which alone saw the peer; its Authentication-Results may be believed.
  by_front boolean not null default false,
  via door not null default 'mail',
  person_id bigint references person,
  raw_id bigint not null references raw_mail,
  state inbound_state not null default 'waiting',
  attempts smallint not null default 0,
  not_before timestamptz not null default '-infinity',
  fate text,
  error text,
  settled_at timestamptz
);
create index inbound_waiting on inbound (id) where state = 'waiting';
create index inbound_parked on inbound (id) where state = 'parked';
create index inbound_raw on inbound (raw_id);

-- list --------------------------------------------------------------------------------------------------------------

create type archive_access as enum ('public', 'subscribers', 'group');
create type join_policy as enum ('open', 'confirm', 'vetted', 'closed');

create table list (
  id bigint generated always as identity primary key,
  group_id bigint not null references working_group,
  name text not null unique check (name ~ '^[a-z0-9]([a-z0-9._-]*[a-z0-9])?$' and length(name) <= 24),
  title text not null,
  description text not null default '',
  language text not null default 'en',
  archive archive_access not null default 'subscribers',
  join_policy join_policy not null default 'confirm',
  max_size integer not null default 26214400 check (max_size > 0),
  created_at timestamptz not null default now()
);

create table list_community (
  list_id bigint not null references list,
  community_id bigint not null references community,
  primary key (list_id, community_id)
);

create type receiving as enum ('each', 'none');

create table subscription (
  id bigint generated always as identity primary key,
  list_id bigint not null references list,
  person_id bigint not null references person,
  address_id bigint not null references address,
  receiving receiving not null default 'each',
  since timestamptz not null default now(),
  ended_at timestamptz,
  ended_how text
);
create unique index subscription_current on subscription (list_id, person_id) where ended_at is null;
create index subscription_person on subscription (person_id) where ended_at is null;
create index subscription_address on subscription (address_id);

create type request_state as enum ('unconfirmed', 'waiting', 'approved', 'rejected', 'expired');

create table subscription_request (
  id bigint generated always as identity primary key,
  list_id bigint not null references list,
  email text not null check (email = lower(email)),
  name text not null default '',
  locale text not null default 'en',
  state request_state not null default 'unconfirmed',
  network text,
  asked_at timestamptz not null,
  confirmed_at timestamptz,
  decided_at timestamptz,
  decided_by bigint references person,
  reason text not null default ''
);
create index subscription_request_open on subscription_request (list_id, state, id);
create index subscription_request_email on subscription_request (email);

create type held_state as enum ('held', 'approved', 'rejected', 'discarded');

create table held_mail (
  id bigint generated always as identity primary key,
  inbound_id bigint not null references inbound,
  list_id bigint not null references list,
  reason text not null,
  from_name text not null,
  from_email text not null,
  subject text not null,
  held_at timestamptz not null,
  state held_state not null default 'held',
  decided_at timestamptz,
  decided_by bigint references person,
  note text not null default '',
  unique (inbound_id, list_id)
);
create index held_mail_open on held_mail (list_id, id) where state = 'held';

-- archive -----------------------------------------------------------------------------------------------------------

create table thread (
  id bigint generated always as identity primary key,
  list_id bigint not null references list,
  root text not null,
  subject text not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  messages integer not null default 0,
  people integer not null default 0
);
create index thread_newest on thread (list_id, last_at desc, id desc);

create table message (
  id bigint generated always as identity primary key,
  list_id bigint not null references list,
  thread_id bigint not null references thread,
  raw_id bigint not null references raw_mail,
  message_id text not null,
  variant smallint not null default 1,
  content_hash bytea not null,
  refs text[] not null,
  subject text not null,
  from_name text not null,
  from_email text not null,
  person_id bigint references person,
  sent_at timestamptz not null,
  received_at timestamptz not null,
  text text not null,
  has_html boolean not null,
  attachments smallint not null default 0,
  size integer not null,
  defects text[] not null default '{}'
);
create unique index message_by_id on message (list_id, message_id, variant);
create index message_thread on message (thread_id, sent_at, id);
create index message_newest on message (list_id, sent_at desc, id desc);
create index message_person on message (person_id) where person_id is not null;

-- Message-IDs that a message of the list refers to and that are not there (yet): a thread is all that hangs together by them.
create table ghost (
  list_id bigint not null references list,
  message_id text not null,
  thread_id bigint not null references thread,
  primary key (list_id, message_id)
);
create index ghost_thread on ghost (thread_id);

create table attachment (
  id bigint generated always as identity primary key,
  message_id bigint not null references message,
  position smallint not null,
  filename text not null,
  type text not null,
  size integer not null,
  sha256 bytea not null,
  inline boolean not null,
  unique (message_id, position)
);

-- search ------------------------------------------------------------------------------------------------------------

-- Accents never matter; `words` is the unstemmed fallback of every language.
create text search configuration rapport_words (copy = simple);
alter text search configuration rapport_words alter mapping for hword, hword_part, word with unaccent, simple;
do $$
declare language text;
begin
  foreach language in array array['english', 'german', 'french', 'spanish', 'italian', 'portuguese', 'dutch', 'danish', 'swedish', 'norwegian', 'finnish'] loop
    execute format('create text search configuration rapport_%s (copy = %s)', language, language);
    execute format('alter text search configuration rapport_%s alter mapping for hword, hword_part, word with unaccent, %s_stem', language, language);
  end loop;
end $$;

-- Everything that can be found. `audience` is the key that a reader must hold: public, list:ID, group:ID, site.
create table search_document (
  id bigint generated always as identity primary key,
  kind text not null,
  subject_id bigint not null,
  audience text not null,
  list_id bigint references list,
  group_id bigint references working_group,
  at timestamptz not null,
  author text not null default '',
  title text not null,
  body text,
  attachment boolean not null default false,
  vector tsvector not null,
  unique (kind, subject_id)
);
create index search_document_vector on search_document using gin (vector) with (fastupdate = off);
create index search_document_newest on search_document (at desc, id desc);
-- The planner must know rare from common terms, or it walks the date index for a term that hardly occurs.
alter table search_document alter column vector set statistics 2000;

-- delivery ----------------------------------------------------------------------------------------------------------

-- A single mail of ours: a notice, a confirmation. Kept as composed.
create table letter (
  id bigint generated always as identity primary key,
  kind text not null,
  person_id bigint references person,
  list_id bigint references list,
  subject text not null,
  bytes bytea not null,
  created_at timestamptz not null
);

create type delivery_state as enum ('queued', 'sent', 'deferred', 'failed', 'cancelled');

-- One mail to one recipient: a post of a list, or a letter.
create table delivery (
  id bigint generated always as identity primary key,
  message_id bigint references message,
  letter_id bigint references letter,
  subscription_id bigint references subscription,
  email text not null,
  domain text not null,
  state delivery_state not null default 'queued',
  attempts smallint not null default 0,
  queued_at timestamptz not null,
  next_at timestamptz not null,
  settled_at timestamptz,
  code smallint,
  answer text,
  check (num_nonnulls(message_id, letter_id) = 1)
);
create index delivery_due on delivery (next_at, id) where state in ('queued', 'deferred');
create index delivery_message on delivery (message_id) where message_id is not null;
create index delivery_letter on delivery (letter_id) where letter_id is not null;
create index delivery_subscription on delivery (subscription_id) where subscription_id is not null;

create table bounce (
  id bigint generated always as identity primary key,
  inbound_id bigint not null references inbound,
  delivery_id bigint references delivery,
  kind text not null,
  email text not null,
  class text not null,
  permanent boolean not null,
  status text,
  diagnostic text not null default '',
  at timestamptz not null
);
create index bounce_email on bounce (email, at);
create index bounce_delivery on bounce (delivery_id);

-- DKIM keys, the private part encrypted with RAPPORT_SECRET.
create table signing_key (
  domain text not null,
  selector text not null,
  private_key bytea not null,
  public_key text not null,
  created_at timestamptz not null default now(),
  primary key (domain, selector)
);

-- Limits on what costs or mails, shared by all processes; unlogged, since losing a count in a crash harms nobody.
create unlogged table rate_window (
  key text not null,
  starts_at timestamptz not null,
  taken integer not null,
  primary key (key, starts_at)
);
