-- beside
-- A program that is known by the address of what it says of itself: when that was read.
alter table oauth_client add column read_at timestamptz;
