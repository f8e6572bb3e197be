-- A request that went to the group that owns its topic: both groups can say where it came from and where it is. Who moved it is in the journal.
create table request_move (
  id bigint generated always as identity,
  request_id bigint not null,
  from_group_id bigint not null,
  to_group_id bigint not null,
  moved_at timestamptz not null,
  constraint request_move_pkey primary key (id),
  constraint request_move_request_id_fkey foreign key (request_id) references request (id) on delete cascade,
  constraint request_move_from_group_id_fkey foreign key (from_group_id) references working_group (id),
  constraint request_move_to_group_id_fkey foreign key (to_group_id) references working_group (id)
);
create index request_move_request_id on request_move (request_id);
create index request_move_from_group_id on request_move (from_group_id);
