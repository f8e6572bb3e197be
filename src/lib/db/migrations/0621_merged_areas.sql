-- beside
-- A product area that stood twice is merged into the other: its name leads there, and what hung on it is known, so that it can come back.
alter table product_area add column merged_into_id bigint references product_area;
create index product_area_merged on product_area (merged_into_id) where merged_into_id is not null;
create table merged_area (
  area_id bigint not null references product_area,
  kind text not null check (kind in ('request', 'user_case', 'story', 'news_item')),
  thing_id bigint not null,
  primary key (area_id, kind, thing_id)
);

-- What an area is today: itself, or what it was merged into, over any number of steps.
create function area_now(area bigint) returns bigint language sql stable as $$
  with recursive way as (
    select id, merged_into_id from product_area where id = area
    union all
    select a.id, a.merged_into_id from product_area a join way on a.id = way.merged_into_id
  ) select id from way where merged_into_id is null
$$;
