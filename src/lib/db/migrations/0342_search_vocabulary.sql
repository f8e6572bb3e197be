-- The words that stand in what each audience may read, for searches with slips of the pen and for the beginnings of words. Derived: a job
-- reads what is new, and in turns everything, so that words go with the last text that held them.
create table search_word (
  audience text not null,
  word text collate "C" not null,
  -- What the word is without one of its letters, as numbers: words with a slip share one of them.
  keys integer[] not null,
  -- The turn in which it was read last.
  turn integer not null,
  constraint search_word_pkey primary key (audience, word)
);
create index search_word_keys on search_word using gin (keys);
create index search_word_end on search_word (audience, (reverse(word)) collate "C");

-- How far the documents are read, and in which turn.
create table search_reach (
  id smallint not null default 1,
  last bigint not null default 0,
  turn integer not null default 0,
  constraint search_reach_pkey primary key (id),
  constraint search_reach_id_check check (id = 1)
);
insert into search_reach default values;
