-- Two wishes of a cycle look alike, and somebody has said that they are not: nobody is asked again.
create table wish_unlike (
  wish_id bigint not null references wish,
  other_id bigint not null references wish,
  said_by bigint references person,
  said_at timestamptz not null,
  primary key (wish_id, other_id),
  check (wish_id < other_id)
);
create index wish_unlike_other on wish_unlike (other_id);
