-- What had gathered for somebody who changed to another way of receiving: sent once, also when the job is tried again.
create table last_digest (
  id bigint generated always as identity primary key,
  subscription_id bigint not null references subscription,
  receiving receiving not null,
  after_id bigint not null,
  last_id bigint not null,
  done_at timestamptz
);
