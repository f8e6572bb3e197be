-- Consortia are joined and left: who belonged to whom, and when. Without days it has always been so.
create table belonging (
  id bigint primary key generated always as identity,
  organisation_id bigint not null references organisation,
  parent_id bigint not null references organisation,
  from_on date,
  to_on date,
  check (organisation_id <> parent_id),
  check (to_on >= from_on)
);
create index belonging_organisation on belonging (organisation_id);
create index belonging_parent on belonging (parent_id);
insert into belonging (organisation_id, parent_id) select id, parent_id from organisation where parent_id is not null;
alter table organisation drop column parent_id;

-- Those whose contracts and memberships an organisation has on a day: its own and its parents'.
create function holders_on(organisation bigint, day date) returns setof bigint language sql stable parallel safe as $$
  select $1 union all select b.parent_id from belonging b
  where b.organisation_id = $1 and (b.from_on is null or b.from_on <= $2) and (b.to_on is null or b.to_on >= $2)
$$;

-- Terms of which the beginning, or the end, is not known. An unknown beginning never counts as "today"; where only the end is unknown,
-- to_on is the last day that is certain.
alter table appointment alter column from_on drop not null;
alter table appointment add column to_unknown boolean not null default false;

-- What somebody said she would do: from a meeting, a handover, a letter. `source` is the thing it came from, as in the journal
-- (`handover:3`, `meeting:12`), `source_path` where that stands.
create type action_state as enum ('open', 'done', 'dropped');
create table action (
  id bigint primary key generated always as identity,
  group_id bigint references working_group,
  title text not null,
  note text not null default '',
  owner_id bigint references person,
  due_on date,
  state action_state not null default 'open',
  source text not null default '',
  source_path text not null default '',
  outcome text not null default '',
  created_at timestamptz not null,
  created_by bigint references person,
  settled_at timestamptz,
  settled_by bigint references person,
  reminded_on date
);
create index action_owner on action (owner_id) where state = 'open';
create index action_group on action (group_id, state, id);
create index action_source on action (source) where source <> '';

-- An address that follows a role: of a group, or of the steering committee of a user group.
create table role_address (
  id bigint primary key generated always as identity,
  name text not null unique check (name ~ '^[a-z0-9]([a-z0-9._-]*[a-z0-9])?$' and length(name) <= 40),
  role role not null,
  group_id bigint references working_group,
  community_id bigint references community,
  title text not null,
  created_at timestamptz not null,
  closed_at timestamptz,
  check ((group_id is null) <> (community_id is null))
);

create type correspondence_state as enum ('open', 'waiting', 'answered');
create type mail_direction as enum ('in', 'out');

-- One exchange with somebody outside: open (we owe an answer), waiting (they do), answered (nobody does).
create table correspondence (
  id bigint primary key generated always as identity,
  address_id bigint not null references role_address,
  counterpart text not null,
  counterpart_name text not null default '',
  subject text not null,
  state correspondence_state not null default 'open',
  owner_id bigint references person,
  answer_by date,
  about text not null default '',
  first_at timestamptz not null,
  last_at timestamptz not null,
  mails integer not null default 0
);
create index correspondence_newest on correspondence (address_id, last_at desc, id desc);
create index correspondence_open on correspondence (address_id, answer_by) where state <> 'answered';

create table correspondence_mail (
  id bigint primary key generated always as identity,
  correspondence_id bigint not null references correspondence,
  address_id bigint not null references role_address,
  raw_id bigint not null references raw_mail,
  message_id text not null,
  content_hash bytea not null,
  refs text[] not null,
  direction mail_direction not null,
  subject text not null,
  from_name text not null,
  from_email text not null,
  to_emails text[] not null,
  text text not null,
  attachments smallint not null default 0,
  -- Who wrote it for us, where a holder did.
  person_id bigint references person,
  letter_id bigint references letter,
  -- Why it was kept and not passed on: automatic, forged, looped, flood. Empty where it was.
  kept_back text not null default '',
  imported boolean not null default false,
  sent_at timestamptz not null,
  kept_at timestamptz not null,
  unique (address_id, message_id, content_hash)
);
create index correspondence_mail_of on correspondence_mail (correspondence_id, sent_at, id);
create index correspondence_mail_raw on correspondence_mail (raw_id);
create index correspondence_mail_person on correspondence_mail (person_id) where person_id is not null;
create index correspondence_mail_letter on correspondence_mail (letter_id) where letter_id is not null;
