-- What programs sign in with. Only the hash is kept: who copies the database holds no token.
create table api_token (
  id bigint generated always as identity primary key,
  person_id bigint not null references person,
  name text not null,
  hash bytea not null unique,
  scopes text[] not null check (scopes <@ array['read', 'write', 'moderate', 'admin'] and cardinality(scopes) > 0),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz
);
create index api_token_person on api_token (person_id);

-- What was done under an Idempotency-Key, and what was answered. The row commits with the change itself.
create table api_answer (
  token_id bigint not null references api_token,
  key text not null,
  request bytea not null,
  at timestamptz not null,
  status smallint,
  headers jsonb,
  body text,
  primary key (token_id, key)
);
create index api_answer_at on api_answer (at);
