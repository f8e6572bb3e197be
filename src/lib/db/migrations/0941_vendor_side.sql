-- Whoever works for the vendor, an affiliate or a reseller on a day, or is its guest: a row for somebody who does, none for all others. A role
-- without a first day is over.
create function vendor_side(who bigint, on_day date) returns setof bigint language sql stable as $$
  select f.person_id from affiliation f join organisation o on o.id = f.organisation_id
    where f.person_id = who and o.kind in ('vendor', 'affiliate', 'reseller')
      and (f.from_on is null or f.from_on <= on_day) and (f.to_on is null or f.to_on >= on_day)
  union all
  select a.person_id from appointment a
    where a.person_id = who and a.role = 'vendor_guest' and a.from_on <= on_day and (a.to_on is null or a.to_on >= on_day)
$$;
