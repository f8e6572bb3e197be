-- Since when a draft is a post that could not be sent any more: its author sent it, and hears of it until they go on with it or discard it.
alter table draft add column returned_at timestamptz;
