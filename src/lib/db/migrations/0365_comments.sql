-- Comments written on the web are Markdown; those that came by mail stay as they were typed. Whoever wrote one may edit it for an hour.
alter table request_comment add column markdown boolean not null default false, add column edited_at timestamptz;

-- A file that came with a comment is seen by who may read the comment, and goes with it.
alter table request_file add column comment_id bigint,
  add constraint request_file_comment_id_fkey foreign key (comment_id) references request_comment (id);
create index request_file_comment_id_idx on request_file (comment_id) where comment_id is not null;
