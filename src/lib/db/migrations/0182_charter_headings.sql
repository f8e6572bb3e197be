alter table charter_clause
  -- The heading of its own under which a clause stands within its kind.
  add column heading text not null default '',
  -- A text that was pasted has a heading that is none of ours: the kind is a guess until somebody says what it is about.
  add column kind_guessed boolean not null default false;
