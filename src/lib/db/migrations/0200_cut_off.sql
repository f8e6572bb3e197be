-- Tries of jobs that did not end: their process ended instead. The queue counts tries; here stands, for jobs that failed or were cut off,
-- which try was looked at last and how many until then were cut off.
create table job_end (
  job_id bigint primary key,
  try int not null,
  cut_off int not null
);
