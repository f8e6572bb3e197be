-- import ------------------------------------------------------------------------------------------------------------

-- One reading of one mailbox into a list: how far it is, and its balance. It is resumed by the hash of the file.
create table mail_import (
  id bigint generated always as identity primary key,
  list_id bigint not null references list,
  person_id bigint references person,
  file text not null,
  sha256 bytea not null,
  size bigint not null,
  -- Everything before this byte of the unpacked file is settled.
  read_to bigint not null default 0,
  imported integer not null default 0,
  repaired integer not null default 0,
  duplicate integer not null default 0,
  quarantined integer not null default 0,
  begun_at timestamptz not null,
  ended_at timestamptz
);
create index mail_import_list on mail_import (list_id, id);
create unique index mail_import_open on mail_import (list_id, sha256) where ended_at is null;

create type import_outcome as enum ('repaired', 'duplicate', 'quarantined');

-- What did not simply go in, each with its place in the file and the reason. What is quarantined keeps its bytes here.
create table import_finding (
  import_id bigint not null references mail_import on delete cascade,
  at_byte bigint not null,
  bytes bigint not null,
  outcome import_outcome not null,
  reason text not null,
  message_id bigint references message,
  raw_id bigint references raw_mail,
  primary key (import_id, at_byte)
);
create index import_finding_message on import_finding (message_id) where message_id is not null;
create index import_finding_raw on import_finding (raw_id) where raw_id is not null;
