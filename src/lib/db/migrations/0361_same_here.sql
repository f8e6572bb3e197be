-- Somebody has written that they have the same trouble: their institution is counted once they say yes.
create table same_here (
  id bigint generated always as identity primary key,
  request_id bigint not null references request (id),
  person_id bigint not null references person (id),
  organisation_id bigint not null references organisation (id),
  message_id bigint references message (id) on delete set null,
  comment_id bigint references request_comment (id) on delete set null,
  asked_at timestamptz not null,
  answered_at timestamptz,
  counted boolean,
  unique (request_id, person_id)
);
create index same_here_person on same_here (person_id) where answered_at is null;
