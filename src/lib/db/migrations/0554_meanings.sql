-- beside
-- What each document speaks of, by its number: 64 signed bytes, near those of texts that say the same in other words. A document that is written
-- anew has another number; what is left of one that is gone goes when the words are read anew.
create table search_meaning (
  id bigint primary key,
  meaning bytea not null
);
-- All documents are read again by the job that reads their words.
update search_reach set last = 0, turn = turn + 1;
