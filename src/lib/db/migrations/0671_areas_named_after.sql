-- beside
-- An area that stays may take the name of one that was merged into it: of those that are open, each has its own.
alter table product_area drop constraint product_area_group_id_name_key;
create unique index product_area_open on product_area (group_id, name) where merged_into_id is null;
create index product_area_group on product_area (group_id, name);

-- When the area of a request that came with an import was merged or came back, as long as nothing else of it was changed.
alter table request add column untouched_at timestamptz;
