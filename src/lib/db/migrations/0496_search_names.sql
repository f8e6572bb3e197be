-- Titles and authors each by an index of their own: in one of both, whoever is called by a word that titles are full of was looked for in all
-- of those, and the weight of each had to be read.
create index search_document_titles on search_document using gin (ts_filter(vector, '{a}'::"char"[]));
create index search_document_authors on search_document using gin (ts_filter(vector, '{b}'::"char"[]));
drop index search_document_names;
analyze search_document;
