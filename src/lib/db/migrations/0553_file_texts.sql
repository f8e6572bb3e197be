-- beside
-- What files say, once for each content, so that what they hang on is found by it; a search document names the contents of its files. What is
-- there already is indexed anew, some at a time, by a job, and its files are read by another.
create table file_text (
  id bigint generated always as identity primary key,
  sha256 bytea not null unique,
  state reading_state not null default 'waiting',
  words text not null default '',
  note text not null default '',
  tries smallint not null default 0
);
create index file_text_waiting on file_text (id) where state = 'waiting';
alter table search_document add column hashes bytea[] not null default '{}';
create index search_document_hashes on search_document using gin (hashes) with (fastupdate = off) where hashes <> '{}';
create index attachment_content on attachment (sha256);
update search_document set cut = false
  where kind = 'message' and attachment or kind in ('document', 'event', 'minutes', 'minutes-inside', 'news', 'news-issue', 'request', 'story', 'talk');
-- The files of a role's letters, as their mails say them; of letters that were there before, a job asks their mails.
alter table correspondence_mail add column files jsonb;
create index correspondence_mail_files on correspondence_mail using gin (files jsonb_path_ops);
create index correspondence_mail_unlisted on correspondence_mail (id) where files is null and attachments > 0;
create or replace view shared_correspondence_mail as select id, correspondence_id, address_id, raw_id, message_id, direction, subject, from_email,
  to_emails, text, person_id, imported, sent_at, files from correspondence_mail;
