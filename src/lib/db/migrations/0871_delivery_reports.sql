-- What other servers report of our mail: how mails in the name of the domain fared with them, and how connections to it were encrypted.
create table delivery_report (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('sent', 'encryption')),
  -- The domain that proved to be the report's sender, and the number that it gave.
  reporter text not null,
  number text not null,
  organisation text not null,
  from_at timestamptz not null,
  until_at timestamptz not null check (until_at >= from_at),
  good bigint not null check (good >= 0),
  bad bigint not null check (bad >= 0),
  refused bigint not null check (refused >= 0),
  -- By source, or by kind of failure; the most first.
  details jsonb not null,
  unique (kind, reporter, number)
);
create index delivery_report_until on delivery_report (until_at);
