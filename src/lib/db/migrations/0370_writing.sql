-- What somebody has begun to write in a form, until it is sent; nobody else sees it.
create table draft (
  id bigint generated always as identity primary key,
  person_id bigint not null references person(id),
  -- The page whose form it is.
  place text not null check (length(place) between 1 and 1200),
  -- The form's fields by their names.
  fields jsonb not null,
  saved_at timestamptz not null,
  unique (person_id, place)
);
create index on draft (saved_at);

-- A post that was written here and can still be taken back; it leaves by a job. The row goes when it leaves.
create table written_post (
  id bigint generated always as identity primary key,
  list_id bigint not null references list(id) on delete cascade,
  person_id bigint not null references person(id),
  subject text not null,
  text text not null,
  -- The Message-ID that it answers.
  reply text,
  -- Keys and names of the uploads that go with it.
  files text[] not null default '{}',
  leaves_at timestamptz not null
);
create index on written_post (person_id);

-- The text of this mail is Markdown that was written here. No header of a mail says so.
alter table raw_mail add column markdown boolean not null default false;
