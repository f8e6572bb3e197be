-- beside
-- Titles and texts as they are looked through while somebody types: in small letters, without accents. Folding ten thousand of them at each key
-- took most of its time.
create extension if not exists pg_trgm;

-- A dictionary may be changed, so PostgreSQL does not call it immutable; nobody changes that of accents.
create function folded(words text) returns text language sql immutable strict parallel safe set search_path = public
  as $$ select unaccent('unaccent'::regdictionary, lower(words)) $$;

alter table request add column folded text not null generated always as (folded(title || E'\n' || text)) stored;
create index request_folded on request using gin (folded gin_trgm_ops);
create index request_merged on request (id, root_id) where merged_into_id is not null;
