-- What stands between a group and its vendor is signed by both: whoever says it claims it, and the other side confirms, corrects or disputes it.
create type vendor_side as enum ('group', 'vendor');
create type signing_act as enum ('claimed', 'confirmed', 'corrected', 'disputed');

-- A letter that asks one side to sign what the other has said: its number stands in the reply address.
create table signing_asking (
  id bigint generated always as identity primary key,
  group_id bigint not null references working_group (id),
  side vendor_side not null,
  at timestamptz not null
);

create table signing_word (
  id bigint generated always as identity primary key,
  group_id bigint not null references working_group (id),
  answer_id bigint references answer (id) on delete cascade,
  commitment_id bigint references commitment (id) on delete cascade,
  side vendor_side not null,
  act signing_act not null,
  note text not null default '',
  -- What stood there until it was corrected.
  before jsonb,
  person_id bigint references person (id),
  at timestamptz not null,
  -- From before Rapport: the other side is not asked, and signs where it likes.
  quiet boolean not null default false,
  asking_id bigint references signing_asking (id),
  -- Its number in that letter.
  position smallint,
  undone_at timestamptz,
  check (num_nonnulls(answer_id, commitment_id) = 1)
);
create index signing_word_answer on signing_word (answer_id, id) where answer_id is not null;
create index signing_word_commitment on signing_word (commitment_id, id) where commitment_id is not null;
create index signing_word_group on signing_word (group_id, id);
create index signing_word_asking on signing_word (asking_id) where asking_id is not null;

-- What was said until now was claimed by who said it, and nobody is asked about it.
insert into signing_word (group_id, answer_id, side, act, person_id, at, quiet)
  select group_id, id, case when given_by is null then 'group' else 'vendor' end::vendor_side, 'claimed', coalesce(given_by, recorded_by), recorded_at, true
  from answer order by recorded_at, id;
insert into signing_word (group_id, commitment_id, side, act, person_id, at, quiet)
  select group_id, id, 'group', 'claimed', made_by, made_at, true from commitment order by made_at, id;
