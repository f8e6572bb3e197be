-- How large an institution is, as its referent says: results are told by it.
create table organisation_size (
  organisation_id bigint primary key references organisation,
  size text not null check (size in ('small', 'medium', 'large')),
  said_by bigint references person,
  said_at timestamptz not null
);

alter table wish add constraint wish_request_id_fkey foreign key (request_id) references request;
alter table ballot_option add constraint ballot_option_request_id_fkey foreign key (request_id) references request;
