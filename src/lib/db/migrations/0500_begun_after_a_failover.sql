-- beside
-- The numbers of an unlogged table are unlogged too, and a replica that becomes the primary may have none of them: PostgreSQL then refuses every
-- note ("bad magic number in sequence"), and nothing is sorted or sent. They are made anew, as it may have happened already, and logged.
alter table begun alter column id drop identity;
alter table begun alter column id add generated always as identity;
alter sequence begun_id_seq set logged;
select setval('begun_id_seq', (select coalesce(max(id), 0) + 1 from begun), false);
