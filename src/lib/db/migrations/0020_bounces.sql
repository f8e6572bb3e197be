-- Bounces that come together are one incident of the owner's, not the fault of those who got them.
create type incident_kind as enum ('post', 'domain');

create table incident (
  id bigint generated always as identity primary key,
  list_id bigint not null references list,
  kind incident_kind not null,
  -- The message, or the recipients' domain, that the failures have in common.
  subject text not null,
  class text not null,
  -- The server's own words, from the first of them.
  words text not null,
  failures integer not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  told_at timestamptz,
  closed_at timestamptz,
  unique (list_id, kind, subject, class)
);

-- A subscription whose address seems dead: asked by a probe first, suspended when the probe comes back, and taken up again by its member.
alter table subscription add column probed_at timestamptz;
alter table subscription add column suspended_at timestamptz;
alter table subscription add column suspended_words text;

alter table bounce add column incident_id bigint references incident;
create index bounce_at on bounce (at);
-- Evidence from before this instant does not count: the member has taken the list up again, or a probe has arrived.
alter table subscription add column bounces_from timestamptz not null default '-infinity';
-- A refusal by the relay while it talks to us is evidence too, and no mail.
alter table bounce alter column inbound_id drop not null;
