-- The annual report: a document whose figures come from the record until they are frozen.

create type report_state as enum ('draft', 'final');

create table report (
  id bigint generated always as identity primary key,
  -- Its address for ever.
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 90),
  group_id bigint not null references working_group,
  title text not null check (title <> ''),
  from_on date not null,
  to_on date not null,
  state report_state not null default 'draft',
  -- Everyone reads its editions, or the group and its steering committees.
  public boolean not null default false,
  -- The figures as they stood then, as JSON; while null they are read from the record each time. Text, so that erasure finds names in it.
  figures text,
  frozen_at timestamptz,
  frozen_by bigint references person,
  -- The liaison and the steering committee hear of a report once.
  told_at timestamptz,
  created_at timestamptz not null,
  created_by bigint references person,
  changed_at timestamptz not null,
  check (to_on >= from_on),
  check ((figures is null) = (frozen_at is null)),
  unique (group_id, from_on, to_on)
);

create table report_section (
  id bigint generated always as identity primary key,
  report_id bigint not null references report on delete cascade,
  position integer not null,
  title text not null check (title <> ''),
  -- Markdown with figures: {{meetings.held}}.
  body text not null default '',
  left_out boolean not null default false,
  -- For the group alone, whoever reads the report.
  internal boolean not null default false,
  version integer not null default 1
);
create index report_section_by_report on report_section (report_id, position);

-- What was final once stays as it was: sections and figures of each edition.
create table report_edition (
  report_id bigint not null references report on delete cascade,
  number integer not null check (number > 0),
  title text not null,
  sections text not null,
  figures text not null,
  final_at timestamptz not null,
  final_by bigint references person,
  decision_id bigint references decision,
  primary key (report_id, number)
);
