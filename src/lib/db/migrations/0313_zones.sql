-- Somebody's time zone is known or it is not: nobody is in UTC because nobody asked them. Where it comes from: what they said themselves, or a
-- guess that they have not confirmed yet, from their browser or the country of their institution. Of who has said so themselves, a zone that is
-- missing stays so; everybody else is asked no more than their browser is.
create type zone_source as enum ('browser', 'institution', 'person');
alter table person alter column zone drop default, alter column zone drop not null, add column zone_from zone_source;
-- UTC was what everybody began with. Nothing tells who of them meant it, and it is chosen again in a moment.
update person set zone_from = 'person' where zone <> 'UTC';
update person set zone = null where zone = 'UTC';

-- What the browser said with which somebody asked to join: their account begins with it.
alter table subscription_request add column zone text;

-- The zone of some groups, for those whose own is not known: of the series that they keep, else of their last meeting, else of who coordinates them;
-- where they have none, that of the site.
create function home_zone(groups bigint[]) returns text language sql stable as $$
  select coalesce(
    (select s.zone from meeting_series s join series_host h on h.series_id = s.id
      where h.group_id = any(groups) and s.ended_at is null order by s.id desc limit 1),
    (select m.zone from meeting m join meeting_host h on h.meeting_id = m.id
      where h.group_id = any(groups) and m.state <> 'cancelled' order by m.starts_at desc limit 1),
    (select p.zone from appointment a join person p on p.id = a.person_id
      where a.group_id = any(groups) and a.role = 'coordinator' and p.zone is not null order by a.id desc limit 1),
    (select s.zone from meeting_series s where s.ended_at is null order by s.id desc limit 1),
    (select m.zone from meeting m where m.state <> 'cancelled' order by m.starts_at desc limit 1),
    (select p.zone from appointment a join person p on p.id = a.person_id
      where a.role in ('coordinator', 'administrator') and p.zone is not null order by a.id desc limit 1),
    'UTC')
$$;
