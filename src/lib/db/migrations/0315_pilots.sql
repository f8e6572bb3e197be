-- Who tries first what was promised.
create table commitment_pilot (
  commitment_id bigint not null references commitment (id) on delete cascade,
  organisation_id bigint not null references organisation (id) on delete cascade,
  named_by bigint references person (id),
  named_at timestamptz not null,
  primary key (commitment_id, organisation_id)
);
