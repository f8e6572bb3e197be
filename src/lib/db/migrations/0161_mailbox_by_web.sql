-- An old mailbox can be brought over the web: the worker takes it in, from a file that is kept until it is through.
alter table correspondence_import
  add column file_id bigint references file,
  -- Addresses from which the role wrote before; let go of with the file.
  add column own_emails text[] not null default '{}',
  -- Why it stopped, as a sentence for who brought it.
  add column error text;
create index correspondence_import_by_file on correspondence_import (file_id) where file_id is not null;
