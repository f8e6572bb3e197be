-- Federations of institutions whose people sign in here: where signed metadata is read, and with which certificates it is signed.
create table federation (
  id bigint generated always as identity primary key,
  slug text not null unique,
  label text not null,
  kind text not null check (kind in ('mdq', 'file')),
  -- Of an MDQ server, or of a file of metadata.
  address text not null,
  -- Where the institutions of an MDQ server are listed; '' is the server itself.
  directory text not null default '',
  certificates text[] not null,
  -- What an institution says of its staff is evidence only where it also says that it takes this back within a month.
  assured boolean not null default false,
  enabled boolean not null default false,
  etag text not null default '',
  modified text not null default '',
  read_at timestamptz,
  next_at timestamptz not null,
  -- Why the last reading failed, kept to be said.
  problem text not null default '',
  created_at timestamptz not null,
  changed_at timestamptz not null
);

-- What the metadata of a federation says of one identity provider.
create table federation_idp (
  id bigint generated always as identity primary key,
  federation_id bigint not null references federation on delete cascade,
  entity_id text not null,
  -- By language; 'en' where the metadata names none.
  names jsonb not null,
  -- What one may look for it by.
  sought text not null,
  scopes text[] not null default '{}',
  login text not null default '',
  certificates text[] not null default '{}',
  categories text[] not null default '{}',
  signs boolean not null default false,
  -- Until when signed metadata lets it be believed; null where no signed metadata of it was read yet.
  valid_until timestamptz,
  read_at timestamptz,
  unique (federation_id, entity_id)
);

-- Keys with which institutions encrypt for us and check our requests; two at most, the newest is published.
create table saml_key (
  id bigint generated always as identity primary key,
  certificate text not null,
  sealed bytea not null,
  made_at timestamptz not null
);

-- How this site presents itself to institutions.
create table saml_self (
  single boolean primary key default true check (single),
  name text not null,
  about text not null default '',
  contact text not null default '',
  categories text[] not null default '{}'
);
