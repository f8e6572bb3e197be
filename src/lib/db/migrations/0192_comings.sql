-- Those who look after a list may hear once a day who joined it and who left it; told is what lies before changes_told_at.
alter table list add tell_changes boolean not null default false;
alter table list add changes_told_at timestamptz;
