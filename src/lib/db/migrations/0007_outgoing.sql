-- What is known of a post when it goes out again: the verdicts at the door (RFC 8601), which its ARC set repeats.
create table message_authentication (
  message_id bigint primary key references message,
  results text not null,
  arc text not null
);

-- What the relay took in each hour, kept where it has a quota: a day's limit rolls with the clock.
create table relay_hour (
  hour timestamptz primary key,
  sent integer not null
);

-- The relay said that it takes no more for now; all lanes of all processes wait.
create table relay_pause (
  id smallint primary key default 1 check (id = 1),
  until timestamptz not null,
  reason text not null,
  told_at timestamptz
);
