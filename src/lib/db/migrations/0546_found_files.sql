-- The names of files are found, too, and Arabic and Hebrew with vowels and without; who speaks at a talk by where they come from. What was indexed
-- before is indexed anew, some at a time, by a job.
alter table search_document add column files text not null default '';
update search_document d set cut = false,
    files = coalesce((select string_agg(a.filename, E'\n' order by a.position) from attachment a where d.kind = 'message' and a.message_id = d.subject_id and not a.inline), '')
  where d.kind = 'talk' or d.kind = 'message' and d.attachment
    or concat_ws(' ', d.title, d.author, d.body, (select m.text from message m where d.kind = 'message' and m.id = d.subject_id)) ~ '[\u0590-\u06ff]';
