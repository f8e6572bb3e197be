-- beside
-- A tool asks its caller something while it works. The answer may come to another process: it is kept here until the one that waits takes it.
create table tool_question (
  -- Nobody guesses it; only the same token may answer it.
  id uuid primary key default gen_random_uuid(),
  token_id bigint not null references api_token on delete cascade,
  person_id bigint not null references person,
  asked_at timestamptz not null,
  -- The call that waits, so that its program can cancel it.
  call text not null,
  -- As it came, JSON.
  answer text
);
create index tool_question_token on tool_question (token_id);
