-- The register of organisations: who is a member of which user group, who has a contract, which domains are whose.

create type product_stage as enum ('development_partner', 'early_adopter', 'implementing', 'live');

alter table organisation
  -- Without https://ror.org/; the check digits are verified before it is stored.
  add column ror text unique,
  add column website text not null default '',
  -- The consortium of an institution, the vendor of an affiliate or reseller.
  add column parent_id bigint references organisation,
  add constraint organisation_own_parent check (parent_id <> id);
create index organisation_parent on organisation (parent_id) where parent_id is not null;
create index organisation_by_name on organisation (lower(name), id);

-- In ASCII, as name servers know it. One domain is one organisation's; a part of it may be another's.
create table organisation_domain (
  domain text primary key check (domain = lower(domain) and domain like '_%._%'),
  organisation_id bigint not null references organisation
);
create index organisation_domain_of on organisation_domain (organisation_id);

-- Of a consortium it covers its institutions.
create table membership (
  id bigint generated always as identity primary key,
  organisation_id bigint not null references organisation,
  community_id bigint not null references community,
  from_on date not null,
  to_on date,
  check (to_on >= from_on)
);
create index membership_organisation on membership (organisation_id);

create table contract (
  id bigint generated always as identity primary key,
  organisation_id bigint not null references organisation,
  product_id bigint not null references product,
  from_on date not null,
  to_on date,
  check (to_on >= from_on)
);
create index contract_organisation on contract (organisation_id);

create table product_use (
  organisation_id bigint not null references organisation,
  product_id bigint not null references product,
  stage product_stage not null,
  primary key (organisation_id, product_id)
);

-- The institution at the time; of a referent, the one that she speaks for.
alter table appointment
  add column organisation_id bigint references organisation,
  add column stand_in boolean not null default false,
  add constraint appointment_referent check (role <> 'referent' or (organisation_id is not null and community_id is not null));
create index appointment_organisation on appointment (organisation_id) where organisation_id is not null;
