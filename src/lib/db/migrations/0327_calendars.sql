-- When what calendars show of a meeting last changed; until now nobody noted it.
alter table meeting add column changed_at timestamptz;
-- Nothing that a page shows changes by that.
alter table meeting disable trigger user;
update meeting set changed_at = created_at;
alter table meeting enable trigger user;
alter table meeting alter column changed_at set not null;

-- What a letter said of a meeting, so that a change can say what it was before.
alter table meeting_letter add column title text, add column starts_at timestamptz, add column place text, add column taken_back boolean not null default false;
