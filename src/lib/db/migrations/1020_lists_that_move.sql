-- While the site reads along on a list elsewhere, mail to the list here waits, whoever looks after it: else some alone would get an answer.
alter table list add column moves_here boolean not null default false;
update list set moves_here = true where emergency and id in (select list_id from follow where moved_at is null);
