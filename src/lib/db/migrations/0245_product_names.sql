-- What a product was called before, so that a request, a contract and a letter of that time are understood.
create table product_name (
  id bigint generated always as identity primary key,
  product_id bigint not null references product (id) on delete cascade,
  name text not null,
  until_on date not null
);
create index on product_name (product_id);
