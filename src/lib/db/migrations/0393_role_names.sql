-- Roles as a group calls them: the secretary, the lead of a subgroup. What they may do follows from the role that each is bound to.
create table role_name (
  id bigint generated always as identity primary key,
  group_id bigint not null references working_group(id) on delete cascade,
  name text not null check (name <> ''),
  role role not null,
  formal boolean not null default false
);
create unique index on role_name (group_id, lower(name));

-- The name under which somebody holds their role; null for the role's own.
alter table appointment add column role_name_id bigint references role_name(id);
create index on appointment (role_name_id) where role_name_id is not null;
