-- Moving in: a list as it stood elsewhere, how far its import is, and what became of each part of it.

create type move_program as enum ('mailman2', 'mailman3', 'file');

create table list_move (
  id bigint generated always as identity primary key,
  list_id bigint not null references list,
  program move_program not null,
  -- As the operator named it: a folder, an address, a file.
  source text not null,
  -- Of what was read: the same source again goes on where it was cut off.
  fingerprint bytea not null,
  person_id bigint references person,
  -- What was read, until it is applied; afterwards only the balance stays.
  departing jsonb,
  -- Rows of what becomes what, as they were shown before.
  plan jsonb not null,
  -- What the person chose: settings, those who left, lines that are wrong.
  choices jsonb not null default '{}',
  begun_at timestamptz not null,
  ended_at timestamptz,
  error text
);
create index list_move_list on list_move (list_id, id);
create unique index list_move_open on list_move (list_id, fingerprint) where ended_at is null;

create type move_outcome as enum ('added', 'known', 'left', 'wrong');

-- Each member, ban, held mail and request of a source, once: what is here already is not done again.
create table list_move_item (
  move_id bigint not null references list_move on delete cascade,
  kind text not null,
  key text not null,
  outcome move_outcome not null,
  reason text not null default '',
  primary key (move_id, kind, key)
);

-- Where a message stood before: pipermail's volume and number, or HyperKitty's hash.
create table old_address (
  old_list text not null,
  path text not null,
  list_id bigint not null references list,
  message_id bigint not null references message on delete cascade,
  primary key (old_list, path)
);
create index old_address_message on old_address (message_id);

-- By which names a list was known before; also where nothing of its archive had an address.
create table old_list (
  name text primary key check (name = lower(name)),
  list_id bigint not null references list
);
create index old_list_list on old_list (list_id);
