-- beside
-- Devices that are told what is due (RFC 8030): the address that the browser's maker gave, with the keys that only that browser can open.
create table push_device (
  id bigint generated always as identity primary key,
  person_id bigint not null references person,
  name text not null,
  -- It is told for as long as whoever added it is signed in there.
  session_id text not null,
  -- Of its address.
  hash bytea not null unique,
  sealed bytea not null,
  made_at timestamptz not null,
  told_at timestamptz,
  failing_since timestamptz
);
create index push_device_person on push_device (person_id);

-- What somebody's devices were told: each thing once.
create table push_told (
  person_id bigint not null references person,
  key text not null,
  told_at timestamptz not null,
  primary key (person_id, key)
);
create index push_told_at on push_told (told_at);

-- Whether this site tells devices at all, and the key by which those who carry it know this site (RFC 8292).
create table push_setting (
  single boolean primary key default true check (single),
  opened boolean not null default false,
  sealed bytea
);
