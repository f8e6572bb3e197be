-- A new address of somebody who has others opens her account after a day, or once one of the others has said so. Null: it opens it.
alter table address add column opens_at timestamptz;

-- Codes for signing in. Who asked is a keyed hash of the address, for known and unknown ones alike; a lane is a browser that held a
-- session, or '' for all others. What the letter carries is kept as hashes: a short code to type, a long key in its link.
create table sign_in_code (
  id bigint generated always as identity primary key,
  who bytea not null,
  lane text not null,
  asked_at timestamptz not null,
  expires_at timestamptz,
  code bytea,
  key bytea,
  wrong integer not null default 0,
  spent_at timestamptz
);
create index sign_in_code_who on sign_in_code (who, asked_at);
create index sign_in_code_asked on sign_in_code (asked_at);

-- Wrong tries at a code from one network, or from one browser that held a session.
create table sign_in_try (
  code_id bigint not null references sign_in_code on delete cascade,
  from_where text not null,
  wrong integer not null,
  primary key (code_id, from_where)
);
