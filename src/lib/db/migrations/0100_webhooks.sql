-- Programs elsewhere that are told what happens here. `position` is the link of the journal's chain up to which one was told: links have
-- the order of commits, so no line is missed. Secrets are sealed under RAPPORT_SECRET; the one before signs too, for a day.
create table webhook (
  id bigint primary key generated always as identity,
  person_id bigint not null references person,
  name text not null,
  url text not null,
  events text[] not null,
  sealed bytea not null,
  sealed_before bytea,
  before_until timestamptz,
  position bigint not null,
  created_at timestamptz not null,
  failing_since timestamptz,
  paused_at timestamptz,
  paused_why text not null default '',
  ended_at timestamptz
);
create index webhook_person on webhook (person_id);

create type hook_state as enum ('waiting', 'delivered', 'failed', 'dropped');
-- What one was told, and what it answered. What it is told is made when it is sent, from what its owner may see then.
create table webhook_delivery (
  id bigint primary key generated always as identity,
  webhook_id bigint not null references webhook,
  journal_id bigint references journal,
  kind text not null,
  state hook_state not null default 'waiting',
  attempts smallint not null default 0,
  queued_at timestamptz not null,
  next_at timestamptz not null,
  settled_at timestamptz,
  code smallint,
  answer text not null default '',
  took_ms integer,
  unique (webhook_id, journal_id)
);
create index webhook_delivery_due on webhook_delivery (next_at, id) where state = 'waiting';
create index webhook_delivery_newest on webhook_delivery (webhook_id, id desc);
create index webhook_delivery_journal on webhook_delivery (journal_id);
