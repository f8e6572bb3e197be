-- Whom a release was told to: who speaks for an institution hears once what touches it.
create table release_notice (
  release_id bigint not null references release(id) on delete cascade,
  organisation_id bigint not null references organisation(id),
  person_id bigint not null references person(id),
  told_at timestamptz not null,
  primary key (release_id, organisation_id, person_id)
);
create index on release_notice (person_id);
create index on release_notice (organisation_id);
