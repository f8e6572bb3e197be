-- beside
-- A request that became public with its ballot: the version of it that says so, from which the ballot can take that back.
alter table ballot_option add column published_version integer;
