-- A list that is still hosted elsewhere: Rapport reads along there as a subscriber until it moves.

create table follow (
  id bigint generated always as identity primary key,
  list_id bigint not null unique references list,
  -- Its posting address elsewhere.
  address text not null check (address = lower(address) and address like '_%@_%'),
  begun_at timestamptz not null,
  begun_by bigint references person,
  -- Since then the list is here; what still comes is archived.
  moved_at timestamptz,
  -- Whether mail to the list here waited before, too.
  was_emergency boolean not null,
  archived integer not null default 0,
  last_at timestamptz
);

-- What came from there and is no post: questions to be answered, notices. Shown to those who own the list.
create table follow_notice (
  id bigint generated always as identity primary key,
  follow_id bigint not null references follow,
  inbound_id bigint not null references inbound,
  from_email text not null,
  reply_to text not null,
  subject text not null,
  text text not null,
  message_id text not null,
  came_at timestamptz not null,
  answered_at timestamptz,
  answered_by bigint references person
);
create index follow_notice_newest on follow_notice (follow_id, id desc);
