-- What a program drafted for somebody: nothing is done until they send it themselves.
create table program_proposal (
  id bigint generated always as identity primary key,
  person_id bigint not null references person,
  tool text not null,
  -- Where the form is sent.
  path text not null,
  fields jsonb not null,
  -- What the program calls itself.
  client text not null,
  made_at timestamptz not null,
  decided_at timestamptz,
  outcome text constraint program_proposal_outcome check (outcome in ('sent', 'discarded')),
  constraint program_proposal_decided check ((decided_at is null) = (outcome is null))
);
create index program_proposal_person on program_proposal (person_id, decided_at);

-- Tools that somebody lets no program use.
create table refused_tool (
  person_id bigint not null references person,
  tool text not null,
  primary key (person_id, tool)
);

-- A token may be for drafts alone.
alter table api_token drop constraint api_token_scopes_check;
alter table api_token add constraint api_token_scopes_check
  check (scopes <@ array['read', 'propose', 'write', 'moderate', 'admin'] and cardinality(scopes) > 0);
