-- A commitment may come from the result of a ballot: the option that won. Nothing is committed twice from one result.
alter table commitment add column option_id bigint references ballot_option;
create unique index commitment_of_option on commitment (option_id) where option_id is not null and carried_from is null;
