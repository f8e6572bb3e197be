-- beside
-- How the lines of a text are divided into what its author says, what is quoted and the signature: said in the mail, found out once.
alter table message add column folds text;
