-- The charset of header lines that are no ASCII and name none, where whoever brought the mailbox said it: its mails are read again with it.
alter table mail_import add column header_charset text not null default '';
