-- Sentences that are said to somebody the first time at a place, and that they have read.
alter table person add column hidden_hints text[] not null default '{}';
