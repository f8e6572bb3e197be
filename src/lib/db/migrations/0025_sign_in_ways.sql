-- More ways to sign in: passkeys, and identity providers by OIDC and SAML. Sessions say how they began.

-- A key pair that a device or a password manager keeps; only the public half is here.
create table passkey (
  id bigint generated always as identity primary key,
  person_id bigint not null references person,
  -- As the browser writes it, base64url.
  credential text not null unique,
  public_key bytea not null,
  counter bigint not null default 0,
  transports text[] not null default '{}',
  -- Kept by a password manager on several devices.
  synced boolean not null default false,
  name text not null check (name <> ''),
  created_at timestamptz not null,
  used_at timestamptz
);
create index passkey_person on passkey (person_id);

create type sign_in_kind as enum ('oidc', 'saml');

-- Providers that an administrator has set up; those of the environment are not here.
create table sign_in_provider (
  id bigint generated always as identity primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]([a-z0-9-]*[a-z0-9])?$' and length(slug) <= 40),
  kind sign_in_kind not null,
  label text not null check (label <> ''),
  enabled boolean not null default false,
  -- OIDC: the issuer. SAML: the entity id of the identity provider.
  issuer text not null,
  -- OIDC: the client's id. SAML: the address of its sign-in page.
  client text not null,
  -- OIDC: the client's secret, sealed. SAML: its certificates, which are public.
  sealed bytea,
  certificates text[] not null default '{}',
  -- The domains that it may speak for; '*' is every domain.
  domains text[] not null default '{}',
  created_at timestamptz not null,
  changed_at timestamptz not null
);

-- Whom a provider means by a subject: linked once by a confirmed address, found by the subject afterwards.
create table federated_identity (
  id bigint generated always as identity primary key,
  person_id bigint not null references person,
  provider text not null,
  subject text not null,
  email text not null,
  linked_at timestamptz not null,
  used_at timestamptz,
  unique (provider, subject)
);
create index federated_identity_person on federated_identity (person_id);

-- What began in a browser and must end in the same one, once: a challenge, a state, a request id, a provider's statement.
create table sign_in_flow (
  id text primary key,
  kind text not null,
  browser bytea not null,
  provider text,
  person_id bigint references person,
  facts jsonb not null default '{}',
  next text not null default '/today',
  expires_at timestamptz not null
);
create index sign_in_flow_expires on sign_in_flow (expires_at);

-- How it began (code, passkey, a provider's slug), and from which network.
alter table auth_session add column how text not null default 'code', add column network text;

-- An administrator looks at the site as somebody else does: for a time, with a reason, never in her name.
create table acting (
  id bigint generated always as identity primary key,
  session_id text references auth_session on delete set null,
  administrator_id bigint not null references person,
  person_id bigint not null references person,
  reason text not null check (reason <> ''),
  began_at timestamptz not null,
  until timestamptz not null,
  ended_at timestamptz,
  check (administrator_id <> person_id)
);
create unique index acting_now on acting (session_id) where ended_at is null;

alter type evidence_kind add value 'federated';
