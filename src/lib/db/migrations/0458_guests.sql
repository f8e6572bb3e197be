-- Programs and sites that ask here, in the person's name: who they are, and where answers may be sent.
create table oauth_client (
  id bigint generated always as identity primary key,
  -- What it calls itself by to us; 128 random bits, public.
  client text not null unique,
  -- A program reads and drafts as its person; a site asks who somebody is.
  kind text not null constraint oauth_client_kind check (kind in ('program', 'site')),
  name text not null,
  redirects text[] not null constraint oauth_client_redirects check (cardinality(redirects) between 1 and 10),
  -- Of its secret; a program has none, since it could keep none.
  secret_hash bytea,
  -- It introduced itself; nobody of this site knows it.
  introduced boolean not null default false,
  made_at timestamptz not null,
  used_at timestamptz,
  removed_at timestamptz,
  constraint oauth_client_secret check ((kind = 'site') = (secret_hash is not null))
);

-- What the provider keeps for a while: questions, codes, tokens, and what was agreed. Found by the hash of what its holder shows.
create table oauth_artefact (
  kind text not null,
  hash bytea not null,
  -- Of what was agreed: revoked, it ends all that came of it.
  agreement bytea,
  sealed bytea not null,
  -- Of a token that opens a door here: which door, and what for.
  audience text,
  scopes text[] not null default '{}',
  expires_at timestamptz not null,
  consumed_at timestamptz,
  primary key (kind, hash)
);
create index oauth_artefact_agreement on oauth_artefact (agreement) where agreement is not null;
create index oauth_artefact_expires on oauth_artefact (expires_at);

-- The keys that sign who somebody is; the newest signs.
create table oauth_key (
  id bigint generated always as identity primary key,
  sealed bytea not null,
  made_at timestamptz not null
);

-- May programs that nobody here knows introduce themselves?
create table oauth_setting (
  single boolean primary key default true check (single),
  introductions boolean not null default false
);

-- What a person agreed to stands beside the tokens that they made: a token without a hash of its own, with short ones that come of it.
alter table api_token alter column hash drop not null;
alter table api_token add column client_id bigint references oauth_client;
alter table api_token add column agreement bytea unique;
alter table api_token add constraint api_token_origin check ((hash is null) = (agreement is not null) and (agreement is null) = (client_id is null));
alter table api_token drop constraint api_token_scopes_check;
alter table api_token add constraint api_token_scopes_check
  check (scopes <@ array['read', 'propose', 'write', 'moderate', 'admin', 'sign-in'] and cardinality(scopes) > 0);
create index api_token_client on api_token (client_id) where client_id is not null;
