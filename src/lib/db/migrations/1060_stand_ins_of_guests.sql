-- beside
-- A guest of the vendor's stands in for a colleague for some days: in whose term they do. It is no more where that term is no more.
alter table appointment add column stands_for bigint references appointment (id) on delete cascade;
alter table appointment add check (stands_for is null or (stand_in and from_on is not null and to_on is not null));
create index appointment_stands_for on appointment (stands_for) where stands_for is not null;
create or replace view shared_appointment as
  select id, person_id, role, group_id, community_id, formal, from_on, to_on, organisation_id, stand_in, by_year, how, to_unknown, role_name_id, stands_for
  from appointment;
