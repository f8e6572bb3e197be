-- Since when an approved mail is on its way to its list: until then it can be taken back.
alter table held_mail add column released_at timestamptz;
update held_mail set released_at = coalesce(decided_at, held_at) where state = 'approved';
