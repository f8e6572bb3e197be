-- From a message to a request: user cases with their sources, stories, requests that collate them, support, merging by consent.

-- Who may read a thing of a group: the group alone, whoever is on one of its lists, or everyone.
create type visibility as enum ('group', 'subscribers', 'public');
create type case_state as enum ('draft', 'open', 'withdrawn');
-- What the author said to being quoted: not asked, asked, no, to the vendor, anywhere.
create type quote_consent as enum ('unasked', 'asked', 'no', 'vendor', 'public');
create type case_origin as enum ('archive', 'forward', 'hashtag', 'web', 'api', 'import');
create type request_kind as enum ('idea', 'concern');
create type request_stage as enum
  ('gathering', 'ready', 'submitted', 'answered', 'committed', 'delivered', 'accepted', 'set_aside', 'merged');
create type severity as enum ('critical', 'major', 'moderate', 'minor');
create type link_kind as enum ('related', 'part_of', 'duplicate_of');
create type support_strength as enum ('must', 'should', 'would_like', 'not_for_us');
-- proposed: its people have spoken and its referent has not; history: not re-affirmed in time.
create type support_state as enum ('proposed', 'standing', 'history', 'withdrawn', 'replaced');
create type merge_state as enum ('open', 'merged', 'dropped', 'undone');
create type story_kind as enum ('challenge', 'success');

alter table organisation add column if not exists students integer check (students >= 0);

-- How a group works with requests; a group without a row goes by the defaults.
create table request_rule (
  group_id bigint primary key references working_group,
  -- Support stands only once the institution's referent has confirmed what its people say.
  referent_confirms boolean not null default false,
  -- Those concerned have so many days to say that they stay with their own text.
  merge_days smallint not null default 14 check (merge_days between 0 and 120)
);

create table product_area (
  id bigint generated always as identity primary key,
  group_id bigint not null references working_group,
  name text not null check (name <> ''),
  unique (group_id, name)
);

create table topic (
  id bigint generated always as identity primary key,
  group_id bigint not null references working_group,
  name text not null check (name <> ''),
  description text not null default '',
  owner_id bigint references person,
  created_at timestamptz not null,
  closed_at timestamptz,
  unique (group_id, name)
);

-- user cases --------------------------------------------------------------------------------------------------------

create table user_case (
  id bigint generated always as identity primary key,
  group_id bigint not null references working_group,
  state case_state not null default 'draft',
  title text not null check (title <> ''),
  -- Who meets it, doing what, how often; what goes wrong, what they do instead, what it costs not to have it.
  who text not null default '',
  workflow text not null default '',
  frequency text not null default '',
  problem text not null default '',
  workaround text not null default '',
  cost text not null default '',
  versions text not null default '',
  area_id bigint references product_area,
  organisation_id bigint references organisation,
  language text not null default 'en',
  -- The author: a person where we know her, else as she signed.
  author_id bigint references person,
  author_name text not null default '',
  author_email text not null default '',
  origin case_origin not null,
  visibility visibility not null default 'group',
  consent quote_consent not null default 'unasked',
  consent_at timestamptz,
  -- When it was said, not when it was captured.
  said_at timestamptz not null,
  captured_by bigint references person,
  captured_at timestamptz not null,
  told_at timestamptz,
  changed_at timestamptz not null,
  version integer not null default 1,
  withdrawn_at timestamptz,
  withdrawn_why text not null default '',
  check ((state = 'withdrawn') = (withdrawn_at is not null))
);
create index user_case_group on user_case (group_id, id);
create index user_case_author on user_case (author_id) where author_id is not null;
create index user_case_changed on user_case (group_id, changed_at);

-- The words it came from. A forwarded mail that is in no archive keeps its own bytes.
create table user_case_source (
  id bigint generated always as identity primary key,
  case_id bigint not null references user_case,
  message_id bigint references message on delete set null,
  raw_id bigint references raw_mail,
  excerpt text not null,
  said_by text not null default '',
  said_at timestamptz not null,
  added_by bigint references person,
  added_at timestamptz not null
);
create index user_case_source_case on user_case_source (case_id);
create index user_case_source_message on user_case_source (message_id) where message_id is not null;
create unique index user_case_source_once on user_case_source (case_id, message_id);

create table user_case_version (
  case_id bigint not null references user_case,
  number integer not null,
  fields jsonb not null,
  changed_by bigint references person,
  changed_at timestamptz not null,
  primary key (case_id, number)
);

-- What the curators decided about messages that may hold a user case, and what was learnt from it: words with their counts, per list.
create type suggestion_verdict as enum ('open', 'yes', 'no');
create table case_suggestion (
  message_id bigint primary key references message on delete cascade,
  list_id bigint not null references list,
  score real not null,
  reasons jsonb not null,
  verdict suggestion_verdict not null default 'open',
  decided_by bigint references person,
  decided_at timestamptz,
  suggested_at timestamptz not null
);
create index case_suggestion_open on case_suggestion (list_id, score desc) where verdict = 'open';
create table case_word (
  list_id bigint not null references list,
  word text not null,
  yes integer not null default 0,
  no integer not null default 0,
  primary key (list_id, word)
);

-- stories -----------------------------------------------------------------------------------------------------------

create table story (
  id bigint generated always as identity primary key,
  group_id bigint not null references working_group,
  kind story_kind not null,
  title text not null check (title <> ''),
  text text not null,
  outcome text not null default '',
  area_id bigint references product_area,
  organisation_id bigint references organisation,
  stage product_stage,
  author_id bigint references person,
  author_name text not null default '',
  message_id bigint references message on delete set null,
  language text not null default 'en',
  visibility visibility not null default 'subscribers',
  said_at timestamptz not null,
  created_by bigint references person,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  told_at timestamptz,
  withdrawn_at timestamptz
);
create index story_group on story (group_id, said_at desc);
create unique index story_message on story (message_id) where message_id is not null and withdrawn_at is null;

-- requests ----------------------------------------------------------------------------------------------------------

create table request (
  id bigint generated always as identity primary key,
  group_id bigint not null references working_group,
  kind request_kind not null,
  title text not null check (title <> ''),
  text text not null default '',
  language text not null default 'en',
  area_id bigint references product_area,
  topic_id bigint references topic,
  visibility visibility not null default 'subscribers',
  stage request_stage not null default 'gathering',
  stage_at timestamptz not null,
  -- Why it was set aside.
  stage_why text not null default '',
  -- Of a concern.
  severity severity,
  versions text not null default '',
  reproduction text not null default '',
  workaround text not null default '',
  champion_id bigint references person,
  champion_since timestamptz,
  created_by bigint references person,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  -- What it is merged into, and where that leads in the end: its own id unless merged. Nothing moves when requests are merged;
  -- support, user cases and followers are counted by the root.
  merged_into_id bigint references request,
  root_id bigint not null default 0 references request,
  -- Where it had a number before Rapport.
  old_number text,
  check (merged_into_id <> id),
  check ((stage = 'merged') = (merged_into_id is not null)),
  check ((merged_into_id is null) = (root_id = id))
);
create index request_group on request (group_id, id);
create index request_root on request (root_id);
create index request_changed on request (group_id, changed_at);
create unique index request_old_number on request (group_id, old_number) where old_number is not null;

create function request_is_its_root() returns trigger language plpgsql as $$
begin
  if new.merged_into_id is null then new.root_id := new.id; end if;
  return new;
end $$;
create trigger request_root before insert on request for each row execute function request_is_its_root();

-- The institutions that a concern affects, beside those of its user cases.
create table request_affected (
  request_id bigint not null references request,
  organisation_id bigint not null references organisation,
  versions text not null default '',
  primary key (request_id, organisation_id)
);

create table request_version (
  request_id bigint not null references request,
  number integer not null,
  title text not null,
  text text not null,
  fields jsonb not null,
  note text not null default '',
  changed_by bigint references person,
  changed_at timestamptz not null,
  primary key (request_id, number)
);

create table request_case (
  request_id bigint not null references request,
  case_id bigint not null references user_case,
  added_by bigint references person,
  added_at timestamptz not null,
  primary key (request_id, case_id)
);
create index request_case_of on request_case (case_id);

create table request_link (
  from_id bigint not null references request,
  to_id bigint not null references request,
  kind link_kind not null,
  added_by bigint references person,
  added_at timestamptz not null,
  primary key (from_id, to_id),
  check (from_id <> to_id)
);
create index request_link_to on request_link (to_id);

-- Numbers of the vendor's support cases.
create table case_number (
  id bigint generated always as identity primary key,
  request_id bigint references request,
  case_id bigint references user_case,
  number text not null check (number <> ''),
  link text not null default '',
  check (num_nonnulls(request_id, case_id) = 1)
);
create unique index case_number_request on case_number (request_id, number) where request_id is not null;
create unique index case_number_case on case_number (case_id, number) where case_id is not null;

-- Of the group alone. Nothing outside src/requests/notes reads this table.
create table request_note (
  id bigint generated always as identity primary key,
  request_id bigint not null references request,
  person_id bigint not null references person,
  text text not null check (text <> ''),
  at timestamptz not null
);
create index request_note_request on request_note (request_id, id);

create table request_comment (
  id bigint generated always as identity primary key,
  request_id bigint references request,
  story_id bigint references story,
  person_id bigint references person,
  text text not null check (text <> ''),
  via door not null,
  -- The mail that it came by: the same mail twice is one comment.
  inbound_id bigint references inbound,
  at timestamptz not null,
  removed_at timestamptz,
  removed_by bigint references person,
  check (num_nonnulls(request_id, story_id) = 1)
);
create index request_comment_request on request_comment (request_id, id) where request_id is not null;
create index request_comment_story on request_comment (story_id, id) where story_id is not null;
create unique index request_comment_once on request_comment (inbound_id) where inbound_id is not null;

-- Who hears of comments and changes, and at which address she answers by mail.
create table request_follower (
  id bigint generated always as identity primary key,
  request_id bigint not null references request,
  person_id bigint not null references person,
  since timestamptz not null,
  muted_at timestamptz,
  unique (request_id, person_id)
);

-- support -----------------------------------------------------------------------------------------------------------

-- A time in which support is affirmed anew; what is not, becomes history when it closes.
create table affirmation (
  id bigint generated always as identity primary key,
  group_id bigint not null references working_group,
  name text not null check (name <> ''),
  opened_by bigint references person,
  opened_at timestamptz not null,
  closes_on date not null,
  closed_at timestamptz,
  unique (group_id, name)
);

-- A span in which an institution stood behind a request as strongly as it says; another word begins another span.
create table support (
  id bigint generated always as identity primary key,
  request_id bigint not null references request,
  organisation_id bigint not null references organisation,
  strength support_strength not null,
  reason text not null default '',
  state support_state not null,
  said_by bigint references person,
  since timestamptz not null,
  -- The referent's word, where the group asks for it.
  confirmed_by bigint references person,
  confirmed_at timestamptz,
  affirmed_at timestamptz not null,
  affirmation_id bigint references affirmation,
  ended_at timestamptz,
  check ((state in ('proposed', 'standing')) = (ended_at is null))
);
create unique index support_current on support (request_id, organisation_id) where ended_at is null;
create index support_organisation on support (organisation_id) where ended_at is null;
create index support_request on support (request_id);

-- What one of its people says. Within an institution voices count once.
create table support_voice (
  id bigint generated always as identity primary key,
  request_id bigint not null references request,
  organisation_id bigint not null references organisation,
  person_id bigint not null references person,
  strength support_strength not null,
  reason text not null default '',
  at timestamptz not null,
  ended_at timestamptz
);
create unique index support_voice_current on support_voice (request_id, person_id) where ended_at is null;
create index support_voice_person on support_voice (person_id);

-- Who was asked to confirm or to affirm; her link and her answer by mail name this row.
create table support_question (
  id bigint generated always as identity primary key,
  affirmation_id bigint references affirmation,
  support_id bigint references support,
  organisation_id bigint not null references organisation,
  person_id bigint not null references person,
  asked_at timestamptz not null,
  answered_at timestamptz,
  check (num_nonnulls(affirmation_id, support_id) = 1)
);
create unique index support_question_round on support_question (affirmation_id, organisation_id, person_id) where affirmation_id is not null;
create unique index support_question_support on support_question (support_id, person_id) where support_id is not null;

-- Votes and answers of the years before, as they were published.
create table past_vote (
  id bigint generated always as identity primary key,
  request_id bigint not null references request,
  cycle text not null,
  on_day date,
  points numeric,
  voters integer,
  place integer,
  unique (request_id, cycle)
);
create table past_answer (
  id bigint generated always as identity primary key,
  request_id bigint not null references request,
  on_day date,
  class text not null default '',
  text text not null default '',
  release text not null default '',
  unique (request_id, on_day, class, text)
);

-- merging -----------------------------------------------------------------------------------------------------------

create table merge_proposal (
  id bigint generated always as identity primary key,
  group_id bigint not null references working_group,
  source_id bigint not null references request,
  target_id bigint not null references request,
  reason text not null default '',
  state merge_state not null default 'open',
  proposed_by bigint references person,
  proposed_at timestamptz not null,
  -- Until then those concerned can say that they stay.
  decide_on date not null,
  decided_by bigint references person,
  decided_at timestamptz,
  undone_by bigint references person,
  undone_at timestamptz,
  -- The stage of the source, which an un-merge gives back.
  stage_before request_stage,
  check (source_id <> target_id)
);
create unique index merge_proposal_open on merge_proposal (source_id) where state in ('open', 'merged');
create index merge_proposal_target on merge_proposal (target_id);

-- Everyone concerned: an institution with its support, an author with her user case. Who stays keeps what is hers with the source.
create table merge_party (
  id bigint generated always as identity primary key,
  proposal_id bigint not null references merge_proposal,
  organisation_id bigint references organisation,
  case_id bigint references user_case,
  stays boolean not null default false,
  decided_by bigint references person,
  decided_at timestamptz,
  check (num_nonnulls(organisation_id, case_id) = 1)
);
create unique index merge_party_organisation on merge_party (proposal_id, organisation_id) where organisation_id is not null;
create unique index merge_party_case on merge_party (proposal_id, case_id) where case_id is not null;

-- Whom a mail about it went to; the link in it names this row.
create table merge_notice (
  id bigint generated always as identity primary key,
  party_id bigint not null references merge_party,
  person_id bigint not null references person,
  told_at timestamptz,
  unique (party_id, person_id)
);

-- collating ---------------------------------------------------------------------------------------------------------

create table synonym (
  id bigint generated always as identity primary key,
  group_id bigint not null references working_group,
  words text[] not null,
  version integer not null default 1,
  changed_by bigint references person,
  changed_at timestamptz not null,
  removed_at timestamptz
);
create index synonym_group on synonym (group_id) where removed_at is null;
create table synonym_version (
  synonym_id bigint not null references synonym,
  number integer not null,
  words text[] not null,
  removed boolean not null default false,
  changed_by bigint references person,
  changed_at timestamptz not null,
  primary key (synonym_id, number)
);

-- What a person said of two things that look alike: `case`, `request`, `message` with their ids.
create table likeness (
  id bigint generated always as identity primary key,
  group_id bigint not null references working_group,
  kind text not null,
  subject_id bigint not null,
  request_id bigint not null references request,
  same boolean not null,
  said_by bigint references person,
  said_at timestamptz not null,
  unique (kind, subject_id, request_id)
);

create table board_view (
  id bigint generated always as identity primary key,
  group_id bigint not null references working_group,
  person_id bigint not null references person,
  name text not null check (name <> ''),
  query text not null,
  shared boolean not null default false,
  created_at timestamptz not null,
  unique (group_id, person_id, name)
);

create table request_import (
  id bigint generated always as identity primary key,
  group_id bigint not null references working_group,
  filename text not null,
  sha256 bytea not null,
  person_id bigint references person,
  at timestamptz not null,
  taken integer not null,
  skipped integer not null,
  -- Line numbers with a sentence each.
  faults jsonb not null,
  unique (group_id, sha256)
);

-- Where a merged text leads for an institution (its support) or a user case: up, until who is concerned has said that it stays.
create function merges_above(request bigint, organisation bigint, user_case bigint) returns setof bigint language sql stable as $$
  with recursive climb (id, step) as (
    select $1, 0
    union all
    select r.merged_into_id, c.step + 1 from climb c join request r on r.id = c.id
    where r.merged_into_id is not null and c.step < 100 and not exists (
      select from merge_proposal p join merge_party m on m.proposal_id = p.id
      where p.source_id = r.id and p.target_id = r.merged_into_id and p.state = 'merged' and m.stays
        and (m.organisation_id = $2 or m.case_id = $3))
  )
  select id from climb order by step desc
$$;

-- The support that counts: of a request and of what is merged into it, an institution once. Its own word to the request comes first.
-- Who stayed with a merged text counts there alone. `family_id` is the root; a query for one request names it too, for the index.
create view standing_support as
  select distinct on (t.family_id, t.request_id, t.organisation_id) t.*
  from (
    select r.root_id as family_id,
      case when r.root_id = r.id then r.id else (select a from merges_above(r.id, s.organisation_id, null) a limit 1) end as request_id,
      s.organisation_id, s.strength, s.reason, s.since, s.said_by, s.confirmed_by, s.affirmed_at, s.id as support_id, s.request_id as said_of_id
    from support s join request r on r.id = s.request_id where s.state = 'standing'
  ) t
  order by t.family_id, t.request_id, t.organisation_id, (t.said_of_id = t.request_id) desc, t.since desc, t.support_id desc;

-- The user cases behind a request: its own, and those of what is merged into it.
create view collated_case as
  select distinct r.root_id as family_id, above.id as request_id, rc.case_id
  from request_case rc join request r on r.id = rc.request_id join user_case u on u.id = rc.case_id and u.state <> 'withdrawn'
  cross join lateral (select r.id where r.root_id = r.id union all select a from merges_above(r.id, null, rc.case_id) a where r.root_id <> r.id) above;
