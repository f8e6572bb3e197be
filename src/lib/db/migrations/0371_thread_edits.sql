-- What a moderator has made of threads. The mails stay as they are; threads are made anew from them and from this.
create table thread_edit (
  id bigint generated always as identity primary key,
  list_id bigint not null references list(id) on delete cascade,
  kind text not null check (kind in ('split', 'join', 'rename')),
  -- The message that begins a thread of its own, or by which the thread is known.
  message_id text not null,
  -- The message of the other thread that it is joined with.
  other_id text,
  subject text not null default '',
  made_by bigint not null references person(id),
  made_at timestamptz not null,
  undone_at timestamptz,
  check ((kind = 'join') = (other_id is not null))
);
create index on thread_edit (list_id, message_id);

-- Threads of which somebody wants each message, or none. Without a row they come as the list does.
create table thread_choice (
  person_id bigint not null references person(id),
  thread_id bigint not null references thread(id) on delete cascade,
  choice topic_choice not null,
  chosen_at timestamptz not null,
  primary key (person_id, thread_id)
);
create index on thread_choice (thread_id);

-- Under each post stands how one leaves the list.
alter table list add column leave_line boolean not null default false;
