-- A phase that has not begun can be moved as a whole: its beginning is told too, not only its end.
alter table ballot_extension add column opens_from timestamptz, add column opens_to timestamptz;
