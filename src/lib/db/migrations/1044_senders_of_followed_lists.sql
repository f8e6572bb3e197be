-- beside
-- From where mail of a list that is followed came, by the domains that stood for it. Once some are accepted, mail of all others waits.
create table follow_sender (
  follow_id bigint not null,
  domain text not null,
  last_at timestamptz not null,
  accepted_at timestamptz,
  accepted_by bigint,
  constraint follow_sender_pkey primary key (follow_id, domain)
);
alter table follow_sender add constraint follow_sender_follow_id_fkey foreign key (follow_id) references follow(id);
alter table follow_sender add constraint follow_sender_accepted_by_fkey foreign key (accepted_by) references person(id);
alter table follow_notice add column proven boolean;
