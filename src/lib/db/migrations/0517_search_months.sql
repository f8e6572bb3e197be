-- beside
-- Words are looked for month by month: whatever an index holds of a word of every day, what it holds of the newest months is as much in a
-- large archive as in a small one. The month stands in the indexes of words, where it narrows what is read of them.
create function search_month(at timestamptz) returns integer[] language sql immutable parallel safe strict
  return array[(extract(year from at at time zone 'UTC') * 12 + extract(month from at at time zone 'UTC'))::integer];
create index search_document_words on search_document using gin (vector, search_month(at)) with (fastupdate = on);
drop index search_document_vector;
alter index search_document_words rename to search_document_vector;
create index search_document_heads on search_document using gin (ts_filter(vector, '{a}'::"char"[]), search_month(at));
drop index search_document_titles;
alter index search_document_heads rename to search_document_titles;
create index search_document_writers on search_document using gin (ts_filter(vector, '{b}'::"char"[]), search_month(at));
drop index search_document_authors;
alter index search_document_writers rename to search_document_authors;
-- When documents are from, as finely as what words they have.
alter table search_document alter column at set statistics 400;
analyze search_document;
