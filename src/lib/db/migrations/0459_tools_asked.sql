-- beside
-- What somebody lets programs do with a tool: never, or once they have said yes. Of a tool that is not here, the usual holds.
alter table refused_tool add column choice text not null default 'never' constraint refused_tool_choice check (choice in ('ask', 'never'));

-- A program wants to use a tool that asks first.
create table tool_asking (
  person_id bigint not null references person,
  tool text not null,
  -- What the program calls itself.
  client text not null,
  asked_at timestamptz not null,
  allowed_until timestamptz,
  primary key (person_id, tool)
);
