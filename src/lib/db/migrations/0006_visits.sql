-- How far somebody has read a thread: what came later is new to her.
create table thread_visit (
  person_id bigint not null references person,
  thread_id bigint not null references thread on delete cascade,
  -- The newest message that stood there at the last visit; ids grow with arrival, dates need not.
  message_id bigint not null,
  primary key (person_id, thread_id)
);
create index thread_visit_thread on thread_visit (thread_id);
