-- Who wants what waits for her by mail once a week; the day of the last one, so that nobody gets two.
create table today_mail (
  person_id bigint primary key references person,
  chosen_at timestamptz not null,
  sent_on date
);

-- A step of a group's first weeks that somebody settled: looked at and found right, or left out with a reason. Whether a step is done
-- is not kept: the record says it.
create type step_verdict as enum ('confirmed', 'skipped');
create table first_step (
  group_id bigint not null references working_group,
  step text not null,
  verdict step_verdict not null,
  reason text not null default '',
  person_id bigint references person,
  at timestamptz not null,
  primary key (group_id, step)
);
