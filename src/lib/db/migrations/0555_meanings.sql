-- beside
-- What each document speaks of: 64 signed bytes, near those of texts that say the same in other words. It goes with its document; of one that is
-- written anew, and so has another number, it is made anew by the job that reads the words.
create table search_meaning (
  id bigint primary key references search_document (id) on delete cascade on update cascade,
  meaning bytea not null
);
-- All documents are read again by that job.
update search_reach set last = 0, turn = turn + 1;
