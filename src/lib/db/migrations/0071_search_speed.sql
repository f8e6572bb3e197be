-- A search reads the vectors of thousands of documents. Beside its row a vector costs two more reads; in it, none, and the table is no larger.
alter table search_document set (toast_tuple_target = 4080);

-- `from:` and `subject:` ask for words of some weight, which the index of all words does not know: it would offer every mail that has the
-- word anywhere. Titles and authors are a fortieth of the words.
create index search_document_names on search_document using gin (ts_filter(vector, '{a,b}'));
