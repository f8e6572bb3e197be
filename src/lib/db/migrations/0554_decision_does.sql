-- beside
-- What the button says that was pressed, in the language of whoever pressed it: it stands beside the undo.
alter table waiting_decision add column does text not null default '';
