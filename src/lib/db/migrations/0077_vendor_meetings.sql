-- A meeting that was with the vendor though none of its guests was invited by name: a call, a talk at a conference.
create table vendor_meeting (
  group_id bigint not null references working_group,
  meeting_id bigint not null references meeting,
  marked_by bigint references person,
  marked_at timestamptz not null,
  primary key (group_id, meeting_id)
);
create index vendor_meeting_meeting on vendor_meeting (meeting_id);
