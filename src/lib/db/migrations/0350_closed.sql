-- A list or a group that is closed can be read with all its past. Nobody posts there, nothing waits there.
alter table list add column closed_at timestamptz;

alter table working_group
  add column closed_at timestamptz,
  -- Its work goes on there.
  add column merged_into bigint,
  add constraint working_group_merged_into_fkey foreign key (merged_into) references working_group (id),
  add constraint working_group_merged_check check (merged_into is null or (closed_at is not null and merged_into <> id));
create index working_group_merged_into on working_group (merged_into) where merged_into is not null;
