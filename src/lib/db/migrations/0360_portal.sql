-- What the vendor's portal says: an entry may be known before it is known which request it is.
alter table portal_case
  alter column request_id drop not null,
  -- What the portal calls it; empty for what somebody has typed from it.
  add column number text not null default '',
  add column body text not null default '',
  add column votes integer,
  -- A request that reads like it, and why; a person decides. Null until that was looked for.
  add column proposed_id bigint references request (id) on delete set null,
  add column why text,
  -- Somebody has said that it is none of the group's requests.
  add column settled_at timestamptz,
  add column settled_by bigint references person (id);
alter table portal_case drop constraint portal_case_group_id_request_id_label_key;
create unique index portal_case_typed on portal_case (group_id, request_id, label) where number = '';
create unique index portal_case_number on portal_case (group_id, number) where number <> '';
create index portal_case_request on portal_case (request_id) where request_id is not null;

alter table portal_status drop constraint portal_status_pkey;
alter table portal_status
  add column id bigint generated always as identity primary key,
  add column reason text not null default '',
  -- It came after another one: the group hears of it.
  add column is_change boolean not null default false,
  add column settled_at timestamptz,
  add column settled_by bigint references person (id),
  -- What the group has confirmed as the vendor's answer.
  add column answer_id bigint references answer (id) on delete set null;
create unique index portal_status_typed on portal_status (portal_case_id, on_day, status) where not is_change;
create index portal_status_case on portal_status (portal_case_id, id);

-- An address at which a portal or release notes are read again and again.
create type portal_feed_kind as enum ('entries', 'releases');
create table portal_feed (
  id bigint generated always as identity primary key,
  group_id bigint not null references working_group (id),
  kind portal_feed_kind not null,
  url text not null check (url <> ''),
  made_by bigint references person (id),
  made_at timestamptz not null,
  closed_at timestamptz,
  next_at timestamptz not null,
  tried_at timestamptz,
  read_at timestamptz,
  fails smallint not null default 0,
  -- Why the last try came to nothing, kept to be said.
  error text not null default '',
  etag text not null default '',
  modified text not null default '',
  entries integer
);
create unique index portal_feed_url on portal_feed (group_id, url) where closed_at is null;
create index portal_feed_due on portal_feed (next_at) where closed_at is null;
