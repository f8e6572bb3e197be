-- Texts are cut into words by the program before they are indexed; what was indexed before is indexed anew, some at a time, by a job.
alter table search_document add column cut boolean not null default false;
alter table search_document alter column cut set default true;
create index search_document_uncut on search_document (id) where not cut;
