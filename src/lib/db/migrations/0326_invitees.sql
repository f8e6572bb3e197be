-- Who is invited to a meeting or asked by a date poll besides its hosts: one person, a whole group, or who holds a role in a group or a user group.
create table invitee (
  id bigint generated always as identity,
  meeting_id bigint,
  poll_id bigint,
  person_id bigint,
  group_id bigint,
  community_id bigint,
  -- Of a group none: its members.
  role role,
  added_at timestamptz not null,
  added_by bigint,
  revoked_at timestamptz,
  constraint invitee_pkey primary key (id),
  constraint invitee_meeting_id_fkey foreign key (meeting_id) references meeting (id),
  constraint invitee_poll_id_fkey foreign key (poll_id) references date_poll (id),
  constraint invitee_person_id_fkey foreign key (person_id) references person (id),
  constraint invitee_group_id_fkey foreign key (group_id) references working_group (id),
  constraint invitee_community_id_fkey foreign key (community_id) references community (id),
  constraint invitee_added_by_fkey foreign key (added_by) references person (id),
  constraint invitee_to_check check (num_nonnulls(meeting_id, poll_id) = 1),
  constraint invitee_whom_check check (num_nonnulls(person_id, group_id, community_id) = 1 and (person_id is null or role is null) and (community_id is null or role is not null))
);
create index invitee_meeting_id on invitee (meeting_id) where revoked_at is null;
create index invitee_poll_id on invitee (poll_id) where revoked_at is null;
create index invitee_person_id on invitee (person_id);

-- Who is asked by a date poll. A link and a reply address name such a row: one that was withdrawn opens nothing any more, also where they are
-- asked again.
create table date_poll_invitation (
  id bigint generated always as identity,
  poll_id bigint not null,
  person_id bigint not null,
  email text not null,
  -- Not of its hosts: sees this poll, and what the poll lets guests see.
  guest boolean not null default false,
  comment text not null default '',
  invited_at timestamptz not null,
  told_at timestamptz,
  reminded_at timestamptz,
  withdrawn_at timestamptz,
  constraint date_poll_invitation_pkey primary key (id),
  constraint date_poll_invitation_poll_id_fkey foreign key (poll_id) references date_poll (id),
  constraint date_poll_invitation_person_id_fkey foreign key (person_id) references person (id)
);
create unique index date_poll_invitation_once on date_poll_invitation (poll_id, person_id) where withdrawn_at is null;
create index date_poll_invitation_person_id on date_poll_invitation (person_id);

alter table date_poll
  -- Guests see who answered what; else how many did.
  add column guests_see_names boolean not null default false,
  -- The meeting that comes of it is shown to everybody.
  add column public boolean not null default true;

-- Who was asked by a poll that is open has had its letter.
insert into date_poll_invitation (poll_id, person_id, email, invited_at, told_at)
select distinct on (d.id, t.person_id) d.id, t.person_id, a.email, d.created_at, d.created_at
from date_poll d
join date_poll_host h on h.poll_id = d.id
join appointment t on t.from_on <= current_date and (t.to_on is null or t.to_on >= current_date) and (
  (t.group_id = h.group_id and t.role in ('coordinator', 'deputy', 'liaison', 'member'))
  or (t.community_id = h.community_id and t.role = 'steering')
  or (t.formal and t.role in ('coordinator', 'deputy', 'liaison', 'member')
    and t.group_id in (select gc.group_id from group_community gc where gc.community_id = h.community_id)))
join person p on p.id = t.person_id and p.erased_at is null
join address a on a.person_id = t.person_id and a.verified_at is not null
where d.closed_at is null
order by d.id, t.person_id, a.id;
