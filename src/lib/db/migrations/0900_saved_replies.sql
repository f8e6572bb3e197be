-- beside
-- What moderators write again and again to those whose message they reject: paragraphs, one a reply.
alter table list add column saved_replies text not null default '';
