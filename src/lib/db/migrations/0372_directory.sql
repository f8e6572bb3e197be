-- Who sees which people are on the lists of a group and show their profile.
alter table working_group add column directory text not null default 'none'
  constraint working_group_directory check (directory in ('none', 'group', 'subscribers'));
