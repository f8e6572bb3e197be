-- The job of an import used its last try: what came so far stays, and who began it tries again or takes it back.
alter table move_upload add column stopped_at timestamptz;
alter table correspondence_import add column stopped_at timestamptz;
alter table document_import add column stopped_at timestamptz;
