-- New entries of the index gather in its pending list and go in by the hundred: half of an import's time was spent on unpacking and
-- packing the same posting lists for every mail. How much may wait is the connection's (src/db/connect.ts), more in an import.
alter index search_document_vector set (fastupdate = on);

-- What indexes a text: every word by its stem, stop words too, so that a text need not be indexed a second time without stemming for
-- the searches that mean them ("to be or not to be").
do $$
declare language text;
begin
  foreach language in array array['english', 'german', 'french', 'spanish', 'italian', 'portuguese', 'dutch', 'danish', 'swedish', 'norwegian', 'finnish'] loop
    execute format('create text search dictionary rapport_%1$s_stem (template = snowball, language = %1$s)', language);
    execute format('create text search configuration rapport_%1$s_all (copy = %1$s)', language);
    execute format('alter text search configuration rapport_%1$s_all alter mapping for asciiword, asciihword, hword_asciipart with rapport_%1$s_stem', language);
    execute format('alter text search configuration rapport_%1$s_all alter mapping for hword, hword_part, word with unaccent, rapport_%1$s_stem', language);
  end loop;
end $$;
