-- Each list says at which hour, and by whose clock, its readers get what the day has gathered.
alter table list
  add column digest_hour smallint not null default 5 check (digest_hour between 0 and 23),
  add column digest_zone text not null default 'UTC',
  -- When that was done last; null where it was never due.
  add column digested_at timestamptz;
update list set digested_at = now();
