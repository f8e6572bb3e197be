-- What the first release begins with: every table, function and trigger in one step. Later steps add to it; none edits it.
-- Functions stand first and speak of tables that come below.
set local check_function_bodies = off;

create extension if not exists unaccent;

-- Accents never matter; `words` is the unstemmed fallback of every language.
create text search configuration rapport_words (copy = simple);
alter text search configuration rapport_words alter mapping for hword, hword_part, word with unaccent, simple;
do $$
declare language text;
begin
  foreach language in array array['english', 'german', 'french', 'spanish', 'italian', 'portuguese', 'dutch', 'danish', 'swedish', 'norwegian', 'finnish'] loop
    execute format('create text search configuration rapport_%s (copy = %s)', language, language);
    execute format('alter text search configuration rapport_%s alter mapping for hword, hword_part, word with unaccent, %s_stem', language, language);
  end loop;
end $$;

-- What indexes a text: every word by its stem, stop words too, so that a text need not be indexed a second time without stemming for
-- the searches that mean them ("to be or not to be").
do $$
declare language text;
begin
  foreach language in array array['english', 'german', 'french', 'spanish', 'italian', 'portuguese', 'dutch', 'danish', 'swedish', 'norwegian', 'finnish'] loop
    execute format('create text search dictionary rapport_%1$s_stem (template = snowball, language = %1$s)', language);
    execute format('create text search configuration rapport_%1$s_all (copy = %1$s)', language);
    execute format('alter text search configuration rapport_%1$s_all alter mapping for asciiword, asciihword, hword_asciipart with rapport_%1$s_stem', language);
    execute format('alter text search configuration rapport_%1$s_all alter mapping for hword, hword_part, word with unaccent, rapport_%1$s_stem', language);
  end loop;
end $$;

-- What somebody said she would do: from a meeting, a handover, a letter. `source` is the thing it came from, as in the journal
-- (`handover:3`, `meeting:12`), `source_path` where that stands.
create type action_state as enum ('open', 'done', 'dropped');
create type agenda_state as enum ('proposed', 'open', 'done', 'carried', 'dropped');
create type answer_class as enum ('planned', 'in_discovery', 'declined', 'exists', 'needs_information', 'not_product');
create type answer_door as enum ('web', 'mail', 'sheet', 'call', 'meeting', 'portal', 'import');
create type approval_policy as enum ('never', 'vouched', 'recognised');
create type approval_way as enum ('meeting', 'role');
create type archive_access as enum ('public', 'subscribers', 'group');
create type attendance as enum ('present', 'late', 'apologies', 'absent');
create type availability as enum ('yes', 'maybe', 'no');
create type ballot_electorate as enum ('institutions', 'group');
create type ballot_form as enum ('points', 'ranks', 'yes_no');
create type ballot_kind as enum ('wishes', 'election', 'motion');
create type ballot_secrecy as enum ('anonymous', 'public');
create type ballot_state as enum ('preparing', 'open', 'closed', 'counted', 'thrown_away', 'called_off');
-- Who a meeting, a series or an event belongs to: one or several groups, or a user group.
create type cadence_unit as enum ('week', 'month');
create type call_state as enum ('open', 'decided', 'withdrawn');
create type case_origin as enum ('archive', 'forward', 'hashtag', 'web', 'api', 'import');
create type case_state as enum ('draft', 'open', 'withdrawn');
create type clause_kind as enum ('purpose', 'objective', 'activity', 'duty', 'role', 'composition', 'meeting', 'list', 'web');
create type commitment_state as enum ('committed', 'delivered', 'dropped', 'carried');
create type contribution_state as enum ('waiting', 'sent', 'failed', 'appeared');
create type correction_state as enum ('open', 'taken', 'left');
create type correspondence_state as enum ('open', 'waiting', 'answered');
create type delivery_state as enum ('queued', 'sent', 'deferred', 'failed', 'cancelled');
create type delivery_verdict as enum ('full', 'partly', 'no');
-- A document belongs to a group or a user group, and to a role, never to a person: who holds the role today looks after it.
create type document_category as enum ('key', 'minutes', 'report', 'other');
create type document_import_outcome as enum ('new', 'duplicate', 'refused', 'imported', 'left');
-- A folder of old minutes and documents: what was found, what becomes of it, and who confirmed that.
create type document_import_state as enum ('reading', 'shown', 'done', 'undone', 'failed');
-- removed: its texts and files are gone for good; its name and its history stay.
create type document_state as enum ('live', 'archived', 'withdrawn', 'removed');
create type door as enum ('web', 'mail', 'api', 'cli', 'job');
create type erasure_kind as enum ('person', 'message', 'words', 'attachment');
create type erasure_request_state as enum ('waiting', 'done', 'refused', 'withdrawn');
create type erasure_scope as enum ('name', 'words');
create type event_answer as enum ('open', 'coming', 'online', 'not_coming');
create type event_kind as enum ('conference', 'vendor_meeting', 'user_group_call', 'workshop', 'other');
create type event_presence as enum ('in_person', 'online', 'apologies', 'absent');
create type event_proposal_state as enum ('proposed', 'accepted', 'waiting', 'declined', 'withdrawn');
create type evidence_kind as enum ('staff_page', 'note', 'vouch', 'question', 'federated');
create type export_state as enum ('waiting', 'ready', 'failed', 'expired');
-- Who may read what a clause's measures find: the group with its liaison, the steering committees of its user groups too, or everyone.
create type finding_readers as enum ('group', 'steering', 'public');
create type handover_outcome as enum ('passed', 'follows', 'action');
create type handover_state as enum ('prepared', 'done', 'withdrawn');
create type held_state as enum ('held', 'approved', 'rejected', 'discarded', 'expired');
create type hook_state as enum ('waiting', 'delivered', 'failed', 'dropped');
-- What becomes of mail that is HTML alone: nothing, a text part where no signature of its author breaks by it, always one, text instead.
create type html_policy as enum ('keep', 'free', 'always', 'text');
create type import_outcome as enum ('repaired', 'duplicate', 'quarantined');
create type inbound_state as enum ('waiting', 'settled', 'parked');
-- Bounces that come together are one incident of the owner's, not the fault of those who got them.
create type incident_kind as enum ('post', 'domain');
create type invitation_state as enum ('waiting', 'accepted', 'declined', 'withdrawn');
create type join_policy as enum ('open', 'confirm', 'vetted', 'closed');
create type link_kind as enum ('related', 'part_of', 'duplicate_of');
create type mail_action as enum ('accept', 'hold', 'reject', 'discard');
create type mail_direction as enum ('in', 'out');
create type measure_kind as enum ('cadence', 'count', 'freshness', 'share', 'seat', 'attendance', 'wait', 'existence', 'attested');
-- A session of Show and Tell is a meeting of a kind of its own: it is no meeting of the group that its cadence counts.
create type meeting_kind as enum ('meeting', 'show_and_tell', 'call', 'conference');
create type meeting_state as enum ('planned', 'held', 'cancelled');
create type merge_state as enum ('open', 'merged', 'dropped', 'undone');
-- Minutes are lines, each with its versions: who writes on one line does not overwrite who writes on another.
create type minute_kind as enum ('note', 'decision', 'action');
create type minutes_state as enum ('none', 'draft', 'circulated', 'approved');
create type move_outcome as enum ('added', 'known', 'left', 'wrong');
create type move_program as enum ('mailman2', 'mailman3', 'file');
-- An institution names who speaks for it; the user group confirms.
create type naming_state as enum ('waiting', 'confirmed', 'refused', 'withdrawn');
-- A sentence that the record gives, with its source; somebody takes it, edits it or leaves it out.
create type news_line_state as enum ('open', 'taken', 'left');
-- A newsletter that is somebody else's: its editor takes contributions by mail, or as drafts of WordPress.
create type news_outlet_kind as enum ('mail', 'wordpress');
create type news_state as enum ('draft', 'ready', 'published', 'withdrawn');
-- How often a group's newsletter comes: every so many weeks or months after the last issue's period; null: whenever there is something.
create type news_unit as enum ('week', 'month');
create type nomination_state as enum ('asked', 'accepted', 'declined', 'withdrawn');
create type offer_outcome as enum ('appointed', 'runner_up', 'declined');
create type organisation_kind as enum ('institution', 'consortium', 'vendor', 'affiliate', 'reseller', 'user_group');
create type partstat as enum ('needs-action', 'accepted', 'declined', 'tentative');
create type phase_kind as enum ('submission', 'triage', 'round_one', 'costing', 'round_two', 'commitment');
create type product_stage as enum ('development_partner', 'early_adopter', 'implementing', 'live');
-- What the author said to being quoted: not asked, asked, no, to the vendor, anywhere.
create type quote_consent as enum ('unasked', 'asked', 'no', 'vendor', 'public');
-- Of the words of a file: waiting to be read, there, or there are none to be had.
create type reading_state as enum ('waiting', 'read', 'none');
create type receiving as enum ('each', 'none', 'mime_digest', 'plain_digest', 'weekly');
create type recording_consent as enum ('open', 'given', 'refused', 'withdrawn');
create type reply_target as enum ('author', 'list');
create type report_state as enum ('draft', 'final');
create type request_kind as enum ('idea', 'concern');
create type request_stage as enum ('gathering', 'ready', 'submitted', 'answered', 'committed', 'delivered', 'accepted', 'set_aside', 'merged');
create type request_state as enum ('unconfirmed', 'waiting', 'approved', 'rejected', 'expired');
create type role as enum ('administrator', 'steering', 'liaison', 'coordinator', 'deputy', 'member', 'moderator', 'referent', 'vendor_guest');
-- What a virus scanner said of a content; null: there was none when it came.
create type scan_state as enum ('waiting', 'clean', 'infected');
create type sender_kind as enum ('address', 'domain', 'pattern');
create type session_role as enum ('speaker', 'chair', 'panel', 'host');
create type severity as enum ('critical', 'major', 'moderate', 'minor');
create type sign_in_kind as enum ('oidc', 'saml');
create type span_unit as enum ('day', 'week', 'month', 'year');
-- A step of a group's first weeks that somebody settled: looked at and found right, or left out with a reason. Whether a step is done
-- is not kept: the record says it.
create type step_verdict as enum ('confirmed', 'skipped');
create type story_kind as enum ('challenge', 'success');
create type suggestion_state as enum ('open', 'delivers', 'no');
-- What the curators decided about messages that may hold a user case, and what was learnt from it: words with their counts, per list.
create type suggestion_verdict as enum ('open', 'yes', 'no');
-- proposed: its people have spoken and its referent has not; history: not re-affirmed in time.
create type support_state as enum ('proposed', 'standing', 'history', 'withdrawn', 'replaced');
create type support_strength as enum ('must', 'should', 'would_like', 'not_for_us');
create type talk_state as enum ('proposed', 'accepted', 'scheduled', 'given', 'withdrawn', 'declined');
create type telling_choice as enum ('each', 'weekly', 'never');
create type telling_kind as enum ('answer', 'commitment', 'dropped', 'delivery', 'acceptance');
create type theme as enum ('system', 'light', 'dark');
create type topic_choice as enum ('follow', 'mute');
create type upload_state as enum ('shown', 'running', 'done', 'failed');
-- Who may read a thing of a group: the group alone, whoever is on one of its lists, or everyone.
create type visibility as enum ('group', 'subscribers', 'public');
create type web_import_outcome as enum ('page', 'news', 'known', 'left', 'wrong');
-- An export of WordPress: read, shown, taken in, confirmed or undone.
create type web_import_state as enum ('shown', 'taken', 'confirmed', 'undone');
create type wish_reason as enum ('exists', 'roadmap', 'bug', 'other_product', 'out_of_scope');
create type wish_state as enum ('submitted', 'accepted', 'merged', 'set_aside', 'withdrawn');

create function count_months()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare sign integer := case tg_op when 'DELETE' then -1 else 1 end;
begin
  insert into list_month (list_id, month, messages)
    select list_id, date_trunc('month', sent_at at time zone 'UTC')::date, sign * count(*) from changed group by 1, 2 order by 1, 2
    on conflict (list_id, month) do update set messages = list_month.messages + excluded.messages;
  return null;
end $function$;

-- Those whose contracts and memberships an organisation has on a day: its own and its parents'.
create function holders_on(organisation bigint, day date)
 RETURNS SETOF bigint
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select $1 union all select b.parent_id from belonging b
  where b.organisation_id = $1 and (b.from_on is null or b.from_on <= $2) and (b.to_on is null or b.to_on >= $2)
$function$;

create function mark_minute_line()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.changed_in := pg_current_xact_id()::text::bigint;
  return new;
end $function$;

-- Where a merged text leads for an institution (its support) or a user case: up, until who is concerned has said that it stays.
create function merges_above(request bigint, organisation bigint, user_case bigint)
 RETURNS SETOF bigint
 LANGUAGE sql
 STABLE
AS $function$
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
$function$;

create function recount_months()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into list_month (list_id, month, messages)
    select list_id, month, sum(n) from (
      select list_id, date_trunc('month', sent_at at time zone 'UTC')::date as month, 1 as n from changed
      union all select list_id, date_trunc('month', sent_at at time zone 'UTC')::date, -1 from before) both_sides
    group by 1, 2 having sum(n) <> 0 order by 1, 2
    on conflict (list_id, month) do update set messages = list_month.messages + excluded.messages;
  return null;
end $function$;

create function refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'the % is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $function$;

create function request_is_its_root()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.merged_into_id is null then new.root_id := new.id; end if;
  return new;
end $function$;

create function tell_shown()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into shown_change (list_id) select null where exists (select from changed);
  return null;
end $function$;

create function tell_shown_list()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into shown_change (list_id) select distinct list_id from changed;
  return null;
end $function$;

create function tell_site()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into site_change default values;
  return null;
end $function$;

-- `#rollover` in a subject; a number is no topic but somebody's ticket.
create function topics_of(subject text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  select coalesce(array_agg(distinct lower(found[1])), '{}')
  from regexp_matches(subject, '(?:^|[\s(\[,;:/])#([^\s#.,;:!?()\[\]"''/\\0-9][^\s#.,;:!?()\[\]"''/\\]{1,39})', 'g') as found
$function$;

-- journal -------------------------------------------------------------------------------------------------------------

-- Small rows that an import made, ended or changed. `was` is what stood there before, `became` what the import set: a row that says something
-- else by now was changed by somebody, and stays.
create table import_row (
  id bigint generated always as identity,
  move_id bigint,
  sheet_id bigint,
  thing text not null,
  row_id bigint not null,
  was jsonb,
  became jsonb,
  constraint import_row_pkey primary key (id),
  constraint import_row_check check ((num_nonnulls(move_id, sheet_id) = 1))
);
create unique index import_row_of_move on import_row (move_id, thing, row_id) where (move_id IS NOT NULL);
create unique index import_row_of_sheet on import_row (sheet_id, thing, row_id) where (sheet_id IS NOT NULL);

create table journal (
  id bigint generated always as identity,
  at timestamptz not null,
  person_id bigint,
  behind_id bigint,
  via door not null,
  action text not null,
  subject text not null,
  group_id bigint,
  details jsonb not null default '{}'::jsonb,
  constraint journal_pkey primary key (id)
);
create index journal_behind on journal (behind_id) where (behind_id IS NOT NULL);
create index journal_group on journal (group_id, id);
create index journal_person on journal (person_id) where (person_id IS NOT NULL);
create index journal_subject on journal (subject, id);

-- The hash chain stands beside the lines, so that a line is never updated (docs/decisions/0004).
create table journal_link (
  "position" bigint not null,
  journal_id bigint not null,
  hash bytea not null,
  constraint journal_link_journal_id_key unique (journal_id),
  constraint journal_link_pkey primary key ("position")
);

-- search --------------------------------------------------------------------------------------------------------------

-- Everything that can be found. `audience` is the key that a reader must hold: public, list:ID, group:ID, site.
create table search_document (
  id bigint generated always as identity,
  kind text not null,
  subject_id bigint not null,
  audience text not null,
  list_id bigint,
  group_id bigint,
  at timestamptz not null,
  author text not null default ''::text,
  title text not null,
  body text,
  attachment boolean not null default false,
  vector tsvector not null,
  constraint search_document_kind_subject_id_key unique (kind, subject_id),
  constraint search_document_pkey primary key (id)
) with (toast_tuple_target = 4080);
alter table search_document alter column vector set statistics 400;
-- `has:attachment` is asked alone or beside words that many mails have; one mail in a hundred or so carries a file.
create index search_document_files on search_document (at DESC, id DESC) where attachment;
-- `from:` and `subject:` ask for words of some weight, which the index of all words does not know: it would offer every mail that has the
-- word anywhere. Titles and authors are a fortieth of the words.
create index search_document_names on search_document using gin (ts_filter(vector, '{a,b}'::"char"[]));
create index search_document_newest on search_document (at DESC, id DESC);
create index search_document_vector on search_document using gin (vector) with (fastupdate='on');

-- archive -------------------------------------------------------------------------------------------------------------

create table attachment (
  id bigint generated always as identity,
  message_id bigint not null,
  "position" smallint not null,
  filename text not null,
  type text not null,
  size integer not null,
  sha256 bytea not null,
  inline boolean not null,
  constraint attachment_message_id_position_key unique (message_id, "position"),
  constraint attachment_pkey primary key (id)
);

-- Message-IDs that a message of the list refers to and that are not there (yet): a thread is all that hangs together by them.
create table ghost (
  list_id bigint not null,
  message_id text not null,
  thread_id bigint not null,
  constraint ghost_pkey primary key (list_id, message_id)
);
create index ghost_thread on ghost (thread_id);

-- What did not simply go in, each with its place in the file and the reason. What is quarantined keeps its bytes here.
create table import_finding (
  import_id bigint not null,
  at_byte bigint not null,
  bytes bigint not null,
  outcome import_outcome not null,
  reason text not null,
  message_id bigint,
  raw_id bigint,
  constraint import_finding_pkey primary key (import_id, at_byte)
);
create index import_finding_message on import_finding (message_id) where (message_id IS NOT NULL);
create index import_finding_raw on import_finding (raw_id) where (raw_id IS NOT NULL);

-- How many messages a list has of each month (UTC): counting a hundred thousand takes as long as thirty pages.
create table list_month (
  list_id bigint not null,
  month date not null,
  messages integer not null,
  constraint list_month_pkey primary key (list_id, month)
);

-- One reading of one mailbox into a list: how far it is, and its balance. It is resumed by the hash of the file.
create table mail_import (
  id bigint generated always as identity,
  list_id bigint not null,
  person_id bigint,
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
  ended_at timestamptz,
  -- Mail: large, so it goes in portions, and the row says how far that is.
  move_id bigint,
  undo_begun_at timestamptz,
  undone_by bigint,
  -- Messages up to this one are settled: gone, or left because somebody has built upon them.
  undo_to bigint not null default 0,
  undo_gone integer not null default 0,
  undo_left integer not null default 0,
  undone_at timestamptz,
  constraint mail_import_pkey primary key (id)
);
create index mail_import_list on mail_import (list_id, id);
create index mail_import_move on mail_import (move_id) where (move_id IS NOT NULL);
create unique index mail_import_open on mail_import (list_id, sha256) where (ended_at IS NULL);

create table message (
  id bigint generated always as identity,
  list_id bigint not null,
  thread_id bigint not null,
  raw_id bigint not null,
  message_id text not null,
  variant smallint not null default 1,
  content_hash bytea not null,
  refs text[] not null,
  subject text not null,
  from_name text not null,
  from_email text not null,
  person_id bigint,
  sent_at timestamptz not null,
  received_at timestamptz not null,
  text text not null,
  has_html boolean not null,
  attachments smallint not null default 0,
  size integer not null,
  defects text[] not null default '{}'::text[],
  -- The content as it came, so that a second copy of it is still known and not archived again.
  original_hash bytea,
  -- When something was taken out of it: readers of feeds are told.
  changed_at timestamptz,
  topics text[] generated always as (topics_of(subject)) stored not null,
  import_id bigint,
  constraint message_pkey primary key (id)
);
create unique index message_by_id on message (list_id, message_id, variant);
create index message_by_import on message (import_id, id) where (import_id IS NOT NULL);
create index message_changed on message (list_id, changed_at) where (changed_at IS NOT NULL);
create index message_newest on message (list_id, sent_at DESC, id DESC);
create index message_person on message (person_id) where (person_id IS NOT NULL);
-- What is taken back is asked for by whom and by what it is pointed to: without these, each row would be looked for in all of a large table.
create index message_raw on message (raw_id);
create index message_thread on message (thread_id, sent_at, id);
create index message_topics on message using gin (topics) where (topics <> '{}'::text[]);

-- Byte-exact mail, zstd-compressed. Only erasure takes the bytes; size and hash stay.
create table raw_mail (
  id bigint generated always as identity,
  sha256 bytea not null,
  size integer not null,
  bytes bytea,
  erased_at timestamptz,
  constraint raw_mail_pkey primary key (id)
);
alter table raw_mail alter column bytes set storage external;

-- Pages that everybody may read are kept ready while nothing of them changes (src/http/kept-pages.ts). Every change of what they show
-- leaves a line here, seen by others at the same instant as the change. Lines, no counter: changes of one moment do not wait for each
-- other. A job thins them out.
create table shown_change (
  id bigint generated always as identity,
  -- Of which list; null where every page may show it.
  list_id bigint,
  constraint shown_change_pkey primary key (id)
);

-- Public pages of the site are kept ready while nothing of them changes, as those of archives are. Every change of what
-- they show leaves a line; what a list's archive shows has lines of its own.
create table site_change (
  id bigint generated always as identity,
  constraint site_change_pkey primary key (id)
);

create table thread (
  id bigint generated always as identity,
  list_id bigint not null,
  root text not null,
  subject text not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  messages integer not null default 0,
  people integer not null default 0,
  constraint thread_pkey primary key (id)
);
create index thread_newest on thread (list_id, last_at DESC, id DESC);

-- How far somebody has read a thread: what came later is new to her.
create table thread_visit (
  person_id bigint not null,
  thread_id bigint not null,
  -- The newest message that stood there at the last visit; ids grow with arrival, dates need not.
  message_id bigint not null,
  constraint thread_visit_pkey primary key (person_id, thread_id)
);
create index thread_visit_thread on thread_visit (thread_id);

-- outbox --------------------------------------------------------------------------------------------------------------

create table bounce (
  id bigint generated always as identity,
  inbound_id bigint,
  delivery_id bigint,
  kind text not null,
  email text not null,
  class text not null,
  permanent boolean not null,
  status text,
  diagnostic text not null default ''::text,
  at timestamptz not null,
  incident_id bigint,
  constraint bounce_pkey primary key (id)
);
create index bounce_at on bounce (at);
create index bounce_delivery on bounce (delivery_id);
create index bounce_email on bounce (email, at);

-- One mail to one recipient: a post of a list, or a letter.
create table delivery (
  id bigint generated always as identity,
  message_id bigint,
  letter_id bigint,
  subscription_id bigint,
  email text not null,
  domain text not null,
  state delivery_state not null default 'queued'::delivery_state,
  attempts smallint not null default 0,
  queued_at timestamptz not null,
  next_at timestamptz not null,
  settled_at timestamptz,
  code smallint,
  answer text,
  constraint delivery_pkey primary key (id),
  constraint delivery_check check ((num_nonnulls(message_id, letter_id) = 1))
);
create index delivery_due on delivery (next_at, id) where (state = ANY (ARRAY['queued'::delivery_state, 'deferred'::delivery_state]));
-- What went wrong or is not needed any more is rare among deliveries and asked for often; the table itself only grows.
create index delivery_ended on delivery (state, id) where (state = ANY (ARRAY['failed'::delivery_state, 'cancelled'::delivery_state]));
create index delivery_letter on delivery (letter_id) where (letter_id IS NOT NULL);
create index delivery_message on delivery (message_id) where (message_id IS NOT NULL);
create index delivery_subscription on delivery (subscription_id) where (subscription_id IS NOT NULL);

-- What is known of a post when it goes out again: the verdicts at the door (RFC 8601), which its ARC set repeats.
create table message_authentication (
  message_id bigint not null,
  results text not null,
  arc text not null,
  constraint message_authentication_pkey primary key (message_id)
);

-- What was sent to subscribers, as against what only came into the archive.
create table post (
  message_id bigint not null,
  list_id bigint not null,
  posted_at timestamptz not null,
  constraint post_pkey primary key (message_id)
);
create index post_of_list on post (list_id, message_id);

-- What the relay took in each hour, kept where it has a quota: a day's limit rolls with the clock.
create table relay_hour (
  hour timestamptz not null,
  sent integer not null,
  constraint relay_hour_pkey primary key (hour)
);

-- The relay said that it takes no more for now; all lanes of all processes wait.
create table relay_pause (
  id smallint not null default 1,
  until timestamptz not null,
  reason text not null,
  told_at timestamptz,
  constraint relay_pause_pkey primary key (id),
  constraint relay_pause_id_check check ((id = 1))
);

-- DKIM keys, the private part encrypted with RAPPORT_SECRET.
create table signing_key (
  domain text not null,
  selector text not null,
  private_key bytea not null,
  public_key text not null,
  created_at timestamptz not null default now(),
  constraint signing_key_pkey primary key (domain, selector)
);

-- people --------------------------------------------------------------------------------------------------------------

-- An administrator looks at the site as somebody else does: for a time, with a reason, never in her name.
create table acting (
  id bigint generated always as identity,
  session_id text,
  administrator_id bigint not null,
  person_id bigint not null,
  reason text not null,
  began_at timestamptz not null,
  until timestamptz not null,
  ended_at timestamptz,
  constraint acting_pkey primary key (id),
  constraint acting_check check ((administrator_id <> person_id)),
  constraint acting_reason_check check ((reason <> ''::text))
);
create unique index acting_now on acting (session_id) where (ended_at IS NULL);

-- Compared in lower case: no mail provider in use tells two people apart by case.
create table address (
  id bigint generated always as identity,
  person_id bigint not null,
  email text not null,
  verified_at timestamptz,
  created_at timestamptz not null default now(),
  constraint address_email_key unique (email),
  constraint address_pkey primary key (id),
  constraint address_email_check check (((email = lower(email)) AND (email ~~ '_%@_%'::text)))
);
create index address_person on address (person_id);

-- An address that somebody says is hers; it becomes one when she presses the button in the mail to it.
create table address_claim (
  id bigint generated always as identity,
  person_id bigint not null,
  email text not null,
  claimed_at timestamptz not null,
  constraint address_claim_person_id_email_key unique (person_id, email),
  constraint address_claim_pkey primary key (id),
  constraint address_claim_email_check check ((email = lower(email)))
);

create table affiliation (
  id bigint generated always as identity,
  person_id bigint not null,
  organisation_id bigint not null,
  from_on date,
  to_on date,
  -- How it is known that somebody works there, and when that was last fresh.
  basis text,
  confirmed_at timestamptz,
  -- An affiliation stays current by fresh evidence; where there is none, its person is asked once a year.
  -- When she was last asked, and how often since the last fresh evidence.
  asked_at timestamptz,
  asks smallint not null default 0,
  -- A dead address or a domain that is gone says nothing about the person's past: the affiliation rests until somebody looks.
  suspended_at timestamptz,
  suspended_why text not null default ''::text,
  constraint affiliation_pkey primary key (id),
  constraint affiliation_check check ((to_on >= from_on))
);
create index affiliation_organisation on affiliation (organisation_id);
create index affiliation_person on affiliation (person_id);
create index affiliation_stale on affiliation (confirmed_at NULLS FIRST, id) where (to_on IS NULL);
create index affiliation_suspended on affiliation (suspended_at) where ((suspended_at IS NOT NULL) AND (to_on IS NULL));

-- What programs sign in with. Only the hash is kept: who copies the database holds no token.
create table api_token (
  id bigint generated always as identity,
  person_id bigint not null,
  name text not null,
  hash bytea not null,
  scopes text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  constraint api_token_hash_key unique (hash),
  constraint api_token_pkey primary key (id),
  constraint api_token_scopes_check check (((scopes <@ ARRAY['read'::text, 'write'::text, 'moderate'::text, 'admin'::text]) AND (cardinality(scopes) > 0)))
);
create index api_token_person on api_token (person_id);

create table auth_account (
  id text not null,
  user_id text not null,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  id_token text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint auth_account_pkey primary key (id)
);
create index auth_account_user on auth_account (user_id);

create table auth_session (
  id text not null,
  user_id text not null,
  token text not null,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  -- How it began (code, passkey, a provider's slug), and from which network.
  how text not null default 'code'::text,
  network text,
  constraint auth_session_token_key unique (token),
  constraint auth_session_pkey primary key (id)
);
create index auth_session_user on auth_session (user_id);

create table auth_user (
  id text not null,
  person_id bigint not null,
  name text not null,
  email text not null,
  email_verified boolean not null default false,
  image text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint auth_user_email_key unique (email),
  constraint auth_user_person_id_key unique (person_id),
  constraint auth_user_pkey primary key (id)
);

create table auth_verification (
  id text not null,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint auth_verification_pkey primary key (id)
);
create index auth_verification_identifier on auth_verification (identifier);

-- Subscribers from before there was any basis are asked where they work.
create table basis_ask (
  person_id bigint not null,
  asked_at timestamptz not null,
  asks smallint not null default 1,
  -- A person has looked, and lets her stay without one.
  excused_at timestamptz,
  excused_by bigint,
  constraint basis_ask_pkey primary key (person_id)
);

-- Consortia are joined and left: who belonged to whom, and when. Without days it has always been so.
create table belonging (
  id bigint generated always as identity,
  organisation_id bigint not null,
  parent_id bigint not null,
  from_on date,
  to_on date,
  constraint belonging_pkey primary key (id),
  constraint belonging_check check ((organisation_id <> parent_id)),
  constraint belonging_check1 check ((to_on >= from_on))
);
create index belonging_organisation on belonging (organisation_id);
create index belonging_parent on belonging (parent_id);

create table contract (
  id bigint generated always as identity,
  organisation_id bigint not null,
  product_id bigint not null,
  from_on date not null,
  to_on date,
  constraint contract_pkey primary key (id),
  constraint contract_check check ((to_on >= from_on))
);
create index contract_organisation on contract (organisation_id);

-- Whom a provider means by a subject: linked once by a confirmed address, found by the subject afterwards.
create table federated_identity (
  id bigint generated always as identity,
  person_id bigint not null,
  provider text not null,
  subject text not null,
  email text not null,
  linked_at timestamptz not null,
  used_at timestamptz,
  constraint federated_identity_provider_subject_key unique (provider, subject),
  constraint federated_identity_pkey primary key (id)
);
create index federated_identity_person on federated_identity (person_id);

create table known_domain (
  domain text not null,
  institution_id bigint not null,
  constraint known_domain_pkey primary key (domain, institution_id)
);
create index known_domain_institution on known_domain (institution_id);

-- Names and domains that others publish: to pick from, never the register itself.
create table known_institution (
  id bigint generated always as identity,
  source text not null,
  key text not null,
  name text not null,
  names text[] not null default '{}'::text[],
  country character(2),
  website text not null default ''::text,
  ror text,
  kept_at timestamptz not null,
  constraint known_institution_source_key_key unique (source, key),
  constraint known_institution_pkey primary key (id),
  constraint known_institution_source_check check ((source = ANY (ARRAY['hipo'::text, 'ror'::text])))
);
create index known_institution_name on known_institution (lower(name), id);

-- Of a consortium it covers its institutions.
create table membership (
  id bigint generated always as identity,
  organisation_id bigint not null,
  community_id bigint not null,
  from_on date not null,
  to_on date,
  constraint membership_pkey primary key (id),
  constraint membership_check check ((to_on >= from_on))
);
create index membership_organisation on membership (organisation_id);

create table organisation (
  id bigint generated always as identity,
  name text not null,
  kind organisation_kind not null,
  country character(2),
  created_at timestamptz not null default now(),
  -- Without https://ror.org/; the check digits are verified before it is stored.
  ror text,
  website text not null default ''::text,
  students integer,
  constraint organisation_ror_key unique (ror),
  constraint organisation_pkey primary key (id),
  constraint organisation_students_check check ((students >= 0))
);
create index organisation_by_name on organisation (lower(name), id);

-- In ASCII, as name servers know it. One domain is one organisation's; a part of it may be another's.
create table organisation_domain (
  domain text not null,
  organisation_id bigint not null,
  constraint organisation_domain_pkey primary key (domain),
  constraint organisation_domain_domain_check check (((domain = lower(domain)) AND (domain ~~ '_%._%'::text)))
);
create index organisation_domain_of on organisation_domain (organisation_id);

-- A key pair that a device or a password manager keeps; only the public half is here.
create table passkey (
  id bigint generated always as identity,
  person_id bigint not null,
  -- As the browser writes it, base64url.
  credential text not null,
  public_key bytea not null,
  counter bigint not null default 0,
  transports text[] not null default '{}'::text[],
  -- Kept by a password manager on several devices.
  synced boolean not null default false,
  name text not null,
  created_at timestamptz not null,
  used_at timestamptz,
  constraint passkey_credential_key unique (credential),
  constraint passkey_pkey primary key (id),
  constraint passkey_name_check check ((name <> ''::text))
);
create index passkey_person on passkey (person_id);

create table person (
  id bigint generated always as identity,
  name text not null,
  locale text not null default 'en'::text,
  zone text not null default 'UTC'::text,
  theme theme not null default 'system'::theme,
  single_keys boolean not null default true,
  created_at timestamptz not null default now(),
  erased_at timestamptz,
  -- What a person says of herself to others who are signed in.
  about text not null default ''::text,
  profile_shown boolean not null default true,
  -- When somebody works, in her own zone; 09 to 17 where she has not said.
  works_from time without time zone not null default '09:00:00'::time without time zone,
  works_to time without time zone not null default '17:00:00'::time without time zone,
  constraint person_pkey primary key (id)
);

create table product_use (
  organisation_id bigint not null,
  product_id bigint not null,
  stage product_stage not null,
  constraint product_use_pkey primary key (organisation_id, product_id)
);

-- A spreadsheet that was handed in: looked at, mapped, and applied as a whole or not at all. Its bytes go when it is applied, or after a week.
create table sheet_import (
  id bigint generated always as identity,
  kind text not null,
  group_id bigint,
  person_id bigint,
  filename text not null,
  bytes bytea,
  mapping jsonb not null,
  made_at timestamptz not null,
  applied_at timestamptz,
  outcome jsonb,
  -- The command line brings rosters, too, and is nobody.
  undone_by bigint,
  undone_at timestamptz,
  undone jsonb,
  constraint sheet_import_pkey primary key (id),
  constraint sheet_import_kind_check check ((kind = ANY (ARRAY['register'::text, 'roster'::text])))
);

-- What began in a browser and must end in the same one, once: a challenge, a state, a request id, a provider's statement.
create table sign_in_flow (
  id text not null,
  kind text not null,
  browser bytea not null,
  provider text,
  person_id bigint,
  facts jsonb not null default '{}'::jsonb,
  next text not null default '/today'::text,
  expires_at timestamptz not null,
  constraint sign_in_flow_pkey primary key (id)
);
create index sign_in_flow_expires on sign_in_flow (expires_at);

-- Providers that an administrator has set up; those of the environment are not here.
create table sign_in_provider (
  id bigint generated always as identity,
  slug text not null,
  kind sign_in_kind not null,
  label text not null,
  enabled boolean not null default false,
  -- OIDC: the issuer. SAML: the entity id of the identity provider.
  issuer text not null,
  -- OIDC: the client's id. SAML: the address of its sign-in page.
  client text not null,
  -- OIDC: the client's secret, sealed. SAML: its certificates, which are public.
  sealed bytea,
  certificates text[] not null default '{}'::text[],
  -- The domains that it may speak for; '*' is every domain.
  domains text[] not null default '{}'::text[],
  created_at timestamptz not null,
  changed_at timestamptz not null,
  constraint sign_in_provider_slug_key unique (slug),
  constraint sign_in_provider_pkey primary key (id),
  constraint sign_in_provider_label_check check ((label <> ''::text)),
  constraint sign_in_provider_slug_check check (((slug ~ '^[a-z0-9]([a-z0-9-]*[a-z0-9])?$'::text) AND (length(slug) <= 40)))
);

-- She works somewhere that the program cannot see by itself: a person settles it.
create table workplace_claim (
  id bigint generated always as identity,
  person_id bigint not null,
  organisation text not null,
  email text not null default ''::text,
  from_on date not null,
  asked_at timestamptz not null,
  settled_at timestamptz,
  settled_by bigint,
  organisation_id bigint,
  constraint workplace_claim_pkey primary key (id)
);
create index workplace_claim_open on workplace_claim (id) where (settled_at IS NULL);
create index workplace_claim_person on workplace_claim (person_id);

-- groups --------------------------------------------------------------------------------------------------------------

create table action (
  id bigint generated always as identity,
  group_id bigint,
  title text not null,
  note text not null default ''::text,
  owner_id bigint,
  due_on date,
  state action_state not null default 'open'::action_state,
  source text not null default ''::text,
  source_path text not null default ''::text,
  outcome text not null default ''::text,
  created_at timestamptz not null,
  created_by bigint,
  settled_at timestamptz,
  settled_by bigint,
  reminded_on date,
  constraint action_pkey primary key (id)
);
create index action_group on action (group_id, state, id);
create index action_owner on action (owner_id) where (state = 'open'::action_state);
create index action_source on action (source) where (source <> ''::text);

-- A letter that reminds of actions: an answer to it names them by the numbers that they have in it.
create table action_reminder (
  id bigint generated always as identity,
  person_id bigint not null,
  sent_at timestamptz not null,
  constraint action_reminder_pkey primary key (id)
);

create table action_reminder_item (
  reminder_id bigint not null,
  n smallint not null,
  action_id bigint not null,
  constraint action_reminder_item_pkey primary key (reminder_id, n)
);

create table appointment (
  id bigint generated always as identity,
  person_id bigint not null,
  role role not null,
  group_id bigint,
  community_id bigint,
  formal boolean not null default false,
  from_on date,
  to_on date,
  -- The institution at the time; of a referent, the one that she speaks for.
  organisation_id bigint,
  stand_in boolean not null default false,
  -- Known to the year alone: 2016 to 2018 is kept as its first and last day, and shown as years.
  by_year boolean not null default false,
  -- How she came to it: elected, appointed by the committee, a volunteer.
  how text not null default ''::text,
  to_unknown boolean not null default false,
  constraint appointment_pkey primary key (id),
  constraint appointment_check check ((to_on >= from_on)),
  constraint appointment_check1 check ((num_nonnulls(group_id, community_id) <= 1)),
  constraint appointment_referent check (((role <> 'referent'::role) OR ((organisation_id IS NOT NULL) AND (community_id IS NOT NULL))))
);
create index appointment_group on appointment (group_id);
create index appointment_organisation on appointment (organisation_id) where (organisation_id IS NOT NULL);
create index appointment_person on appointment (person_id);

create table community (
  id bigint generated always as identity,
  slug text not null,
  name text not null,
  constraint community_slug_key unique (slug),
  constraint community_pkey primary key (id),
  constraint community_slug_check check ((slug ~ '^[a-z0-9]([a-z0-9-]*[a-z0-9])?$'::text))
);

create table decision (
  id bigint generated always as identity,
  -- Counted within its group or user group, so that people can name it.
  number integer not null,
  group_id bigint,
  community_id bigint,
  meeting_id bigint,
  text text not null,
  rationale text not null default ''::text,
  decided_on date not null,
  review_on date,
  reviewed_at timestamptz,
  superseded_by bigint,
  votes_for integer,
  votes_against integer,
  abstained integer,
  internal boolean not null default false,
  -- 'motion:ID' where it came from elsewhere.
  source text not null default ''::text,
  source_path text not null default ''::text,
  created_at timestamptz not null,
  created_by bigint,
  -- On which day those who lead were told that a decision is due for review.
  review_told_on date,
  constraint decision_pkey primary key (id),
  constraint decision_abstained_check check ((abstained >= 0)),
  constraint decision_check check (((group_id IS NULL) <> (community_id IS NULL))),
  constraint decision_check1 check ((superseded_by <> id)),
  constraint decision_text_check check ((text <> ''::text)),
  constraint decision_votes_against_check check ((votes_against >= 0)),
  constraint decision_votes_for_check check ((votes_for >= 0))
);
create unique index decision_number_community on decision (community_id, number) where (community_id IS NOT NULL);
create unique index decision_number_group on decision (group_id, number) where (group_id IS NOT NULL);
create index decision_review on decision (review_on) where (superseded_by IS NULL);

create table group_community (
  group_id bigint not null,
  community_id bigint not null,
  constraint group_community_pkey primary key (group_id, community_id)
);

create table handover (
  id bigint generated always as identity,
  group_id bigint not null,
  role role not null,
  from_id bigint not null,
  to_id bigint not null,
  note text not null default ''::text,
  state handover_state not null default 'prepared'::handover_state,
  begun_at timestamptz not null,
  begun_by bigint,
  settled_at timestamptz,
  settled_by bigint,
  constraint handover_pkey primary key (id),
  constraint handover_check check ((from_id <> to_id))
);
create unique index handover_prepared on handover (group_id, role, from_id) where (state = 'prepared'::handover_state);

create table handover_item (
  id bigint generated always as identity,
  handover_id bigint not null,
  kind text not null,
  title text not null,
  path text not null default ''::text,
  outcome handover_outcome not null,
  action_id bigint,
  constraint handover_item_pkey primary key (id)
);
create index handover_item_of on handover_item (handover_id, id);

create table list_community (
  list_id bigint not null,
  community_id bigint not null,
  constraint list_community_pkey primary key (list_id, community_id)
);

create table product (
  id bigint generated always as identity,
  name text not null,
  vendor_id bigint not null,
  constraint product_pkey primary key (id)
);

create table referent_naming (
  id bigint generated always as identity,
  organisation_id bigint not null,
  community_id bigint not null,
  stand_in boolean not null default false,
  name text not null,
  email text not null,
  from_on date not null,
  to_on date,
  state naming_state not null default 'waiting'::naming_state,
  named_by bigint not null,
  named_at timestamptz not null,
  decided_by bigint,
  decided_at timestamptz,
  reason text not null default ''::text,
  appointment_id bigint,
  constraint referent_naming_pkey primary key (id),
  constraint referent_naming_check check ((to_on >= from_on)),
  constraint referent_naming_email_check check ((email = lower(email)))
);
create index referent_naming_open on referent_naming (community_id, id) where (state = 'waiting'::naming_state);
create unique index referent_naming_waiting on referent_naming (organisation_id, community_id, stand_in) where (state = 'waiting'::naming_state);

-- What a role has elsewhere: an account, a key, a login. It cannot move by itself.
create table role_holding (
  id bigint generated always as identity,
  group_id bigint not null,
  role role not null,
  title text not null,
  note text not null default ''::text,
  created_at timestamptz not null,
  ended_at timestamptz,
  constraint role_holding_pkey primary key (id)
);
create index role_holding_of on role_holding (group_id, role) where (ended_at IS NULL);

-- Each notice that a term ends goes out once, also when the job is tried again.
create table term_notice (
  appointment_id bigint not null,
  days smallint not null,
  sent_at timestamptz not null,
  constraint term_notice_pkey primary key (appointment_id, days)
);

create table working_group (
  id bigint generated always as identity,
  slug text not null,
  name text not null,
  tagline text not null default ''::text,
  product_id bigint not null,
  founded_on date,
  created_at timestamptz not null default now(),
  -- Whether everybody may see the figures between a group and its vendor. The group decides; until then nobody outside does.
  relationship_public boolean not null default false,
  news_every smallint default 3,
  news_unit news_unit not null default 'month'::news_unit,
  constraint working_group_slug_key unique (slug),
  constraint working_group_pkey primary key (id),
  constraint working_group_news_every_check check (((news_every >= 1) AND (news_every <= 52))),
  constraint working_group_slug_check check ((slug ~ '^[a-z0-9]([a-z0-9-]*[a-z0-9])?$'::text))
);

-- files ---------------------------------------------------------------------------------------------------------------

-- A file as somebody gave it: its name belongs to her, its content to whoever may see the thing it is attached to.
create table file (
  id bigint generated always as identity,
  content_id bigint not null,
  name text not null,
  person_id bigint,
  created_at timestamptz not null,
  constraint file_pkey primary key (id),
  constraint file_name_check check ((name <> ''::text))
);
create index file_by_content on file (content_id);
create index file_by_person on file (person_id);

create table file_chunk (
  content_id bigint not null,
  n integer not null,
  bytes bytea not null,
  constraint file_chunk_pkey primary key (content_id, n),
  constraint file_chunk_n_check check ((n >= 0))
);
alter table file_chunk alter column bytes set storage external;

-- Content is kept once, whoever brings it and however often; in pieces, so that no process holds a large file in memory.
create table file_content (
  id bigint generated always as identity,
  -- Null while it is still coming in, or after erasure of one that nobody may bring back.
  sha256 bytea,
  size bigint not null default 0,
  -- As told from the content itself.
  type text not null default 'application/octet-stream'::text,
  kept_at timestamptz not null,
  erased_at timestamptz,
  scan scan_state,
  scanned_at timestamptz,
  -- The scanner's name for what it found.
  scan_found text not null default ''::text,
  constraint file_content_sha256_key unique (sha256),
  constraint file_content_pkey primary key (id),
  constraint file_content_sha256_check check ((length(sha256) = 32)),
  constraint file_content_size_check check ((size >= 0))
);
create index file_content_to_scan on file_content (id) where (scan = ANY (ARRAY['waiting'::scan_state, 'infected'::scan_state]));

-- Whether a scanner is set up. The processes say it when they start, so that whoever keeps a file makes it wait.
create table file_guard (
  one boolean not null default true,
  scanning boolean not null default false,
  constraint file_guard_pkey primary key (one),
  constraint file_guard_one_check check (one)
);

-- A large file on its way, in pieces; it can go on where it was cut off.
create table upload (
  id bigint generated always as identity,
  -- Nobody can guess it.
  key text not null,
  person_id bigint not null,
  name text not null,
  size bigint not null,
  received bigint not null default 0,
  pieces integer not null default 0,
  content_id bigint,
  -- Set when all of it is there and it was found to be what its name says.
  file_id bigint,
  created_at timestamptz not null,
  touched_at timestamptz not null,
  constraint upload_key_key unique (key),
  constraint upload_pkey primary key (id),
  constraint upload_check check (((received >= 0) AND (received <= size))),
  constraint upload_size_check check ((size > 0))
);
create index upload_by_content on upload (content_id);
create index upload_by_file on upload (file_id);
create index upload_by_person on upload (person_id);
create index upload_by_touch on upload (touched_at);

-- list ----------------------------------------------------------------------------------------------------------------

-- Who neither joins nor writes; without a list, anywhere on the site.
create table ban (
  id bigint generated always as identity,
  list_id bigint,
  kind sender_kind not null,
  value text not null,
  reason text not null default ''::text,
  until date,
  created_at timestamptz not null,
  created_by bigint,
  constraint ban_pkey primary key (id)
);
create unique index ban_once on ban (COALESCE(list_id, (0)::bigint), kind, value);

-- Who was shown which wording and agreed, when and by which door.
create table consent (
  id bigint generated always as identity,
  person_id bigint,
  request_id bigint,
  version integer not null,
  wording_sha256 bytea not null,
  agreed_at timestamptz not null,
  via door not null,
  constraint consent_pkey primary key (id),
  constraint consent_check check ((num_nonnulls(person_id, request_id) >= 1))
);
create index consent_person on consent (person_id) where (person_id IS NOT NULL);
create index consent_request on consent (request_id) where (request_id IS NOT NULL);

create table digest_issue (
  id bigint generated always as identity,
  list_id bigint not null,
  volume smallint not null,
  number integer not null,
  -- Its posts: above the first, up to the last.
  after_id bigint not null,
  last_id bigint not null,
  made_at timestamptz not null,
  constraint digest_issue_list_id_volume_number_key unique (list_id, volume, number),
  constraint digest_issue_pkey primary key (id),
  constraint digest_issue_check check ((last_id > after_id))
);
create index digest_issue_newest on digest_issue (list_id, last_id DESC);

create table held_mail (
  id bigint generated always as identity,
  inbound_id bigint not null,
  list_id bigint not null,
  reason text not null,
  from_name text not null,
  from_email text not null,
  subject text not null,
  held_at timestamptz not null,
  state held_state not null default 'held'::held_state,
  decided_at timestamptz,
  decided_by bigint,
  note text not null default ''::text,
  claimed_by bigint,
  claimed_at timestamptz,
  -- From moderator to moderator.
  memo text not null default ''::text,
  tell_author boolean not null default false,
  reminded_at timestamptz,
  constraint held_mail_inbound_id_list_id_key unique (inbound_id, list_id),
  constraint held_mail_pkey primary key (id)
);
create index held_mail_open on held_mail (list_id, id) where (state = 'held'::held_state);

create table incident (
  id bigint generated always as identity,
  list_id bigint not null,
  kind incident_kind not null,
  -- The message, or the recipients' domain, that the failures have in common.
  subject text not null,
  class text not null,
  -- The server's own words, from the first of them.
  words text not null,
  failures integer not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  told_at timestamptz,
  closed_at timestamptz,
  constraint incident_list_id_kind_subject_class_key unique (list_id, kind, subject, class),
  constraint incident_pkey primary key (id)
);

create table invitation (
  id bigint generated always as identity,
  list_id bigint not null,
  email text not null,
  name text not null default ''::text,
  words text not null default ''::text,
  state invitation_state not null default 'waiting'::invitation_state,
  invited_by bigint,
  invited_at timestamptz not null,
  answered_at timestamptz,
  constraint invitation_pkey primary key (id),
  constraint invitation_email_check check ((email = lower(email)))
);
create index invitation_email on invitation (email, invited_at);
create unique index invitation_waiting on invitation (list_id, email) where (state = 'waiting'::invitation_state);

-- What had gathered for somebody who changed to another way of receiving: sent once, also when the job is tried again.
create table last_digest (
  id bigint generated always as identity,
  subscription_id bigint not null,
  receiving receiving not null,
  after_id bigint not null,
  last_id bigint not null,
  done_at timestamptz,
  constraint last_digest_pkey primary key (id)
);

-- What becomes of mail by these writers, who are not subscribed.
create table list_sender (
  id bigint generated always as identity,
  list_id bigint not null,
  kind sender_kind not null default 'address'::sender_kind,
  value text not null,
  action mail_action not null,
  created_at timestamptz not null,
  created_by bigint,
  constraint list_sender_list_id_kind_value_key unique (list_id, kind, value),
  constraint list_sender_pkey primary key (id)
);

-- Settings that came by mail from a domain that proves nothing: they wait for a word of the member.
create table mail_command (
  id bigint generated always as identity,
  subscription_id bigint not null,
  commands text[] not null,
  asked_at timestamptz not null,
  done_at timestamptz,
  constraint mail_command_pkey primary key (id)
);

-- The words of a notice where a list has its own.
create table notice_template (
  list_id bigint not null,
  notice text not null,
  locale text not null,
  subject text not null,
  body text not null,
  changed_at timestamptz not null,
  changed_by bigint,
  constraint notice_template_pkey primary key (list_id, notice, locale)
);

-- Lives as long as the request waits.
create table request_evidence (
  id bigint generated always as identity,
  request_id bigint not null,
  kind evidence_kind not null,
  -- The address of the staff page, the note, or the question of an approver.
  text text not null default ''::text,
  -- Of a vouch: who was asked, and what she said; of a question: who asks.
  person_id bigint,
  organisation_id bigint,
  given_at timestamptz not null,
  answer boolean,
  answered_at timestamptz,
  constraint request_evidence_pkey primary key (id)
);
create index request_evidence_request on request_evidence (request_id, id);

-- An address that follows a role: of a group, or of the steering committee of a user group.
create table role_address (
  id bigint generated always as identity,
  name text not null,
  role role not null,
  group_id bigint,
  community_id bigint,
  title text not null,
  created_at timestamptz not null,
  closed_at timestamptz,
  constraint role_address_name_key unique (name),
  constraint role_address_pkey primary key (id),
  constraint role_address_check check (((group_id IS NULL) <> (community_id IS NULL))),
  constraint role_address_name_check check (((name ~ '^[a-z0-9]([a-z0-9._-]*[a-z0-9])?$'::text) AND (length(name) <= 40)))
);

-- How a list was set, and by whom: the journal says that, this says what.
create table setting_change (
  id bigint generated always as identity,
  list_id bigint not null,
  person_id bigint,
  via door not null,
  at timestamptz not null,
  setting text not null,
  before jsonb,
  after jsonb,
  constraint setting_change_pkey primary key (id)
);
create index setting_change_list on setting_change (list_id, id DESC);

create table subscription (
  id bigint generated always as identity,
  list_id bigint not null,
  person_id bigint not null,
  address_id bigint not null,
  receiving receiving not null default 'each'::receiving,
  since timestamptz not null default now(),
  ended_at timestamptz,
  ended_how text,
  -- A subscription whose address seems dead: asked by a probe first, suspended when the probe comes back, and taken up again by its member.
  probed_at timestamptz,
  suspended_at timestamptz,
  suspended_words text,
  -- Evidence from before this instant does not count: the member has taken the list up again, or a probe has arrived.
  bounces_from timestamptz not null default '-infinity'::timestamp with time zone,
  paused_until timestamptz,
  own_posts boolean not null default true,
  -- A copy also where the member stands in To or Cc.
  when_addressed boolean not null default true,
  only_topics boolean not null default false,
  -- The newest post that a digest or summary has told of.
  digested_to bigint not null default 0,
  -- What becomes of this member's mail whatever the rules say; null: what they say.
  posting mail_action,
  constraint subscription_pkey primary key (id)
);
create index subscription_address on subscription (address_id);
create unique index subscription_current on subscription (list_id, person_id) where (ended_at IS NULL);
create index subscription_person on subscription (person_id) where (ended_at IS NULL);

create table subscription_request (
  id bigint generated always as identity,
  list_id bigint not null,
  email text not null,
  name text not null default ''::text,
  locale text not null default 'en'::text,
  state request_state not null default 'unconfirmed'::request_state,
  network text,
  asked_at timestamptz not null,
  confirmed_at timestamptz,
  decided_at timestamptz,
  decided_by bigint,
  reason text not null default ''::text,
  -- Who looks at it, so that two do not do the same work.
  claimed_by bigint,
  claimed_at timestamptz,
  -- What was proved, kept when the evidence is deleted: address, domain, contract, vouch, staff_page.
  proved text[] not null default '{}'::text[],
  organisation_id bigint,
  -- The user group that answers for the data, where several host the list.
  host_id bigint,
  constraint subscription_request_pkey primary key (id),
  constraint subscription_request_email_check check ((email = lower(email)))
);
create index subscription_request_email on subscription_request (email);
create index subscription_request_open on subscription_request (list_id, state, id);

create table subscription_topic (
  subscription_id bigint not null,
  topic text not null,
  choice topic_choice not null,
  constraint subscription_topic_pkey primary key (subscription_id, topic)
);

create table volunteer_call (
  id bigint generated always as identity,
  group_id bigint not null,
  role role not null,
  seats smallint not null,
  text text not null,
  list_id bigint,
  from_on date not null,
  to_on date,
  closes_on date not null,
  state call_state not null default 'open'::call_state,
  opened_at timestamptz not null,
  opened_by bigint,
  decided_at timestamptz,
  decided_by bigint,
  told_at timestamptz,
  constraint volunteer_call_pkey primary key (id),
  constraint volunteer_call_check check ((to_on >= from_on)),
  constraint volunteer_call_seats_check check (((seats >= 1) AND (seats <= 50)))
);
create index volunteer_call_group on volunteer_call (group_id, id);

create table volunteer_offer (
  id bigint generated always as identity,
  call_id bigint not null,
  person_id bigint not null,
  text text not null,
  offered_at timestamptz not null,
  withdrawn_at timestamptz,
  outcome offer_outcome,
  -- The order in which runners-up are offered what falls vacant later.
  place smallint,
  appointment_id bigint,
  constraint volunteer_offer_call_id_person_id_key unique (call_id, person_id),
  constraint volunteer_offer_pkey primary key (id)
);

-- documents -----------------------------------------------------------------------------------------------------------

create table document (
  id bigint generated always as identity,
  -- Its address for ever, whatever becomes of its title.
  slug text not null,
  group_id bigint,
  community_id bigint,
  title text not null,
  category document_category not null default 'other'::document_category,
  visibility visibility not null default 'group'::visibility,
  owner_role role not null default 'coordinator'::role,
  state document_state not null default 'live'::document_state,
  state_reason text not null default ''::text,
  state_at timestamptz,
  language text not null default 'en'::text,
  -- The day that it is of: of minutes the day of the meeting.
  dated_on date not null,
  -- Months between two reviews; null: it needs none.
  review_months smallint,
  review_on date,
  -- The last reminder that was sent for this review: 60, 30 or 0 days before.
  review_told smallint,
  -- Kept so long from its day; then a person is asked whether it goes.
  keep_months smallint,
  keep_until date,
  -- What everybody else sees: the version that was approved last.
  approved_number integer,
  meeting_id bigint,
  created_at timestamptz not null,
  created_by bigint,
  constraint document_slug_key unique (slug),
  constraint document_pkey primary key (id),
  constraint document_check check (((group_id IS NULL) <> (community_id IS NULL))),
  constraint document_keep_months_check check (((keep_months >= 1) AND (keep_months <= 1200))),
  constraint document_review_months_check check (((review_months >= 1) AND (review_months <= 120))),
  constraint document_slug_check check (((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (length(slug) <= 90))),
  constraint document_title_check check ((title <> ''::text))
);
create index document_by_community on document (community_id);
create index document_by_group on document (group_id, category, dated_on);
create index document_by_meeting on document (meeting_id) where (meeting_id IS NOT NULL);
create index document_by_review on document (review_on) where (state = 'live'::document_state);

create table document_approval (
  version_id bigint not null,
  way approval_way not null,
  decision_id bigint,
  meeting_id bigint,
  -- The role in which she approved it.
  role text not null default ''::text,
  approved_on date not null,
  at timestamptz not null,
  person_id bigint,
  constraint document_approval_pkey primary key (version_id),
  constraint document_approval_check check (((way = 'role'::approval_way) OR (decision_id IS NOT NULL) OR (meeting_id IS NOT NULL)))
);

create table document_import (
  id bigint generated always as identity,
  group_id bigint not null,
  person_id bigint,
  visibility visibility not null default 'group'::visibility,
  -- The folder or archive that it came from, for people.
  source text not null default ''::text,
  state document_import_state not null default 'reading'::document_import_state,
  created_at timestamptz not null,
  done_at timestamptz,
  done_by bigint,
  undone_at timestamptz,
  settled_at timestamptz,
  files_done integer not null default 0,
  bytes_done bigint not null default 0,
  bytes_all bigint not null default 0,
  -- Why it could not be read, as a sentence for who brought it.
  error text not null default ''::text,
  undone_by bigint,
  -- Documents that stayed when the rest was taken back.
  undone jsonb,
  stopped_at timestamptz,
  constraint document_import_pkey primary key (id)
);
create index document_import_by_group on document_import (group_id, id);

create table document_import_file (
  id bigint generated always as identity,
  import_id bigint not null,
  -- Its place in the folder.
  path text not null,
  size bigint not null,
  sha256 bytea,
  file_id bigint,
  title text not null default ''::text,
  category document_category not null default 'other'::document_category,
  dated_on date,
  -- Where the day comes from: 'name', 'text', 'asked'.
  dated_from text not null default ''::text,
  words text not null default ''::text,
  reading_note text not null default ''::text,
  outcome document_import_outcome not null,
  reason text not null default ''::text,
  document_id bigint,
  constraint document_import_file_import_id_path_key unique (import_id, path),
  constraint document_import_file_pkey primary key (id)
);
create index document_import_file_by_document on document_import_file (document_id);
create index document_import_file_by_file on document_import_file (file_id);
create index document_import_file_by_hash on document_import_file (sha256);

create table document_import_source (
  id bigint generated always as identity,
  import_id bigint not null,
  file_id bigint not null,
  constraint document_import_source_pkey primary key (id)
);
create index document_import_source_by_file on document_import_source (file_id);
create index document_import_source_of on document_import_source (import_id, id);

-- Looked at, and nothing had to change.
create table document_review (
  id bigint generated always as identity,
  document_id bigint not null,
  number integer not null,
  note text not null default ''::text,
  next_on date,
  at timestamptz not null,
  person_id bigint,
  constraint document_review_pkey primary key (id)
);
create index document_review_by_document on document_review (document_id, id);

-- Never changed; erasure takes its text or file out.
create table document_version (
  id bigint generated always as identity,
  document_id bigint not null,
  number integer not null,
  -- Markdown written here, or a file that somebody brought.
  body text,
  file_id bigint,
  -- What the file says, for the preview and for search.
  words text not null default ''::text,
  reading reading_state not null default 'read'::reading_state,
  reading_note text not null default ''::text,
  note text not null default ''::text,
  made_at timestamptz not null,
  made_by bigint,
  erased_at timestamptz,
  constraint document_version_document_id_number_key unique (document_id, number),
  constraint document_version_pkey primary key (id),
  constraint document_version_check check (((erased_at IS NOT NULL) OR ((body IS NULL) <> (file_id IS NULL)))),
  constraint document_version_number_check check ((number > 0))
);
create index document_version_by_file on document_version (file_id) where (file_id IS NOT NULL);

-- requests ------------------------------------------------------------------------------------------------------------

-- A time in which support is affirmed anew; what is not, becomes history when it closes.
create table affirmation (
  id bigint generated always as identity,
  group_id bigint not null,
  name text not null,
  opened_by bigint,
  opened_at timestamptz not null,
  closes_on date not null,
  closed_at timestamptz,
  constraint affirmation_group_id_name_key unique (group_id, name),
  constraint affirmation_pkey primary key (id),
  constraint affirmation_name_check check ((name <> ''::text))
);

create table board_view (
  id bigint generated always as identity,
  group_id bigint not null,
  person_id bigint not null,
  name text not null,
  query text not null,
  shared boolean not null default false,
  created_at timestamptz not null,
  constraint board_view_group_id_person_id_name_key unique (group_id, person_id, name),
  constraint board_view_pkey primary key (id),
  constraint board_view_name_check check ((name <> ''::text))
);

-- Numbers of the vendor's support cases.
create table case_number (
  id bigint generated always as identity,
  request_id bigint,
  case_id bigint,
  number text not null,
  link text not null default ''::text,
  constraint case_number_pkey primary key (id),
  constraint case_number_check check ((num_nonnulls(request_id, case_id) = 1)),
  constraint case_number_number_check check ((number <> ''::text))
);
create unique index case_number_case on case_number (case_id, number) where (case_id IS NOT NULL);
create unique index case_number_request on case_number (request_id, number) where (request_id IS NOT NULL);

create table case_suggestion (
  message_id bigint not null,
  list_id bigint not null,
  score real not null,
  reasons jsonb not null,
  verdict suggestion_verdict not null default 'open'::suggestion_verdict,
  decided_by bigint,
  decided_at timestamptz,
  suggested_at timestamptz not null,
  constraint case_suggestion_pkey primary key (message_id)
);
create index case_suggestion_open on case_suggestion (list_id, score DESC) where (verdict = 'open'::suggestion_verdict);

create table case_word (
  list_id bigint not null,
  word text not null,
  yes integer not null default 0,
  no integer not null default 0,
  constraint case_word_pkey primary key (list_id, word)
);

-- What a person said of two things that look alike: `case`, `request`, `message` with their ids.
create table likeness (
  id bigint generated always as identity,
  group_id bigint not null,
  kind text not null,
  subject_id bigint not null,
  request_id bigint not null,
  same boolean not null,
  said_by bigint,
  said_at timestamptz not null,
  constraint likeness_kind_subject_id_request_id_key unique (kind, subject_id, request_id),
  constraint likeness_pkey primary key (id)
);

-- Whom a mail about it went to; the link in it names this row.
create table merge_notice (
  id bigint generated always as identity,
  party_id bigint not null,
  person_id bigint not null,
  told_at timestamptz,
  constraint merge_notice_party_id_person_id_key unique (party_id, person_id),
  constraint merge_notice_pkey primary key (id)
);

-- Everyone concerned: an institution with its support, an author with her user case. Who stays keeps what is hers with the source.
create table merge_party (
  id bigint generated always as identity,
  proposal_id bigint not null,
  organisation_id bigint,
  case_id bigint,
  stays boolean not null default false,
  decided_by bigint,
  decided_at timestamptz,
  constraint merge_party_pkey primary key (id),
  constraint merge_party_check check ((num_nonnulls(organisation_id, case_id) = 1))
);
create unique index merge_party_case on merge_party (proposal_id, case_id) where (case_id IS NOT NULL);
create unique index merge_party_organisation on merge_party (proposal_id, organisation_id) where (organisation_id IS NOT NULL);

create table merge_proposal (
  id bigint generated always as identity,
  group_id bigint not null,
  source_id bigint not null,
  target_id bigint not null,
  reason text not null default ''::text,
  state merge_state not null default 'open'::merge_state,
  proposed_by bigint,
  proposed_at timestamptz not null,
  -- Until then those concerned can say that they stay.
  decide_on date not null,
  decided_by bigint,
  decided_at timestamptz,
  undone_by bigint,
  undone_at timestamptz,
  -- The stage of the source, which an un-merge gives back.
  stage_before request_stage,
  constraint merge_proposal_pkey primary key (id),
  constraint merge_proposal_check check ((source_id <> target_id))
);
create unique index merge_proposal_open on merge_proposal (source_id) where (state = ANY (ARRAY['open'::merge_state, 'merged'::merge_state]));
create index merge_proposal_target on merge_proposal (target_id);

create table past_answer (
  id bigint generated always as identity,
  request_id bigint not null,
  on_day date,
  class text not null default ''::text,
  text text not null default ''::text,
  release text not null default ''::text,
  constraint past_answer_request_id_on_day_class_text_key unique (request_id, on_day, class, text),
  constraint past_answer_pkey primary key (id)
);

-- Votes and answers of the years before, as they were published.
create table past_vote (
  id bigint generated always as identity,
  request_id bigint not null,
  cycle text not null,
  on_day date,
  points numeric,
  voters integer,
  place integer,
  constraint past_vote_request_id_cycle_key unique (request_id, cycle),
  constraint past_vote_pkey primary key (id)
);

create table product_area (
  id bigint generated always as identity,
  group_id bigint not null,
  name text not null,
  constraint product_area_group_id_name_key unique (group_id, name),
  constraint product_area_pkey primary key (id),
  constraint product_area_name_check check ((name <> ''::text))
);

create table request (
  id bigint generated always as identity,
  group_id bigint not null,
  kind request_kind not null,
  title text not null,
  text text not null default ''::text,
  language text not null default 'en'::text,
  area_id bigint,
  topic_id bigint,
  visibility visibility not null default 'subscribers'::visibility,
  stage request_stage not null default 'gathering'::request_stage,
  stage_at timestamptz not null,
  -- Why it was set aside.
  stage_why text not null default ''::text,
  -- Of a concern.
  severity severity,
  versions text not null default ''::text,
  reproduction text not null default ''::text,
  workaround text not null default ''::text,
  champion_id bigint,
  champion_since timestamptz,
  created_by bigint,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  -- What it is merged into, and where that leads in the end: its own id unless merged. Nothing moves when requests are merged;
  -- support, user cases and followers are counted by the root.
  merged_into_id bigint,
  root_id bigint not null default 0,
  -- Where it had a number before Rapport.
  old_number text,
  import_id bigint,
  constraint request_pkey primary key (id),
  constraint request_check check ((merged_into_id <> id)),
  constraint request_check1 check (((stage = 'merged'::request_stage) = (merged_into_id IS NOT NULL))),
  constraint request_check2 check (((merged_into_id IS NULL) = (root_id = id))),
  constraint request_title_check check ((title <> ''::text))
);
create index request_by_import on request (import_id) where (import_id IS NOT NULL);
create index request_changed on request (group_id, changed_at);
create index request_group on request (group_id, id);
create unique index request_old_number on request (group_id, old_number) where (old_number IS NOT NULL);
create index request_root on request (root_id);

-- The institutions that a concern affects, beside those of its user cases.
create table request_affected (
  request_id bigint not null,
  organisation_id bigint not null,
  versions text not null default ''::text,
  constraint request_affected_pkey primary key (request_id, organisation_id)
);

create table request_case (
  request_id bigint not null,
  case_id bigint not null,
  added_by bigint,
  added_at timestamptz not null,
  constraint request_case_pkey primary key (request_id, case_id)
);
create index request_case_of on request_case (case_id);

create table request_comment (
  id bigint generated always as identity,
  request_id bigint,
  story_id bigint,
  person_id bigint,
  text text not null,
  via door not null,
  -- The mail that it came by: the same mail twice is one comment.
  inbound_id bigint,
  at timestamptz not null,
  removed_at timestamptz,
  removed_by bigint,
  constraint request_comment_pkey primary key (id),
  constraint request_comment_check check ((num_nonnulls(request_id, story_id) = 1)),
  constraint request_comment_text_check check ((text <> ''::text))
);
create unique index request_comment_once on request_comment (inbound_id) where (inbound_id IS NOT NULL);
create index request_comment_request on request_comment (request_id, id) where (request_id IS NOT NULL);
create index request_comment_story on request_comment (story_id, id) where (story_id IS NOT NULL);

-- Files of a request: screenshots, spreadsheets, a sketch. The table of files comes with a later number, so nothing refers to it here.
create table request_file (
  request_id bigint not null,
  file_id bigint not null,
  added_by bigint,
  added_at timestamptz not null,
  removed_at timestamptz,
  constraint request_file_pkey primary key (request_id, file_id)
);

-- Who hears of comments and changes, and at which address she answers by mail.
create table request_follower (
  id bigint generated always as identity,
  request_id bigint not null,
  person_id bigint not null,
  since timestamptz not null,
  muted_at timestamptz,
  constraint request_follower_request_id_person_id_key unique (request_id, person_id),
  constraint request_follower_pkey primary key (id)
);

create table request_import (
  id bigint generated always as identity,
  group_id bigint not null,
  filename text not null,
  sha256 bytea not null,
  person_id bigint,
  at timestamptz not null,
  taken integer not null,
  skipped integer not null,
  -- Line numbers with a sentence each.
  faults jsonb not null,
  -- A file that was taken back may come again.
  undone_by bigint,
  undone_at timestamptz,
  undone jsonb,
  constraint request_import_pkey primary key (id)
);
create unique index request_import_once on request_import (group_id, sha256) where (undone_at IS NULL);

create table request_link (
  from_id bigint not null,
  to_id bigint not null,
  kind link_kind not null,
  added_by bigint,
  added_at timestamptz not null,
  constraint request_link_pkey primary key (from_id, to_id),
  constraint request_link_check check ((from_id <> to_id))
);
create index request_link_to on request_link (to_id);

-- Of the group alone. Nothing outside src/requests/notes reads this table.
create table request_note (
  id bigint generated always as identity,
  request_id bigint not null,
  person_id bigint not null,
  text text not null,
  at timestamptz not null,
  constraint request_note_pkey primary key (id),
  constraint request_note_text_check check ((text <> ''::text))
);
create index request_note_request on request_note (request_id, id);

-- How a group works with requests; a group without a row goes by the defaults.
create table request_rule (
  group_id bigint not null,
  -- Support stands only once the institution's referent has confirmed what its people say.
  referent_confirms boolean not null default false,
  -- Those concerned have so many days to say that they stay with their own text.
  merge_days smallint not null default 14,
  constraint request_rule_pkey primary key (group_id),
  constraint request_rule_merge_days_check check (((merge_days >= 0) AND (merge_days <= 120)))
);

create table request_version (
  request_id bigint not null,
  number integer not null,
  title text not null,
  text text not null,
  fields jsonb not null,
  note text not null default ''::text,
  changed_by bigint,
  changed_at timestamptz not null,
  constraint request_version_pkey primary key (request_id, number)
);

create table story (
  id bigint generated always as identity,
  group_id bigint not null,
  kind story_kind not null,
  title text not null,
  text text not null,
  outcome text not null default ''::text,
  area_id bigint,
  organisation_id bigint,
  stage product_stage,
  author_id bigint,
  author_name text not null default ''::text,
  message_id bigint,
  language text not null default 'en'::text,
  visibility visibility not null default 'subscribers'::visibility,
  said_at timestamptz not null,
  created_by bigint,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  told_at timestamptz,
  withdrawn_at timestamptz,
  constraint story_pkey primary key (id),
  constraint story_title_check check ((title <> ''::text))
);
create index story_group on story (group_id, said_at DESC);
create unique index story_message on story (message_id) where ((message_id IS NOT NULL) AND (withdrawn_at IS NULL));

-- A span in which an institution stood behind a request as strongly as it says; another word begins another span.
create table support (
  id bigint generated always as identity,
  request_id bigint not null,
  organisation_id bigint not null,
  strength support_strength not null,
  reason text not null default ''::text,
  state support_state not null,
  said_by bigint,
  since timestamptz not null,
  -- The referent's word, where the group asks for it.
  confirmed_by bigint,
  confirmed_at timestamptz,
  affirmed_at timestamptz not null,
  affirmation_id bigint,
  ended_at timestamptz,
  constraint support_pkey primary key (id),
  constraint support_check check (((state = ANY (ARRAY['proposed'::support_state, 'standing'::support_state])) = (ended_at IS NULL)))
);
create unique index support_current on support (request_id, organisation_id) where (ended_at IS NULL);
create index support_organisation on support (organisation_id) where (ended_at IS NULL);
create index support_request on support (request_id);

-- Who was asked to confirm or to affirm; her link and her answer by mail name this row.
create table support_question (
  id bigint generated always as identity,
  affirmation_id bigint,
  support_id bigint,
  organisation_id bigint not null,
  person_id bigint not null,
  asked_at timestamptz not null,
  answered_at timestamptz,
  constraint support_question_pkey primary key (id),
  constraint support_question_check check ((num_nonnulls(affirmation_id, support_id) = 1))
);
create unique index support_question_round on support_question (affirmation_id, organisation_id, person_id) where (affirmation_id IS NOT NULL);
create unique index support_question_support on support_question (support_id, person_id) where (support_id IS NOT NULL);

-- What one of its people says. Within an institution voices count once.
create table support_voice (
  id bigint generated always as identity,
  request_id bigint not null,
  organisation_id bigint not null,
  person_id bigint not null,
  strength support_strength not null,
  reason text not null default ''::text,
  at timestamptz not null,
  ended_at timestamptz,
  constraint support_voice_pkey primary key (id)
);
create unique index support_voice_current on support_voice (request_id, person_id) where (ended_at IS NULL);
create index support_voice_person on support_voice (person_id);

create table synonym (
  id bigint generated always as identity,
  group_id bigint not null,
  words text[] not null,
  version integer not null default 1,
  changed_by bigint,
  changed_at timestamptz not null,
  removed_at timestamptz,
  constraint synonym_pkey primary key (id)
);
create index synonym_group on synonym (group_id) where (removed_at IS NULL);

create table synonym_version (
  synonym_id bigint not null,
  number integer not null,
  words text[] not null,
  removed boolean not null default false,
  changed_by bigint,
  changed_at timestamptz not null,
  constraint synonym_version_pkey primary key (synonym_id, number)
);

create table topic (
  id bigint generated always as identity,
  group_id bigint not null,
  name text not null,
  description text not null default ''::text,
  owner_id bigint,
  created_at timestamptz not null,
  closed_at timestamptz,
  constraint topic_group_id_name_key unique (group_id, name),
  constraint topic_pkey primary key (id),
  constraint topic_name_check check ((name <> ''::text))
);

create table user_case (
  id bigint generated always as identity,
  group_id bigint not null,
  state case_state not null default 'draft'::case_state,
  title text not null,
  -- Who meets it, doing what, how often; what goes wrong, what they do instead, what it costs not to have it.
  who text not null default ''::text,
  workflow text not null default ''::text,
  frequency text not null default ''::text,
  problem text not null default ''::text,
  workaround text not null default ''::text,
  cost text not null default ''::text,
  versions text not null default ''::text,
  area_id bigint,
  organisation_id bigint,
  language text not null default 'en'::text,
  -- The author: a person where we know her, else as she signed.
  author_id bigint,
  author_name text not null default ''::text,
  author_email text not null default ''::text,
  origin case_origin not null,
  visibility visibility not null default 'group'::visibility,
  consent quote_consent not null default 'unasked'::quote_consent,
  consent_at timestamptz,
  -- When it was said, not when it was captured.
  said_at timestamptz not null,
  captured_by bigint,
  captured_at timestamptz not null,
  told_at timestamptz,
  changed_at timestamptz not null,
  version integer not null default 1,
  withdrawn_at timestamptz,
  withdrawn_why text not null default ''::text,
  constraint user_case_pkey primary key (id),
  constraint user_case_check check (((state = 'withdrawn'::case_state) = (withdrawn_at IS NOT NULL))),
  constraint user_case_title_check check ((title <> ''::text))
);
create index user_case_author on user_case (author_id) where (author_id IS NOT NULL);
create index user_case_changed on user_case (group_id, changed_at);
create index user_case_group on user_case (group_id, id);

-- The words it came from. A forwarded mail that is in no archive keeps its own bytes.
create table user_case_source (
  id bigint generated always as identity,
  case_id bigint not null,
  message_id bigint,
  raw_id bigint,
  excerpt text not null,
  said_by text not null default ''::text,
  said_at timestamptz not null,
  added_by bigint,
  added_at timestamptz not null,
  constraint user_case_source_pkey primary key (id)
);
create index user_case_source_case on user_case_source (case_id);
create index user_case_source_message on user_case_source (message_id) where (message_id IS NOT NULL);
create unique index user_case_source_once on user_case_source (case_id, message_id);
create index user_case_source_raw on user_case_source (raw_id) where (raw_id IS NOT NULL);

-- charter -------------------------------------------------------------------------------------------------------------

create table charter_clause (
  id bigint generated always as identity,
  version_id bigint not null,
  line_id bigint not null,
  number text not null,
  kind clause_kind not null,
  "position" integer not null,
  text text not null,
  -- Two who write one clause at once do not write over each other.
  revision integer not null default 1,
  -- The heading of its own under which a clause stands within its kind.
  heading text not null default ''::text,
  -- A text that was pasted has a heading that is none of ours: the kind is a guess until somebody says what it is about.
  kind_guessed boolean not null default false,
  constraint charter_clause_version_id_line_id_key unique (version_id, line_id),
  constraint charter_clause_pkey primary key (id),
  constraint charter_clause_number_check check ((number ~ '^[A-Za-z0-9][A-Za-z0-9.-]{0,11}$'::text)),
  constraint charter_clause_text_check check ((text <> ''::text))
);
create index charter_clause_line on charter_clause (line_id);
-- `m1` and `M1` would be one number to people.
create unique index charter_clause_number on charter_clause (version_id, lower(number));

-- What a group's clauses were when its coordinator last heard of them: {"M1": "not_kept"} by the clause's line.
create table charter_digest (
  group_id bigint not null,
  month date not null,
  states jsonb not null,
  made_at timestamptz not null,
  letters integer not null default 0,
  constraint charter_digest_pkey primary key (group_id, month)
);

-- Which reminder of a review went out.
create table charter_notice (
  version_id bigint not null,
  days integer not null,
  review_on date not null,
  sent_at timestamptz not null,
  constraint charter_notice_pkey primary key (version_id, review_on, days)
);

-- A version is a draft until it is adopted; adopted, its text stays as it is. Which one is in force follows from the days.
create table charter_version (
  id bigint generated always as identity,
  group_id bigint not null,
  -- Counted within its group: its address for ever.
  number integer not null,
  preamble text not null default ''::text,
  -- What is new in it, for who compares.
  note text not null default ''::text,
  version integer not null default 1,
  made_at timestamptz not null,
  made_by bigint,
  changed_at timestamptz not null,
  adopted_at timestamptz,
  adopted_by bigint,
  decision_id bigint,
  in_force_on date,
  review_on date,
  constraint charter_version_group_id_in_force_on_key unique (group_id, in_force_on),
  constraint charter_version_group_id_number_key unique (group_id, number),
  constraint charter_version_pkey primary key (id),
  constraint charter_version_check check (((adopted_at IS NULL) = (in_force_on IS NULL))),
  constraint charter_version_check1 check (((adopted_at IS NULL) = (decision_id IS NULL))),
  constraint charter_version_check2 check ((review_on > in_force_on)),
  constraint charter_version_number_check check ((number > 0))
);
create unique index charter_draft on charter_version (group_id) where (adopted_at IS NULL);
create index charter_review on charter_version (review_on) where (adopted_at IS NOT NULL);

-- What happened elsewhere, with the link that somebody recorded.
create table clause_attestation (
  id bigint generated always as identity,
  line_id bigint not null,
  on_day date not null,
  title text not null,
  link text not null,
  made_at timestamptz not null,
  made_by bigint,
  removed_at timestamptz,
  constraint clause_attestation_pkey primary key (id),
  constraint clause_attestation_link_check check ((link ~ '^https?://'::text)),
  constraint clause_attestation_title_check check ((title <> ''::text))
);
create index clause_attestation_line on clause_attestation (line_id);

-- The same clause through all versions, whatever its number and words: waivers, evidence and readers hang on it.
create table clause_line (
  id bigint generated always as identity,
  group_id bigint not null,
  readers finding_readers not null default 'group'::finding_readers,
  constraint clause_line_pkey primary key (id)
);
create index clause_line_group on clause_line (group_id);

create table clause_measure (
  id bigint generated always as identity,
  clause_id bigint not null,
  "position" integer not null,
  kind measure_kind not null,
  -- What is looked at: src/charter/measures/rules.ts has the closed set.
  subject text not null,
  every_n integer,
  every_unit span_unit,
  -- So many in each span, or so many hundredths, or so many holders.
  target integer,
  grace_days integer not null default 0,
  role role,
  -- A measure that looks at the meetings of one series alone: the monthly call, not the yearly assembly.
  series_id bigint,
  constraint clause_measure_pkey primary key (id),
  constraint clause_measure_check check (((every_n IS NULL) = (every_unit IS NULL))),
  constraint clause_measure_every_n_check check (((every_n >= 1) AND (every_n <= 520))),
  constraint clause_measure_grace_days_check check (((grace_days >= 0) AND (grace_days <= 730))),
  constraint clause_measure_target_check check (((target >= 1) AND (target <= 100000)))
);
create index clause_measure_clause on clause_measure (clause_id, "position");

create table clause_waiver (
  id bigint generated always as identity,
  line_id bigint not null,
  from_on date not null,
  to_on date not null,
  reason text not null,
  decision_id bigint,
  made_at timestamptz not null,
  made_by bigint,
  ended_at timestamptz,
  constraint clause_waiver_pkey primary key (id),
  constraint clause_waiver_check check ((to_on >= from_on)),
  constraint clause_waiver_reason_check check ((reason <> ''::text))
);
create index clause_waiver_line on clause_waiver (line_id);

-- ballots -------------------------------------------------------------------------------------------------------------

create table ballot (
  id bigint generated always as identity,
  group_id bigint not null,
  cycle_id bigint,
  phase phase_kind,
  kind ballot_kind not null,
  title text not null,
  question text not null default ''::text,
  form ballot_form not null,
  -- Points to spend, and the most for one option.
  budget integer,
  most integer,
  -- What the winners may cost together, or how many may win.
  capacity integer,
  seats integer,
  rule text not null,
  settings jsonb not null default '{}'::jsonb,
  -- How ties are broken: order, chair, lot. A lot's seed is drawn at the opening, its hash published, itself at the close.
  ties text not null default 'lot'::text,
  tie_order integer[] not null default '{}'::integer[],
  seed_hash text,
  seed text,
  secrecy ballot_secrecy not null,
  electorate ballot_electorate not null,
  record_on date not null,
  -- Of the electorate, in percent; a motion below it is not adopted.
  quorum smallint,
  -- Motions: adopted without a vote unless somebody objects.
  by_consent boolean not null default false,
  -- Elections: the role that is filled, from and to.
  role role,
  term_from date,
  term_to date,
  nominations_until timestamptz,
  zone text not null,
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  opened_at timestamptz,
  closed_at timestamptz,
  state ballot_state not null default 'preparing'::ballot_state,
  rehearsal_of bigint,
  public_key bytea,
  -- Filled at the close: how many of what, and what can be said of groups of papers.
  account jsonb,
  decision text not null default ''::text,
  decided_at timestamptz,
  created_at timestamptz not null,
  created_by bigint,
  called_off_at timestamptz,
  called_off_by bigint,
  called_off_reason text not null default ''::text,
  -- The ballot that was called off and that this one holds anew.
  anew_of bigint,
  constraint ballot_pkey primary key (id),
  constraint ballot_budget_check check (((budget >= 1) AND (budget <= 10000))),
  constraint ballot_called_off check ((((state = 'called_off'::ballot_state) = (called_off_at IS NOT NULL)) AND ((state = 'called_off'::ballot_state) = (called_off_reason <> ''::text)))),
  constraint ballot_capacity_check check (((capacity >= 1) AND (capacity <= 1000000))),
  constraint ballot_check check ((closes_at > opens_at)),
  constraint ballot_check1 check (((kind = 'wishes'::ballot_kind) = (cycle_id IS NOT NULL))),
  constraint ballot_check2 check (((cycle_id IS NULL) = (phase IS NULL))),
  constraint ballot_most_check check (((most >= 1) AND (most <= 10000))),
  constraint ballot_quorum_check check (((quorum >= 1) AND (quorum <= 100))),
  constraint ballot_seats_check check (((seats >= 1) AND (seats <= 500))),
  constraint ballot_ties_check check ((ties = ANY (ARRAY['lot'::text, 'seniority'::text, 'chair'::text]))),
  constraint ballot_title_check check ((title <> ''::text))
);
create unique index ballot_anew on ballot (anew_of) where (anew_of IS NOT NULL);
create index ballot_due on ballot (closes_at) where (state = ANY (ARRAY['preparing'::ballot_state, 'open'::ballot_state]));
create index ballot_group on ballot (group_id, id);
create unique index ballot_of_phase on ballot (cycle_id, phase) where ((rehearsal_of IS NULL) AND (cycle_id IS NOT NULL) AND (state <> 'called_off'::ballot_state));
create unique index ballot_rehearsal on ballot (rehearsal_of) where ((rehearsal_of IS NOT NULL) AND (state = ANY (ARRAY['preparing'::ballot_state, 'open'::ballot_state, 'counted'::ballot_state])));

create table ballot_extension (
  id bigint generated always as identity,
  cycle_id bigint,
  phase phase_kind,
  ballot_id bigint,
  from_at timestamptz not null,
  to_at timestamptz not null,
  reason text not null,
  made_by bigint,
  made_at timestamptz not null,
  -- A phase that has not begun can be moved as a whole: its beginning is told too, not only its end.
  opens_from timestamptz,
  opens_to timestamptz,
  constraint ballot_extension_pkey primary key (id),
  constraint ballot_extension_reason_check check ((reason <> ''::text))
);
create index ballot_extension_ballot on ballot_extension (ballot_id);
create index ballot_extension_cycle on ballot_extension (cycle_id);

-- User groups whose members vote.
create table ballot_host (
  ballot_id bigint not null,
  community_id bigint not null,
  constraint ballot_host_pkey primary key (ballot_id, community_id)
);

-- The key that opens the papers of a round, and the seed of its lot, sealed with RAPPORT_SECRET. A backup leaves this table out.
create table ballot_key (
  ballot_id bigint not null,
  sealed bytea not null,
  constraint ballot_key_pkey primary key (ballot_id)
);

-- A ballot by mail: the number in the address that is answered. It opens for this person of this voter alone.
create table ballot_mail (
  id bigint generated always as identity,
  voter_id bigint not null,
  person_id bigint not null,
  made_at timestamptz not null,
  constraint ballot_mail_voter_id_person_id_key unique (voter_id, person_id),
  constraint ballot_mail_pkey primary key (id)
);

-- Each notice goes out once, also when the job is tried again.
create table ballot_notice (
  ballot_id bigint not null,
  kind text not null,
  person_id bigint not null,
  voter_id bigint,
  sent_at timestamptz not null,
  constraint ballot_notice_pkey primary key (ballot_id, kind, person_id)
);

-- As voted: text, cost and solution stay as they were when the round opened.
create table ballot_option (
  id bigint generated always as identity,
  ballot_id bigint not null,
  number integer not null,
  wish_id bigint,
  request_id bigint,
  person_id bigint,
  title text not null,
  text text not null default ''::text,
  area text not null default ''::text,
  cost integer,
  solution text not null default ''::text,
  -- Asked for by: institutions, for "mine first" and for what each got.
  asked_by bigint[] not null default '{}'::bigint[],
  constraint ballot_option_ballot_id_number_key unique (ballot_id, number),
  constraint ballot_option_pkey primary key (id),
  constraint ballot_option_cost_check check (((cost >= 0) AND (cost <= 1000000)))
);
create index ballot_option_request on ballot_option (request_id) where (request_id IS NOT NULL);
create index ballot_option_wish on ballot_option (wish_id) where (wish_id IS NOT NULL);

create table ballot_result (
  ballot_id bigint not null,
  rule text not null,
  -- The rule that was set before; the others stand beside it to compare.
  chosen boolean not null,
  settings jsonb not null,
  result jsonb not null,
  constraint ballot_result_pkey primary key (ballot_id, rule)
);

-- A consortium votes as one (the default: one membership, one ballot), or lets its members vote.
create table consortium_choice (
  cycle_id bigint not null,
  organisation_id bigint not null,
  as_one boolean not null,
  chosen_by bigint,
  chosen_at timestamptz not null,
  constraint consortium_choice_pkey primary key (cycle_id, organisation_id)
);

create table cycle (
  id bigint generated always as identity,
  group_id bigint not null,
  title text not null,
  note text not null default ''::text,
  -- The zone in which its dates are meant and shown.
  zone text not null,
  created_at timestamptz not null,
  created_by bigint,
  constraint cycle_pkey primary key (id),
  constraint cycle_title_check check ((title <> ''::text))
);
create index cycle_group on cycle (group_id, id);

create table cycle_host (
  cycle_id bigint not null,
  community_id bigint not null,
  constraint cycle_host_pkey primary key (cycle_id, community_id)
);

create table cycle_phase (
  cycle_id bigint not null,
  kind phase_kind not null,
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  -- When it really happened; null as long as it has not.
  opened_at timestamptz,
  closed_at timestamptz,
  constraint cycle_phase_pkey primary key (cycle_id, kind),
  constraint cycle_phase_check check ((closes_at > opens_at))
);
create index cycle_phase_due on cycle_phase (opens_at) where (closed_at IS NULL);

-- An institution, a consortium asks its own people first.
create table inner_poll (
  voter_id bigint not null,
  note text not null default ''::text,
  opened_by bigint,
  opened_at timestamptz not null,
  closes_at timestamptz not null,
  closed_at timestamptz,
  constraint inner_poll_pkey primary key (voter_id)
);

create table nomination (
  id bigint generated always as identity,
  ballot_id bigint not null,
  person_id bigint not null,
  nominated_by bigint not null,
  statement text not null default ''::text,
  state nomination_state not null,
  made_at timestamptz not null,
  answered_at timestamptz,
  constraint nomination_ballot_id_person_id_key unique (ballot_id, person_id),
  constraint nomination_pkey primary key (id)
);

create table objection (
  id bigint generated always as identity,
  ballot_id bigint not null,
  person_id bigint not null,
  reason text not null,
  made_at timestamptz not null,
  withdrawn_at timestamptz,
  constraint objection_pkey primary key (id),
  constraint objection_reason_check check ((reason <> ''::text))
);
create unique index objection_standing on objection (ballot_id, person_id) where (withdrawn_at IS NULL);

-- The areas of a product that an institution uses: its ballot shows them first.
create table organisation_area (
  organisation_id bigint not null,
  area text not null,
  constraint organisation_area_pkey primary key (organisation_id, area)
);

-- How large an institution is, as its referent says: results are told by it.
create table organisation_size (
  organisation_id bigint not null,
  size text not null,
  said_by bigint,
  said_at timestamptz not null,
  constraint organisation_size_pkey primary key (organisation_id),
  constraint organisation_size_size_check check ((size = ANY (ARRAY['small'::text, 'medium'::text, 'large'::text])))
);

-- Sealed to the round's public key until the close, then deleted. The last version counts.
create table paper (
  voter_id bigint not null,
  version integer not null,
  sealed bytea not null,
  cast_by bigint,
  cast_at timestamptz not null,
  via door not null,
  constraint paper_pkey primary key (voter_id, version)
);

create table paper_draft (
  voter_id bigint not null,
  sealed bytea not null,
  saved_by bigint,
  saved_at timestamptz not null,
  constraint paper_draft_pkey primary key (voter_id)
);

-- What came too late or could not be counted; never what it said.
create table paper_refusal (
  id bigint generated always as identity,
  ballot_id bigint not null,
  voter_id bigint,
  why text not null,
  via door not null,
  at timestamptz not null,
  constraint paper_refusal_pkey primary key (id),
  constraint paper_refusal_why_check check ((why = ANY (ARRAY['late'::text, 'spoilt'::text, 'unreadable'::text])))
);
create index paper_refusal_ballot on paper_refusal (ballot_id);

-- The papers as they were counted: by receipt, in random order; the institution only where the round is public.
create table published_paper (
  ballot_id bigint not null,
  receipt text not null,
  vote jsonb not null,
  organisation_id bigint,
  person_id bigint,
  constraint published_paper_pkey primary key (ballot_id, receipt)
);

create table referent_ask (
  ballot_id bigint not null,
  organisation_id bigint not null,
  person_id bigint not null,
  asked_at timestamptz not null,
  constraint referent_ask_pkey primary key (ballot_id, organisation_id, person_id)
);

-- Another wording, proposed by the group; it holds once who submitted the wish agrees.
create table rewording (
  id bigint generated always as identity,
  wish_id bigint not null,
  title text not null,
  text text not null,
  why text not null default ''::text,
  proposed_by bigint,
  proposed_at timestamptz not null,
  agreed boolean,
  answered_at timestamptz,
  constraint rewording_pkey primary key (id)
);
create unique index rewording_open on rewording (wish_id) where (agreed IS NULL);

-- Who is appointed from a result, and runners-up who are offered what falls vacant later, in their order.
create table seat_offer (
  id bigint generated always as identity,
  ballot_id bigint not null,
  option_id bigint not null,
  place integer not null,
  elected boolean not null,
  offered_at timestamptz,
  answer boolean,
  answered_at timestamptz,
  appointment_id bigint,
  constraint seat_offer_ballot_id_option_id_key unique (ballot_id, option_id),
  constraint seat_offer_pkey primary key (id)
);

create table voice (
  voter_id bigint not null,
  person_id bigint not null,
  sealed bytea not null,
  given_at timestamptz not null,
  constraint voice_pkey primary key (voter_id, person_id)
);

-- One line, one ballot: an institution, or a person of the group.
create table voter (
  id bigint generated always as identity,
  ballot_id bigint not null,
  organisation_id bigint,
  person_id bigint,
  -- As on the record date.
  country text,
  consortium_id bigint,
  size text not null default ''::text,
  versions integer not null default 0,
  voted_at timestamptz,
  constraint voter_ballot_id_organisation_id_key unique (ballot_id, organisation_id),
  constraint voter_ballot_id_person_id_key unique (ballot_id, person_id),
  constraint voter_pkey primary key (id),
  constraint voter_check check ((num_nonnulls(organisation_id, person_id) = 1))
);
create index voter_organisation on voter (organisation_id) where (organisation_id IS NOT NULL);
create index voter_person on voter (person_id) where (person_id IS NOT NULL);

-- What an institution brought into a cycle.
create table wish (
  id bigint generated always as identity,
  cycle_id bigint not null,
  -- The request that it is about, where there is one.
  request_id bigint,
  title text not null,
  text text not null default ''::text,
  area text not null default ''::text,
  organisation_id bigint,
  person_id bigint,
  submitted_at timestamptz not null,
  state wish_state not null default 'submitted'::wish_state,
  merged_into bigint,
  reason wish_reason,
  note text not null default ''::text,
  decided_at timestamptz,
  decided_by bigint,
  constraint wish_pkey primary key (id),
  constraint wish_check check ((merged_into <> id)),
  constraint wish_check1 check (((state = 'merged'::wish_state) = (merged_into IS NOT NULL))),
  constraint wish_check2 check (((state = 'set_aside'::wish_state) = (reason IS NOT NULL))),
  constraint wish_title_check check ((title <> ''::text))
);
create index wish_cycle on wish (cycle_id, state, id);
create index wish_merged on wish (merged_into) where (merged_into IS NOT NULL);
create index wish_request on wish (request_id) where (request_id IS NOT NULL);

-- Two wishes of a cycle look alike, and somebody has said that they are not: nobody is asked again.
create table wish_unlike (
  wish_id bigint not null,
  other_id bigint not null,
  said_by bigint,
  said_at timestamptz not null,
  constraint wish_unlike_pkey primary key (wish_id, other_id),
  constraint wish_unlike_check check ((wish_id < other_id))
);
create index wish_unlike_other on wish_unlike (other_id);

-- meetings ------------------------------------------------------------------------------------------------------------

create table agenda_item (
  id bigint generated always as identity,
  meeting_id bigint not null,
  "position" integer not null,
  title text not null,
  note text not null default ''::text,
  minutes smallint,
  state agenda_state not null default 'open'::agenda_state,
  internal boolean not null default false,
  -- What it came from, as in the journal ('action:7', 'answer:12'), and where that stands.
  source text not null default ''::text,
  source_path text not null default ''::text,
  person_id bigint,
  carried_to bigint,
  created_at timestamptz not null,
  constraint agenda_item_pkey primary key (id),
  constraint agenda_item_minutes_check check (((minutes >= 1) AND (minutes <= 600))),
  constraint agenda_item_title_check check ((title <> ''::text))
);
create index agenda_item_of on agenda_item (meeting_id, "position", id);
create unique index agenda_item_source on agenda_item (meeting_id, source) where (source <> ''::text);

-- What the terms of reference expect: of the holders of formal roles or of everybody, so many a year or such a share.
create table attendance_rule (
  id bigint generated always as identity,
  group_id bigint,
  community_id bigint,
  kind meeting_kind not null,
  formal_only boolean not null default true,
  per_year smallint,
  share_percent smallint,
  note text not null default ''::text,
  changed_at timestamptz not null,
  changed_by bigint,
  constraint attendance_rule_group_id_community_id_kind_key unique NULLS NOT DISTINCT (group_id, community_id, kind),
  constraint attendance_rule_pkey primary key (id),
  constraint attendance_rule_check check (((group_id IS NULL) <> (community_id IS NULL))),
  constraint attendance_rule_check1 check (((per_year IS NULL) <> (share_percent IS NULL))),
  constraint attendance_rule_per_year_check check (((per_year >= 1) AND (per_year <= 60))),
  constraint attendance_rule_share_percent_check check (((share_percent >= 1) AND (share_percent <= 100)))
);

-- A person's own calendar address; whoever has it reads it, so it can be taken back.
create table calendar_feed (
  id bigint generated always as identity,
  person_id bigint not null,
  token_hash bytea not null,
  created_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  constraint calendar_feed_token_hash_key unique (token_hash),
  constraint calendar_feed_pkey primary key (id)
);

-- A date poll: closing it makes the meeting.
create table date_poll (
  id bigint generated always as identity,
  slug text not null,
  title text not null,
  series_id bigint,
  zone text not null,
  minutes smallint not null,
  place text not null default ''::text,
  note text not null default ''::text,
  closes_at timestamptz not null,
  closed_at timestamptz,
  meeting_id bigint,
  created_at timestamptz not null,
  created_by bigint,
  constraint date_poll_slug_key unique (slug),
  constraint date_poll_pkey primary key (id),
  constraint date_poll_minutes_check check (((minutes >= 5) AND (minutes <= 1440)))
);

create table date_poll_answer (
  slot_id bigint not null,
  person_id bigint not null,
  answer availability not null,
  at timestamptz not null,
  constraint date_poll_answer_pkey primary key (slot_id, person_id)
);

create table date_poll_host (
  poll_id bigint not null,
  group_id bigint,
  community_id bigint,
  constraint date_poll_host_poll_id_group_id_community_id_key unique NULLS NOT DISTINCT (poll_id, group_id, community_id),
  constraint date_poll_host_check check (((group_id IS NULL) <> (community_id IS NULL)))
);

create table date_poll_slot (
  id bigint generated always as identity,
  poll_id bigint not null,
  starts_at timestamptz not null,
  constraint date_poll_slot_poll_id_starts_at_key unique (poll_id, starts_at),
  constraint date_poll_slot_pkey primary key (id)
);

create table meeting (
  id bigint generated always as identity,
  -- Its address for ever, whatever becomes of the date.
  slug text not null,
  series_id bigint,
  -- The day that the series gave it, so that it is made once.
  series_on date,
  title text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  zone text not null,
  place text not null default ''::text,
  state meeting_state not null default 'planned'::meeting_state,
  public boolean not null default true,
  uid text not null,
  -- RFC 5545 §3.8.7.4: raised where the time changes or it is cancelled.
  sequence integer not null default 0,
  -- Raised with each change that calendars show.
  version integer not null default 1,
  quorum_percent smallint not null default 0,
  agenda_days smallint not null default 7,
  silent_days smallint not null default 14,
  agenda_sent_at timestamptz,
  reminded_at timestamptz,
  cancelled_reason text not null default ''::text,
  recording_url text not null default ''::text,
  minutes minutes_state not null default 'none'::minutes_state,
  circulated_at timestamptz,
  approved_at timestamptz,
  -- 'meeting:ID', 'silence' or 'person:ID'.
  approved_by text not null default ''::text,
  created_at timestamptz not null,
  created_by bigint,
  kind meeting_kind not null default 'meeting'::meeting_kind,
  minutes_list_id bigint,
  -- In whose name they go there: who sent them for corrections, or who asked for it.
  list_by bigint,
  list_message_id text,
  list_trouble text not null default ''::text,
  constraint meeting_series_id_series_on_key unique (series_id, series_on),
  constraint meeting_slug_key unique (slug),
  constraint meeting_uid_key unique (uid),
  constraint meeting_pkey primary key (id),
  constraint meeting_check check ((ends_at > starts_at)),
  constraint meeting_quorum_percent_check check (((quorum_percent >= 0) AND (quorum_percent <= 100))),
  constraint meeting_slug_check check ((slug ~ '^[a-z0-9][a-z0-9-]*$'::text))
);
create index meeting_by_time on meeting (starts_at);

create table meeting_host (
  meeting_id bigint not null,
  group_id bigint,
  community_id bigint,
  constraint meeting_host_meeting_id_group_id_community_id_key unique NULLS NOT DISTINCT (meeting_id, group_id, community_id),
  constraint meeting_host_check check (((group_id IS NULL) <> (community_id IS NULL)))
);
create index meeting_host_group on meeting_host (group_id, meeting_id);

-- One person, one meeting: what she was sent, what she answered, whether she was there.
create table meeting_invitation (
  id bigint generated always as identity,
  meeting_id bigint not null,
  person_id bigint not null,
  -- The roles she was invited for on that day: 'coordinator', 'member', 'registered'.
  roles text[] not null default '{}'::text[],
  formal boolean not null default false,
  email text not null default ''::text,
  invited_at timestamptz,
  -- The version that her calendar was last told: null before the first REQUEST and after a CANCEL.
  told_version integer,
  withdrawn_at timestamptz,
  partstat partstat not null default 'needs-action'::partstat,
  answered_at timestamptz,
  answered_via text not null default ''::text,
  comment text not null default ''::text,
  -- RFC 5546 §3.2.7: another time that she proposes.
  counter_at timestamptz,
  attendance attendance,
  reason text not null default ''::text,
  noted_by bigint,
  -- Whether the reason for which somebody did not come is accepted; null until somebody has said.
  reason_accepted boolean,
  constraint meeting_invitation_meeting_id_person_id_key unique (meeting_id, person_id),
  constraint meeting_invitation_pkey primary key (id)
);
create index meeting_invitation_by_person on meeting_invitation (person_id, meeting_id);

-- The letters that carried it: a CANCEL withdraws those that have not left yet.
create table meeting_letter (
  invitation_id bigint not null,
  letter_id bigint not null,
  constraint meeting_letter_pkey primary key (invitation_id, letter_id)
);
create index meeting_letter_by_letter on meeting_letter (letter_id);

-- A series says how often and when; its meetings are made from it, each a thing of its own.
create table meeting_series (
  id bigint generated always as identity,
  slug text not null,
  title text not null,
  every_n smallint not null,
  every_unit cadence_unit not null,
  -- ISO 8601: Monday is 1. In a monthly series the nth of the month; -1 is the last.
  weekday smallint not null,
  nth smallint,
  starts_at time without time zone not null,
  minutes smallint not null,
  zone text not null,
  place text not null default ''::text,
  agenda_days smallint not null default 7,
  silent_days smallint not null default 14,
  -- Of those who are expected: so many hundredths must be there.
  quorum_percent smallint not null default 0,
  public boolean not null default true,
  first_on date not null,
  last_on date,
  created_at timestamptz not null,
  ended_at timestamptz,
  kind meeting_kind not null default 'meeting'::meeting_kind,
  -- Approved minutes go to a list of the group, once: which, as what message, and why not where it could not be.
  minutes_list_id bigint,
  constraint meeting_series_slug_key unique (slug),
  constraint meeting_series_pkey primary key (id),
  constraint meeting_series_agenda_days_check check (((agenda_days >= 0) AND (agenda_days <= 60))),
  constraint meeting_series_check check (((every_unit = 'month'::cadence_unit) = (nth IS NOT NULL))),
  constraint meeting_series_check1 check ((last_on >= first_on)),
  constraint meeting_series_every_n_check check (((every_n >= 1) AND (every_n <= 52))),
  constraint meeting_series_minutes_check check (((minutes >= 5) AND (minutes <= 1440))),
  constraint meeting_series_nth_check check ((nth = ANY (ARRAY['-1'::integer, 1, 2, 3, 4]))),
  constraint meeting_series_quorum_percent_check check (((quorum_percent >= 0) AND (quorum_percent <= 100))),
  constraint meeting_series_silent_days_check check (((silent_days >= 0) AND (silent_days <= 90))),
  constraint meeting_series_slug_check check ((slug ~ '^[a-z0-9][a-z0-9-]*$'::text)),
  constraint meeting_series_weekday_check check (((weekday >= 1) AND (weekday <= 7)))
);

create table minute_line (
  id bigint generated always as identity,
  meeting_id bigint not null,
  agenda_item_id bigint,
  -- Made where the line is made, so that sending it again makes no second one.
  key uuid not null,
  "position" double precision not null,
  kind minute_kind not null default 'note'::minute_kind,
  internal boolean not null default false,
  text text not null,
  version integer not null default 1,
  person_id bigint,
  updated_at timestamptz not null,
  removed_at timestamptz,
  decision_id bigint,
  action_id bigint,
  -- Who reads minutes while they are written asks for what changed since a snapshot, not since an hour: clocks of several processes differ, and
  -- a transaction that began earlier may commit later.
  changed_in bigint not null default 0,
  constraint minute_line_meeting_id_key_key unique (meeting_id, key),
  constraint minute_line_pkey primary key (id)
);
create index minute_line_changed on minute_line (meeting_id, changed_in);
create index minute_line_of on minute_line (meeting_id, "position", id);

create table minute_line_version (
  line_id bigint not null,
  version integer not null,
  text text not null,
  person_id bigint,
  at timestamptz not null,
  -- The other text of a conflict, until somebody has looked at both.
  conflict boolean not null default false,
  id bigint generated always as identity,
  constraint minute_line_version_pkey primary key (id)
);
create index minute_line_version_of on minute_line_version (line_id, version);

create table minutes_correction (
  id bigint generated always as identity,
  meeting_id bigint not null,
  person_id bigint not null,
  text text not null,
  state correction_state not null default 'open'::correction_state,
  answer text not null default ''::text,
  at timestamptz not null,
  settled_at timestamptz,
  settled_by bigint,
  constraint minutes_correction_pkey primary key (id),
  constraint minutes_correction_text_check check ((text <> ''::text))
);
create index minutes_correction_of on minutes_correction (meeting_id, id);

-- What was sent or approved, as it was; never edited.
create table minutes_version (
  id bigint generated always as identity,
  meeting_id bigint not null,
  n integer not null,
  kind text not null,
  text text not null,
  public_text text not null,
  made_at timestamptz not null,
  made_by bigint,
  sent_at timestamptz,
  constraint minutes_version_meeting_id_n_key unique (meeting_id, n),
  constraint minutes_version_pkey primary key (id),
  constraint minutes_version_kind_check check ((kind = ANY (ARRAY['draft'::text, 'correction'::text, 'approved'::text])))
);

create table series_host (
  series_id bigint not null,
  group_id bigint,
  community_id bigint,
  constraint series_host_series_id_group_id_community_id_key unique NULLS NOT DISTINCT (series_id, group_id, community_id),
  constraint series_host_check check (((group_id IS NULL) <> (community_id IS NULL)))
);

-- advocacy ------------------------------------------------------------------------------------------------------------

create table acceptance (
  delivery_id bigint not null,
  case_id bigint not null,
  verdict delivery_verdict not null,
  note text not null default ''::text,
  tester_id bigint,
  at timestamptz not null,
  constraint acceptance_pkey primary key (delivery_id, case_id),
  constraint acceptance_check check (((verdict = 'full'::delivery_verdict) OR (note <> ''::text)))
);

-- Every answer is kept; the newest of a request is the one that holds. Without a reason it is none.
create table answer (
  id bigint generated always as identity,
  group_id bigint not null,
  request_id bigint not null,
  item_id bigint,
  class answer_class not null,
  reason text not null,
  release_name text not null default ''::text,
  next_review_on date,
  door answer_door not null,
  given_by bigint,
  given_name text not null default ''::text,
  given_at timestamptz not null,
  link text not null default ''::text,
  recorded_by bigint,
  recorded_at timestamptz not null,
  readers visibility not null default 'group'::visibility,
  readers_from timestamptz not null,
  -- The same row of a spreadsheet, mail or form that comes twice is one answer.
  fingerprint text not null,
  reviewed_at timestamptz,
  constraint answer_pkey primary key (id),
  constraint answer_reason_check check ((reason <> ''::text))
);
create index answer_group on answer (group_id, given_at);
create index answer_item on answer (item_id);
create unique index answer_once on answer (group_id, request_id, fingerprint);
create index answer_request on answer (request_id, given_at);

create table answer_cost (
  id bigint generated always as identity,
  group_id bigint not null,
  request_id bigint not null,
  item_id bigint,
  points integer not null,
  note text not null default ''::text,
  given_by bigint,
  given_at timestamptz not null,
  constraint answer_cost_pkey primary key (id),
  constraint answer_cost_points_check check (((points >= 0) AND (points <= 100000)))
);
create index answer_cost_request on answer_cost (request_id, given_at);

-- What a file or a mail with several answers brought: each row with what became of it.
create table answer_return (
  id bigint generated always as identity,
  submission_id bigint not null,
  door answer_door not null,
  filename text not null default ''::text,
  person_id bigint,
  at timestamptz not null,
  rows jsonb not null,
  constraint answer_return_pkey primary key (id)
);
create index answer_return_submission on answer_return (submission_id);

-- What a champion takes to the vendor. What is handed over is a version of it, and stays as it was.
create table brief (
  id bigint generated always as identity,
  group_id bigint not null,
  title text not null,
  purpose text not null default ''::text,
  champion_id bigint not null,
  created_at timestamptz not null,
  closed_at timestamptz,
  constraint brief_pkey primary key (id),
  constraint brief_title_check check ((title <> ''::text))
);
create index brief_group on brief (group_id, id);

-- User cases whose author agrees that the vendor reads them, as chosen for the page.
create table brief_quote (
  brief_id bigint not null,
  request_id bigint not null,
  case_id bigint not null,
  constraint brief_quote_pkey primary key (brief_id, request_id, case_id)
);

create table brief_request (
  brief_id bigint not null,
  request_id bigint not null,
  "position" integer not null,
  ask text not null default ''::text,
  evidence text not null default ''::text,
  constraint brief_request_pkey primary key (brief_id, request_id)
);
create index brief_request_of on brief_request (request_id);

create table brief_version (
  id bigint generated always as identity,
  brief_id bigint not null,
  number integer not null,
  content jsonb not null,
  made_by bigint,
  made_at timestamptz not null,
  constraint brief_version_brief_id_number_key unique (brief_id, number),
  constraint brief_version_pkey primary key (id)
);

create table capacity (
  id bigint generated always as identity,
  group_id bigint not null,
  product_id bigint not null,
  year smallint not null,
  points integer not null,
  note text not null default ''::text,
  constraint capacity_group_id_product_id_year_key unique (group_id, product_id, year),
  constraint capacity_pkey primary key (id),
  constraint capacity_points_check check (((points >= 1) AND (points <= 100000))),
  constraint capacity_year_check check (((year >= 1990) AND (year <= 2200)))
);

create table commitment (
  id bigint generated always as identity,
  group_id bigint not null,
  product_id bigint not null,
  request_id bigint not null,
  answer_id bigint,
  year smallint not null,
  points integer not null,
  due_on date,
  made_by bigint,
  made_at timestamptz not null,
  state commitment_state not null default 'committed'::commitment_state,
  settled_on date,
  settled_by bigint,
  reason text not null default ''::text,
  -- The commitment of the year before that this one carries on.
  carried_from bigint,
  -- A commitment may come from the result of a ballot: the option that won. Nothing is committed twice from one result.
  option_id bigint,
  constraint commitment_carried_from_key unique (carried_from),
  constraint commitment_pkey primary key (id),
  constraint commitment_check check (((state = 'committed'::commitment_state) = (settled_on IS NULL))),
  constraint commitment_check1 check (((state <> 'dropped'::commitment_state) OR (reason <> ''::text))),
  constraint commitment_points_check check (((points >= 0) AND (points <= 100000)))
);
create unique index commitment_of_option on commitment (option_id) where ((option_id IS NOT NULL) AND (carried_from IS NULL));
create unique index commitment_once on commitment (request_id, product_id) where (state = 'committed'::commitment_state);
create index commitment_request on commitment (request_id);
create index commitment_year on commitment (group_id, product_id, year);

-- The vendor says that it is there; only the group's check closes the request.
create table delivery_claim (
  id bigint generated always as identity,
  group_id bigint not null,
  request_id bigint not null,
  release_id bigint not null,
  commitment_id bigint,
  said_by bigint,
  said_at timestamptz not null,
  verdict delivery_verdict,
  closed_by bigint,
  closed_at timestamptz,
  note text not null default ''::text,
  constraint delivery_claim_request_id_release_id_key unique (request_id, release_id),
  constraint delivery_claim_pkey primary key (id),
  constraint delivery_claim_check check (((verdict IS NULL) = (closed_at IS NULL)))
);
create index delivery_claim_open on delivery_claim (group_id) where (closed_at IS NULL);
create index delivery_claim_release on delivery_claim (release_id);

-- A case in the vendor's own portal, with its states as they were read there.
create table portal_case (
  id bigint generated always as identity,
  group_id bigint not null,
  request_id bigint not null,
  label text not null,
  link text not null default ''::text,
  constraint portal_case_group_id_request_id_label_key unique (group_id, request_id, label),
  constraint portal_case_pkey primary key (id),
  constraint portal_case_label_check check ((label <> ''::text))
);

create table portal_status (
  portal_case_id bigint not null,
  on_day date not null,
  status text not null,
  recorded_by bigint,
  recorded_at timestamptz not null,
  constraint portal_status_pkey primary key (portal_case_id, on_day, status),
  constraint portal_status_status_check check ((status <> ''::text))
);

create table release (
  id bigint generated always as identity,
  group_id bigint not null,
  product_id bigint not null,
  name text not null,
  on_day date,
  notes text not null default ''::text,
  link text not null default ''::text,
  made_by bigint,
  made_at timestamptz not null,
  constraint release_group_id_product_id_name_key unique (group_id, product_id, name),
  constraint release_pkey primary key (id),
  constraint release_name_check check ((name <> ''::text))
);

-- Requests that the notes of a release seem to deliver; a person decides.
create table release_suggestion (
  release_id bigint not null,
  request_id bigint not null,
  passage text not null,
  why text not null,
  score real not null,
  state suggestion_state not null default 'open'::suggestion_state,
  decided_by bigint,
  decided_at timestamptz,
  constraint release_suggestion_pkey primary key (release_id, request_id)
);

-- The record of handing over: what, to whom, by whom, when, and until when an answer is due.
create table submission (
  id bigint generated always as identity,
  brief_id bigint not null,
  version_id bigint not null,
  group_id bigint not null,
  -- Without an account: named in words, for what was handed over before Rapport.
  to_name text not null default ''::text,
  how text not null default ''::text,
  note text not null default ''::text,
  submitted_by bigint,
  submitted_at timestamptz not null,
  due_on date not null,
  withdrawn_at timestamptz,
  constraint submission_pkey primary key (id)
);
create index submission_brief on submission (brief_id);
create index submission_group on submission (group_id, submitted_at);

create table submission_guest (
  submission_id bigint not null,
  person_id bigint not null,
  constraint submission_guest_pkey primary key (submission_id, person_id)
);
create index submission_guest_person on submission_guest (person_id);

create table submission_item (
  id bigint generated always as identity,
  submission_id bigint not null,
  request_id bigint not null,
  "position" integer not null,
  due_on date not null,
  reminded smallint[] not null default '{}'::smallint[],
  -- What came back without counting as an answer, and the sentence that says why it is still open.
  note text not null default ''::text,
  note_at timestamptz,
  constraint submission_item_submission_id_request_id_key unique (submission_id, request_id),
  constraint submission_item_pkey primary key (id)
);
create index submission_item_request on submission_item (request_id);

-- What there is to tell, and who may hear it from when: the readers of the answer that it is about.
create table telling_event (
  id bigint generated always as identity,
  group_id bigint not null,
  request_id bigint not null,
  kind telling_kind not null,
  subject_id bigint not null,
  readers visibility not null,
  readers_from timestamptz not null,
  made_at timestamptz not null,
  -- History that came in from before is not news.
  quiet boolean not null default false,
  told_at timestamptz,
  constraint telling_event_kind_subject_id_key unique (kind, subject_id),
  constraint telling_event_pkey primary key (id)
);
create index telling_event_due on telling_event (readers_from) where ((told_at IS NULL) AND (NOT quiet));
create index telling_event_request on telling_event (request_id);

-- One post that tells a list what a batch of answers says. A person sends it.
create table telling_post (
  id bigint generated always as identity,
  group_id bigint not null,
  list_id bigint not null,
  subject text not null,
  body text not null,
  made_by bigint,
  made_at timestamptz not null,
  sent_by bigint,
  sent_at timestamptz,
  -- Of the mail, so that the archive finds it.
  message_id text,
  dropped_at timestamptz,
  constraint telling_post_pkey primary key (id)
);
create index telling_post_group on telling_post (group_id, id);

create table telling_post_event (
  post_id bigint not null,
  event_id bigint not null,
  constraint telling_post_event_pkey primary key (post_id, event_id)
);
create index telling_post_event_of on telling_post_event (event_id);

create table telling_preference (
  person_id bigint not null,
  choice telling_choice not null,
  constraint telling_preference_pkey primary key (person_id)
);

-- Nobody gets two mails for one event: the row is taken before the letter is written.
create table told (
  event_id bigint not null,
  person_id bigint not null,
  -- Kept for the weekly summary until its letter leaves.
  letter_id bigint,
  at timestamptz not null,
  constraint told_pkey primary key (event_id, person_id)
);
create index told_waiting on told (person_id) where (letter_id IS NULL);

-- A meeting that was with the vendor though none of its guests was invited by name: a call, a talk at a conference.
create table vendor_meeting (
  group_id bigint not null,
  meeting_id bigint not null,
  marked_by bigint,
  marked_at timestamptz not null,
  constraint vendor_meeting_pkey primary key (group_id, meeting_id)
);
create index vendor_meeting_meeting on vendor_meeting (meeting_id);

-- The vendor asks, the group answers; the wait until then is the group's own.
create table vendor_question (
  id bigint generated always as identity,
  item_id bigint not null,
  text text not null,
  asked_by bigint,
  asked_at timestamptz not null,
  answer text,
  answered_by bigint,
  answered_at timestamptz,
  constraint vendor_question_pkey primary key (id),
  constraint vendor_question_text_check check ((text <> ''::text))
);
create index vendor_question_item on vendor_question (item_id);

-- How a group and its vendor have agreed to work; a group without a row goes by the defaults.
create table vendor_rule (
  group_id bigint not null,
  answer_months smallint not null default 3,
  remind_days smallint[] not null default '{14,3}'::smallint[],
  readers visibility not null default 'subscribers'::visibility,
  -- Answers stay with the group for so many days first, so that those who asked hear it from the group.
  hold_days smallint not null default 0,
  constraint vendor_rule_pkey primary key (group_id),
  constraint vendor_rule_answer_months_check check (((answer_months >= 1) AND (answer_months <= 24))),
  constraint vendor_rule_hold_days_check check (((hold_days >= 0) AND (hold_days <= 365)))
);

create table withdrawn_quote (
  submission_id bigint not null,
  case_id bigint not null,
  told_at timestamptz not null,
  constraint withdrawn_quote_pkey primary key (submission_id, case_id)
);

-- talks ---------------------------------------------------------------------------------------------------------------

-- What somebody shows and tells, from the proposal to the recording.
create table talk (
  id bigint generated always as identity,
  slug text not null,
  group_id bigint not null,
  title text not null,
  abstract text not null default ''::text,
  minutes smallint not null default 20,
  language text not null default 'en'::text,
  -- Of scheduled and given ones; a proposal is for the group and its speakers.
  visibility visibility not null default 'public'::visibility,
  state talk_state not null default 'proposed'::talk_state,
  proposed_by bigint,
  proposed_at timestamptz not null,
  -- 'message:812' where a message was made a proposal, and where that stands.
  source text not null default ''::text,
  source_path text not null default ''::text,
  decided_at timestamptz,
  decided_by bigint,
  -- Why it was declined or withdrawn, as the proposer was told.
  reason text not null default ''::text,
  -- Its one slot: a meeting of the group, or a session of its own.
  meeting_id bigint,
  place_in_session smallint not null default 1,
  agenda_item_id bigint,
  scheduled_at timestamptz,
  given_on date,
  -- Until this day speakers may take back their consent to the recording.
  consent_until date,
  recording_url text not null default ''::text,
  recorded_at timestamptz,
  recording_seconds integer,
  thanked_at timestamptz,
  changed_at timestamptz not null,
  constraint talk_slug_key unique (slug),
  constraint talk_pkey primary key (id),
  constraint talk_check check (((meeting_id IS NOT NULL) OR (state <> 'scheduled'::talk_state))),
  constraint talk_check1 check (((recording_url <> ''::text) OR (recording_seconds IS NULL))),
  constraint talk_minutes_check check (((minutes >= 5) AND (minutes <= 240))),
  constraint talk_recording_seconds_check check ((recording_seconds > 0)),
  constraint talk_recording_url_check check (((recording_url = ''::text) OR (recording_url ~~ 'https://%'::text))),
  constraint talk_slug_check check ((slug ~ '^[a-z0-9][a-z0-9-]*$'::text)),
  constraint talk_title_check check ((title <> ''::text))
);
create index talk_of_group on talk (group_id, state, id);
create index talk_of_meeting on talk (meeting_id) where (meeting_id IS NOT NULL);
create unique index talk_source on talk (group_id, source) where (source <> ''::text);

create table talk_chapter (
  talk_id bigint not null,
  at_seconds integer not null,
  title text not null,
  constraint talk_chapter_pkey primary key (talk_id, at_seconds),
  constraint talk_chapter_at_seconds_check check ((at_seconds >= 0)),
  constraint talk_chapter_title_check check ((title <> ''::text))
);

-- Slides and handouts.
create table talk_file (
  id bigint generated always as identity,
  talk_id bigint not null,
  file_id bigint not null,
  person_id bigint,
  added_at timestamptz not null,
  removed_at timestamptz,
  constraint talk_file_pkey primary key (id)
);
create index talk_file_of on talk_file (talk_id) where (removed_at IS NULL);

-- Somebody of the site, or a guest by name. Each decides for herself about the recording.
create table talk_speaker (
  id bigint generated always as identity,
  talk_id bigint not null,
  person_id bigint,
  guest_name text not null default ''::text,
  guest_email text not null default ''::text,
  guest_from text not null default ''::text,
  "position" smallint not null default 1,
  consent recording_consent not null default 'open'::recording_consent,
  consent_at timestamptz,
  -- The beginning that she was told of, by letter kind: a moved slot is told again.
  asked_for timestamptz,
  week_told_for timestamptz,
  day_told_for timestamptz,
  thanked_at timestamptz,
  constraint talk_speaker_pkey primary key (id),
  constraint talk_speaker_check check (((person_id IS NULL) = (guest_name <> ''::text)))
);
create index talk_speaker_by_person on talk_speaker (person_id) where (person_id IS NOT NULL);
create index talk_speaker_of on talk_speaker (talk_id, "position", id);
create unique index talk_speaker_person on talk_speaker (talk_id, person_id) where (person_id IS NOT NULL);

-- events --------------------------------------------------------------------------------------------------------------

-- A conference or another meeting of several days: the group's own, its user group's, or the vendor's.
create table event (
  id bigint generated always as identity,
  slug text not null,
  title text not null,
  kind event_kind not null,
  summary text not null default ''::text,
  first_on date not null,
  last_on date not null,
  zone text not null,
  -- Both may be: on the spot and by video.
  place text not null default ''::text,
  online boolean not null default false,
  website text not null default ''::text,
  public boolean not null default true,
  -- Holders of formal roles are expected; otherwise nobody is.
  expects_formal boolean not null default false,
  uid text not null,
  sequence integer not null default 0,
  cancelled_at timestamptz,
  cancelled_reason text not null default ''::text,
  -- The call for proposals of the group's strand.
  call_text text not null default ''::text,
  call_opens_on date,
  call_closes_on date,
  decisions_told_at timestamptz,
  created_at timestamptz not null,
  created_by bigint,
  changed_at timestamptz not null,
  constraint event_slug_key unique (slug),
  constraint event_uid_key unique (uid),
  constraint event_pkey primary key (id),
  constraint event_check check ((last_on >= first_on)),
  constraint event_check1 check (((call_opens_on IS NULL) = (call_closes_on IS NULL))),
  constraint event_check2 check ((call_closes_on >= call_opens_on)),
  constraint event_slug_check check ((slug ~ '^[a-z0-9][a-z0-9-]*$'::text)),
  constraint event_title_check check ((title <> ''::text)),
  constraint event_website_check check (((website = ''::text) OR (website ~~ 'https://%'::text) OR (website ~~ 'http://%'::text)))
);
create index event_by_day on event (first_on, id);

create table event_host (
  event_id bigint not null,
  group_id bigint,
  community_id bigint,
  constraint event_host_event_id_group_id_community_id_key unique NULLS NOT DISTINCT (event_id, group_id, community_id),
  constraint event_host_check check (((group_id IS NULL) <> (community_id IS NULL)))
);
create index event_host_group on event_host (group_id, event_id);

-- Who takes part: what she answered, and what happened, with a reason.
create table event_participation (
  id bigint generated always as identity,
  event_id bigint not null,
  person_id bigint not null,
  roles text[] not null default '{}'::text[],
  -- She holds a formal role and is expected (R5).
  expected boolean not null default false,
  from_on date,
  to_on date,
  answer event_answer not null default 'open'::event_answer,
  answered_at timestamptz,
  presence event_presence,
  reason text not null default ''::text,
  invited_at timestamptz,
  noted_at timestamptz,
  noted_by bigint,
  constraint event_participation_event_id_person_id_key unique (event_id, person_id),
  constraint event_participation_pkey primary key (id),
  constraint event_participation_check check ((to_on >= from_on))
);
create index event_participation_by_person on event_participation (person_id, event_id);

create table event_proposal (
  id bigint generated always as identity,
  event_id bigint not null,
  person_id bigint not null,
  title text not null,
  text text not null default ''::text,
  -- With whom she would speak, in her words.
  with_whom text not null default ''::text,
  minutes smallint not null default 30,
  state event_proposal_state not null default 'proposed'::event_proposal_state,
  proposed_at timestamptz not null,
  changed_at timestamptz not null,
  decided_at timestamptz,
  decided_by bigint,
  -- As the proposer is told.
  reason text not null default ''::text,
  told_at timestamptz,
  session_id bigint,
  constraint event_proposal_pkey primary key (id),
  constraint event_proposal_minutes_check check (((minutes >= 5) AND (minutes <= 240))),
  constraint event_proposal_title_check check ((title <> ''::text))
);
create index event_proposal_by_person on event_proposal (person_id);
create index event_proposal_of on event_proposal (event_id, state, id);

create table event_review (
  proposal_id bigint not null,
  person_id bigint not null,
  score smallint not null,
  comment text not null default ''::text,
  at timestamptz not null,
  constraint event_review_pkey primary key (proposal_id, person_id),
  constraint event_review_score_check check (((score >= 1) AND (score <= 5)))
);

create table event_session (
  id bigint generated always as identity,
  event_id bigint not null,
  title text not null,
  summary text not null default ''::text,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  room text not null default ''::text,
  -- The group presented it: what promotes the product (O3).
  presented boolean not null default false,
  talk_id bigint,
  link text not null default ''::text,
  constraint event_session_pkey primary key (id),
  constraint event_session_check check ((ends_at > starts_at)),
  constraint event_session_link_check check (((link = ''::text) OR (link ~~ 'https://%'::text))),
  constraint event_session_title_check check ((title <> ''::text))
);
create index event_session_of on event_session (event_id, starts_at, id);

create table event_session_file (
  id bigint generated always as identity,
  session_id bigint not null,
  file_id bigint not null,
  person_id bigint,
  added_at timestamptz not null,
  removed_at timestamptz,
  constraint event_session_file_pkey primary key (id)
);

create table event_session_speaker (
  id bigint generated always as identity,
  session_id bigint not null,
  person_id bigint,
  guest_name text not null default ''::text,
  guest_from text not null default ''::text,
  role session_role not null default 'speaker'::session_role,
  constraint event_session_speaker_pkey primary key (id),
  constraint event_session_speaker_check check (((person_id IS NULL) = (guest_name <> ''::text)))
);
create index event_session_speaker_by_person on event_session_speaker (person_id) where (person_id IS NOT NULL);
create unique index event_session_speaker_person on event_session_speaker (session_id, person_id) where (person_id IS NOT NULL);

-- correspondence ------------------------------------------------------------------------------------------------------

-- One exchange with somebody outside: open (we owe an answer), waiting (they do), answered (nobody does).
create table correspondence (
  id bigint generated always as identity,
  address_id bigint not null,
  counterpart text not null,
  counterpart_name text not null default ''::text,
  subject text not null,
  state correspondence_state not null default 'open'::correspondence_state,
  owner_id bigint,
  answer_by date,
  about text not null default ''::text,
  first_at timestamptz not null,
  last_at timestamptz not null,
  mails integer not null default 0,
  constraint correspondence_pkey primary key (id)
);
create index correspondence_newest on correspondence (address_id, last_at DESC, id DESC);
create index correspondence_open on correspondence (address_id, answer_by) where (state <> 'answered'::correspondence_state);

-- An old mailbox of a role, as a thing with its balance.
create table correspondence_import (
  id bigint generated always as identity,
  address_id bigint not null,
  person_id bigint,
  file text not null,
  imported integer not null default 0,
  repaired integer not null default 0,
  duplicate integer not null default 0,
  quarantined integer not null default 0,
  begun_at timestamptz not null,
  ended_at timestamptz,
  undone_by bigint,
  undone_at timestamptz,
  undone jsonb,
  -- An old mailbox can be brought over the web: the worker takes it in, from a file that is kept until it is through.
  file_id bigint,
  -- Addresses from which the role wrote before; let go of with the file.
  own_emails text[] not null default '{}'::text[],
  -- Why it stopped, as a sentence for who brought it.
  error text,
  stopped_at timestamptz,
  constraint correspondence_import_pkey primary key (id)
);
create index correspondence_import_address on correspondence_import (address_id, id);
create index correspondence_import_by_file on correspondence_import (file_id) where (file_id IS NOT NULL);

create table correspondence_mail (
  id bigint generated always as identity,
  correspondence_id bigint not null,
  address_id bigint not null,
  raw_id bigint not null,
  message_id text not null,
  content_hash bytea not null,
  refs text[] not null,
  direction mail_direction not null,
  subject text not null,
  from_name text not null,
  from_email text not null,
  to_emails text[] not null,
  text text not null,
  attachments smallint not null default 0,
  -- Who wrote it for us, where a holder did.
  person_id bigint,
  letter_id bigint,
  -- Why it was kept and not passed on: automatic, forged, looped, flood. Empty where it was.
  kept_back text not null default ''::text,
  imported boolean not null default false,
  sent_at timestamptz not null,
  kept_at timestamptz not null,
  import_id bigint,
  constraint correspondence_mail_address_id_message_id_content_hash_key unique (address_id, message_id, content_hash),
  constraint correspondence_mail_pkey primary key (id)
);
create index correspondence_mail_by_import on correspondence_mail (import_id) where (import_id IS NOT NULL);
create index correspondence_mail_letter on correspondence_mail (letter_id) where (letter_id IS NOT NULL);
create index correspondence_mail_of on correspondence_mail (correspondence_id, sent_at, id);
create index correspondence_mail_person on correspondence_mail (person_id) where (person_id IS NOT NULL);
create index correspondence_mail_raw on correspondence_mail (raw_id);

-- news ----------------------------------------------------------------------------------------------------------------

create table news_contribution (
  id bigint generated always as identity,
  outlet_id bigint not null,
  item_id bigint,
  issue_id bigint,
  state contribution_state not null default 'waiting'::contribution_state,
  asked_by bigint,
  asked_at timestamptz not null,
  attempts smallint not null default 0,
  tried_at timestamptz,
  -- What the other side said, in words for people.
  answer text not null default ''::text,
  sent_at timestamptz,
  -- Where it stands there: the draft's number and address, or our exchange by mail.
  remote_id text not null default ''::text,
  remote_link text not null default ''::text,
  correspondence_id bigint,
  -- Where it appeared, as somebody attests who has seen it there.
  appeared_link text not null default ''::text,
  appeared_on date,
  attested_by bigint,
  attested_at timestamptz,
  constraint news_contribution_pkey primary key (id),
  constraint news_contribution_check check ((num_nonnulls(item_id, issue_id) = 1)),
  constraint news_contribution_check1 check (((state = 'appeared'::contribution_state) = ((appeared_link <> ''::text) AND (attested_at IS NOT NULL))))
);
create index news_contribution_asked on news_contribution (asked_by);
create unique index news_contribution_issue on news_contribution (outlet_id, issue_id) where (issue_id IS NOT NULL);
create unique index news_contribution_item on news_contribution (outlet_id, item_id) where (item_id IS NOT NULL);
create index news_contribution_outlet on news_contribution (outlet_id, id);

-- What was put right after it was published, and when.
create table news_correction (
  id bigint generated always as identity,
  item_id bigint,
  issue_id bigint,
  text text not null,
  at timestamptz not null,
  person_id bigint,
  constraint news_correction_pkey primary key (id),
  constraint news_correction_check check ((num_nonnulls(item_id, issue_id) = 1)),
  constraint news_correction_text_check check ((text <> ''::text))
);
create index news_correction_issue on news_correction (issue_id) where (issue_id IS NOT NULL);
create index news_correction_item on news_correction (item_id) where (item_id IS NOT NULL);

create table news_issue (
  id bigint generated always as identity,
  number integer not null,
  group_id bigint not null,
  title text not null,
  from_on date not null,
  to_on date not null,
  language text not null default 'en'::text,
  visibility visibility not null default 'public'::visibility,
  -- The frank paragraph, in Markdown.
  lead text not null default ''::text,
  author_id bigint,
  state news_state not null default 'draft'::news_state,
  embargo_at timestamptz,
  embargo_zone text not null default 'UTC'::text,
  scheduled_by bigint,
  trouble text not null default ''::text,
  published_at timestamptz,
  published_by bigint,
  withdrawn_at timestamptz,
  withdrawn_by bigint,
  withdrawn_why text not null default ''::text,
  -- When the record was last read for it.
  composed_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by bigint,
  changed_at timestamptz not null,
  constraint news_issue_number_key unique (number),
  constraint news_issue_pkey primary key (id),
  constraint news_issue_check check ((to_on >= from_on)),
  constraint news_issue_check1 check (((state = 'withdrawn'::news_state) = (withdrawn_at IS NOT NULL))),
  constraint news_issue_check2 check (((state <> 'published'::news_state) OR (published_at IS NOT NULL))),
  constraint news_issue_check3 check (((state <> 'withdrawn'::news_state) OR (withdrawn_why <> ''::text))),
  constraint news_issue_number_check check ((number > 0)),
  constraint news_issue_title_check check ((title <> ''::text))
);
create index news_issue_due on news_issue (embargo_at) where ((state = 'ready'::news_state) AND (scheduled_by IS NOT NULL));
create index news_issue_group on news_issue (group_id, number DESC);

create table news_issue_item (
  issue_id bigint not null,
  item_id bigint not null,
  "position" integer not null,
  constraint news_issue_item_pkey primary key (issue_id, item_id)
);
create index news_issue_item_of on news_issue_item (item_id);

create table news_item (
  id bigint generated always as identity,
  slug text not null,
  group_id bigint not null,
  title text not null,
  -- Markdown.
  text text not null default ''::text,
  language text not null default 'en'::text,
  visibility visibility not null default 'public'::visibility,
  area_id bigint,
  picture_id bigint,
  picture_alt text not null default ''::text,
  author_id bigint,
  -- Where it was written elsewhere: the name as it stood there.
  author_name text not null default ''::text,
  state news_state not null default 'draft'::news_state,
  -- Nothing of it is seen before; the zone is the one that the instant was meant in.
  embargo_at timestamptz,
  embargo_zone text not null default 'UTC'::text,
  -- Who has asked that it goes out at the embargo's end, and why it could not.
  scheduled_by bigint,
  trouble text not null default ''::text,
  published_at timestamptz,
  published_by bigint,
  withdrawn_at timestamptz,
  withdrawn_by bigint,
  withdrawn_why text not null default ''::text,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by bigint,
  changed_at timestamptz not null,
  -- Of what was brought in from elsewhere: its address and number there, so that it comes once.
  origin text,
  constraint news_item_origin_key unique (origin),
  constraint news_item_slug_key unique (slug),
  constraint news_item_pkey primary key (id),
  constraint news_item_check check (((picture_id IS NULL) OR (picture_alt <> ''::text))),
  constraint news_item_check1 check (((state = 'withdrawn'::news_state) = (withdrawn_at IS NOT NULL))),
  constraint news_item_check2 check (((state <> 'published'::news_state) OR (published_at IS NOT NULL))),
  constraint news_item_check3 check (((state <> 'withdrawn'::news_state) OR (withdrawn_why <> ''::text))),
  constraint news_item_slug_check check ((slug ~ '^[a-z0-9][a-z0-9-]*$'::text)),
  constraint news_item_title_check check ((title <> ''::text))
);
create index news_item_due on news_item (embargo_at) where ((state = 'ready'::news_state) AND (scheduled_by IS NOT NULL));
create index news_item_group on news_item (group_id, state, id);
create index news_item_shown on news_item (published_at DESC, id DESC) where (state = 'published'::news_state);

-- What an item tells of: a thing of the journal ('request:214') and where it stands.
create table news_item_link (
  item_id bigint not null,
  "position" smallint not null,
  path text not null,
  title text not null default ''::text,
  constraint news_item_link_pkey primary key (item_id, path)
);
create index news_item_link_path on news_item_link (path);

create table news_line (
  id bigint generated always as identity,
  issue_id bigint not null,
  -- Of what it tells; the same in every language and at every reading.
  key text not null,
  section text not null,
  "position" integer not null,
  -- As the record gives it, and as it is printed; they differ where somebody edited it.
  suggested text not null,
  text text not null,
  -- The number that it tells and what is counted, for the report in numbers.
  amount numeric,
  label text not null default ''::text,
  source_path text not null,
  state news_line_state not null default 'open'::news_line_state,
  -- The record does not give it any more to those who may read the issue.
  gone boolean not null default false,
  changed_by bigint,
  changed_at timestamptz not null,
  constraint news_line_issue_id_key_key unique (issue_id, key),
  constraint news_line_pkey primary key (id),
  constraint news_line_text_check check ((text <> ''::text))
);
create index news_line_issue on news_line (issue_id, "position", id);

-- To which lists it goes: asked for once each, sent once each, with the message that it became.
create table news_mailing (
  id bigint generated always as identity,
  item_id bigint,
  issue_id bigint,
  list_id bigint not null,
  asked_by bigint,
  asked_at timestamptz not null,
  sent_at timestamptz,
  message_id text not null default ''::text,
  -- Why it could not be sent.
  trouble text not null default ''::text,
  constraint news_mailing_pkey primary key (id),
  constraint news_mailing_check check ((num_nonnulls(item_id, issue_id) = 1))
);
create unique index news_mailing_issue on news_mailing (issue_id, list_id) where (issue_id IS NOT NULL);
create unique index news_mailing_item on news_mailing (item_id, list_id) where (item_id IS NOT NULL);

create table news_outlet (
  id bigint generated always as identity,
  group_id bigint not null,
  name text not null,
  kind news_outlet_kind not null,
  -- Of mail: the editor's.
  editor_name text not null default ''::text,
  editor_email text not null default ''::text,
  -- Of WordPress: its address and the account.
  url text not null default ''::text,
  username text not null default ''::text,
  created_at timestamptz not null,
  created_by bigint,
  closed_at timestamptz,
  constraint news_outlet_pkey primary key (id),
  constraint news_outlet_check check (((kind = 'mail'::news_outlet_kind) = (editor_email <> ''::text))),
  constraint news_outlet_check1 check (((kind = 'wordpress'::news_outlet_kind) = (url <> ''::text))),
  constraint news_outlet_name_check check ((name <> ''::text))
);
create index news_outlet_group on news_outlet (group_id);

-- The application password of a WordPress, sealed with RAPPORT_SECRET. It does not leave with the site.
create table news_outlet_key (
  outlet_id bigint not null,
  sealed bytea not null,
  constraint news_outlet_key_pkey primary key (outlet_id)
);

-- As it stood before each change of what was published.
create table news_version (
  id bigint generated always as identity,
  item_id bigint,
  issue_id bigint,
  number integer not null,
  title text not null,
  text text not null,
  person_id bigint,
  at timestamptz not null,
  constraint news_version_pkey primary key (id),
  constraint news_version_check check ((num_nonnulls(item_id, issue_id) = 1))
);
create index news_version_issue on news_version (issue_id, number) where (issue_id IS NOT NULL);
create index news_version_item on news_version (item_id, number) where (item_id IS NOT NULL);

-- Where a page of another site stood before, by path; `old_address` does the same for messages.
create table old_page (
  path text not null,
  page_id bigint,
  item_id bigint,
  import_id bigint,
  constraint old_page_pkey primary key (path),
  constraint old_page_check check ((num_nonnulls(page_id, item_id) = 1)),
  constraint old_page_path_check check ((path ~~ '/%'::text))
);
create index old_page_item on old_page (item_id) where (item_id IS NOT NULL);
create index old_page_page on old_page (page_id) where (page_id IS NOT NULL);

-- Pages of the site's own, in Markdown.
create table site_page (
  id bigint generated always as identity,
  group_id bigint,
  slug text not null,
  title text not null,
  text text not null default ''::text,
  language text not null default 'en'::text,
  visibility visibility not null default 'public'::visibility,
  -- Where it stands in the menu; null: it stands in none.
  menu_position integer,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by bigint,
  changed_at timestamptz not null,
  changed_by bigint,
  removed_at timestamptz,
  -- As on news_item.
  origin text,
  author_name text not null default ''::text,
  -- A draft of a page is for those who keep the site; what was brought in from elsewhere is out at once, as it was there.
  published boolean not null default true,
  constraint site_page_origin_key unique (origin),
  constraint site_page_slug_key unique (slug),
  constraint site_page_pkey primary key (id),
  constraint site_page_slug_check check ((slug ~ '^[a-z0-9][a-z0-9-]*(/[a-z0-9][a-z0-9-]*)*$'::text)),
  constraint site_page_title_check check ((title <> ''::text))
);
create index site_page_menu on site_page (menu_position) where ((menu_position IS NOT NULL) AND (removed_at IS NULL));

create table site_page_version (
  page_id bigint not null,
  number integer not null,
  title text not null,
  text text not null,
  changed_by bigint,
  changed_at timestamptz not null,
  constraint site_page_version_pkey primary key (page_id, number)
);

create table web_import (
  id bigint generated always as identity,
  group_id bigint not null,
  filename text not null,
  sha256 bytea not null,
  -- The site that it was taken from, as it calls itself.
  site_title text not null default ''::text,
  site_url text not null default ''::text,
  state web_import_state not null default 'shown'::web_import_state,
  person_id bigint,
  at timestamptz not null,
  taken_at timestamptz,
  settled_at timestamptz,
  settled_by bigint,
  constraint web_import_pkey primary key (id)
);

create table web_import_entry (
  id bigint generated always as identity,
  import_id bigint not null,
  "position" integer not null,
  -- What it is called there: post, page, attachment, …
  type text not null,
  title text not null,
  origin text not null,
  old_path text not null default ''::text,
  author_name text not null default ''::text,
  at timestamptz,
  language text not null default 'en'::text,
  slug text not null default ''::text,
  text text not null default ''::text,
  outcome web_import_outcome not null,
  reason text not null default ''::text,
  -- Told beside the line, though it is taken: pictures that stay behind.
  remark text not null default ''::text,
  page_id bigint,
  item_id bigint,
  constraint web_import_entry_pkey primary key (id)
);
create index web_import_entry_of on web_import_entry (import_id, "position");

-- reports -------------------------------------------------------------------------------------------------------------

create table report (
  id bigint generated always as identity,
  -- Its address for ever.
  slug text not null,
  group_id bigint not null,
  title text not null,
  from_on date not null,
  to_on date not null,
  state report_state not null default 'draft'::report_state,
  -- Everyone reads its editions, or the group and its steering committees.
  public boolean not null default false,
  -- The figures as they stood then, as JSON; while null they are read from the record each time. Text, so that erasure finds names in it.
  figures text,
  frozen_at timestamptz,
  frozen_by bigint,
  -- The liaison and the steering committee hear of a report once.
  told_at timestamptz,
  created_at timestamptz not null,
  created_by bigint,
  changed_at timestamptz not null,
  constraint report_group_id_from_on_to_on_key unique (group_id, from_on, to_on),
  constraint report_slug_key unique (slug),
  constraint report_pkey primary key (id),
  constraint report_check check ((to_on >= from_on)),
  constraint report_check1 check (((figures IS NULL) = (frozen_at IS NULL))),
  constraint report_slug_check check (((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (length(slug) <= 90))),
  constraint report_title_check check ((title <> ''::text))
);

-- What was final once stays as it was: sections and figures of each edition.
create table report_edition (
  report_id bigint not null,
  number integer not null,
  title text not null,
  sections text not null,
  figures text not null,
  final_at timestamptz not null,
  final_by bigint,
  decision_id bigint,
  constraint report_edition_pkey primary key (report_id, number),
  constraint report_edition_number_check check ((number > 0))
);

create table report_section (
  id bigint generated always as identity,
  report_id bigint not null,
  "position" integer not null,
  title text not null,
  -- Markdown with figures: {{meetings.held}}.
  body text not null default ''::text,
  left_out boolean not null default false,
  -- For the group alone, whoever reads the report.
  internal boolean not null default false,
  version integer not null default 1,
  constraint report_section_pkey primary key (id),
  constraint report_section_title_check check ((title <> ''::text))
);
create index report_section_by_report on report_section (report_id, "position");

-- privacy -------------------------------------------------------------------------------------------------------------

-- The messages that lost something by it.
create table erased_message (
  erasure_id bigint not null,
  message_id bigint not null,
  constraint erased_message_pkey primary key (erasure_id, message_id)
);
create index erased_message_message on erased_message (message_id);

-- The ledger of what was taken out: what a restored backup must lose again. It holds no text: words are known by a keyed hash.
create table erasure (
  id bigint generated always as identity,
  key uuid not null,
  kind erasure_kind not null,
  person_id bigint,
  scope erasure_scope,
  list_id bigint,
  message_id text,
  variant smallint,
  -- Of words: how many, and the keyed hash of them in lower case.
  words smallint,
  mac bytea,
  -- Of an attachment: its content.
  sha256 bytea,
  reason text not null default ''::text,
  at timestamptz not null,
  by_id bigint,
  figures jsonb not null default '{}'::jsonb,
  constraint erasure_key_key unique (key),
  constraint erasure_pkey primary key (id)
);
create index erasure_list on erasure (list_id, id) where (list_id IS NOT NULL);

create table erasure_request (
  id bigint generated always as identity,
  person_id bigint not null,
  scope erasure_scope not null,
  note text not null default ''::text,
  state erasure_request_state not null default 'waiting'::erasure_request_state,
  asked_at timestamptz not null,
  decided_at timestamptz,
  decided_by bigint,
  reason text not null default ''::text,
  constraint erasure_request_pkey primary key (id)
);
create unique index erasure_request_waiting on erasure_request (person_id) where (state = 'waiting'::erasure_request_state);

-- A single mail of ours: a notice, a confirmation. Kept as composed.
create table letter (
  id bigint generated always as identity,
  kind text not null,
  person_id bigint,
  list_id bigint,
  subject text not null,
  bytes bytea not null,
  created_at timestamptz not null,
  -- A job that dies between its commit and its completion runs again: what it wrote then has a key, and is not written a second time.
  key text,
  constraint letter_pkey primary key (id)
);
create unique index letter_key on letter (key);
create index letter_person on letter (person_id) where (person_id IS NOT NULL);

-- Everything about one person in one file, for her alone, for a week.
create table personal_export (
  id bigint generated always as identity,
  person_id bigint not null,
  state export_state not null default 'waiting'::export_state,
  asked_at timestamptz not null,
  made_at timestamptz,
  expires_at timestamptz,
  -- A file kept by its content (a later step of the schema has that table).
  file_id bigint,
  fetched_at timestamptz,
  constraint personal_export_pkey primary key (id)
);
create index personal_export_person on personal_export (person_id, id);

-- The wording of the notice, by version; a version is never edited.
create table privacy_notice (
  version integer not null,
  wording jsonb not null,
  from_at timestamptz not null,
  made_by bigint,
  constraint privacy_notice_pkey primary key (version),
  constraint privacy_notice_version_check check ((version > 0))
);

-- How long things of a kind are kept; a kind without a row is kept for ever.
create table retention_rule (
  kind text not null,
  days integer not null,
  changed_at timestamptz not null,
  changed_by bigint,
  constraint retention_rule_pkey primary key (kind),
  constraint retention_rule_days_check check ((days > 0))
);

create table user_case_version (
  case_id bigint not null,
  number integer not null,
  fields jsonb not null,
  changed_by bigint,
  changed_at timestamptz not null,
  constraint user_case_version_pkey primary key (case_id, number)
);

-- webhooks ------------------------------------------------------------------------------------------------------------

-- Programs elsewhere that are told what happens here. `position` is the link of the journal's chain up to which one was told: links have
-- the order of commits, so no line is missed. Secrets are sealed under RAPPORT_SECRET; the one before signs too, for a day.
create table webhook (
  id bigint generated always as identity,
  person_id bigint not null,
  name text not null,
  url text not null,
  events text[] not null,
  sealed bytea not null,
  sealed_before bytea,
  before_until timestamptz,
  "position" bigint not null,
  created_at timestamptz not null,
  failing_since timestamptz,
  paused_at timestamptz,
  paused_why text not null default ''::text,
  ended_at timestamptz,
  constraint webhook_pkey primary key (id)
);
create index webhook_person on webhook (person_id);

-- What one was told, and what it answered. What it is told is made when it is sent, from what its owner may see then.
create table webhook_delivery (
  id bigint generated always as identity,
  webhook_id bigint not null,
  journal_id bigint,
  kind text not null,
  state hook_state not null default 'waiting'::hook_state,
  attempts smallint not null default 0,
  queued_at timestamptz not null,
  next_at timestamptz not null,
  settled_at timestamptz,
  code smallint,
  answer text not null default ''::text,
  took_ms integer,
  constraint webhook_delivery_webhook_id_journal_id_key unique (webhook_id, journal_id),
  constraint webhook_delivery_pkey primary key (id)
);
create index webhook_delivery_due on webhook_delivery (next_at, id) where (state = 'waiting'::hook_state);
create index webhook_delivery_journal on webhook_delivery (journal_id);
create index webhook_delivery_newest on webhook_delivery (webhook_id, id DESC);

-- imports -------------------------------------------------------------------------------------------------------------

create table follow (
  id bigint generated always as identity,
  list_id bigint not null,
  -- Its posting address elsewhere.
  address text not null,
  begun_at timestamptz not null,
  begun_by bigint,
  -- Since then the list is here; what still comes is archived.
  moved_at timestamptz,
  -- Whether mail to the list here waited before, too.
  was_emergency boolean not null,
  archived integer not null default 0,
  last_at timestamptz,
  constraint follow_list_id_key unique (list_id),
  constraint follow_pkey primary key (id),
  constraint follow_address_check check (((address = lower(address)) AND (address ~~ '_%@_%'::text)))
);

-- What came from there and is no post: questions to be answered, notices. Shown to those who own the list.
create table follow_notice (
  id bigint generated always as identity,
  follow_id bigint not null,
  inbound_id bigint not null,
  from_email text not null,
  reply_to text not null,
  subject text not null,
  text text not null,
  message_id text not null,
  came_at timestamptz not null,
  answered_at timestamptz,
  answered_by bigint,
  constraint follow_notice_pkey primary key (id)
);
create index follow_notice_newest on follow_notice (follow_id, id DESC);

-- Each moderator's own key to one held mail; with the decision all of them are spent.
create table held_notice (
  id bigint generated always as identity,
  held_id bigint not null,
  person_id bigint not null,
  sent_at timestamptz not null,
  constraint held_notice_held_id_person_id_key unique (held_id, person_id),
  constraint held_notice_pkey primary key (id)
);

-- What was accepted from outside. The row is its own work item.
create table inbound (
  id bigint generated always as identity,
  received_at timestamptz not null default now(),
  mail_from text not null,
  rcpt_to text[] not null,
  peer text,
  helo text,
  -- Handed over by the MTA in front (LMTP), which alone saw the peer; its Authentication-Results may be believed.
  by_front boolean not null default false,
  via door not null default 'mail'::door,
  person_id bigint,
  raw_id bigint not null,
  state inbound_state not null default 'waiting'::inbound_state,
  attempts smallint not null default 0,
  not_before timestamptz not null default '-infinity'::timestamp with time zone,
  fate text,
  error text,
  settled_at timestamptz,
  -- The word of DMARC when the mail came, for rules that are tried on it again.
  dmarc text,
  constraint inbound_pkey primary key (id)
);
create index inbound_parked on inbound (id) where (state = 'parked'::inbound_state);
create index inbound_person on inbound (person_id) where (person_id IS NOT NULL);
create index inbound_raw on inbound (raw_id);
create index inbound_waiting on inbound (id) where (state = 'waiting'::inbound_state);

create table list (
  id bigint generated always as identity,
  group_id bigint not null,
  name text not null,
  title text not null,
  description text not null default ''::text,
  language text not null default 'en'::text,
  archive archive_access not null default 'subscribers'::archive_access,
  join_policy join_policy not null default 'confirm'::join_policy,
  max_size integer not null default 26214400,
  created_at timestamptz not null default now(),
  approval approval_policy not null default 'never'::approval_policy,
  -- The chain that decides about a mail, in its order; null: as Rapport brings it.
  rules jsonb,
  emergency boolean not null default false,
  remind_days smallint not null default 2,
  expire_days smallint not null default 14,
  subject_prefix text not null default ''::text,
  footer text not null default ''::text,
  replies_to reply_target not null default 'author'::reply_target,
  html html_policy not null default 'free'::html_policy,
  -- Files above this size leave as links into the archive; null: none do.
  link_above_kb integer,
  link_types text[] not null default '{}'::text[],
  -- Files of these types leave not at all.
  drop_types text[] not null default '{}'::text[],
  receiving receiving not null default 'each'::receiving,
  -- An issue of the digest is full at either of them.
  digest_kb integer not null default 300,
  digest_messages integer not null default 60,
  -- Each list says at which hour, and by whose clock, its readers get what the day has gathered.
  digest_hour smallint not null default 5,
  digest_zone text not null default 'UTC'::text,
  -- When that was done last; null where it was never due.
  digested_at timestamptz,
  tell_changes boolean not null default false,
  changes_told_at timestamptz,
  constraint list_name_key unique (name),
  constraint list_pkey primary key (id),
  constraint list_digest_hour_check check (((digest_hour >= 0) AND (digest_hour <= 23))),
  constraint list_digest_kb_check check (((digest_kb >= 30) AND (digest_kb <= 5000))),
  constraint list_digest_messages_check check (((digest_messages >= 5) AND (digest_messages <= 500))),
  constraint list_expire_days_check check (((expire_days >= 2) AND (expire_days <= 90))),
  constraint list_link_above_kb_check check ((link_above_kb > 0)),
  constraint list_max_size_check check ((max_size > 0)),
  constraint list_name_check check (((name ~ '^[a-z0-9]([a-z0-9._-]*[a-z0-9])?$'::text) AND (length(name) <= 24))),
  constraint list_remind_days_check check (((remind_days >= 1) AND (remind_days <= 30)))
);

create table list_move (
  id bigint generated always as identity,
  list_id bigint not null,
  program move_program not null,
  -- As the operator named it: a folder, an address, a file.
  source text not null,
  -- Of what was read: the same source again goes on where it was cut off.
  fingerprint bytea not null,
  person_id bigint,
  -- What was read, until it is applied; afterwards only the balance stays.
  departing jsonb,
  -- Rows of what becomes what, as they were shown before.
  plan jsonb not null,
  -- What the person chose: settings, those who left, lines that are wrong.
  choices jsonb not null default '{}'::jsonb,
  begun_at timestamptz not null,
  ended_at timestamptz,
  error text,
  undo_begun_at timestamptz,
  undone_by bigint,
  undone_at timestamptz,
  -- How many of what went, how many stay.
  undone jsonb,
  constraint list_move_pkey primary key (id)
);
create index list_move_list on list_move (list_id, id);
create unique index list_move_open on list_move (list_id, fingerprint) where (ended_at IS NULL);

-- Each member, ban, held mail and request of a source, once: what is here already is not done again.
create table list_move_item (
  move_id bigint not null,
  kind text not null,
  key text not null,
  outcome move_outcome not null,
  reason text not null default ''::text,
  constraint list_move_item_pkey primary key (move_id, kind, key)
);

-- Gone when the import is done, or after a week: a config.pck holds passwords.
create table move_file (
  id bigint generated always as identity,
  upload_id bigint not null,
  -- As it was called elsewhere: what a file is for is told by its name.
  name text not null,
  file_id bigint not null,
  constraint move_file_upload_id_name_key unique (upload_id, name),
  constraint move_file_pkey primary key (id)
);
create index move_file_by_file on move_file (file_id);

create table move_upload (
  id bigint generated always as identity,
  person_id bigint not null,
  list_name text not null,
  group_id bigint not null,
  -- The name or address elsewhere, where the files have several lists.
  from_name text not null default ''::text,
  choices jsonb not null,
  state upload_state not null default 'shown'::upload_state,
  step text not null default ''::text,
  done integer not null default 0,
  of integer,
  move_id bigint,
  created_at timestamptz not null,
  begun_at timestamptz,
  ended_at timestamptz,
  error text,
  -- The job of an import used its last try: what came so far stays, and who began it tries again or takes it back.
  stopped_at timestamptz,
  constraint move_upload_pkey primary key (id)
);
create index move_upload_person on move_upload (person_id, id);

-- Where a message stood before: pipermail's volume and number, or HyperKitty's hash.
create table old_address (
  old_list text not null,
  path text not null,
  list_id bigint not null,
  message_id bigint not null,
  constraint old_address_pkey primary key (old_list, path)
);
create index old_address_message on old_address (message_id);

-- By which names a list was known before; also where nothing of its archive had an address.
create table old_list (
  name text not null,
  list_id bigint not null,
  constraint old_list_pkey primary key (name),
  constraint old_list_name_check check ((name = lower(name)))
);
create index old_list_list on old_list (list_id);

-- operations ----------------------------------------------------------------------------------------------------------

-- What stalls now; a row goes when it is over. `told_at`: the last letter about it.
create table alarm (
  key text not null,
  since timestamptz not null,
  told_at timestamptz not null,
  constraint alarm_pkey primary key (key)
);

-- Backups that were made by the schedule, so that a stale one is noticed.
create table backup_run (
  id bigint generated always as identity,
  began_at timestamptz not null,
  ended_at timestamptz,
  file text not null default ''::text,
  bytes bigint,
  error text not null default ''::text,
  constraint backup_run_pkey primary key (id)
);
create index backup_run_newest on backup_run (began_at DESC);

create table first_step (
  group_id bigint not null,
  step text not null,
  verdict step_verdict not null,
  reason text not null default ''::text,
  person_id bigint,
  at timestamptz not null,
  constraint first_step_pkey primary key (group_id, step)
);

-- website -------------------------------------------------------------------------------------------------------------

-- How the site looks to the world: its name, its colour, its logo, its menu.
create table site_look (
  one boolean not null default true,
  -- Empty: the group's own.
  name text not null default ''::text,
  tagline text not null default ''::text,
  -- Empty: the colours of Rapport. The second is for the dark theme; empty: made of the first.
  accent text not null default ''::text,
  accent_dark text not null default ''::text,
  logo_id bigint,
  -- Who answers for the site, in Markdown; its page is part of every footer where there is something to read.
  imprint text not null default ''::text,
  changed_at timestamptz not null,
  changed_by bigint,
  constraint site_look_pkey primary key (one),
  constraint site_look_accent_check check ((accent ~ '^(#[0-9a-f]{6})?$'::text)),
  constraint site_look_accent_dark_check check ((accent_dark ~ '^(#[0-9a-f]{6})?$'::text)),
  constraint site_look_one_check check (one)
);

-- What leads on from every public page, in this order; none: the places that Rapport has.
create table site_menu (
  "position" smallint not null,
  -- Empty: as Rapport calls this place in the reader's language.
  label text not null default ''::text,
  path text not null,
  constraint site_menu_path_key unique (path),
  constraint site_menu_pkey primary key ("position"),
  constraint site_menu_path_check check ((path ~ '^(/[^/\\]|https://)'::text)),
  constraint site_menu_position_check check (("position" > 0))
);

-- today ---------------------------------------------------------------------------------------------------------------

-- Who wants what waits for her by mail once a week; the day of the last one, so that nobody gets two.
create table today_mail (
  person_id bigint not null,
  chosen_at timestamptz not null,
  sent_on date,
  constraint today_mail_pkey primary key (person_id)
);

-- (the database library) ----------------------------------------------------------------------------------------------

-- What was done under an Idempotency-Key, and what was answered. The row commits with the change itself.
create table api_answer (
  token_id bigint not null,
  key text not null,
  request bytea not null,
  at timestamptz not null,
  status smallint,
  headers jsonb,
  body text,
  constraint api_answer_pkey primary key (token_id, key)
);
create index api_answer_at on api_answer (at);

-- Limits on what costs or mails, shared by all processes; unlogged, since losing a count in a crash harms nobody.
create unlogged table rate_window (
  key text not null,
  starts_at timestamptz not null,
  taken integer not null,
  constraint rate_window_pkey primary key (key, starts_at)
);

-- what points where -------------------------------------------------------------------------------------------------

alter table import_row add constraint import_row_move_id_fkey foreign key (move_id) references list_move(id);
alter table import_row add constraint import_row_sheet_id_fkey foreign key (sheet_id) references sheet_import(id);
alter table journal add constraint journal_behind_id_fkey foreign key (behind_id) references person(id);
alter table journal add constraint journal_group_id_fkey foreign key (group_id) references working_group(id);
alter table journal add constraint journal_person_id_fkey foreign key (person_id) references person(id);
alter table journal_link add constraint journal_link_journal_id_fkey foreign key (journal_id) references journal(id);
alter table search_document add constraint search_document_group_id_fkey foreign key (group_id) references working_group(id);
alter table search_document add constraint search_document_list_id_fkey foreign key (list_id) references list(id);
alter table attachment add constraint attachment_message_id_fkey foreign key (message_id) references message(id);
alter table ghost add constraint ghost_list_id_fkey foreign key (list_id) references list(id);
alter table ghost add constraint ghost_thread_id_fkey foreign key (thread_id) references thread(id);
alter table import_finding add constraint import_finding_import_id_fkey foreign key (import_id) references mail_import(id) on delete cascade;
alter table import_finding add constraint import_finding_message_id_fkey foreign key (message_id) references message(id);
alter table import_finding add constraint import_finding_raw_id_fkey foreign key (raw_id) references raw_mail(id);
alter table list_month add constraint list_month_list_id_fkey foreign key (list_id) references list(id) on delete cascade;
alter table mail_import add constraint mail_import_list_id_fkey foreign key (list_id) references list(id);
alter table mail_import add constraint mail_import_move_id_fkey foreign key (move_id) references list_move(id);
alter table mail_import add constraint mail_import_person_id_fkey foreign key (person_id) references person(id);
alter table mail_import add constraint mail_import_undone_by_fkey foreign key (undone_by) references person(id);
alter table message add constraint message_import_id_fkey foreign key (import_id) references mail_import(id);
alter table message add constraint message_list_id_fkey foreign key (list_id) references list(id);
alter table message add constraint message_person_id_fkey foreign key (person_id) references person(id);
alter table message add constraint message_raw_id_fkey foreign key (raw_id) references raw_mail(id);
alter table message add constraint message_thread_id_fkey foreign key (thread_id) references thread(id);
alter table thread add constraint thread_list_id_fkey foreign key (list_id) references list(id);
alter table thread_visit add constraint thread_visit_person_id_fkey foreign key (person_id) references person(id);
alter table thread_visit add constraint thread_visit_thread_id_fkey foreign key (thread_id) references thread(id) on delete cascade;
alter table bounce add constraint bounce_delivery_id_fkey foreign key (delivery_id) references delivery(id);
alter table bounce add constraint bounce_inbound_id_fkey foreign key (inbound_id) references inbound(id);
alter table bounce add constraint bounce_incident_id_fkey foreign key (incident_id) references incident(id);
alter table delivery add constraint delivery_letter_id_fkey foreign key (letter_id) references letter(id);
alter table delivery add constraint delivery_message_id_fkey foreign key (message_id) references message(id);
alter table delivery add constraint delivery_subscription_id_fkey foreign key (subscription_id) references subscription(id);
alter table message_authentication add constraint message_authentication_message_id_fkey foreign key (message_id) references message(id);
alter table post add constraint post_list_id_fkey foreign key (list_id) references list(id);
alter table post add constraint post_message_id_fkey foreign key (message_id) references message(id) on delete cascade;
alter table acting add constraint acting_administrator_id_fkey foreign key (administrator_id) references person(id);
alter table acting add constraint acting_person_id_fkey foreign key (person_id) references person(id);
alter table acting add constraint acting_session_id_fkey foreign key (session_id) references auth_session(id) on delete set null;
alter table address add constraint address_person_id_fkey foreign key (person_id) references person(id);
alter table address_claim add constraint address_claim_person_id_fkey foreign key (person_id) references person(id);
alter table affiliation add constraint affiliation_organisation_id_fkey foreign key (organisation_id) references organisation(id);
alter table affiliation add constraint affiliation_person_id_fkey foreign key (person_id) references person(id);
alter table api_token add constraint api_token_person_id_fkey foreign key (person_id) references person(id);
alter table auth_account add constraint auth_account_user_id_fkey foreign key (user_id) references auth_user(id) on delete cascade;
alter table auth_session add constraint auth_session_user_id_fkey foreign key (user_id) references auth_user(id) on delete cascade;
alter table auth_user add constraint auth_user_person_id_fkey foreign key (person_id) references person(id);
alter table basis_ask add constraint basis_ask_excused_by_fkey foreign key (excused_by) references person(id);
alter table basis_ask add constraint basis_ask_person_id_fkey foreign key (person_id) references person(id);
alter table belonging add constraint belonging_organisation_id_fkey foreign key (organisation_id) references organisation(id);
alter table belonging add constraint belonging_parent_id_fkey foreign key (parent_id) references organisation(id);
alter table contract add constraint contract_organisation_id_fkey foreign key (organisation_id) references organisation(id);
alter table contract add constraint contract_product_id_fkey foreign key (product_id) references product(id);
alter table federated_identity add constraint federated_identity_person_id_fkey foreign key (person_id) references person(id);
alter table known_domain add constraint known_domain_institution_id_fkey foreign key (institution_id) references known_institution(id) on delete cascade;
alter table membership add constraint membership_community_id_fkey foreign key (community_id) references community(id);
alter table membership add constraint membership_organisation_id_fkey foreign key (organisation_id) references organisation(id);
alter table organisation_domain add constraint organisation_domain_organisation_id_fkey foreign key (organisation_id) references organisation(id);
alter table passkey add constraint passkey_person_id_fkey foreign key (person_id) references person(id);
alter table product_use add constraint product_use_organisation_id_fkey foreign key (organisation_id) references organisation(id);
alter table product_use add constraint product_use_product_id_fkey foreign key (product_id) references product(id);
alter table sheet_import add constraint sheet_import_group_id_fkey foreign key (group_id) references working_group(id);
alter table sheet_import add constraint sheet_import_person_id_fkey foreign key (person_id) references person(id);
alter table sheet_import add constraint sheet_import_undone_by_fkey foreign key (undone_by) references person(id);
alter table sign_in_flow add constraint sign_in_flow_person_id_fkey foreign key (person_id) references person(id);
alter table workplace_claim add constraint workplace_claim_organisation_id_fkey foreign key (organisation_id) references organisation(id);
alter table workplace_claim add constraint workplace_claim_person_id_fkey foreign key (person_id) references person(id);
alter table workplace_claim add constraint workplace_claim_settled_by_fkey foreign key (settled_by) references person(id);
alter table action add constraint action_created_by_fkey foreign key (created_by) references person(id);
alter table action add constraint action_group_id_fkey foreign key (group_id) references working_group(id);
alter table action add constraint action_owner_id_fkey foreign key (owner_id) references person(id);
alter table action add constraint action_settled_by_fkey foreign key (settled_by) references person(id);
alter table action_reminder add constraint action_reminder_person_id_fkey foreign key (person_id) references person(id);
alter table action_reminder_item add constraint action_reminder_item_action_id_fkey foreign key (action_id) references action(id);
alter table action_reminder_item add constraint action_reminder_item_reminder_id_fkey foreign key (reminder_id) references action_reminder(id) on delete cascade;
alter table appointment add constraint appointment_community_id_fkey foreign key (community_id) references community(id);
alter table appointment add constraint appointment_group_id_fkey foreign key (group_id) references working_group(id);
alter table appointment add constraint appointment_organisation_id_fkey foreign key (organisation_id) references organisation(id);
alter table appointment add constraint appointment_person_id_fkey foreign key (person_id) references person(id);
alter table decision add constraint decision_community_id_fkey foreign key (community_id) references community(id);
alter table decision add constraint decision_created_by_fkey foreign key (created_by) references person(id);
alter table decision add constraint decision_group_id_fkey foreign key (group_id) references working_group(id);
alter table decision add constraint decision_meeting_id_fkey foreign key (meeting_id) references meeting(id);
alter table decision add constraint decision_superseded_by_fkey foreign key (superseded_by) references decision(id);
alter table group_community add constraint group_community_community_id_fkey foreign key (community_id) references community(id);
alter table group_community add constraint group_community_group_id_fkey foreign key (group_id) references working_group(id);
alter table handover add constraint handover_begun_by_fkey foreign key (begun_by) references person(id);
alter table handover add constraint handover_from_id_fkey foreign key (from_id) references person(id);
alter table handover add constraint handover_group_id_fkey foreign key (group_id) references working_group(id);
alter table handover add constraint handover_settled_by_fkey foreign key (settled_by) references person(id);
alter table handover add constraint handover_to_id_fkey foreign key (to_id) references person(id);
alter table handover_item add constraint handover_item_action_id_fkey foreign key (action_id) references action(id);
alter table handover_item add constraint handover_item_handover_id_fkey foreign key (handover_id) references handover(id);
alter table list_community add constraint list_community_community_id_fkey foreign key (community_id) references community(id);
alter table list_community add constraint list_community_list_id_fkey foreign key (list_id) references list(id);
alter table product add constraint product_vendor_id_fkey foreign key (vendor_id) references organisation(id);
alter table referent_naming add constraint referent_naming_appointment_id_fkey foreign key (appointment_id) references appointment(id);
alter table referent_naming add constraint referent_naming_community_id_fkey foreign key (community_id) references community(id);
alter table referent_naming add constraint referent_naming_decided_by_fkey foreign key (decided_by) references person(id);
alter table referent_naming add constraint referent_naming_named_by_fkey foreign key (named_by) references person(id);
alter table referent_naming add constraint referent_naming_organisation_id_fkey foreign key (organisation_id) references organisation(id);
alter table role_holding add constraint role_holding_group_id_fkey foreign key (group_id) references working_group(id);
alter table term_notice add constraint term_notice_appointment_id_fkey foreign key (appointment_id) references appointment(id);
alter table working_group add constraint working_group_product_id_fkey foreign key (product_id) references product(id);
alter table file add constraint file_content_id_fkey foreign key (content_id) references file_content(id);
alter table file add constraint file_person_id_fkey foreign key (person_id) references person(id);
alter table file_chunk add constraint file_chunk_content_id_fkey foreign key (content_id) references file_content(id) on delete cascade;
alter table upload add constraint upload_content_id_fkey foreign key (content_id) references file_content(id) on delete cascade;
alter table upload add constraint upload_file_id_fkey foreign key (file_id) references file(id) on delete cascade;
alter table upload add constraint upload_person_id_fkey foreign key (person_id) references person(id);
alter table ban add constraint ban_created_by_fkey foreign key (created_by) references person(id);
alter table ban add constraint ban_list_id_fkey foreign key (list_id) references list(id);
alter table consent add constraint consent_person_id_fkey foreign key (person_id) references person(id);
alter table consent add constraint consent_request_id_fkey foreign key (request_id) references subscription_request(id);
alter table consent add constraint consent_version_fkey foreign key (version) references privacy_notice(version);
alter table digest_issue add constraint digest_issue_list_id_fkey foreign key (list_id) references list(id);
alter table held_mail add constraint held_mail_claimed_by_fkey foreign key (claimed_by) references person(id);
alter table held_mail add constraint held_mail_decided_by_fkey foreign key (decided_by) references person(id);
alter table held_mail add constraint held_mail_inbound_id_fkey foreign key (inbound_id) references inbound(id);
alter table held_mail add constraint held_mail_list_id_fkey foreign key (list_id) references list(id);
alter table incident add constraint incident_list_id_fkey foreign key (list_id) references list(id);
alter table invitation add constraint invitation_invited_by_fkey foreign key (invited_by) references person(id);
alter table invitation add constraint invitation_list_id_fkey foreign key (list_id) references list(id);
alter table last_digest add constraint last_digest_subscription_id_fkey foreign key (subscription_id) references subscription(id);
alter table list_sender add constraint list_sender_created_by_fkey foreign key (created_by) references person(id);
alter table list_sender add constraint list_sender_list_id_fkey foreign key (list_id) references list(id);
alter table mail_command add constraint mail_command_subscription_id_fkey foreign key (subscription_id) references subscription(id);
alter table notice_template add constraint notice_template_changed_by_fkey foreign key (changed_by) references person(id);
alter table notice_template add constraint notice_template_list_id_fkey foreign key (list_id) references list(id);
alter table request_evidence add constraint request_evidence_organisation_id_fkey foreign key (organisation_id) references organisation(id);
alter table request_evidence add constraint request_evidence_person_id_fkey foreign key (person_id) references person(id);
alter table request_evidence add constraint request_evidence_request_id_fkey foreign key (request_id) references subscription_request(id);
alter table role_address add constraint role_address_community_id_fkey foreign key (community_id) references community(id);
alter table role_address add constraint role_address_group_id_fkey foreign key (group_id) references working_group(id);
alter table setting_change add constraint setting_change_list_id_fkey foreign key (list_id) references list(id);
alter table setting_change add constraint setting_change_person_id_fkey foreign key (person_id) references person(id);
alter table subscription add constraint subscription_address_id_fkey foreign key (address_id) references address(id);
alter table subscription add constraint subscription_list_id_fkey foreign key (list_id) references list(id);
alter table subscription add constraint subscription_person_id_fkey foreign key (person_id) references person(id);
alter table subscription_request add constraint subscription_request_claimed_by_fkey foreign key (claimed_by) references person(id);
alter table subscription_request add constraint subscription_request_decided_by_fkey foreign key (decided_by) references person(id);
alter table subscription_request add constraint subscription_request_host_id_fkey foreign key (host_id) references community(id);
alter table subscription_request add constraint subscription_request_list_id_fkey foreign key (list_id) references list(id);
alter table subscription_request add constraint subscription_request_organisation_id_fkey foreign key (organisation_id) references organisation(id);
alter table subscription_topic add constraint subscription_topic_subscription_id_fkey foreign key (subscription_id) references subscription(id);
alter table volunteer_call add constraint volunteer_call_decided_by_fkey foreign key (decided_by) references person(id);
alter table volunteer_call add constraint volunteer_call_group_id_fkey foreign key (group_id) references working_group(id);
alter table volunteer_call add constraint volunteer_call_list_id_fkey foreign key (list_id) references list(id);
alter table volunteer_call add constraint volunteer_call_opened_by_fkey foreign key (opened_by) references person(id);
alter table volunteer_offer add constraint volunteer_offer_appointment_id_fkey foreign key (appointment_id) references appointment(id);
alter table volunteer_offer add constraint volunteer_offer_call_id_fkey foreign key (call_id) references volunteer_call(id);
alter table volunteer_offer add constraint volunteer_offer_person_id_fkey foreign key (person_id) references person(id);
alter table document add constraint document_community_id_fkey foreign key (community_id) references community(id);
alter table document add constraint document_created_by_fkey foreign key (created_by) references person(id);
alter table document add constraint document_group_id_fkey foreign key (group_id) references working_group(id);
alter table document add constraint document_meeting_id_fkey foreign key (meeting_id) references meeting(id);
alter table document_approval add constraint document_approval_decision_id_fkey foreign key (decision_id) references decision(id);
alter table document_approval add constraint document_approval_meeting_id_fkey foreign key (meeting_id) references meeting(id);
alter table document_approval add constraint document_approval_person_id_fkey foreign key (person_id) references person(id);
alter table document_approval add constraint document_approval_version_id_fkey foreign key (version_id) references document_version(id);
alter table document_import add constraint document_import_done_by_fkey foreign key (done_by) references person(id);
alter table document_import add constraint document_import_group_id_fkey foreign key (group_id) references working_group(id);
alter table document_import add constraint document_import_person_id_fkey foreign key (person_id) references person(id);
alter table document_import add constraint document_import_undone_by_fkey foreign key (undone_by) references person(id);
alter table document_import_file add constraint document_import_file_document_id_fkey foreign key (document_id) references document(id);
alter table document_import_file add constraint document_import_file_file_id_fkey foreign key (file_id) references file(id);
alter table document_import_file add constraint document_import_file_import_id_fkey foreign key (import_id) references document_import(id) on delete cascade;
alter table document_import_source add constraint document_import_source_file_id_fkey foreign key (file_id) references file(id);
alter table document_import_source add constraint document_import_source_import_id_fkey foreign key (import_id) references document_import(id) on delete cascade;
alter table document_review add constraint document_review_document_id_fkey foreign key (document_id) references document(id);
alter table document_review add constraint document_review_person_id_fkey foreign key (person_id) references person(id);
alter table document_version add constraint document_version_document_id_fkey foreign key (document_id) references document(id);
alter table document_version add constraint document_version_file_id_fkey foreign key (file_id) references file(id);
alter table document_version add constraint document_version_made_by_fkey foreign key (made_by) references person(id);
alter table affirmation add constraint affirmation_group_id_fkey foreign key (group_id) references working_group(id);
alter table affirmation add constraint affirmation_opened_by_fkey foreign key (opened_by) references person(id);
alter table board_view add constraint board_view_group_id_fkey foreign key (group_id) references working_group(id);
alter table board_view add constraint board_view_person_id_fkey foreign key (person_id) references person(id);
alter table case_number add constraint case_number_case_id_fkey foreign key (case_id) references user_case(id);
alter table case_number add constraint case_number_request_id_fkey foreign key (request_id) references request(id);
alter table case_suggestion add constraint case_suggestion_decided_by_fkey foreign key (decided_by) references person(id);
alter table case_suggestion add constraint case_suggestion_list_id_fkey foreign key (list_id) references list(id);
alter table case_suggestion add constraint case_suggestion_message_id_fkey foreign key (message_id) references message(id) on delete cascade;
alter table case_word add constraint case_word_list_id_fkey foreign key (list_id) references list(id);
alter table likeness add constraint likeness_group_id_fkey foreign key (group_id) references working_group(id);
alter table likeness add constraint likeness_request_id_fkey foreign key (request_id) references request(id);
alter table likeness add constraint likeness_said_by_fkey foreign key (said_by) references person(id);
alter table merge_notice add constraint merge_notice_party_id_fkey foreign key (party_id) references merge_party(id);
alter table merge_notice add constraint merge_notice_person_id_fkey foreign key (person_id) references person(id);
alter table merge_party add constraint merge_party_case_id_fkey foreign key (case_id) references user_case(id);
alter table merge_party add constraint merge_party_decided_by_fkey foreign key (decided_by) references person(id);
alter table merge_party add constraint merge_party_organisation_id_fkey foreign key (organisation_id) references organisation(id);
alter table merge_party add constraint merge_party_proposal_id_fkey foreign key (proposal_id) references merge_proposal(id);
alter table merge_proposal add constraint merge_proposal_decided_by_fkey foreign key (decided_by) references person(id);
alter table merge_proposal add constraint merge_proposal_group_id_fkey foreign key (group_id) references working_group(id);
alter table merge_proposal add constraint merge_proposal_proposed_by_fkey foreign key (proposed_by) references person(id);
alter table merge_proposal add constraint merge_proposal_source_id_fkey foreign key (source_id) references request(id);
alter table merge_proposal add constraint merge_proposal_target_id_fkey foreign key (target_id) references request(id);
alter table merge_proposal add constraint merge_proposal_undone_by_fkey foreign key (undone_by) references person(id);
alter table past_answer add constraint past_answer_request_id_fkey foreign key (request_id) references request(id);
alter table past_vote add constraint past_vote_request_id_fkey foreign key (request_id) references request(id);
alter table product_area add constraint product_area_group_id_fkey foreign key (group_id) references working_group(id);
alter table request add constraint request_area_id_fkey foreign key (area_id) references product_area(id);
alter table request add constraint request_champion_id_fkey foreign key (champion_id) references person(id);
alter table request add constraint request_created_by_fkey foreign key (created_by) references person(id);
alter table request add constraint request_group_id_fkey foreign key (group_id) references working_group(id);
alter table request add constraint request_import_id_fkey foreign key (import_id) references request_import(id);
alter table request add constraint request_merged_into_id_fkey foreign key (merged_into_id) references request(id);
alter table request add constraint request_root_id_fkey foreign key (root_id) references request(id);
alter table request add constraint request_topic_id_fkey foreign key (topic_id) references topic(id);
alter table request_affected add constraint request_affected_organisation_id_fkey foreign key (organisation_id) references organisation(id);
alter table request_affected add constraint request_affected_request_id_fkey foreign key (request_id) references request(id);
alter table request_case add constraint request_case_added_by_fkey foreign key (added_by) references person(id);
alter table request_case add constraint request_case_case_id_fkey foreign key (case_id) references user_case(id);
alter table request_case add constraint request_case_request_id_fkey foreign key (request_id) references request(id);
alter table request_comment add constraint request_comment_inbound_id_fkey foreign key (inbound_id) references inbound(id);
alter table request_comment add constraint request_comment_person_id_fkey foreign key (person_id) references person(id);
alter table request_comment add constraint request_comment_removed_by_fkey foreign key (removed_by) references person(id);
alter table request_comment add constraint request_comment_request_id_fkey foreign key (request_id) references request(id);
alter table request_comment add constraint request_comment_story_id_fkey foreign key (story_id) references story(id);
alter table request_file add constraint request_file_added_by_fkey foreign key (added_by) references person(id);
alter table request_file add constraint request_file_request_id_fkey foreign key (request_id) references request(id);
alter table request_follower add constraint request_follower_person_id_fkey foreign key (person_id) references person(id);
alter table request_follower add constraint request_follower_request_id_fkey foreign key (request_id) references request(id);
alter table request_import add constraint request_import_group_id_fkey foreign key (group_id) references working_group(id);
alter table request_import add constraint request_import_person_id_fkey foreign key (person_id) references person(id);
alter table request_import add constraint request_import_undone_by_fkey foreign key (undone_by) references person(id);
alter table request_link add constraint request_link_added_by_fkey foreign key (added_by) references person(id);
alter table request_link add constraint request_link_from_id_fkey foreign key (from_id) references request(id);
alter table request_link add constraint request_link_to_id_fkey foreign key (to_id) references request(id);
alter table request_note add constraint request_note_person_id_fkey foreign key (person_id) references person(id);
alter table request_note add constraint request_note_request_id_fkey foreign key (request_id) references request(id);
alter table request_rule add constraint request_rule_group_id_fkey foreign key (group_id) references working_group(id);
alter table request_version add constraint request_version_changed_by_fkey foreign key (changed_by) references person(id);
alter table request_version add constraint request_version_request_id_fkey foreign key (request_id) references request(id);
alter table story add constraint story_area_id_fkey foreign key (area_id) references product_area(id);
alter table story add constraint story_author_id_fkey foreign key (author_id) references person(id);
alter table story add constraint story_created_by_fkey foreign key (created_by) references person(id);
alter table story add constraint story_group_id_fkey foreign key (group_id) references working_group(id);
alter table story add constraint story_message_id_fkey foreign key (message_id) references message(id) on delete set null;
alter table story add constraint story_organisation_id_fkey foreign key (organisation_id) references organisation(id);
alter table support add constraint support_affirmation_id_fkey foreign key (affirmation_id) references affirmation(id);
alter table support add constraint support_confirmed_by_fkey foreign key (confirmed_by) references person(id);
alter table support add constraint support_organisation_id_fkey foreign key (organisation_id) references organisation(id);
alter table support add constraint support_request_id_fkey foreign key (request_id) references request(id);
alter table support add constraint support_said_by_fkey foreign key (said_by) references person(id);
alter table support_question add constraint support_question_affirmation_id_fkey foreign key (affirmation_id) references affirmation(id);
alter table support_question add constraint support_question_organisation_id_fkey foreign key (organisation_id) references organisation(id);
alter table support_question add constraint support_question_person_id_fkey foreign key (person_id) references person(id);
alter table support_question add constraint support_question_support_id_fkey foreign key (support_id) references support(id);
alter table support_voice add constraint support_voice_organisation_id_fkey foreign key (organisation_id) references organisation(id);
alter table support_voice add constraint support_voice_person_id_fkey foreign key (person_id) references person(id);
alter table support_voice add constraint support_voice_request_id_fkey foreign key (request_id) references request(id);
alter table synonym add constraint synonym_changed_by_fkey foreign key (changed_by) references person(id);
alter table synonym add constraint synonym_group_id_fkey foreign key (group_id) references working_group(id);
alter table synonym_version add constraint synonym_version_changed_by_fkey foreign key (changed_by) references person(id);
alter table synonym_version add constraint synonym_version_synonym_id_fkey foreign key (synonym_id) references synonym(id);
alter table topic add constraint topic_group_id_fkey foreign key (group_id) references working_group(id);
alter table topic add constraint topic_owner_id_fkey foreign key (owner_id) references person(id);
alter table user_case add constraint user_case_area_id_fkey foreign key (area_id) references product_area(id);
alter table user_case add constraint user_case_author_id_fkey foreign key (author_id) references person(id);
alter table user_case add constraint user_case_captured_by_fkey foreign key (captured_by) references person(id);
alter table user_case add constraint user_case_group_id_fkey foreign key (group_id) references working_group(id);
alter table user_case add constraint user_case_organisation_id_fkey foreign key (organisation_id) references organisation(id);
alter table user_case_source add constraint user_case_source_added_by_fkey foreign key (added_by) references person(id);
alter table user_case_source add constraint user_case_source_case_id_fkey foreign key (case_id) references user_case(id);
alter table user_case_source add constraint user_case_source_message_id_fkey foreign key (message_id) references message(id) on delete set null;
alter table user_case_source add constraint user_case_source_raw_id_fkey foreign key (raw_id) references raw_mail(id);
alter table charter_clause add constraint charter_clause_line_id_fkey foreign key (line_id) references clause_line(id);
alter table charter_clause add constraint charter_clause_version_id_fkey foreign key (version_id) references charter_version(id) on delete cascade;
alter table charter_digest add constraint charter_digest_group_id_fkey foreign key (group_id) references working_group(id);
alter table charter_notice add constraint charter_notice_version_id_fkey foreign key (version_id) references charter_version(id);
alter table charter_version add constraint charter_version_adopted_by_fkey foreign key (adopted_by) references person(id);
alter table charter_version add constraint charter_version_decision_id_fkey foreign key (decision_id) references decision(id);
alter table charter_version add constraint charter_version_group_id_fkey foreign key (group_id) references working_group(id);
alter table charter_version add constraint charter_version_made_by_fkey foreign key (made_by) references person(id);
alter table clause_attestation add constraint clause_attestation_line_id_fkey foreign key (line_id) references clause_line(id);
alter table clause_attestation add constraint clause_attestation_made_by_fkey foreign key (made_by) references person(id);
alter table clause_line add constraint clause_line_group_id_fkey foreign key (group_id) references working_group(id);
alter table clause_measure add constraint clause_measure_clause_id_fkey foreign key (clause_id) references charter_clause(id) on delete cascade;
alter table clause_measure add constraint clause_measure_series_id_fkey foreign key (series_id) references meeting_series(id);
alter table clause_waiver add constraint clause_waiver_decision_id_fkey foreign key (decision_id) references decision(id);
alter table clause_waiver add constraint clause_waiver_line_id_fkey foreign key (line_id) references clause_line(id);
alter table clause_waiver add constraint clause_waiver_made_by_fkey foreign key (made_by) references person(id);
alter table ballot add constraint ballot_anew_of_fkey foreign key (anew_of) references ballot(id);
alter table ballot add constraint ballot_called_off_by_fkey foreign key (called_off_by) references person(id);
alter table ballot add constraint ballot_created_by_fkey foreign key (created_by) references person(id);
alter table ballot add constraint ballot_cycle_id_fkey foreign key (cycle_id) references cycle(id);
alter table ballot add constraint ballot_group_id_fkey foreign key (group_id) references working_group(id);
alter table ballot add constraint ballot_rehearsal_of_fkey foreign key (rehearsal_of) references ballot(id);
alter table ballot_extension add constraint ballot_extension_ballot_id_fkey foreign key (ballot_id) references ballot(id);
alter table ballot_extension add constraint ballot_extension_cycle_id_fkey foreign key (cycle_id) references cycle(id);
alter table ballot_extension add constraint ballot_extension_made_by_fkey foreign key (made_by) references person(id);
alter table ballot_host add constraint ballot_host_ballot_id_fkey foreign key (ballot_id) references ballot(id);
alter table ballot_host add constraint ballot_host_community_id_fkey foreign key (community_id) references community(id);
alter table ballot_key add constraint ballot_key_ballot_id_fkey foreign key (ballot_id) references ballot(id);
alter table ballot_mail add constraint ballot_mail_person_id_fkey foreign key (person_id) references person(id);
alter table ballot_mail add constraint ballot_mail_voter_id_fkey foreign key (voter_id) references voter(id);
alter table ballot_notice add constraint ballot_notice_ballot_id_fkey foreign key (ballot_id) references ballot(id);
alter table ballot_notice add constraint ballot_notice_person_id_fkey foreign key (person_id) references person(id);
alter table ballot_option add constraint ballot_option_ballot_id_fkey foreign key (ballot_id) references ballot(id);
alter table ballot_option add constraint ballot_option_person_id_fkey foreign key (person_id) references person(id);
alter table ballot_option add constraint ballot_option_request_id_fkey foreign key (request_id) references request(id);
alter table ballot_option add constraint ballot_option_wish_id_fkey foreign key (wish_id) references wish(id);
alter table ballot_result add constraint ballot_result_ballot_id_fkey foreign key (ballot_id) references ballot(id);
alter table consortium_choice add constraint consortium_choice_chosen_by_fkey foreign key (chosen_by) references person(id);
alter table consortium_choice add constraint consortium_choice_cycle_id_fkey foreign key (cycle_id) references cycle(id);
alter table consortium_choice add constraint consortium_choice_organisation_id_fkey foreign key (organisation_id) references organisation(id);
alter table cycle add constraint cycle_created_by_fkey foreign key (created_by) references person(id);
alter table cycle add constraint cycle_group_id_fkey foreign key (group_id) references working_group(id);
alter table cycle_host add constraint cycle_host_community_id_fkey foreign key (community_id) references community(id);
alter table cycle_host add constraint cycle_host_cycle_id_fkey foreign key (cycle_id) references cycle(id);
alter table cycle_phase add constraint cycle_phase_cycle_id_fkey foreign key (cycle_id) references cycle(id);
alter table inner_poll add constraint inner_poll_opened_by_fkey foreign key (opened_by) references person(id);
alter table inner_poll add constraint inner_poll_voter_id_fkey foreign key (voter_id) references voter(id);
alter table nomination add constraint nomination_ballot_id_fkey foreign key (ballot_id) references ballot(id);
alter table nomination add constraint nomination_nominated_by_fkey foreign key (nominated_by) references person(id);
alter table nomination add constraint nomination_person_id_fkey foreign key (person_id) references person(id);
alter table objection add constraint objection_ballot_id_fkey foreign key (ballot_id) references ballot(id);
alter table objection add constraint objection_person_id_fkey foreign key (person_id) references person(id);
alter table organisation_area add constraint organisation_area_organisation_id_fkey foreign key (organisation_id) references organisation(id);
alter table organisation_size add constraint organisation_size_organisation_id_fkey foreign key (organisation_id) references organisation(id);
alter table organisation_size add constraint organisation_size_said_by_fkey foreign key (said_by) references person(id);
alter table paper add constraint paper_cast_by_fkey foreign key (cast_by) references person(id);
alter table paper add constraint paper_voter_id_fkey foreign key (voter_id) references voter(id);
alter table paper_draft add constraint paper_draft_saved_by_fkey foreign key (saved_by) references person(id);
alter table paper_draft add constraint paper_draft_voter_id_fkey foreign key (voter_id) references voter(id);
alter table paper_refusal add constraint paper_refusal_ballot_id_fkey foreign key (ballot_id) references ballot(id);
alter table paper_refusal add constraint paper_refusal_voter_id_fkey foreign key (voter_id) references voter(id);
alter table published_paper add constraint published_paper_ballot_id_fkey foreign key (ballot_id) references ballot(id);
alter table published_paper add constraint published_paper_organisation_id_fkey foreign key (organisation_id) references organisation(id);
alter table published_paper add constraint published_paper_person_id_fkey foreign key (person_id) references person(id);
alter table referent_ask add constraint referent_ask_ballot_id_fkey foreign key (ballot_id) references ballot(id);
alter table referent_ask add constraint referent_ask_organisation_id_fkey foreign key (organisation_id) references organisation(id);
alter table referent_ask add constraint referent_ask_person_id_fkey foreign key (person_id) references person(id);
alter table rewording add constraint rewording_proposed_by_fkey foreign key (proposed_by) references person(id);
alter table rewording add constraint rewording_wish_id_fkey foreign key (wish_id) references wish(id);
alter table seat_offer add constraint seat_offer_appointment_id_fkey foreign key (appointment_id) references appointment(id);
alter table seat_offer add constraint seat_offer_ballot_id_fkey foreign key (ballot_id) references ballot(id);
alter table seat_offer add constraint seat_offer_option_id_fkey foreign key (option_id) references ballot_option(id);
alter table voice add constraint voice_person_id_fkey foreign key (person_id) references person(id);
alter table voice add constraint voice_voter_id_fkey foreign key (voter_id) references voter(id);
alter table voter add constraint voter_ballot_id_fkey foreign key (ballot_id) references ballot(id);
alter table voter add constraint voter_consortium_id_fkey foreign key (consortium_id) references organisation(id);
alter table voter add constraint voter_organisation_id_fkey foreign key (organisation_id) references organisation(id);
alter table voter add constraint voter_person_id_fkey foreign key (person_id) references person(id);
alter table wish add constraint wish_cycle_id_fkey foreign key (cycle_id) references cycle(id);
alter table wish add constraint wish_decided_by_fkey foreign key (decided_by) references person(id);
alter table wish add constraint wish_merged_into_fkey foreign key (merged_into) references wish(id);
alter table wish add constraint wish_organisation_id_fkey foreign key (organisation_id) references organisation(id);
alter table wish add constraint wish_person_id_fkey foreign key (person_id) references person(id);
alter table wish add constraint wish_request_id_fkey foreign key (request_id) references request(id);
alter table wish_unlike add constraint wish_unlike_other_id_fkey foreign key (other_id) references wish(id);
alter table wish_unlike add constraint wish_unlike_said_by_fkey foreign key (said_by) references person(id);
alter table wish_unlike add constraint wish_unlike_wish_id_fkey foreign key (wish_id) references wish(id);
alter table agenda_item add constraint agenda_item_carried_to_fkey foreign key (carried_to) references agenda_item(id);
alter table agenda_item add constraint agenda_item_meeting_id_fkey foreign key (meeting_id) references meeting(id);
alter table agenda_item add constraint agenda_item_person_id_fkey foreign key (person_id) references person(id);
alter table attendance_rule add constraint attendance_rule_changed_by_fkey foreign key (changed_by) references person(id);
alter table attendance_rule add constraint attendance_rule_community_id_fkey foreign key (community_id) references community(id);
alter table attendance_rule add constraint attendance_rule_group_id_fkey foreign key (group_id) references working_group(id);
alter table calendar_feed add constraint calendar_feed_person_id_fkey foreign key (person_id) references person(id);
alter table date_poll add constraint date_poll_created_by_fkey foreign key (created_by) references person(id);
alter table date_poll add constraint date_poll_meeting_id_fkey foreign key (meeting_id) references meeting(id);
alter table date_poll add constraint date_poll_series_id_fkey foreign key (series_id) references meeting_series(id);
alter table date_poll_answer add constraint date_poll_answer_person_id_fkey foreign key (person_id) references person(id);
alter table date_poll_answer add constraint date_poll_answer_slot_id_fkey foreign key (slot_id) references date_poll_slot(id) on delete cascade;
alter table date_poll_host add constraint date_poll_host_community_id_fkey foreign key (community_id) references community(id);
alter table date_poll_host add constraint date_poll_host_group_id_fkey foreign key (group_id) references working_group(id);
alter table date_poll_host add constraint date_poll_host_poll_id_fkey foreign key (poll_id) references date_poll(id);
alter table date_poll_slot add constraint date_poll_slot_poll_id_fkey foreign key (poll_id) references date_poll(id);
alter table meeting add constraint meeting_created_by_fkey foreign key (created_by) references person(id);
alter table meeting add constraint meeting_list_by_fkey foreign key (list_by) references person(id);
alter table meeting add constraint meeting_minutes_list_id_fkey foreign key (minutes_list_id) references list(id) on delete set null;
alter table meeting add constraint meeting_series_id_fkey foreign key (series_id) references meeting_series(id);
alter table meeting_host add constraint meeting_host_community_id_fkey foreign key (community_id) references community(id);
alter table meeting_host add constraint meeting_host_group_id_fkey foreign key (group_id) references working_group(id);
alter table meeting_host add constraint meeting_host_meeting_id_fkey foreign key (meeting_id) references meeting(id);
alter table meeting_invitation add constraint meeting_invitation_meeting_id_fkey foreign key (meeting_id) references meeting(id);
alter table meeting_invitation add constraint meeting_invitation_noted_by_fkey foreign key (noted_by) references person(id);
alter table meeting_invitation add constraint meeting_invitation_person_id_fkey foreign key (person_id) references person(id);
alter table meeting_letter add constraint meeting_letter_invitation_id_fkey foreign key (invitation_id) references meeting_invitation(id);
alter table meeting_letter add constraint meeting_letter_letter_id_fkey foreign key (letter_id) references letter(id);
alter table meeting_series add constraint meeting_series_minutes_list_id_fkey foreign key (minutes_list_id) references list(id) on delete set null;
alter table minute_line add constraint minute_line_action_id_fkey foreign key (action_id) references action(id);
alter table minute_line add constraint minute_line_agenda_item_id_fkey foreign key (agenda_item_id) references agenda_item(id);
alter table minute_line add constraint minute_line_decision_id_fkey foreign key (decision_id) references decision(id);
alter table minute_line add constraint minute_line_meeting_id_fkey foreign key (meeting_id) references meeting(id);
alter table minute_line add constraint minute_line_person_id_fkey foreign key (person_id) references person(id);
alter table minute_line_version add constraint minute_line_version_line_id_fkey foreign key (line_id) references minute_line(id);
alter table minute_line_version add constraint minute_line_version_person_id_fkey foreign key (person_id) references person(id);
alter table minutes_correction add constraint minutes_correction_meeting_id_fkey foreign key (meeting_id) references meeting(id);
alter table minutes_correction add constraint minutes_correction_person_id_fkey foreign key (person_id) references person(id);
alter table minutes_correction add constraint minutes_correction_settled_by_fkey foreign key (settled_by) references person(id);
alter table minutes_version add constraint minutes_version_made_by_fkey foreign key (made_by) references person(id);
alter table minutes_version add constraint minutes_version_meeting_id_fkey foreign key (meeting_id) references meeting(id);
alter table series_host add constraint series_host_community_id_fkey foreign key (community_id) references community(id);
alter table series_host add constraint series_host_group_id_fkey foreign key (group_id) references working_group(id);
alter table series_host add constraint series_host_series_id_fkey foreign key (series_id) references meeting_series(id);
alter table acceptance add constraint acceptance_case_id_fkey foreign key (case_id) references user_case(id);
alter table acceptance add constraint acceptance_delivery_id_fkey foreign key (delivery_id) references delivery_claim(id);
alter table acceptance add constraint acceptance_tester_id_fkey foreign key (tester_id) references person(id);
alter table answer add constraint answer_given_by_fkey foreign key (given_by) references person(id);
alter table answer add constraint answer_group_id_fkey foreign key (group_id) references working_group(id);
alter table answer add constraint answer_item_id_fkey foreign key (item_id) references submission_item(id);
alter table answer add constraint answer_recorded_by_fkey foreign key (recorded_by) references person(id);
alter table answer add constraint answer_request_id_fkey foreign key (request_id) references request(id);
alter table answer_cost add constraint answer_cost_given_by_fkey foreign key (given_by) references person(id);
alter table answer_cost add constraint answer_cost_group_id_fkey foreign key (group_id) references working_group(id);
alter table answer_cost add constraint answer_cost_item_id_fkey foreign key (item_id) references submission_item(id);
alter table answer_cost add constraint answer_cost_request_id_fkey foreign key (request_id) references request(id);
alter table answer_return add constraint answer_return_person_id_fkey foreign key (person_id) references person(id);
alter table answer_return add constraint answer_return_submission_id_fkey foreign key (submission_id) references submission(id);
alter table brief add constraint brief_champion_id_fkey foreign key (champion_id) references person(id);
alter table brief add constraint brief_group_id_fkey foreign key (group_id) references working_group(id);
alter table brief_quote add constraint brief_quote_brief_id_request_id_fkey foreign key (brief_id, request_id) references brief_request(brief_id, request_id) on delete cascade;
alter table brief_quote add constraint brief_quote_case_id_fkey foreign key (case_id) references user_case(id);
alter table brief_request add constraint brief_request_brief_id_fkey foreign key (brief_id) references brief(id);
alter table brief_request add constraint brief_request_request_id_fkey foreign key (request_id) references request(id);
alter table brief_version add constraint brief_version_brief_id_fkey foreign key (brief_id) references brief(id);
alter table brief_version add constraint brief_version_made_by_fkey foreign key (made_by) references person(id);
alter table capacity add constraint capacity_group_id_fkey foreign key (group_id) references working_group(id);
alter table capacity add constraint capacity_product_id_fkey foreign key (product_id) references product(id);
alter table commitment add constraint commitment_answer_id_fkey foreign key (answer_id) references answer(id);
alter table commitment add constraint commitment_carried_from_fkey foreign key (carried_from) references commitment(id);
alter table commitment add constraint commitment_group_id_fkey foreign key (group_id) references working_group(id);
alter table commitment add constraint commitment_made_by_fkey foreign key (made_by) references person(id);
alter table commitment add constraint commitment_option_id_fkey foreign key (option_id) references ballot_option(id);
alter table commitment add constraint commitment_product_id_fkey foreign key (product_id) references product(id);
alter table commitment add constraint commitment_request_id_fkey foreign key (request_id) references request(id);
alter table commitment add constraint commitment_settled_by_fkey foreign key (settled_by) references person(id);
alter table delivery_claim add constraint delivery_claim_closed_by_fkey foreign key (closed_by) references person(id);
alter table delivery_claim add constraint delivery_claim_commitment_id_fkey foreign key (commitment_id) references commitment(id);
alter table delivery_claim add constraint delivery_claim_group_id_fkey foreign key (group_id) references working_group(id);
alter table delivery_claim add constraint delivery_claim_release_id_fkey foreign key (release_id) references release(id);
alter table delivery_claim add constraint delivery_claim_request_id_fkey foreign key (request_id) references request(id);
alter table delivery_claim add constraint delivery_claim_said_by_fkey foreign key (said_by) references person(id);
alter table portal_case add constraint portal_case_group_id_fkey foreign key (group_id) references working_group(id);
alter table portal_case add constraint portal_case_request_id_fkey foreign key (request_id) references request(id);
alter table portal_status add constraint portal_status_portal_case_id_fkey foreign key (portal_case_id) references portal_case(id);
alter table portal_status add constraint portal_status_recorded_by_fkey foreign key (recorded_by) references person(id);
alter table release add constraint release_group_id_fkey foreign key (group_id) references working_group(id);
alter table release add constraint release_made_by_fkey foreign key (made_by) references person(id);
alter table release add constraint release_product_id_fkey foreign key (product_id) references product(id);
alter table release_suggestion add constraint release_suggestion_decided_by_fkey foreign key (decided_by) references person(id);
alter table release_suggestion add constraint release_suggestion_release_id_fkey foreign key (release_id) references release(id);
alter table release_suggestion add constraint release_suggestion_request_id_fkey foreign key (request_id) references request(id);
alter table submission add constraint submission_brief_id_fkey foreign key (brief_id) references brief(id);
alter table submission add constraint submission_group_id_fkey foreign key (group_id) references working_group(id);
alter table submission add constraint submission_submitted_by_fkey foreign key (submitted_by) references person(id);
alter table submission add constraint submission_version_id_fkey foreign key (version_id) references brief_version(id);
alter table submission_guest add constraint submission_guest_person_id_fkey foreign key (person_id) references person(id);
alter table submission_guest add constraint submission_guest_submission_id_fkey foreign key (submission_id) references submission(id);
alter table submission_item add constraint submission_item_request_id_fkey foreign key (request_id) references request(id);
alter table submission_item add constraint submission_item_submission_id_fkey foreign key (submission_id) references submission(id);
alter table telling_event add constraint telling_event_group_id_fkey foreign key (group_id) references working_group(id);
alter table telling_event add constraint telling_event_request_id_fkey foreign key (request_id) references request(id);
alter table telling_post add constraint telling_post_group_id_fkey foreign key (group_id) references working_group(id);
alter table telling_post add constraint telling_post_list_id_fkey foreign key (list_id) references list(id);
alter table telling_post add constraint telling_post_made_by_fkey foreign key (made_by) references person(id);
alter table telling_post add constraint telling_post_sent_by_fkey foreign key (sent_by) references person(id);
alter table telling_post_event add constraint telling_post_event_event_id_fkey foreign key (event_id) references telling_event(id);
alter table telling_post_event add constraint telling_post_event_post_id_fkey foreign key (post_id) references telling_post(id);
alter table telling_preference add constraint telling_preference_person_id_fkey foreign key (person_id) references person(id);
alter table told add constraint told_event_id_fkey foreign key (event_id) references telling_event(id);
alter table told add constraint told_letter_id_fkey foreign key (letter_id) references letter(id);
alter table told add constraint told_person_id_fkey foreign key (person_id) references person(id);
alter table vendor_meeting add constraint vendor_meeting_group_id_fkey foreign key (group_id) references working_group(id);
alter table vendor_meeting add constraint vendor_meeting_marked_by_fkey foreign key (marked_by) references person(id);
alter table vendor_meeting add constraint vendor_meeting_meeting_id_fkey foreign key (meeting_id) references meeting(id);
alter table vendor_question add constraint vendor_question_answered_by_fkey foreign key (answered_by) references person(id);
alter table vendor_question add constraint vendor_question_asked_by_fkey foreign key (asked_by) references person(id);
alter table vendor_question add constraint vendor_question_item_id_fkey foreign key (item_id) references submission_item(id);
alter table vendor_rule add constraint vendor_rule_group_id_fkey foreign key (group_id) references working_group(id);
alter table withdrawn_quote add constraint withdrawn_quote_case_id_fkey foreign key (case_id) references user_case(id);
alter table withdrawn_quote add constraint withdrawn_quote_submission_id_fkey foreign key (submission_id) references submission(id);
alter table talk add constraint talk_agenda_item_id_fkey foreign key (agenda_item_id) references agenda_item(id);
alter table talk add constraint talk_decided_by_fkey foreign key (decided_by) references person(id);
alter table talk add constraint talk_group_id_fkey foreign key (group_id) references working_group(id);
alter table talk add constraint talk_meeting_id_fkey foreign key (meeting_id) references meeting(id);
alter table talk add constraint talk_proposed_by_fkey foreign key (proposed_by) references person(id);
alter table talk_chapter add constraint talk_chapter_talk_id_fkey foreign key (talk_id) references talk(id) on delete cascade;
alter table talk_file add constraint talk_file_file_id_fkey foreign key (file_id) references file(id);
alter table talk_file add constraint talk_file_person_id_fkey foreign key (person_id) references person(id);
alter table talk_file add constraint talk_file_talk_id_fkey foreign key (talk_id) references talk(id) on delete cascade;
alter table talk_speaker add constraint talk_speaker_person_id_fkey foreign key (person_id) references person(id);
alter table talk_speaker add constraint talk_speaker_talk_id_fkey foreign key (talk_id) references talk(id) on delete cascade;
alter table event add constraint event_created_by_fkey foreign key (created_by) references person(id);
alter table event_host add constraint event_host_community_id_fkey foreign key (community_id) references community(id);
alter table event_host add constraint event_host_event_id_fkey foreign key (event_id) references event(id) on delete cascade;
alter table event_host add constraint event_host_group_id_fkey foreign key (group_id) references working_group(id);
alter table event_participation add constraint event_participation_event_id_fkey foreign key (event_id) references event(id) on delete cascade;
alter table event_participation add constraint event_participation_noted_by_fkey foreign key (noted_by) references person(id);
alter table event_participation add constraint event_participation_person_id_fkey foreign key (person_id) references person(id);
alter table event_proposal add constraint event_proposal_decided_by_fkey foreign key (decided_by) references person(id);
alter table event_proposal add constraint event_proposal_event_id_fkey foreign key (event_id) references event(id) on delete cascade;
alter table event_proposal add constraint event_proposal_person_id_fkey foreign key (person_id) references person(id);
alter table event_proposal add constraint event_proposal_session_id_fkey foreign key (session_id) references event_session(id) on delete set null;
alter table event_review add constraint event_review_person_id_fkey foreign key (person_id) references person(id);
alter table event_review add constraint event_review_proposal_id_fkey foreign key (proposal_id) references event_proposal(id) on delete cascade;
alter table event_session add constraint event_session_event_id_fkey foreign key (event_id) references event(id) on delete cascade;
alter table event_session add constraint event_session_talk_id_fkey foreign key (talk_id) references talk(id);
alter table event_session_file add constraint event_session_file_file_id_fkey foreign key (file_id) references file(id);
alter table event_session_file add constraint event_session_file_person_id_fkey foreign key (person_id) references person(id);
alter table event_session_file add constraint event_session_file_session_id_fkey foreign key (session_id) references event_session(id) on delete cascade;
alter table event_session_speaker add constraint event_session_speaker_person_id_fkey foreign key (person_id) references person(id);
alter table event_session_speaker add constraint event_session_speaker_session_id_fkey foreign key (session_id) references event_session(id) on delete cascade;
alter table correspondence add constraint correspondence_address_id_fkey foreign key (address_id) references role_address(id);
alter table correspondence add constraint correspondence_owner_id_fkey foreign key (owner_id) references person(id);
alter table correspondence_import add constraint correspondence_import_address_id_fkey foreign key (address_id) references role_address(id);
alter table correspondence_import add constraint correspondence_import_file_id_fkey foreign key (file_id) references file(id);
alter table correspondence_import add constraint correspondence_import_person_id_fkey foreign key (person_id) references person(id);
alter table correspondence_import add constraint correspondence_import_undone_by_fkey foreign key (undone_by) references person(id);
alter table correspondence_mail add constraint correspondence_mail_address_id_fkey foreign key (address_id) references role_address(id);
alter table correspondence_mail add constraint correspondence_mail_correspondence_id_fkey foreign key (correspondence_id) references correspondence(id);
alter table correspondence_mail add constraint correspondence_mail_import_id_fkey foreign key (import_id) references correspondence_import(id);
alter table correspondence_mail add constraint correspondence_mail_letter_id_fkey foreign key (letter_id) references letter(id);
alter table correspondence_mail add constraint correspondence_mail_person_id_fkey foreign key (person_id) references person(id);
alter table correspondence_mail add constraint correspondence_mail_raw_id_fkey foreign key (raw_id) references raw_mail(id);
alter table news_contribution add constraint news_contribution_asked_by_fkey foreign key (asked_by) references person(id);
alter table news_contribution add constraint news_contribution_attested_by_fkey foreign key (attested_by) references person(id);
alter table news_contribution add constraint news_contribution_correspondence_id_fkey foreign key (correspondence_id) references correspondence(id);
alter table news_contribution add constraint news_contribution_issue_id_fkey foreign key (issue_id) references news_issue(id);
alter table news_contribution add constraint news_contribution_item_id_fkey foreign key (item_id) references news_item(id);
alter table news_contribution add constraint news_contribution_outlet_id_fkey foreign key (outlet_id) references news_outlet(id);
alter table news_correction add constraint news_correction_issue_id_fkey foreign key (issue_id) references news_issue(id) on delete cascade;
alter table news_correction add constraint news_correction_item_id_fkey foreign key (item_id) references news_item(id) on delete cascade;
alter table news_correction add constraint news_correction_person_id_fkey foreign key (person_id) references person(id);
alter table news_issue add constraint news_issue_author_id_fkey foreign key (author_id) references person(id);
alter table news_issue add constraint news_issue_created_by_fkey foreign key (created_by) references person(id);
alter table news_issue add constraint news_issue_group_id_fkey foreign key (group_id) references working_group(id);
alter table news_issue add constraint news_issue_published_by_fkey foreign key (published_by) references person(id);
alter table news_issue add constraint news_issue_scheduled_by_fkey foreign key (scheduled_by) references person(id);
alter table news_issue add constraint news_issue_withdrawn_by_fkey foreign key (withdrawn_by) references person(id);
alter table news_issue_item add constraint news_issue_item_issue_id_fkey foreign key (issue_id) references news_issue(id) on delete cascade;
alter table news_issue_item add constraint news_issue_item_item_id_fkey foreign key (item_id) references news_item(id);
alter table news_item add constraint news_item_area_id_fkey foreign key (area_id) references product_area(id);
alter table news_item add constraint news_item_author_id_fkey foreign key (author_id) references person(id);
alter table news_item add constraint news_item_created_by_fkey foreign key (created_by) references person(id);
alter table news_item add constraint news_item_group_id_fkey foreign key (group_id) references working_group(id);
alter table news_item add constraint news_item_picture_id_fkey foreign key (picture_id) references file(id);
alter table news_item add constraint news_item_published_by_fkey foreign key (published_by) references person(id);
alter table news_item add constraint news_item_scheduled_by_fkey foreign key (scheduled_by) references person(id);
alter table news_item add constraint news_item_withdrawn_by_fkey foreign key (withdrawn_by) references person(id);
alter table news_item_link add constraint news_item_link_item_id_fkey foreign key (item_id) references news_item(id) on delete cascade;
alter table news_line add constraint news_line_changed_by_fkey foreign key (changed_by) references person(id);
alter table news_line add constraint news_line_issue_id_fkey foreign key (issue_id) references news_issue(id) on delete cascade;
alter table news_mailing add constraint news_mailing_asked_by_fkey foreign key (asked_by) references person(id);
alter table news_mailing add constraint news_mailing_issue_id_fkey foreign key (issue_id) references news_issue(id) on delete cascade;
alter table news_mailing add constraint news_mailing_item_id_fkey foreign key (item_id) references news_item(id) on delete cascade;
alter table news_mailing add constraint news_mailing_list_id_fkey foreign key (list_id) references list(id);
alter table news_outlet add constraint news_outlet_created_by_fkey foreign key (created_by) references person(id);
alter table news_outlet add constraint news_outlet_group_id_fkey foreign key (group_id) references working_group(id);
alter table news_outlet_key add constraint news_outlet_key_outlet_id_fkey foreign key (outlet_id) references news_outlet(id) on delete cascade;
alter table news_version add constraint news_version_issue_id_fkey foreign key (issue_id) references news_issue(id) on delete cascade;
alter table news_version add constraint news_version_item_id_fkey foreign key (item_id) references news_item(id) on delete cascade;
alter table news_version add constraint news_version_person_id_fkey foreign key (person_id) references person(id);
alter table old_page add constraint old_page_import_id_fkey foreign key (import_id) references web_import(id) on delete set null;
alter table old_page add constraint old_page_item_id_fkey foreign key (item_id) references news_item(id) on delete cascade;
alter table old_page add constraint old_page_page_id_fkey foreign key (page_id) references site_page(id) on delete cascade;
alter table site_page add constraint site_page_changed_by_fkey foreign key (changed_by) references person(id);
alter table site_page add constraint site_page_created_by_fkey foreign key (created_by) references person(id);
alter table site_page add constraint site_page_group_id_fkey foreign key (group_id) references working_group(id);
alter table site_page_version add constraint site_page_version_changed_by_fkey foreign key (changed_by) references person(id);
alter table site_page_version add constraint site_page_version_page_id_fkey foreign key (page_id) references site_page(id) on delete cascade;
alter table web_import add constraint web_import_group_id_fkey foreign key (group_id) references working_group(id);
alter table web_import add constraint web_import_person_id_fkey foreign key (person_id) references person(id);
alter table web_import add constraint web_import_settled_by_fkey foreign key (settled_by) references person(id);
alter table web_import_entry add constraint web_import_entry_import_id_fkey foreign key (import_id) references web_import(id) on delete cascade;
alter table web_import_entry add constraint web_import_entry_item_id_fkey foreign key (item_id) references news_item(id) on delete set null;
alter table web_import_entry add constraint web_import_entry_page_id_fkey foreign key (page_id) references site_page(id) on delete set null;
alter table report add constraint report_created_by_fkey foreign key (created_by) references person(id);
alter table report add constraint report_frozen_by_fkey foreign key (frozen_by) references person(id);
alter table report add constraint report_group_id_fkey foreign key (group_id) references working_group(id);
alter table report_edition add constraint report_edition_decision_id_fkey foreign key (decision_id) references decision(id);
alter table report_edition add constraint report_edition_final_by_fkey foreign key (final_by) references person(id);
alter table report_edition add constraint report_edition_report_id_fkey foreign key (report_id) references report(id) on delete cascade;
alter table report_section add constraint report_section_report_id_fkey foreign key (report_id) references report(id) on delete cascade;
alter table erased_message add constraint erased_message_erasure_id_fkey foreign key (erasure_id) references erasure(id);
alter table erased_message add constraint erased_message_message_id_fkey foreign key (message_id) references message(id);
alter table erasure add constraint erasure_by_id_fkey foreign key (by_id) references person(id);
alter table erasure add constraint erasure_list_id_fkey foreign key (list_id) references list(id);
alter table erasure add constraint erasure_person_id_fkey foreign key (person_id) references person(id);
alter table erasure_request add constraint erasure_request_decided_by_fkey foreign key (decided_by) references person(id);
alter table erasure_request add constraint erasure_request_person_id_fkey foreign key (person_id) references person(id);
alter table letter add constraint letter_list_id_fkey foreign key (list_id) references list(id);
alter table letter add constraint letter_person_id_fkey foreign key (person_id) references person(id);
alter table personal_export add constraint personal_export_person_id_fkey foreign key (person_id) references person(id);
alter table privacy_notice add constraint privacy_notice_made_by_fkey foreign key (made_by) references person(id);
alter table retention_rule add constraint retention_rule_changed_by_fkey foreign key (changed_by) references person(id);
alter table user_case_version add constraint user_case_version_case_id_fkey foreign key (case_id) references user_case(id);
alter table user_case_version add constraint user_case_version_changed_by_fkey foreign key (changed_by) references person(id);
alter table webhook add constraint webhook_person_id_fkey foreign key (person_id) references person(id);
alter table webhook_delivery add constraint webhook_delivery_journal_id_fkey foreign key (journal_id) references journal(id);
alter table webhook_delivery add constraint webhook_delivery_webhook_id_fkey foreign key (webhook_id) references webhook(id);
alter table follow add constraint follow_begun_by_fkey foreign key (begun_by) references person(id);
alter table follow add constraint follow_list_id_fkey foreign key (list_id) references list(id);
alter table follow_notice add constraint follow_notice_answered_by_fkey foreign key (answered_by) references person(id);
alter table follow_notice add constraint follow_notice_follow_id_fkey foreign key (follow_id) references follow(id);
alter table follow_notice add constraint follow_notice_inbound_id_fkey foreign key (inbound_id) references inbound(id);
alter table held_notice add constraint held_notice_held_id_fkey foreign key (held_id) references held_mail(id);
alter table held_notice add constraint held_notice_person_id_fkey foreign key (person_id) references person(id);
alter table inbound add constraint inbound_person_id_fkey foreign key (person_id) references person(id);
alter table inbound add constraint inbound_raw_id_fkey foreign key (raw_id) references raw_mail(id);
alter table list add constraint list_group_id_fkey foreign key (group_id) references working_group(id);
alter table list_move add constraint list_move_list_id_fkey foreign key (list_id) references list(id);
alter table list_move add constraint list_move_person_id_fkey foreign key (person_id) references person(id);
alter table list_move add constraint list_move_undone_by_fkey foreign key (undone_by) references person(id);
alter table list_move_item add constraint list_move_item_move_id_fkey foreign key (move_id) references list_move(id) on delete cascade;
alter table move_file add constraint move_file_file_id_fkey foreign key (file_id) references file(id);
alter table move_file add constraint move_file_upload_id_fkey foreign key (upload_id) references move_upload(id) on delete cascade;
alter table move_upload add constraint move_upload_group_id_fkey foreign key (group_id) references working_group(id);
alter table move_upload add constraint move_upload_move_id_fkey foreign key (move_id) references list_move(id);
alter table move_upload add constraint move_upload_person_id_fkey foreign key (person_id) references person(id);
alter table old_address add constraint old_address_list_id_fkey foreign key (list_id) references list(id);
alter table old_address add constraint old_address_message_id_fkey foreign key (message_id) references message(id) on delete cascade;
alter table old_list add constraint old_list_list_id_fkey foreign key (list_id) references list(id);
alter table first_step add constraint first_step_group_id_fkey foreign key (group_id) references working_group(id);
alter table first_step add constraint first_step_person_id_fkey foreign key (person_id) references person(id);
alter table site_look add constraint site_look_changed_by_fkey foreign key (changed_by) references person(id);
alter table site_look add constraint site_look_logo_id_fkey foreign key (logo_id) references file(id);
alter table today_mail add constraint today_mail_person_id_fkey foreign key (person_id) references person(id);
alter table api_answer add constraint api_answer_token_id_fkey foreign key (token_id) references api_token(id);

-- views and triggers ------------------------------------------------------------------------------------------------

-- The support that counts: of a request and of what is merged into it, an institution once. Its own word to the request comes first.
-- Who stayed with a merged text counts there alone. `family_id` is the root; a query for one request names it too, for the index.
create view standing_support as
 SELECT DISTINCT ON (family_id, request_id, organisation_id) family_id,
    request_id,
    organisation_id,
    strength,
    reason,
    since,
    said_by,
    confirmed_by,
    affirmed_at,
    support_id,
    said_of_id
   FROM ( SELECT r.root_id AS family_id,
                CASE
                    WHEN (r.root_id = r.id) THEN r.id
                    ELSE ( SELECT a.a
                       FROM merges_above(r.id, s.organisation_id, NULL::bigint) a(a)
                     LIMIT 1)
                END AS request_id,
            s.organisation_id,
            s.strength,
            s.reason,
            s.since,
            s.said_by,
            s.confirmed_by,
            s.affirmed_at,
            s.id AS support_id,
            s.request_id AS said_of_id
           FROM (support s
             JOIN request r ON ((r.id = s.request_id)))
          WHERE (s.state = 'standing'::support_state)) t
  ORDER BY family_id, request_id, organisation_id, (said_of_id = request_id) DESC, since DESC, support_id DESC;

-- The user cases behind a request: its own, and those of what is merged into it.
create view collated_case as
 SELECT DISTINCT r.root_id AS family_id,
    above.id AS request_id,
    rc.case_id
   FROM (((request_case rc
     JOIN request r ON ((r.id = rc.request_id)))
     JOIN user_case u ON (((u.id = rc.case_id) AND (u.state <> 'withdrawn'::case_state))))
     CROSS JOIN LATERAL ( SELECT r.id
          WHERE (r.root_id = r.id)
        UNION ALL
         SELECT a.a
           FROM merges_above(r.id, NULL::bigint, rc.case_id) a(a)
          WHERE (r.root_id <> r.id)) above);

create trigger shown_changed after UPDATE on affiliation REFERENCING NEW TABLE AS changed for each STATEMENT execute function tell_shown();
create trigger shown_gone after DELETE on affiliation REFERENCING OLD TABLE AS changed for each STATEMENT execute function tell_shown();
create trigger shown_new after INSERT on affiliation REFERENCING NEW TABLE AS changed for each STATEMENT execute function tell_shown();
-- Of a person her name is shown; the rest changes with every visit.
create trigger site_changed after INSERT OR DELETE OR UPDATE on answer for each STATEMENT execute function tell_site();
-- Of a person her name is shown; the rest changes with every visit.
create trigger site_changed after INSERT OR DELETE OR UPDATE on appointment for each STATEMENT execute function tell_site();
create trigger shown_changed after UPDATE on attachment REFERENCING NEW TABLE AS changed for each STATEMENT execute function tell_shown();
create trigger shown_gone after DELETE on attachment REFERENCING OLD TABLE AS changed for each STATEMENT execute function tell_shown();
create trigger shown_changed after UPDATE on commitment REFERENCING NEW TABLE AS changed for each STATEMENT execute function tell_shown();
create trigger shown_gone after DELETE on commitment REFERENCING OLD TABLE AS changed for each STATEMENT execute function tell_shown();
create trigger shown_new after INSERT on commitment REFERENCING NEW TABLE AS changed for each STATEMENT execute function tell_shown();
-- Of a person her name is shown; the rest changes with every visit.
create trigger site_changed after INSERT OR DELETE OR UPDATE on commitment for each STATEMENT execute function tell_site();
create trigger shown_changed after UPDATE on community REFERENCING NEW TABLE AS changed for each STATEMENT execute function tell_shown();
create trigger shown_gone after DELETE on community REFERENCING OLD TABLE AS changed for each STATEMENT execute function tell_shown();
create trigger shown_new after INSERT on community REFERENCING NEW TABLE AS changed for each STATEMENT execute function tell_shown();
-- Of a person her name is shown; the rest changes with every visit.
create trigger site_changed after INSERT OR DELETE OR UPDATE on decision for each STATEMENT execute function tell_site();
create trigger shown_changed after UPDATE on delivery_claim REFERENCING NEW TABLE AS changed for each STATEMENT execute function tell_shown();
create trigger shown_gone after DELETE on delivery_claim REFERENCING OLD TABLE AS changed for each STATEMENT execute function tell_shown();
create trigger shown_new after INSERT on delivery_claim REFERENCING NEW TABLE AS changed for each STATEMENT execute function tell_shown();
-- Of a person her name is shown; the rest changes with every visit.
create trigger site_changed after INSERT OR DELETE OR UPDATE on delivery_claim for each STATEMENT execute function tell_site();
-- Of a person her name is shown; the rest changes with every visit.
create trigger site_changed after INSERT OR DELETE OR UPDATE on document for each STATEMENT execute function tell_site();
-- Of a person her name is shown; the rest changes with every visit.
create trigger site_changed after INSERT OR DELETE OR UPDATE on event for each STATEMENT execute function tell_site();
create trigger shown_changed after UPDATE on group_community REFERENCING NEW TABLE AS changed for each STATEMENT execute function tell_shown();
create trigger shown_gone after DELETE on group_community REFERENCING OLD TABLE AS changed for each STATEMENT execute function tell_shown();
create trigger shown_new after INSERT on group_community REFERENCING NEW TABLE AS changed for each STATEMENT execute function tell_shown();
create trigger journal_append_only before DELETE OR UPDATE OR TRUNCATE on journal for each STATEMENT execute function refuse_change();
create trigger shown_changed after UPDATE on list REFERENCING NEW TABLE AS changed for each STATEMENT execute function tell_shown();
create trigger shown_gone after DELETE on list REFERENCING OLD TABLE AS changed for each STATEMENT execute function tell_shown();
create trigger shown_new after INSERT on list REFERENCING NEW TABLE AS changed for each STATEMENT execute function tell_shown();
create trigger shown_changed after UPDATE on list_community REFERENCING NEW TABLE AS changed for each STATEMENT execute function tell_shown();
create trigger shown_gone after DELETE on list_community REFERENCING OLD TABLE AS changed for each STATEMENT execute function tell_shown();
create trigger shown_new after INSERT on list_community REFERENCING NEW TABLE AS changed for each STATEMENT execute function tell_shown();
-- Of a person her name is shown; the rest changes with every visit.
create trigger site_changed after INSERT OR DELETE OR UPDATE on meeting for each STATEMENT execute function tell_site();
-- Of a person her name is shown; the rest changes with every visit.
create trigger site_changed after INSERT OR DELETE OR UPDATE on meeting_host for each STATEMENT execute function tell_site();
-- Of a person her name is shown; the rest changes with every visit.
create trigger site_changed after INSERT OR DELETE OR UPDATE on meeting_series for each STATEMENT execute function tell_site();
create trigger months_changed after UPDATE on message REFERENCING OLD TABLE AS before NEW TABLE AS changed for each STATEMENT execute function recount_months();
create trigger months_gone after DELETE on message REFERENCING OLD TABLE AS changed for each STATEMENT execute function count_months();
create trigger months_new after INSERT on message REFERENCING NEW TABLE AS changed for each STATEMENT execute function count_months();
create trigger shown_changed after UPDATE on message REFERENCING NEW TABLE AS changed for each STATEMENT execute function tell_shown_list();
create trigger shown_gone after DELETE on message REFERENCING OLD TABLE AS changed for each STATEMENT execute function tell_shown_list();
create trigger shown_new after INSERT on message REFERENCING NEW TABLE AS changed for each STATEMENT execute function tell_shown_list();
create trigger mark_minute_line before INSERT OR UPDATE on minute_line for each ROW execute function mark_minute_line();
-- Of a person her name is shown; the rest changes with every visit.
create trigger site_changed after INSERT OR DELETE OR UPDATE on news_issue for each STATEMENT execute function tell_site();
-- Of a person her name is shown; the rest changes with every visit.
create trigger site_changed after INSERT OR DELETE OR UPDATE on news_item for each STATEMENT execute function tell_site();
create trigger shown_changed after UPDATE on organisation REFERENCING NEW TABLE AS changed for each STATEMENT execute function tell_shown();
create trigger shown_gone after DELETE on organisation REFERENCING OLD TABLE AS changed for each STATEMENT execute function tell_shown();
create trigger shown_new after INSERT on organisation REFERENCING NEW TABLE AS changed for each STATEMENT execute function tell_shown();
-- Of a person her name is shown; the rest changes with every visit.
create trigger site_changed after UPDATE OF name, erased_at on person for each STATEMENT execute function tell_site();
-- Of a person her name is shown; the rest changes with every visit.
create trigger site_changed after INSERT OR DELETE OR UPDATE on product for each STATEMENT execute function tell_site();
-- Of a person her name is shown; the rest changes with every visit.
create trigger site_changed after INSERT OR DELETE OR UPDATE on report for each STATEMENT execute function tell_site();
create trigger request_root before INSERT on request for each ROW execute function request_is_its_root();
create trigger shown_changed after UPDATE on request REFERENCING NEW TABLE AS changed for each STATEMENT execute function tell_shown();
create trigger shown_gone after DELETE on request REFERENCING OLD TABLE AS changed for each STATEMENT execute function tell_shown();
create trigger shown_new after INSERT on request REFERENCING NEW TABLE AS changed for each STATEMENT execute function tell_shown();
-- Of a person her name is shown; the rest changes with every visit.
create trigger site_changed after INSERT OR DELETE OR UPDATE on request for each STATEMENT execute function tell_site();
create trigger shown_changed after UPDATE on request_case REFERENCING NEW TABLE AS changed for each STATEMENT execute function tell_shown();
create trigger shown_gone after DELETE on request_case REFERENCING OLD TABLE AS changed for each STATEMENT execute function tell_shown();
create trigger shown_new after INSERT on request_case REFERENCING NEW TABLE AS changed for each STATEMENT execute function tell_shown();
-- Of a person her name is shown; the rest changes with every visit.
create trigger site_changed after INSERT OR DELETE OR UPDATE on series_host for each STATEMENT execute function tell_site();
-- Of a person her name is shown; the rest changes with every visit.
create trigger site_changed after INSERT OR DELETE OR UPDATE on site_look for each STATEMENT execute function tell_site();
-- Of a person her name is shown; the rest changes with every visit.
create trigger site_changed after INSERT OR DELETE OR UPDATE on site_menu for each STATEMENT execute function tell_site();
-- Of a person her name is shown; the rest changes with every visit.
create trigger site_changed after INSERT OR DELETE OR UPDATE on site_page for each STATEMENT execute function tell_site();
-- Of a person her name is shown; the rest changes with every visit.
create trigger site_changed after INSERT OR DELETE OR UPDATE on story for each STATEMENT execute function tell_site();
-- Of a person her name is shown; the rest changes with every visit.
create trigger site_changed after INSERT OR DELETE OR UPDATE on submission for each STATEMENT execute function tell_site();
-- Of a person her name is shown; the rest changes with every visit.
create trigger site_changed after INSERT OR DELETE OR UPDATE on submission_item for each STATEMENT execute function tell_site();
-- Of a person her name is shown; the rest changes with every visit.
create trigger site_changed after INSERT OR DELETE OR UPDATE on subscription for each STATEMENT execute function tell_site();
-- Of a person her name is shown; the rest changes with every visit.
create trigger site_changed after INSERT OR DELETE OR UPDATE on talk for each STATEMENT execute function tell_site();
-- Of a person her name is shown; the rest changes with every visit.
create trigger site_changed after INSERT OR DELETE OR UPDATE on talk_speaker for each STATEMENT execute function tell_site();
create trigger shown_changed after UPDATE on telling_event REFERENCING NEW TABLE AS changed for each STATEMENT execute function tell_shown();
create trigger shown_gone after DELETE on telling_event REFERENCING OLD TABLE AS changed for each STATEMENT execute function tell_shown();
create trigger shown_new after INSERT on telling_event REFERENCING NEW TABLE AS changed for each STATEMENT execute function tell_shown();
-- Of a person her name is shown; the rest changes with every visit.
create trigger site_changed after INSERT OR DELETE OR UPDATE on telling_event for each STATEMENT execute function tell_site();
create trigger shown_changed after UPDATE on thread REFERENCING NEW TABLE AS changed for each STATEMENT execute function tell_shown_list();
create trigger shown_gone after DELETE on thread REFERENCING OLD TABLE AS changed for each STATEMENT execute function tell_shown_list();
create trigger shown_changed after UPDATE on user_case REFERENCING NEW TABLE AS changed for each STATEMENT execute function tell_shown();
create trigger shown_gone after DELETE on user_case REFERENCING OLD TABLE AS changed for each STATEMENT execute function tell_shown();
create trigger shown_new after INSERT on user_case REFERENCING NEW TABLE AS changed for each STATEMENT execute function tell_shown();
create trigger shown_changed after UPDATE on user_case_source REFERENCING NEW TABLE AS changed for each STATEMENT execute function tell_shown();
create trigger shown_gone after DELETE on user_case_source REFERENCING OLD TABLE AS changed for each STATEMENT execute function tell_shown();
create trigger shown_new after INSERT on user_case_source REFERENCING NEW TABLE AS changed for each STATEMENT execute function tell_shown();
-- Of a person her name is shown; the rest changes with every visit.
create trigger site_changed after INSERT OR DELETE OR UPDATE on vendor_meeting for each STATEMENT execute function tell_site();
-- Of a person her name is shown; the rest changes with every visit.
create trigger site_changed after INSERT OR DELETE OR UPDATE on vendor_question for each STATEMENT execute function tell_site();
create trigger shown_changed after UPDATE on working_group REFERENCING NEW TABLE AS changed for each STATEMENT execute function tell_shown();
create trigger shown_gone after DELETE on working_group REFERENCING OLD TABLE AS changed for each STATEMENT execute function tell_shown();
create trigger shown_new after INSERT on working_group REFERENCING NEW TABLE AS changed for each STATEMENT execute function tell_shown();

-- what is there from the beginning ----------------------------------------------------------------------------------

insert into privacy_notice (version, from_at, wording) values (1, '2026-01-01', jsonb_build_object(
  'en', $$We keep your name, your addresses, where you work and what you write to the lists, so that the group can work together and remember what was said. Other members see your name and your institution beside what you write; your address is shown to those alone who need it. What you write to a list stays in its archive, for those who may read that archive. We pass nothing on, except that what you write is mailed to the subscribers. You can take a copy of all of it with you, and ask for your name or your words to be taken out.$$,
  'de', $$Wir bewahren Ihren Namen, Ihre Adressen, Ihren Arbeitsort und was Sie an die Listen schreiben auf, damit die Gruppe zusammenarbeiten kann und weiß, was gesagt wurde. Andere Mitglieder sehen Ihren Namen und Ihre Einrichtung neben Ihren Beiträgen; Ihre Adresse sehen nur, wer sie braucht. Was Sie an eine Liste schreiben, bleibt in deren Archiv, für alle, die es lesen dürfen. Wir geben nichts weiter, außer dass Ihre Beiträge an die Abonnenten verschickt werden. Sie können von allem eine Kopie mitnehmen und verlangen, dass Ihr Name oder Ihre Worte entfernt werden.$$,
  'fr', $$Nous conservons votre nom, vos adresses, votre lieu de travail et ce que vous écrivez aux listes, pour que le groupe puisse travailler ensemble et se souvenir de ce qui a été dit. Les autres membres voient votre nom et votre établissement à côté de vos messages ; votre adresse n’est montrée qu’à ceux qui en ont besoin. Ce que vous écrivez à une liste reste dans ses archives, pour ceux qui peuvent les lire. Nous ne transmettons rien, sauf vos messages, envoyés aux abonnés. Vous pouvez emporter une copie de tout et demander que votre nom ou vos mots soient retirés.$$,
  'es', $$Guardamos su nombre, sus direcciones, dónde trabaja y lo que escribe a las listas, para que el grupo pueda trabajar junto y recordar lo que se dijo. Los demás miembros ven su nombre y su institución junto a sus mensajes; su dirección solo la ven quienes la necesitan. Lo que escribe a una lista queda en su archivo, para quienes pueden leerlo. No transmitimos nada, salvo que sus mensajes se envían a los suscriptores. Puede llevarse una copia de todo y pedir que se retiren su nombre o sus palabras.$$));
insert into file_guard default values;
