-- Dumped by test/schema.test.ts from the migrated database; for reading, never run.

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

create type document_category as enum ('key', 'minutes', 'report', 'other');

create type document_import_outcome as enum ('new', 'duplicate', 'refused', 'imported', 'left');

create type document_import_state as enum ('reading', 'shown', 'done', 'undone', 'failed');

create type document_state as enum ('live', 'archived', 'withdrawn', 'removed');

create type door as enum ('web', 'mail', 'api', 'cli', 'job');

create type erasure_kind as enum ('person', 'message', 'words', 'attachment');

create type erasure_request_state as enum ('waiting', 'done', 'refused', 'withdrawn');

create type erasure_scope as enum ('name', 'words');

create type event_answer as enum ('open', 'coming', 'online', 'not_coming');

create type event_kind as enum ('conference', 'vendor_meeting', 'user_group_call', 'workshop', 'other');

create type event_presence as enum ('in_person', 'online', 'apologies', 'absent');

create type event_proposal_state as enum ('proposed', 'accepted', 'waiting', 'declined', 'withdrawn');

create type evidence_kind as enum ('staff_page', 'note', 'vouch', 'question', 'federated', 'answer');

create type export_state as enum ('waiting', 'ready', 'failed', 'expired');

create type finding_readers as enum ('group', 'steering', 'public');

create type handover_outcome as enum ('passed', 'follows', 'action');

create type handover_state as enum ('prepared', 'done', 'withdrawn');

create type held_state as enum ('held', 'approved', 'rejected', 'discarded', 'expired');

create type hook_form as enum ('json', 'slack', 'mattermost', 'teams', 'matrix');

create type hook_state as enum ('waiting', 'delivered', 'failed', 'dropped');

create type html_policy as enum ('keep', 'free', 'always', 'text');

create type import_outcome as enum ('repaired', 'duplicate', 'quarantined');

create type inbound_state as enum ('waiting', 'settled', 'parked');

create type incident_kind as enum ('post', 'domain');

create type invitation_state as enum ('waiting', 'accepted', 'declined', 'withdrawn');

create type join_policy as enum ('open', 'confirm', 'vetted', 'closed');

create type letter_way as enum ('now', 'weekly', 'never');

create type link_kind as enum ('related', 'part_of', 'duplicate_of');

create type mail_action as enum ('accept', 'hold', 'reject', 'discard');

create type mail_direction as enum ('in', 'out');

create type measure_kind as enum ('cadence', 'count', 'freshness', 'share', 'seat', 'attendance', 'wait', 'existence', 'attested');

create type meeting_kind as enum ('meeting', 'show_and_tell', 'call', 'conference');

create type meeting_state as enum ('planned', 'held', 'cancelled');

create type merge_state as enum ('open', 'merged', 'dropped', 'undone');

create type minute_kind as enum ('note', 'decision', 'action');

create type minutes_state as enum ('none', 'draft', 'circulated', 'approved');

create type move_outcome as enum ('added', 'known', 'left', 'wrong');

create type move_program as enum ('mailman2', 'mailman3', 'file');

create type naming_state as enum ('waiting', 'confirmed', 'refused', 'withdrawn');

create type news_line_state as enum ('open', 'taken', 'left');

create type news_outlet_kind as enum ('mail', 'wordpress');

create type news_state as enum ('draft', 'ready', 'published', 'withdrawn');

create type news_unit as enum ('week', 'month');

create type nomination_state as enum ('asked', 'accepted', 'declined', 'withdrawn');

create type offer_outcome as enum ('appointed', 'runner_up', 'declined');

create type organisation_kind as enum ('institution', 'consortium', 'vendor', 'affiliate', 'reseller', 'user_group');

create type partstat as enum ('needs-action', 'accepted', 'declined', 'tentative');

create type phase_kind as enum ('submission', 'triage', 'round_one', 'costing', 'round_two', 'commitment');

create type portal_feed_kind as enum ('entries', 'releases');

create type product_stage as enum ('development_partner', 'early_adopter', 'implementing', 'live');

create type quote_consent as enum ('unasked', 'asked', 'no', 'vendor', 'public');

create type reading_state as enum ('waiting', 'read', 'none');

create type receiving as enum ('each', 'none', 'mime_digest', 'plain_digest', 'weekly');

create type recording_consent as enum ('open', 'given', 'refused', 'withdrawn');

create type reply_target as enum ('author', 'list');

create type report_state as enum ('draft', 'final');

create type request_kind as enum ('idea', 'concern');

create type request_stage as enum ('gathering', 'ready', 'submitted', 'answered', 'committed', 'delivered', 'accepted', 'set_aside', 'merged');

create type request_state as enum ('unconfirmed', 'waiting', 'approved', 'rejected', 'expired');

create type role as enum ('administrator', 'steering', 'liaison', 'coordinator', 'deputy', 'member', 'moderator', 'referent', 'vendor_guest');

create type scan_state as enum ('waiting', 'clean', 'infected');

create type sender_kind as enum ('address', 'domain', 'pattern');

create type session_role as enum ('speaker', 'chair', 'panel', 'host');

create type severity as enum ('critical', 'major', 'moderate', 'minor');

create type sign_in_kind as enum ('oidc', 'saml');

create type signing_act as enum ('claimed', 'confirmed', 'corrected', 'disputed');

create type span_unit as enum ('day', 'week', 'month', 'year');

create type step_verdict as enum ('confirmed', 'skipped');

create type story_kind as enum ('challenge', 'success');

create type suggestion_state as enum ('open', 'delivers', 'no');

create type suggestion_verdict as enum ('open', 'yes', 'no');

create type support_state as enum ('proposed', 'standing', 'history', 'withdrawn', 'replaced');

create type support_strength as enum ('must', 'should', 'would_like', 'not_for_us');

create type talk_state as enum ('proposed', 'accepted', 'scheduled', 'given', 'withdrawn', 'declined');

create type telling_choice as enum ('each', 'weekly', 'never');

create type telling_kind as enum ('answer', 'commitment', 'dropped', 'delivery', 'acceptance');

create type theme as enum ('system', 'light', 'dark');

create type topic_choice as enum ('follow', 'mute');

create type upload_state as enum ('shown', 'running', 'done', 'failed');

create type vendor_side as enum ('group', 'vendor');

create type visibility as enum ('group', 'subscribers', 'public');

create type web_import_outcome as enum ('page', 'news', 'known', 'left', 'wrong');

create type web_import_state as enum ('shown', 'taken', 'confirmed', 'undone');

create type wish_reason as enum ('exists', 'roadmap', 'bug', 'other_product', 'out_of_scope');

create type wish_state as enum ('submitted', 'accepted', 'merged', 'set_aside', 'withdrawn');

create type zone_source as enum ('browser', 'institution', 'person');

create table acceptance (
  delivery_id bigint not null,
  case_id bigint not null,
  verdict delivery_verdict not null,
  note text not null default ''::text,
  tester_id bigint,
  at timestamp with time zone not null
);

create table acting (
  id bigint not null generated always as identity,
  session_id text,
  administrator_id bigint not null,
  person_id bigint not null,
  reason text not null,
  began_at timestamp with time zone not null,
  until timestamp with time zone not null,
  ended_at timestamp with time zone
);

create table action (
  id bigint not null generated always as identity,
  group_id bigint,
  title text not null,
  note text not null default ''::text,
  owner_id bigint,
  due_on date,
  state action_state not null default 'open'::action_state,
  source text not null default ''::text,
  source_path text not null default ''::text,
  outcome text not null default ''::text,
  created_at timestamp with time zone not null,
  created_by bigint,
  settled_at timestamp with time zone,
  settled_by bigint,
  reminded_on date
);

create table action_reminder (
  id bigint not null generated always as identity,
  person_id bigint not null,
  sent_at timestamp with time zone not null
);

create table action_reminder_item (
  reminder_id bigint not null,
  n smallint not null,
  action_id bigint not null
);

create table address (
  id bigint not null generated always as identity,
  person_id bigint not null,
  email text not null,
  verified_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  opens_at timestamp with time zone
);

create table address_claim (
  id bigint not null generated always as identity,
  person_id bigint not null,
  email text not null,
  claimed_at timestamp with time zone not null
);

create table affiliation (
  id bigint not null generated always as identity,
  person_id bigint not null,
  organisation_id bigint not null,
  from_on date,
  to_on date,
  basis text,
  confirmed_at timestamp with time zone,
  asked_at timestamp with time zone,
  asks smallint not null default 0,
  suspended_at timestamp with time zone,
  suspended_why text not null default ''::text,
  issuer text not null default ''::text,
  doubted_at timestamp with time zone
);

create table affirmation (
  id bigint not null generated always as identity,
  group_id bigint not null,
  name text not null,
  opened_by bigint,
  opened_at timestamp with time zone not null,
  closes_on date not null,
  closed_at timestamp with time zone
);

create table agenda_item (
  id bigint not null generated always as identity,
  meeting_id bigint not null,
  "position" integer not null,
  title text not null,
  note text not null default ''::text,
  minutes smallint,
  state agenda_state not null default 'open'::agenda_state,
  internal boolean not null default false,
  source text not null default ''::text,
  source_path text not null default ''::text,
  person_id bigint,
  carried_to bigint,
  created_at timestamp with time zone not null
);

create table alarm (
  key text not null,
  since timestamp with time zone not null,
  told_at timestamp with time zone not null
);

create table answer (
  id bigint not null generated always as identity,
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
  given_at timestamp with time zone not null,
  link text not null default ''::text,
  recorded_by bigint,
  recorded_at timestamp with time zone not null,
  readers visibility not null default 'group'::visibility,
  readers_from timestamp with time zone not null,
  fingerprint text not null,
  reviewed_at timestamp with time zone
);

create table answer_cost (
  id bigint not null generated always as identity,
  group_id bigint not null,
  request_id bigint not null,
  item_id bigint,
  points integer not null,
  note text not null default ''::text,
  given_by bigint,
  given_at timestamp with time zone not null
);

create table answer_draft (
  item_id bigint not null,
  given jsonb not null,
  author_id bigint,
  written_at timestamp with time zone not null,
  reviewed_by bigint,
  reviewed_at timestamp with time zone
);

create table answer_return (
  id bigint not null generated always as identity,
  submission_id bigint not null,
  door answer_door not null,
  filename text not null default ''::text,
  person_id bigint,
  at timestamp with time zone not null,
  rows jsonb not null
);

create table api_answer (
  token_id bigint not null,
  key text not null,
  request bytea not null,
  at timestamp with time zone not null,
  status smallint,
  headers jsonb,
  body text
);

create table api_token (
  id bigint not null generated always as identity,
  person_id bigint not null,
  name text not null,
  hash bytea,
  scopes text[] not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  client_id bigint,
  agreement bytea
);

create table appointment (
  id bigint not null generated always as identity,
  person_id bigint not null,
  role role not null,
  group_id bigint,
  community_id bigint,
  formal boolean not null default false,
  from_on date,
  to_on date,
  organisation_id bigint,
  stand_in boolean not null default false,
  by_year boolean not null default false,
  how text not null default ''::text,
  to_unknown boolean not null default false,
  role_name_id bigint,
  stands_for bigint
);

create table attachment (
  id bigint not null generated always as identity,
  message_id bigint not null,
  "position" smallint not null,
  filename text not null,
  type text not null,
  size integer not null,
  sha256 bytea not null,
  inline boolean not null
);

create table attendance_rule (
  id bigint not null generated always as identity,
  group_id bigint,
  community_id bigint,
  kind meeting_kind not null,
  formal_only boolean not null default true,
  per_year smallint,
  share_percent smallint,
  note text not null default ''::text,
  changed_at timestamp with time zone not null,
  changed_by bigint
);

create table auth_account (
  id text not null,
  user_id text not null,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  access_token_expires_at timestamp with time zone,
  refresh_token_expires_at timestamp with time zone,
  scope text,
  id_token text,
  password text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now()
);

create table auth_session (
  id text not null,
  user_id text not null,
  token text not null,
  expires_at timestamp with time zone not null,
  ip_address text,
  user_agent text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  how text not null default 'code'::text,
  network text
);

create table auth_user (
  id text not null,
  person_id bigint not null,
  name text not null,
  email text not null,
  email_verified boolean not null default false,
  image text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now()
);

create table auth_verification (
  id text not null,
  identifier text not null,
  value text not null,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now()
);

create table backup_run (
  id bigint not null generated always as identity,
  began_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  file text not null default ''::text,
  bytes bigint,
  error text not null default ''::text
);

create table ballot (
  id bigint not null generated always as identity,
  group_id bigint not null,
  cycle_id bigint,
  phase phase_kind,
  kind ballot_kind not null,
  title text not null,
  question text not null default ''::text,
  form ballot_form not null,
  budget integer,
  most integer,
  capacity integer,
  seats integer,
  rule text not null,
  settings jsonb not null default '{}'::jsonb,
  ties text not null default 'lot'::text,
  tie_order integer[] not null default '{}'::integer[],
  seed_hash text,
  seed text,
  secrecy ballot_secrecy not null,
  electorate ballot_electorate not null,
  record_on date not null,
  quorum smallint,
  by_consent boolean not null default false,
  role role,
  term_from date,
  term_to date,
  nominations_until timestamp with time zone,
  zone text not null,
  opens_at timestamp with time zone not null,
  closes_at timestamp with time zone not null,
  opened_at timestamp with time zone,
  closed_at timestamp with time zone,
  state ballot_state not null default 'preparing'::ballot_state,
  rehearsal_of bigint,
  public_key bytea,
  account jsonb,
  decision text not null default ''::text,
  decided_at timestamp with time zone,
  created_at timestamp with time zone not null,
  created_by bigint,
  called_off_at timestamp with time zone,
  called_off_by bigint,
  called_off_reason text not null default ''::text,
  anew_of bigint,
  vote_on bigint
);

create table ballot_extension (
  id bigint not null generated always as identity,
  cycle_id bigint,
  phase phase_kind,
  ballot_id bigint,
  from_at timestamp with time zone not null,
  to_at timestamp with time zone not null,
  reason text not null,
  made_by bigint,
  made_at timestamp with time zone not null,
  opens_from timestamp with time zone,
  opens_to timestamp with time zone
);

create table ballot_host (
  ballot_id bigint not null,
  community_id bigint not null
);

create table ballot_key (
  ballot_id bigint not null,
  sealed bytea not null
);

create table ballot_mail (
  id bigint not null generated always as identity,
  voter_id bigint not null,
  person_id bigint not null,
  made_at timestamp with time zone not null
);

create table ballot_notice (
  ballot_id bigint not null,
  kind text not null,
  person_id bigint not null,
  voter_id bigint,
  sent_at timestamp with time zone not null
);

create table ballot_option (
  id bigint not null generated always as identity,
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
  asked_by bigint[] not null default '{}'::bigint[],
  published_version integer
);

create table ballot_result (
  ballot_id bigint not null,
  rule text not null,
  chosen boolean not null,
  settings jsonb not null,
  result jsonb not null
);

create table ban (
  id bigint not null generated always as identity,
  list_id bigint,
  kind sender_kind not null,
  value text not null,
  reason text not null default ''::text,
  until date,
  created_at timestamp with time zone not null,
  created_by bigint
);

create table basis_ask (
  person_id bigint not null,
  asked_at timestamp with time zone not null,
  asks smallint not null default 1,
  excused_at timestamp with time zone,
  excused_by bigint
);

create unlogged table begun (
  id bigint not null generated always as identity,
  kind text not null,
  numbers int8multirange not null,
  ends integer not null,
  at timestamp with time zone not null
);

create table belonging (
  id bigint not null generated always as identity,
  organisation_id bigint not null,
  parent_id bigint not null,
  from_on date,
  to_on date
);

create table board_view (
  id bigint not null generated always as identity,
  group_id bigint not null,
  person_id bigint not null,
  name text not null,
  query text not null,
  shared boolean not null default false,
  created_at timestamp with time zone not null
);

create table bounce (
  id bigint not null generated always as identity,
  inbound_id bigint,
  delivery_id bigint,
  kind text not null,
  email text not null,
  class text not null,
  permanent boolean not null,
  status text,
  diagnostic text not null default ''::text,
  at timestamp with time zone not null,
  incident_id bigint
);

create table brief (
  id bigint not null generated always as identity,
  group_id bigint not null,
  title text not null,
  purpose text not null default ''::text,
  champion_id bigint not null,
  created_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  drafted_at timestamp with time zone
);

create table brief_quote (
  brief_id bigint not null,
  request_id bigint not null,
  case_id bigint not null
);

create table brief_request (
  brief_id bigint not null,
  request_id bigint not null,
  "position" integer not null,
  ask text not null default ''::text,
  evidence text not null default ''::text
);

create table brief_version (
  id bigint not null generated always as identity,
  brief_id bigint not null,
  number integer not null,
  content jsonb not null,
  made_by bigint,
  made_at timestamp with time zone not null
);

create table calendar_feed (
  id bigint not null generated always as identity,
  person_id bigint not null,
  token_hash bytea not null,
  created_at timestamp with time zone not null,
  used_at timestamp with time zone,
  revoked_at timestamp with time zone
);

create table capacity (
  id bigint not null generated always as identity,
  group_id bigint not null,
  product_id bigint not null,
  year smallint not null,
  points integer not null,
  note text not null default ''::text
);

create table case_number (
  id bigint not null generated always as identity,
  request_id bigint,
  case_id bigint,
  number text not null,
  link text not null default ''::text
);

create table case_suggestion (
  message_id bigint not null,
  list_id bigint not null,
  score real not null,
  reasons jsonb not null,
  verdict suggestion_verdict not null default 'open'::suggestion_verdict,
  decided_by bigint,
  decided_at timestamp with time zone,
  suggested_at timestamp with time zone not null
);

create table case_word (
  list_id bigint not null,
  word text not null,
  yes integer not null default 0,
  no integer not null default 0
);

create table charter_clause (
  id bigint not null generated always as identity,
  version_id bigint not null,
  line_id bigint not null,
  number text not null,
  kind clause_kind not null,
  "position" integer not null,
  text text not null,
  revision integer not null default 1,
  heading text not null default ''::text,
  kind_guessed boolean not null default false
);

create table charter_digest (
  group_id bigint not null,
  month date not null,
  states jsonb not null,
  made_at timestamp with time zone not null,
  letters integer not null default 0
);

create table charter_notice (
  version_id bigint not null,
  days integer not null,
  review_on date not null,
  sent_at timestamp with time zone not null
);

create table charter_version (
  id bigint not null generated always as identity,
  group_id bigint not null,
  number integer not null,
  preamble text not null default ''::text,
  note text not null default ''::text,
  version integer not null default 1,
  made_at timestamp with time zone not null,
  made_by bigint,
  changed_at timestamp with time zone not null,
  adopted_at timestamp with time zone,
  adopted_by bigint,
  decision_id bigint,
  in_force_on date,
  review_on date
);

create table clause_attestation (
  id bigint not null generated always as identity,
  line_id bigint not null,
  on_day date not null,
  title text not null,
  link text not null,
  made_at timestamp with time zone not null,
  made_by bigint,
  removed_at timestamp with time zone
);

create table clause_line (
  id bigint not null generated always as identity,
  group_id bigint not null,
  readers finding_readers not null default 'group'::finding_readers
);

create table clause_measure (
  id bigint not null generated always as identity,
  clause_id bigint not null,
  "position" integer not null,
  kind measure_kind not null,
  subject text not null,
  every_n integer,
  every_unit span_unit,
  target integer,
  grace_days integer not null default 0,
  role role,
  series_id bigint
);

create table clause_waiver (
  id bigint not null generated always as identity,
  line_id bigint not null,
  from_on date not null,
  to_on date not null,
  reason text not null,
  decision_id bigint,
  made_at timestamp with time zone not null,
  made_by bigint,
  ended_at timestamp with time zone
);

create table commitment (
  id bigint not null generated always as identity,
  group_id bigint not null,
  product_id bigint not null,
  request_id bigint not null,
  answer_id bigint,
  year smallint not null,
  points integer not null,
  due_on date,
  made_by bigint,
  made_at timestamp with time zone not null,
  state commitment_state not null default 'committed'::commitment_state,
  settled_on date,
  settled_by bigint,
  reason text not null default ''::text,
  carried_from bigint,
  option_id bigint
);

create table commitment_pilot (
  commitment_id bigint not null,
  organisation_id bigint not null,
  named_by bigint,
  named_at timestamp with time zone not null
);

create table community (
  id bigint not null generated always as identity,
  slug text not null,
  name text not null,
  member_noun text not null default 'institution'::text,
  member_words jsonb not null default '{}'::jsonb,
  uses_directories boolean not null default false,
  checks_students boolean not null default false
);

create table consent (
  id bigint not null generated always as identity,
  person_id bigint,
  request_id bigint,
  version integer not null,
  wording_sha256 bytea not null,
  agreed_at timestamp with time zone not null,
  via door not null
);

create table consortium_choice (
  cycle_id bigint not null,
  organisation_id bigint not null,
  as_one boolean not null,
  chosen_by bigint,
  chosen_at timestamp with time zone not null
);

create table contract (
  id bigint not null generated always as identity,
  organisation_id bigint not null,
  product_id bigint not null,
  from_on date not null,
  to_on date
);

create table correspondence (
  id bigint not null generated always as identity,
  address_id bigint not null,
  counterpart text not null,
  counterpart_name text not null default ''::text,
  subject text not null,
  state correspondence_state not null default 'open'::correspondence_state,
  owner_id bigint,
  answer_by date,
  about text not null default ''::text,
  first_at timestamp with time zone not null,
  last_at timestamp with time zone not null,
  mails integer not null default 0,
  late_told date
);

create table correspondence_import (
  id bigint not null generated always as identity,
  address_id bigint not null,
  person_id bigint,
  file text not null,
  imported integer not null default 0,
  repaired integer not null default 0,
  duplicate integer not null default 0,
  quarantined integer not null default 0,
  begun_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  undone_by bigint,
  undone_at timestamp with time zone,
  undone jsonb,
  file_id bigint,
  own_emails text[] not null default '{}'::text[],
  error text,
  stopped_at timestamp with time zone
);

create table correspondence_mail (
  id bigint not null generated always as identity,
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
  person_id bigint,
  letter_id bigint,
  kept_back text not null default ''::text,
  imported boolean not null default false,
  sent_at timestamp with time zone not null,
  kept_at timestamp with time zone not null,
  import_id bigint,
  files jsonb
);

create table cycle (
  id bigint not null generated always as identity,
  group_id bigint not null,
  title text not null,
  note text not null default ''::text,
  zone text not null,
  created_at timestamp with time zone not null,
  created_by bigint
);

create table cycle_host (
  cycle_id bigint not null,
  community_id bigint not null
);

create table cycle_phase (
  cycle_id bigint not null,
  kind phase_kind not null,
  opens_at timestamp with time zone not null,
  closes_at timestamp with time zone not null,
  opened_at timestamp with time zone,
  closed_at timestamp with time zone
);

create table date_poll (
  id bigint not null generated always as identity,
  slug text not null,
  title text not null,
  series_id bigint,
  zone text not null,
  minutes smallint not null,
  place text not null default ''::text,
  note text not null default ''::text,
  closes_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  meeting_id bigint,
  created_at timestamp with time zone not null,
  created_by bigint,
  guests_see_names boolean not null default false,
  public boolean not null default true
);

create table date_poll_answer (
  slot_id bigint not null,
  person_id bigint not null,
  answer availability not null,
  at timestamp with time zone not null
);

create table date_poll_host (
  poll_id bigint not null,
  group_id bigint,
  community_id bigint
);

create table date_poll_invitation (
  id bigint not null generated always as identity,
  poll_id bigint not null,
  person_id bigint not null,
  email text not null,
  guest boolean not null default false,
  comment text not null default ''::text,
  invited_at timestamp with time zone not null,
  told_at timestamp with time zone,
  reminded_at timestamp with time zone,
  withdrawn_at timestamp with time zone
);

create table date_poll_slot (
  id bigint not null generated always as identity,
  poll_id bigint not null,
  starts_at timestamp with time zone not null
);

create table decision (
  id bigint not null generated always as identity,
  number integer not null,
  group_id bigint,
  community_id bigint,
  meeting_id bigint,
  text text not null,
  rationale text not null default ''::text,
  decided_on date not null,
  review_on date,
  reviewed_at timestamp with time zone,
  superseded_by bigint,
  votes_for integer,
  votes_against integer,
  abstained integer,
  internal boolean not null default false,
  source text not null default ''::text,
  source_path text not null default ''::text,
  created_at timestamp with time zone not null,
  created_by bigint,
  review_told_on date
);

create table delivery (
  id bigint not null generated always as identity,
  message_id bigint,
  letter_id bigint,
  subscription_id bigint,
  email text not null,
  domain text not null,
  state delivery_state not null default 'queued'::delivery_state,
  attempts smallint not null default 0,
  queued_at timestamp with time zone not null,
  next_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  code smallint,
  answer text
);

create table delivery_claim (
  id bigint not null generated always as identity,
  group_id bigint not null,
  request_id bigint not null,
  release_id bigint not null,
  commitment_id bigint,
  said_by bigint,
  said_at timestamp with time zone not null,
  verdict delivery_verdict,
  closed_by bigint,
  closed_at timestamp with time zone,
  note text not null default ''::text,
  stage_before request_stage
);

create table delivery_report (
  id bigint not null generated always as identity,
  kind text not null,
  reporter text not null,
  number text not null,
  organisation text not null,
  from_at timestamp with time zone not null,
  until_at timestamp with time zone not null,
  good bigint not null,
  bad bigint not null,
  refused bigint not null,
  details jsonb not null
);

create table device (
  id bigint not null generated always as identity,
  person_id bigint not null,
  key_hash bytea not null,
  first_at timestamp with time zone not null,
  last_at timestamp with time zone not null
);

create table digest_issue (
  id bigint not null generated always as identity,
  list_id bigint not null,
  volume smallint not null,
  number integer not null,
  after_id bigint not null,
  last_id bigint not null,
  made_at timestamp with time zone not null
);

create table document (
  id bigint not null generated always as identity,
  slug text not null,
  group_id bigint,
  community_id bigint,
  title text not null,
  category document_category not null default 'other'::document_category,
  visibility visibility not null default 'group'::visibility,
  owner_role role not null default 'coordinator'::role,
  state document_state not null default 'live'::document_state,
  state_reason text not null default ''::text,
  state_at timestamp with time zone,
  language text not null default 'en'::text,
  dated_on date not null,
  review_months smallint,
  review_on date,
  review_told smallint,
  keep_months smallint,
  keep_until date,
  approved_number integer,
  meeting_id bigint,
  created_at timestamp with time zone not null,
  created_by bigint
);

create table document_approval (
  version_id bigint not null,
  way approval_way not null,
  decision_id bigint,
  meeting_id bigint,
  role text not null default ''::text,
  approved_on date not null,
  at timestamp with time zone not null,
  person_id bigint,
  readers visibility not null default 'group'::visibility
);

create table document_import (
  id bigint not null generated always as identity,
  group_id bigint not null,
  person_id bigint,
  visibility visibility not null default 'group'::visibility,
  source text not null default ''::text,
  state document_import_state not null default 'reading'::document_import_state,
  created_at timestamp with time zone not null,
  done_at timestamp with time zone,
  done_by bigint,
  undone_at timestamp with time zone,
  settled_at timestamp with time zone,
  files_done integer not null default 0,
  bytes_done bigint not null default 0,
  bytes_all bigint not null default 0,
  error text not null default ''::text,
  undone_by bigint,
  undone jsonb,
  stopped_at timestamp with time zone
);

create table document_import_file (
  id bigint not null generated always as identity,
  import_id bigint not null,
  path text not null,
  size bigint not null,
  sha256 bytea,
  file_id bigint,
  title text not null default ''::text,
  category document_category not null default 'other'::document_category,
  dated_on date,
  dated_from text not null default ''::text,
  words text not null default ''::text,
  reading_note text not null default ''::text,
  outcome document_import_outcome not null,
  reason text not null default ''::text,
  document_id bigint
);

create table document_import_source (
  id bigint not null generated always as identity,
  import_id bigint not null,
  file_id bigint not null
);

create table document_review (
  id bigint not null generated always as identity,
  document_id bigint not null,
  number integer not null,
  note text not null default ''::text,
  next_on date,
  at timestamp with time zone not null,
  person_id bigint
);

create table document_version (
  id bigint not null generated always as identity,
  document_id bigint not null,
  number integer not null,
  body text,
  file_id bigint,
  words text not null default ''::text,
  reading reading_state not null default 'read'::reading_state,
  reading_note text not null default ''::text,
  note text not null default ''::text,
  made_at timestamp with time zone not null,
  made_by bigint,
  erased_at timestamp with time zone
);

create table draft (
  id bigint not null generated always as identity,
  person_id bigint not null,
  place text not null,
  fields jsonb not null,
  saved_at timestamp with time zone not null,
  returned_at timestamp with time zone
);

create table erased_message (
  erasure_id bigint not null,
  message_id bigint not null
);

create table erasure (
  id bigint not null generated always as identity,
  key uuid not null,
  kind erasure_kind not null,
  person_id bigint,
  scope erasure_scope,
  list_id bigint,
  message_id text,
  variant smallint,
  words smallint,
  mac bytea,
  sha256 bytea,
  reason text not null default ''::text,
  at timestamp with time zone not null,
  by_id bigint,
  figures jsonb not null default '{}'::jsonb
);

create table erasure_request (
  id bigint not null generated always as identity,
  person_id bigint not null,
  scope erasure_scope not null,
  note text not null default ''::text,
  state erasure_request_state not null default 'waiting'::erasure_request_state,
  asked_at timestamp with time zone not null,
  decided_at timestamp with time zone,
  decided_by bigint,
  reason text not null default ''::text
);

create table event (
  id bigint not null generated always as identity,
  slug text not null,
  title text not null,
  kind event_kind not null,
  summary text not null default ''::text,
  first_on date not null,
  last_on date not null,
  zone text not null,
  place text not null default ''::text,
  online boolean not null default false,
  website text not null default ''::text,
  public boolean not null default true,
  expects_formal boolean not null default false,
  uid text not null,
  sequence integer not null default 0,
  cancelled_at timestamp with time zone,
  cancelled_reason text not null default ''::text,
  call_text text not null default ''::text,
  call_opens_on date,
  call_closes_on date,
  decisions_told_at timestamp with time zone,
  created_at timestamp with time zone not null,
  created_by bigint,
  changed_at timestamp with time zone not null
);

create table event_host (
  event_id bigint not null,
  group_id bigint,
  community_id bigint
);

create table event_participation (
  id bigint not null generated always as identity,
  event_id bigint not null,
  person_id bigint not null,
  roles text[] not null default '{}'::text[],
  expected boolean not null default false,
  from_on date,
  to_on date,
  answer event_answer not null default 'open'::event_answer,
  answered_at timestamp with time zone,
  presence event_presence,
  reason text not null default ''::text,
  invited_at timestamp with time zone,
  noted_at timestamp with time zone,
  noted_by bigint
);

create table event_proposal (
  id bigint not null generated always as identity,
  event_id bigint not null,
  person_id bigint not null,
  title text not null,
  text text not null default ''::text,
  with_whom text not null default ''::text,
  minutes smallint not null default 30,
  state event_proposal_state not null default 'proposed'::event_proposal_state,
  proposed_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  decided_at timestamp with time zone,
  decided_by bigint,
  reason text not null default ''::text,
  told_at timestamp with time zone,
  session_id bigint
);

create table event_review (
  proposal_id bigint not null,
  person_id bigint not null,
  score smallint not null,
  comment text not null default ''::text,
  at timestamp with time zone not null
);

create table event_session (
  id bigint not null generated always as identity,
  event_id bigint not null,
  title text not null,
  summary text not null default ''::text,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  room text not null default ''::text,
  presented boolean not null default false,
  talk_id bigint,
  link text not null default ''::text
);

create table event_session_file (
  id bigint not null generated always as identity,
  session_id bigint not null,
  file_id bigint not null,
  person_id bigint,
  added_at timestamp with time zone not null,
  removed_at timestamp with time zone
);

create table event_session_speaker (
  id bigint not null generated always as identity,
  session_id bigint not null,
  person_id bigint,
  guest_name text not null default ''::text,
  guest_from text not null default ''::text,
  role session_role not null default 'speaker'::session_role
);

create table federated_identity (
  id bigint not null generated always as identity,
  person_id bigint not null,
  provider text not null,
  subject text not null,
  email text not null,
  linked_at timestamp with time zone not null,
  used_at timestamp with time zone,
  issuer text not null
);

create table federation (
  id bigint not null generated always as identity,
  slug text not null,
  label text not null,
  kind text not null,
  address text not null,
  directory text not null default ''::text,
  certificates text[] not null,
  assured boolean not null default false,
  enabled boolean not null default false,
  etag text not null default ''::text,
  modified text not null default ''::text,
  read_at timestamp with time zone,
  next_at timestamp with time zone not null,
  problem text not null default ''::text,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null
);

create table federation_idp (
  id bigint not null generated always as identity,
  federation_id bigint not null,
  entity_id text not null,
  names jsonb not null,
  sought text not null,
  scopes text[] not null default '{}'::text[],
  login text not null default ''::text,
  certificates text[] not null default '{}'::text[],
  categories text[] not null default '{}'::text[],
  signs boolean not null default false,
  valid_until timestamp with time zone,
  read_at timestamp with time zone
);

create table file (
  id bigint not null generated always as identity,
  content_id bigint not null,
  name text not null,
  person_id bigint,
  created_at timestamp with time zone not null
);

create table file_chunk (
  content_id bigint not null,
  n integer not null,
  bytes bytea not null
);

create table file_content (
  id bigint not null generated always as identity,
  sha256 bytea,
  size bigint not null default 0,
  type text not null default 'application/octet-stream'::text,
  kept_at timestamp with time zone not null,
  erased_at timestamp with time zone,
  scan scan_state,
  scanned_at timestamp with time zone,
  scan_found text not null default ''::text,
  stored_at timestamp with time zone
);

create table file_guard (
  one boolean not null default true,
  scanning boolean not null default false
);

create table file_object (
  sha256 bytea not null,
  put_at timestamp with time zone not null,
  unused_at timestamp with time zone
);

create table file_text (
  id bigint not null generated always as identity,
  sha256 bytea not null,
  state reading_state not null default 'waiting'::reading_state,
  words text not null default ''::text,
  note text not null default ''::text,
  tries smallint not null default 0
);

create table first_step (
  group_id bigint not null,
  step text not null,
  verdict step_verdict not null,
  reason text not null default ''::text,
  person_id bigint,
  at timestamp with time zone not null
);

create table follow (
  id bigint not null generated always as identity,
  list_id bigint not null,
  address text not null,
  begun_at timestamp with time zone not null,
  begun_by bigint,
  moved_at timestamp with time zone,
  was_emergency boolean not null,
  archived integer not null default 0,
  last_at timestamp with time zone
);

create table follow_notice (
  id bigint not null generated always as identity,
  follow_id bigint not null,
  inbound_id bigint not null,
  from_email text not null,
  reply_to text not null,
  subject text not null,
  text text not null,
  message_id text not null,
  came_at timestamp with time zone not null,
  answered_at timestamp with time zone,
  answered_by bigint,
  proven boolean
);

create table follow_sender (
  follow_id bigint not null,
  domain text not null,
  last_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  accepted_by bigint
);

create table ghost (
  list_id bigint not null,
  message_id text not null,
  thread_id bigint not null
);

create table group_community (
  group_id bigint not null,
  community_id bigint not null
);

create table handover (
  id bigint not null generated always as identity,
  group_id bigint not null,
  role role not null,
  from_id bigint not null,
  to_id bigint not null,
  note text not null default ''::text,
  state handover_state not null default 'prepared'::handover_state,
  begun_at timestamp with time zone not null,
  begun_by bigint,
  settled_at timestamp with time zone,
  settled_by bigint
);

create table handover_item (
  id bigint not null generated always as identity,
  handover_id bigint not null,
  kind text not null,
  title text not null,
  path text not null default ''::text,
  outcome handover_outcome not null,
  action_id bigint
);

create table held_mail (
  id bigint not null generated always as identity,
  inbound_id bigint not null,
  list_id bigint not null,
  reason text not null,
  from_name text not null,
  from_email text not null,
  subject text not null,
  held_at timestamp with time zone not null,
  state held_state not null default 'held'::held_state,
  decided_at timestamp with time zone,
  decided_by bigint,
  note text not null default ''::text,
  claimed_by bigint,
  claimed_at timestamp with time zone,
  memo text not null default ''::text,
  tell_author boolean not null default false,
  reminded_at timestamp with time zone,
  released_at timestamp with time zone
);

create table held_notice (
  id bigint not null generated always as identity,
  held_id bigint not null,
  person_id bigint not null,
  sent_at timestamp with time zone not null
);

create table import_finding (
  import_id bigint not null,
  at_byte bigint not null,
  bytes bigint not null,
  outcome import_outcome not null,
  reason text not null,
  message_id bigint,
  raw_id bigint
);

create table import_row (
  id bigint not null generated always as identity,
  move_id bigint,
  sheet_id bigint,
  thing text not null,
  row_id bigint not null,
  was jsonb,
  became jsonb
);

create table inbound (
  id bigint not null generated always as identity,
  received_at timestamp with time zone not null default now(),
  mail_from text not null,
  rcpt_to text[] not null,
  peer text,
  helo text,
  by_front boolean not null default false,
  via door not null default 'mail'::door,
  person_id bigint,
  raw_id bigint not null,
  state inbound_state not null default 'waiting'::inbound_state,
  attempts smallint not null default 0,
  not_before timestamp with time zone not null default '-infinity'::timestamp with time zone,
  fate text,
  error text,
  settled_at timestamp with time zone,
  proof text
);

create table incident (
  id bigint not null generated always as identity,
  list_id bigint not null,
  kind incident_kind not null,
  subject text not null,
  class text not null,
  words text not null,
  failures integer not null,
  first_at timestamp with time zone not null,
  last_at timestamp with time zone not null,
  told_at timestamp with time zone,
  closed_at timestamp with time zone
);

create table inner_poll (
  voter_id bigint not null,
  note text not null default ''::text,
  opened_by bigint,
  opened_at timestamp with time zone not null,
  closes_at timestamp with time zone not null,
  closed_at timestamp with time zone
);

create table invitation (
  id bigint not null generated always as identity,
  list_id bigint not null,
  email text not null,
  name text not null default ''::text,
  words text not null default ''::text,
  state invitation_state not null default 'waiting'::invitation_state,
  invited_by bigint,
  invited_at timestamp with time zone not null,
  answered_at timestamp with time zone
);

create table invitee (
  id bigint not null generated always as identity,
  meeting_id bigint,
  poll_id bigint,
  person_id bigint,
  group_id bigint,
  community_id bigint,
  role role,
  added_at timestamp with time zone not null,
  added_by bigint,
  revoked_at timestamp with time zone
);

create table job_end (
  job_id bigint not null,
  try integer not null,
  cut_off integer not null
);

create table journal (
  id bigint not null generated always as identity,
  at timestamp with time zone not null,
  person_id bigint,
  behind_id bigint,
  via door not null,
  action text not null,
  subject text not null,
  group_id bigint,
  details jsonb not null default '{}'::jsonb
);

create table journal_file (
  id bigint not null generated always as identity,
  name text not null,
  place text not null,
  in_store boolean not null default false,
  first bigint not null,
  last bigint not null,
  hash_before bytea not null,
  hash bytea not null,
  from_at timestamp with time zone not null,
  to_at timestamp with time zone not null,
  size bigint not null,
  sha256 bytea not null,
  moved_at timestamp with time zone not null
);

create table journal_link (
  "position" bigint not null,
  journal_id bigint not null,
  hash bytea not null
);

create table journal_outside (
  subject text not null,
  file_id bigint not null,
  group_id bigint not null,
  lines integer not null
);

create table known_domain (
  domain text not null,
  institution_id bigint not null
);

create table known_institution (
  id bigint not null generated always as identity,
  source text not null,
  key text not null,
  name text not null,
  names text[] not null default '{}'::text[],
  country character(2),
  website text not null default ''::text,
  ror text,
  kept_at timestamp with time zone not null
);

create table last_digest (
  id bigint not null generated always as identity,
  subscription_id bigint not null,
  receiving receiving not null,
  after_id bigint not null,
  last_id bigint not null,
  done_at timestamp with time zone
);

create table letter (
  id bigint not null generated always as identity,
  kind text not null,
  person_id bigint,
  list_id bigint,
  subject text not null,
  bytes bytea not null,
  created_at timestamp with time zone not null,
  key text,
  secret boolean not null default true,
  sealed boolean not null default false,
  size integer,
  sha256 bytea,
  expires_at timestamp with time zone
);

create table letter_choice (
  person_id bigint not null,
  kind text not null,
  way letter_way not null
);

create table letter_mute (
  person_id bigint not null,
  subject text not null,
  muted_at timestamp with time zone not null
);

create table likeness (
  id bigint not null generated always as identity,
  group_id bigint not null,
  kind text not null,
  subject_id bigint not null,
  request_id bigint not null,
  same boolean not null,
  said_by bigint,
  said_at timestamp with time zone not null
);

create table likeness_index (
  group_id bigint not null,
  part smallint not null,
  key text not null,
  made_at timestamp with time zone not null,
  data bytea not null
);

create table list (
  id bigint not null generated always as identity,
  group_id bigint not null,
  name text not null,
  title text not null,
  description text not null default ''::text,
  language text not null default 'en'::text,
  archive archive_access not null default 'subscribers'::archive_access,
  join_policy join_policy not null default 'confirm'::join_policy,
  max_size integer not null default 26214400,
  created_at timestamp with time zone not null default now(),
  approval approval_policy not null default 'never'::approval_policy,
  rules jsonb,
  emergency boolean not null default false,
  remind_days smallint not null default 2,
  expire_days smallint not null default 14,
  subject_prefix text not null default ''::text,
  footer text not null default ''::text,
  replies_to reply_target not null default 'author'::reply_target,
  html html_policy not null default 'free'::html_policy,
  link_above_kb integer,
  link_types text[] not null default '{}'::text[],
  drop_types text[] not null default '{}'::text[],
  receiving receiving not null default 'each'::receiving,
  digest_kb integer not null default 300,
  digest_messages integer not null default 60,
  digest_hour smallint not null default 5,
  digest_zone text not null default 'UTC'::text,
  digested_at timestamp with time zone,
  tell_changes boolean not null default false,
  changes_told_at timestamp with time zone,
  proven_senders boolean not null default false,
  closed_at timestamp with time zone,
  leave_line boolean not null default false,
  saved_replies text not null default ''::text,
  moves_here boolean not null default false
);

create table list_community (
  list_id bigint not null,
  community_id bigint not null
);

create table list_month (
  list_id bigint not null,
  month date not null,
  messages integer not null,
  threads integer not null default 0
);

create table list_move (
  id bigint not null generated always as identity,
  list_id bigint not null,
  program move_program not null,
  source text not null,
  fingerprint bytea not null,
  person_id bigint,
  departing jsonb,
  plan jsonb not null,
  choices jsonb not null default '{}'::jsonb,
  begun_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  error text,
  undo_begun_at timestamp with time zone,
  undone_by bigint,
  undone_at timestamp with time zone,
  undone jsonb
);

create table list_move_item (
  move_id bigint not null,
  kind text not null,
  key text not null,
  outcome move_outcome not null,
  reason text not null default ''::text
);

create table list_sender (
  id bigint not null generated always as identity,
  list_id bigint not null,
  kind sender_kind not null default 'address'::sender_kind,
  value text not null,
  action mail_action not null,
  created_at timestamp with time zone not null,
  created_by bigint
);

create table mail_command (
  id bigint not null generated always as identity,
  subscription_id bigint not null,
  commands text[] not null,
  asked_at timestamp with time zone not null,
  done_at timestamp with time zone
);

create table mail_import (
  id bigint not null generated always as identity,
  list_id bigint not null,
  person_id bigint,
  file text not null,
  sha256 bytea not null,
  size bigint not null,
  read_to bigint not null default 0,
  imported integer not null default 0,
  repaired integer not null default 0,
  duplicate integer not null default 0,
  quarantined integer not null default 0,
  begun_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  move_id bigint,
  undo_begun_at timestamp with time zone,
  undone_by bigint,
  undo_to bigint not null default 0,
  undo_gone integer not null default 0,
  undo_left integer not null default 0,
  undone_at timestamp with time zone,
  header_charset text not null default ''::text
);

create table mail_taken (
  sha256 bytea not null,
  at timestamp with time zone not null
);

create table meeting (
  id bigint not null generated always as identity,
  slug text not null,
  series_id bigint,
  series_on date,
  title text not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  zone text not null,
  place text not null default ''::text,
  state meeting_state not null default 'planned'::meeting_state,
  public boolean not null default true,
  uid text not null,
  sequence integer not null default 0,
  version integer not null default 1,
  quorum_percent smallint not null default 0,
  agenda_days smallint not null default 7,
  silent_days smallint not null default 14,
  agenda_sent_at timestamp with time zone,
  reminded_at timestamp with time zone,
  cancelled_reason text not null default ''::text,
  recording_url text not null default ''::text,
  minutes minutes_state not null default 'none'::minutes_state,
  circulated_at timestamp with time zone,
  approved_at timestamp with time zone,
  approved_by text not null default ''::text,
  created_at timestamp with time zone not null,
  created_by bigint,
  kind meeting_kind not null default 'meeting'::meeting_kind,
  minutes_list_id bigint,
  list_by bigint,
  list_message_id text,
  list_trouble text not null default ''::text,
  changed_at timestamp with time zone not null,
  recurs_at timestamp with time zone,
  place_open boolean not null default false
);

create table meeting_host (
  meeting_id bigint not null,
  group_id bigint,
  community_id bigint
);

create table meeting_invitation (
  id bigint not null generated always as identity,
  meeting_id bigint not null,
  person_id bigint not null,
  roles text[] not null default '{}'::text[],
  formal boolean not null default false,
  email text not null default ''::text,
  invited_at timestamp with time zone,
  told_version integer,
  withdrawn_at timestamp with time zone,
  partstat partstat not null default 'needs-action'::partstat,
  answered_at timestamp with time zone,
  answered_via text not null default ''::text,
  comment text not null default ''::text,
  counter_at timestamp with time zone,
  attendance attendance,
  reason text not null default ''::text,
  noted_by bigint,
  reason_accepted boolean
);

create table meeting_letter (
  invitation_id bigint not null,
  letter_id bigint not null,
  title text,
  starts_at timestamp with time zone,
  place text,
  taken_back boolean not null default false
);

create table meeting_series (
  id bigint not null generated always as identity,
  slug text not null,
  title text not null,
  every_n smallint not null,
  every_unit cadence_unit not null,
  weekday smallint not null,
  nth smallint,
  starts_at time without time zone not null,
  minutes smallint not null,
  zone text not null,
  place text not null default ''::text,
  agenda_days smallint not null default 7,
  silent_days smallint not null default 14,
  quorum_percent smallint not null default 0,
  public boolean not null default true,
  first_on date not null,
  last_on date,
  created_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  kind meeting_kind not null default 'meeting'::meeting_kind,
  minutes_list_id bigint,
  uid text,
  sequence integer not null default 0,
  place_open boolean not null default false
);

create table membership (
  id bigint not null generated always as identity,
  organisation_id bigint not null,
  community_id bigint not null,
  from_on date not null,
  to_on date
);

create table merge_notice (
  id bigint not null generated always as identity,
  party_id bigint not null,
  person_id bigint not null,
  told_at timestamp with time zone
);

create table merge_party (
  id bigint not null generated always as identity,
  proposal_id bigint not null,
  organisation_id bigint,
  case_id bigint,
  stays boolean not null default false,
  decided_by bigint,
  decided_at timestamp with time zone
);

create table merge_proposal (
  id bigint not null generated always as identity,
  group_id bigint not null,
  source_id bigint not null,
  target_id bigint not null,
  reason text not null default ''::text,
  state merge_state not null default 'open'::merge_state,
  proposed_by bigint,
  proposed_at timestamp with time zone not null,
  decide_on date not null,
  decided_by bigint,
  decided_at timestamp with time zone,
  undone_by bigint,
  undone_at timestamp with time zone,
  stage_before request_stage
);

create table merged_area (
  area_id bigint not null,
  kind text not null,
  thing_id bigint not null
);

create table message (
  id bigint not null generated always as identity,
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
  sent_at timestamp with time zone not null,
  received_at timestamp with time zone not null,
  text text not null,
  has_html boolean not null,
  attachments smallint not null default 0,
  size integer not null,
  defects text[] not null default '{}'::text[],
  original_hash bytea,
  changed_at timestamp with time zone,
  topics text[] not null generated always as (topics_of(subject)) stored,
  import_id bigint,
  folds text
);

create table message_authentication (
  message_id bigint not null,
  results text not null,
  arc text not null
);

create table migration (
  id integer not null,
  name text not null,
  sha256 text not null,
  applied_at timestamp with time zone not null default now(),
  beside boolean not null default false
);

create table minute_line (
  id bigint not null generated always as identity,
  meeting_id bigint not null,
  agenda_item_id bigint,
  key uuid not null,
  "position" double precision not null,
  kind minute_kind not null default 'note'::minute_kind,
  internal boolean not null default false,
  text text not null,
  version integer not null default 1,
  person_id bigint,
  updated_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  decision_id bigint,
  action_id bigint,
  changed_in bigint not null default 0
);

create table minute_line_version (
  line_id bigint not null,
  version integer not null,
  text text not null,
  person_id bigint,
  at timestamp with time zone not null,
  conflict boolean not null default false,
  id bigint not null generated always as identity
);

create table minutes_correction (
  id bigint not null generated always as identity,
  meeting_id bigint not null,
  person_id bigint not null,
  text text not null,
  state correction_state not null default 'open'::correction_state,
  answer text not null default ''::text,
  at timestamp with time zone not null,
  settled_at timestamp with time zone,
  settled_by bigint
);

create table minutes_version (
  id bigint not null generated always as identity,
  meeting_id bigint not null,
  n integer not null,
  kind text not null,
  text text not null,
  public_text text not null,
  made_at timestamp with time zone not null,
  made_by bigint,
  sent_at timestamp with time zone
);

create table move_file (
  id bigint not null generated always as identity,
  upload_id bigint not null,
  name text not null,
  file_id bigint not null
);

create table move_upload (
  id bigint not null generated always as identity,
  person_id bigint not null,
  list_name text not null,
  group_id bigint not null,
  from_name text not null default ''::text,
  choices jsonb not null,
  state upload_state not null default 'shown'::upload_state,
  step text not null default ''::text,
  done integer not null default 0,
  of integer,
  move_id bigint,
  created_at timestamp with time zone not null,
  begun_at timestamp with time zone,
  ended_at timestamp with time zone,
  error text,
  stopped_at timestamp with time zone
);

create table news_contribution (
  id bigint not null generated always as identity,
  outlet_id bigint not null,
  item_id bigint,
  issue_id bigint,
  state contribution_state not null default 'waiting'::contribution_state,
  asked_by bigint,
  asked_at timestamp with time zone not null,
  attempts smallint not null default 0,
  tried_at timestamp with time zone,
  answer text not null default ''::text,
  sent_at timestamp with time zone,
  remote_id text not null default ''::text,
  remote_link text not null default ''::text,
  correspondence_id bigint,
  appeared_link text not null default ''::text,
  appeared_on date,
  attested_by bigint,
  attested_at timestamp with time zone
);

create table news_correction (
  id bigint not null generated always as identity,
  item_id bigint,
  issue_id bigint,
  text text not null,
  at timestamp with time zone not null,
  person_id bigint
);

create table news_issue (
  id bigint not null generated always as identity,
  number integer not null,
  group_id bigint not null,
  title text not null,
  from_on date not null,
  to_on date not null,
  language text not null default 'en'::text,
  visibility visibility not null default 'public'::visibility,
  lead text not null default ''::text,
  author_id bigint,
  state news_state not null default 'draft'::news_state,
  embargo_at timestamp with time zone,
  embargo_zone text not null default 'UTC'::text,
  scheduled_by bigint,
  trouble text not null default ''::text,
  published_at timestamp with time zone,
  published_by bigint,
  withdrawn_at timestamp with time zone,
  withdrawn_by bigint,
  withdrawn_why text not null default ''::text,
  composed_at timestamp with time zone,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  created_by bigint,
  changed_at timestamp with time zone not null
);

create table news_issue_item (
  issue_id bigint not null,
  item_id bigint not null,
  "position" integer not null
);

create table news_item (
  id bigint not null generated always as identity,
  slug text not null,
  group_id bigint not null,
  title text not null,
  text text not null default ''::text,
  language text not null default 'en'::text,
  visibility visibility not null default 'public'::visibility,
  area_id bigint,
  picture_id bigint,
  picture_alt text not null default ''::text,
  author_id bigint,
  author_name text not null default ''::text,
  state news_state not null default 'draft'::news_state,
  embargo_at timestamp with time zone,
  embargo_zone text not null default 'UTC'::text,
  scheduled_by bigint,
  trouble text not null default ''::text,
  published_at timestamp with time zone,
  published_by bigint,
  withdrawn_at timestamp with time zone,
  withdrawn_by bigint,
  withdrawn_why text not null default ''::text,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  created_by bigint,
  changed_at timestamp with time zone not null,
  origin text
);

create table news_item_link (
  item_id bigint not null,
  "position" smallint not null,
  path text not null,
  title text not null default ''::text
);

create table news_line (
  id bigint not null generated always as identity,
  issue_id bigint not null,
  key text not null,
  section text not null,
  "position" integer not null,
  suggested text not null,
  text text not null,
  amount numeric,
  label text not null default ''::text,
  source_path text not null,
  state news_line_state not null default 'open'::news_line_state,
  gone boolean not null default false,
  changed_by bigint,
  changed_at timestamp with time zone not null
);

create table news_mailing (
  id bigint not null generated always as identity,
  item_id bigint,
  issue_id bigint,
  list_id bigint not null,
  asked_by bigint,
  asked_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  message_id text not null default ''::text,
  trouble text not null default ''::text
);

create table news_outlet (
  id bigint not null generated always as identity,
  group_id bigint not null,
  name text not null,
  kind news_outlet_kind not null,
  editor_name text not null default ''::text,
  editor_email text not null default ''::text,
  url text not null default ''::text,
  username text not null default ''::text,
  created_at timestamp with time zone not null,
  created_by bigint,
  closed_at timestamp with time zone
);

create table news_outlet_key (
  outlet_id bigint not null,
  sealed bytea not null
);

create table news_version (
  id bigint not null generated always as identity,
  item_id bigint,
  issue_id bigint,
  number integer not null,
  title text not null,
  text text not null,
  person_id bigint,
  at timestamp with time zone not null
);

create table nomination (
  id bigint not null generated always as identity,
  ballot_id bigint not null,
  person_id bigint not null,
  nominated_by bigint not null,
  statement text not null default ''::text,
  state nomination_state not null,
  made_at timestamp with time zone not null,
  answered_at timestamp with time zone
);

create table notice_template (
  list_id bigint not null,
  notice text not null,
  locale text not null,
  subject text not null,
  body text not null,
  changed_at timestamp with time zone not null,
  changed_by bigint
);

create table oauth_artefact (
  kind text not null,
  hash bytea not null,
  agreement bytea,
  sealed bytea not null,
  audience text,
  scopes text[] not null default '{}'::text[],
  expires_at timestamp with time zone not null,
  consumed_at timestamp with time zone
);

create table oauth_client (
  id bigint not null generated always as identity,
  client text not null,
  kind text not null,
  name text not null,
  redirects text[] not null,
  secret_hash bytea,
  introduced boolean not null default false,
  made_at timestamp with time zone not null,
  used_at timestamp with time zone,
  removed_at timestamp with time zone,
  read_at timestamp with time zone
);

create table oauth_key (
  id bigint not null generated always as identity,
  sealed bytea not null,
  made_at timestamp with time zone not null
);

create table oauth_setting (
  single boolean not null default true,
  introductions boolean not null default false
);

create table objection (
  id bigint not null generated always as identity,
  ballot_id bigint not null,
  person_id bigint not null,
  reason text not null,
  made_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone
);

create table old_address (
  old_list text not null,
  path text not null,
  list_id bigint not null,
  message_id bigint not null
);

create table old_list (
  name text not null,
  list_id bigint not null
);

create table old_page (
  path text not null,
  page_id bigint,
  item_id bigint,
  import_id bigint
);

create table organisation (
  id bigint not null generated always as identity,
  name text not null,
  kind organisation_kind not null,
  country character(2),
  created_at timestamp with time zone not null default now(),
  ror text,
  website text not null default ''::text,
  people_served integer
);

create table organisation_area (
  organisation_id bigint not null,
  area text not null
);

create table organisation_domain (
  domain text not null,
  organisation_id bigint not null
);

create table organisation_size (
  organisation_id bigint not null,
  size text not null,
  said_by bigint,
  said_at timestamp with time zone not null
);

create table paper (
  voter_id bigint not null,
  version integer not null,
  sealed bytea not null,
  cast_by bigint,
  cast_at timestamp with time zone not null,
  via door not null
);

create table paper_draft (
  voter_id bigint not null,
  sealed bytea not null,
  saved_by bigint,
  saved_at timestamp with time zone not null
);

create table paper_refusal (
  id bigint not null generated always as identity,
  ballot_id bigint not null,
  voter_id bigint,
  why text not null,
  via door not null,
  at timestamp with time zone not null
);

create table parked_letter (
  letter_id bigint not null,
  sealed bytea not null
);

create table passkey (
  id bigint not null generated always as identity,
  person_id bigint not null,
  credential text not null,
  public_key bytea not null,
  counter bigint not null default 0,
  transports text[] not null default '{}'::text[],
  synced boolean not null default false,
  name text not null,
  created_at timestamp with time zone not null,
  used_at timestamp with time zone
);

create table past_answer (
  id bigint not null generated always as identity,
  request_id bigint not null,
  on_day date,
  class text not null default ''::text,
  text text not null default ''::text,
  release text not null default ''::text
);

create table past_vote (
  id bigint not null generated always as identity,
  request_id bigint not null,
  cycle text not null,
  on_day date,
  points numeric,
  voters integer,
  place integer
);

create table person (
  id bigint not null generated always as identity,
  name text not null,
  locale text not null default 'en'::text,
  zone text,
  theme theme not null default 'system'::theme,
  single_keys boolean not null default true,
  created_at timestamp with time zone not null default now(),
  erased_at timestamp with time zone,
  about text not null default ''::text,
  profile_shown boolean not null default true,
  works_from time without time zone not null default '09:00:00'::time without time zone,
  works_to time without time zone not null default '17:00:00'::time without time zone,
  zone_from zone_source,
  hidden_hints text[] not null default '{}'::text[]
);

create table personal_export (
  id bigint not null generated always as identity,
  person_id bigint not null,
  state export_state not null default 'waiting'::export_state,
  asked_at timestamp with time zone not null,
  made_at timestamp with time zone,
  expires_at timestamp with time zone,
  file_id bigint,
  fetched_at timestamp with time zone
);

create table portal_before (
  import_id bigint not null,
  portal_case_id bigint not null,
  was jsonb not null,
  became jsonb not null
);

create table portal_case (
  id bigint not null generated always as identity,
  group_id bigint not null,
  request_id bigint,
  label text not null,
  link text not null default ''::text,
  number text not null default ''::text,
  body text not null default ''::text,
  votes integer,
  proposed_id bigint,
  why text,
  settled_at timestamp with time zone,
  settled_by bigint,
  import_id bigint
);

create table portal_feed (
  id bigint not null generated always as identity,
  group_id bigint not null,
  kind portal_feed_kind not null,
  url text not null,
  made_by bigint,
  made_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  next_at timestamp with time zone not null,
  tried_at timestamp with time zone,
  read_at timestamp with time zone,
  fails smallint not null default 0,
  error text not null default ''::text,
  etag text not null default ''::text,
  modified text not null default ''::text,
  entries integer
);

create table portal_import (
  id bigint not null generated always as identity,
  group_id bigint not null,
  source text not null,
  person_id bigint,
  at timestamp with time zone not null,
  fresh integer not null default 0,
  changed integer not null default 0,
  known integer not null default 0,
  confirmed_at timestamp with time zone,
  confirmed_by bigint,
  undone_at timestamp with time zone,
  undone_by bigint,
  undone jsonb,
  retold integer not null default 0
);

create table portal_status (
  portal_case_id bigint not null,
  on_day date not null,
  status text not null,
  recorded_by bigint,
  recorded_at timestamp with time zone not null,
  id bigint not null generated always as identity,
  reason text not null default ''::text,
  is_change boolean not null default false,
  settled_at timestamp with time zone,
  settled_by bigint,
  answer_id bigint,
  import_id bigint
);

create table post (
  message_id bigint not null,
  list_id bigint not null,
  posted_at timestamp with time zone not null
);

create table privacy_notice (
  version integer not null,
  wording jsonb not null,
  from_at timestamp with time zone not null,
  made_by bigint
);

create table product (
  id bigint not null generated always as identity,
  name text not null,
  vendor_id bigint not null
);

create table product_area (
  id bigint not null generated always as identity,
  group_id bigint not null,
  name text not null,
  merged_into_id bigint
);

create table product_name (
  id bigint not null generated always as identity,
  product_id bigint not null,
  name text not null,
  until_on date not null
);

create table product_use (
  organisation_id bigint not null,
  product_id bigint not null,
  stage product_stage not null
);

create table program_proposal (
  id bigint not null generated always as identity,
  person_id bigint not null,
  tool text not null,
  path text not null,
  fields jsonb not null,
  client text not null,
  made_at timestamp with time zone not null,
  decided_at timestamp with time zone,
  outcome text
);

create table published_paper (
  ballot_id bigint not null,
  receipt text not null,
  vote jsonb not null,
  organisation_id bigint,
  person_id bigint
);

create table push_device (
  id bigint not null generated always as identity,
  person_id bigint not null,
  name text not null,
  session_id text not null,
  hash bytea not null,
  sealed bytea not null,
  made_at timestamp with time zone not null,
  told_at timestamp with time zone,
  failing_since timestamp with time zone
);

create table push_setting (
  single boolean not null default true,
  opened boolean not null default false,
  sealed bytea
);

create table push_told (
  person_id bigint not null,
  key text not null,
  told_at timestamp with time zone not null
);

create table put_off (
  person_id bigint not null,
  key text not null,
  batch bigint not null,
  put_off_at timestamp with time zone not null,
  until timestamp with time zone not null
);

create unlogged table rate_window (
  key text not null,
  starts_at timestamp with time zone not null,
  taken integer not null
);

create table raw_mail (
  id bigint not null generated always as identity,
  sha256 bytea not null,
  size integer not null,
  bytes bytea,
  erased_at timestamp with time zone,
  markdown boolean not null default false
);

create table referent_ask (
  ballot_id bigint not null,
  organisation_id bigint not null,
  person_id bigint not null,
  asked_at timestamp with time zone not null
);

create table referent_naming (
  id bigint not null generated always as identity,
  organisation_id bigint not null,
  community_id bigint not null,
  stand_in boolean not null default false,
  name text not null,
  email text not null,
  from_on date not null,
  to_on date,
  state naming_state not null default 'waiting'::naming_state,
  named_by bigint not null,
  named_at timestamp with time zone not null,
  decided_by bigint,
  decided_at timestamp with time zone,
  reason text not null default ''::text,
  appointment_id bigint
);

create table refused_tool (
  person_id bigint not null,
  tool text not null,
  choice text not null default 'never'::text
);

create table relay_hour (
  hour timestamp with time zone not null,
  sent integer not null
);

create table relay_pause (
  id smallint not null default 1,
  until timestamp with time zone not null,
  reason text not null,
  told_at timestamp with time zone
);

create table release (
  id bigint not null generated always as identity,
  group_id bigint not null,
  product_id bigint not null,
  name text not null,
  on_day date,
  notes text not null default ''::text,
  link text not null default ''::text,
  made_by bigint,
  made_at timestamp with time zone not null
);

create table release_notice (
  release_id bigint not null,
  organisation_id bigint not null,
  person_id bigint not null,
  told_at timestamp with time zone not null
);

create table release_suggestion (
  release_id bigint not null,
  request_id bigint not null,
  passage text not null,
  why text not null,
  score real not null,
  state suggestion_state not null default 'open'::suggestion_state,
  decided_by bigint,
  decided_at timestamp with time zone
);

create table report (
  id bigint not null generated always as identity,
  slug text not null,
  group_id bigint not null,
  title text not null,
  from_on date not null,
  to_on date not null,
  state report_state not null default 'draft'::report_state,
  public boolean not null default false,
  figures text,
  frozen_at timestamp with time zone,
  frozen_by bigint,
  told_at timestamp with time zone,
  created_at timestamp with time zone not null,
  created_by bigint,
  changed_at timestamp with time zone not null
);

create table report_edition (
  report_id bigint not null,
  number integer not null,
  title text not null,
  sections text not null,
  figures text not null,
  final_at timestamp with time zone not null,
  final_by bigint,
  decision_id bigint,
  public boolean not null default false
);

create table report_section (
  id bigint not null generated always as identity,
  report_id bigint not null,
  "position" integer not null,
  title text not null,
  body text not null default ''::text,
  left_out boolean not null default false,
  internal boolean not null default false,
  version integer not null default 1
);

create table request (
  id bigint not null generated always as identity,
  group_id bigint not null,
  kind request_kind not null,
  title text not null,
  text text not null default ''::text,
  language text not null default 'en'::text,
  area_id bigint,
  topic_id bigint,
  visibility visibility not null default 'subscribers'::visibility,
  stage request_stage not null default 'gathering'::request_stage,
  stage_at timestamp with time zone not null,
  stage_why text not null default ''::text,
  severity severity,
  versions text not null default ''::text,
  reproduction text not null default ''::text,
  workaround text not null default ''::text,
  champion_id bigint,
  champion_since timestamp with time zone,
  created_by bigint,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  version integer not null default 1,
  merged_into_id bigint,
  root_id bigint not null default 0,
  old_number text,
  import_id bigint,
  folded text not null generated always as (folded(((title || '
'::text) || text))) stored,
  untouched_at timestamp with time zone
);

create table request_affected (
  request_id bigint not null,
  organisation_id bigint not null,
  versions text not null default ''::text
);

create table request_case (
  request_id bigint not null,
  case_id bigint not null,
  added_by bigint,
  added_at timestamp with time zone not null
);

create table request_comment (
  id bigint not null generated always as identity,
  request_id bigint,
  story_id bigint,
  person_id bigint,
  text text not null,
  via door not null,
  inbound_id bigint,
  at timestamp with time zone not null,
  removed_at timestamp with time zone,
  removed_by bigint,
  markdown boolean not null default false,
  edited_at timestamp with time zone,
  within boolean not null default false
);

create table request_evidence (
  id bigint not null generated always as identity,
  request_id bigint not null,
  kind evidence_kind not null,
  text text not null default ''::text,
  person_id bigint,
  organisation_id bigint,
  given_at timestamp with time zone not null,
  answer boolean,
  answered_at timestamp with time zone,
  issuer text not null default ''::text
);

create table request_file (
  request_id bigint not null,
  file_id bigint not null,
  added_by bigint,
  added_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  comment_id bigint
);

create table request_follower (
  id bigint not null generated always as identity,
  request_id bigint not null,
  person_id bigint not null,
  since timestamp with time zone not null,
  muted_at timestamp with time zone
);

create table request_import (
  id bigint not null generated always as identity,
  group_id bigint not null,
  filename text not null,
  sha256 bytea not null,
  person_id bigint,
  at timestamp with time zone not null,
  taken integer not null,
  skipped integer not null,
  faults jsonb not null,
  undone_by bigint,
  undone_at timestamp with time zone,
  undone jsonb
);

create table request_link (
  from_id bigint not null,
  to_id bigint not null,
  kind link_kind not null,
  added_by bigint,
  added_at timestamp with time zone not null
);

create table request_move (
  id bigint not null generated always as identity,
  request_id bigint not null,
  from_group_id bigint not null,
  to_group_id bigint not null,
  moved_at timestamp with time zone not null
);

create table request_note (
  id bigint not null generated always as identity,
  request_id bigint not null,
  person_id bigint not null,
  text text not null,
  at timestamp with time zone not null
);

create table request_rule (
  group_id bigint not null,
  referent_confirms boolean not null default false,
  merge_days smallint not null default 14
);

create table request_version (
  request_id bigint not null,
  number integer not null,
  title text not null,
  text text not null,
  fields jsonb not null,
  note text not null default ''::text,
  changed_by bigint,
  changed_at timestamp with time zone not null
);

create table retention_rule (
  kind text not null,
  days integer not null,
  changed_at timestamp with time zone not null,
  changed_by bigint
);

create table rewording (
  id bigint not null generated always as identity,
  wish_id bigint not null,
  title text not null,
  text text not null,
  why text not null default ''::text,
  proposed_by bigint,
  proposed_at timestamp with time zone not null,
  agreed boolean,
  answered_at timestamp with time zone
);

create table role_address (
  id bigint not null generated always as identity,
  name text not null,
  role role not null,
  group_id bigint,
  community_id bigint,
  title text not null,
  created_at timestamp with time zone not null,
  closed_at timestamp with time zone
);

create table role_holding (
  id bigint not null generated always as identity,
  group_id bigint not null,
  role role not null,
  title text not null,
  note text not null default ''::text,
  created_at timestamp with time zone not null,
  ended_at timestamp with time zone
);

create table role_name (
  id bigint not null generated always as identity,
  group_id bigint not null,
  name text not null,
  role role not null,
  formal boolean not null default false
);

create table same_here (
  id bigint not null generated always as identity,
  request_id bigint not null,
  person_id bigint not null,
  organisation_id bigint not null,
  message_id bigint,
  comment_id bigint,
  asked_at timestamp with time zone not null,
  answered_at timestamp with time zone,
  counted boolean
);

create table saml_key (
  id bigint not null generated always as identity,
  certificate text not null,
  sealed bytea not null,
  made_at timestamp with time zone not null
);

create table saml_self (
  single boolean not null default true,
  name text not null,
  about text not null default ''::text,
  contact text not null default ''::text,
  categories text[] not null default '{}'::text[]
);

create table search_document (
  id bigint not null generated always as identity,
  kind text not null,
  subject_id bigint not null,
  audience text not null,
  list_id bigint,
  group_id bigint,
  at timestamp with time zone not null,
  author text not null default ''::text,
  title text not null,
  body text,
  attachment boolean not null default false,
  vector tsvector not null,
  cut boolean not null default true,
  files text not null default ''::text,
  hashes bytea[] not null default '{}'::bytea[]
);

create table search_meaning (
  id bigint not null,
  meaning bytea not null
);

create table search_reach (
  id smallint not null default 1,
  last bigint not null default 0,
  turn integer not null default 0
);

create table search_word (
  audience text not null,
  word text not null,
  keys integer[] not null,
  turn integer not null
);

create table seat_offer (
  id bigint not null generated always as identity,
  ballot_id bigint not null,
  option_id bigint not null,
  place integer not null,
  elected boolean not null,
  offered_at timestamp with time zone,
  answer boolean,
  answered_at timestamp with time zone,
  appointment_id bigint
);

create table sending (
  holder text not null,
  lane smallint not null,
  deliveries int8multirange not null default '{}'::int8multirange
);

create table series_host (
  series_id bigint not null,
  group_id bigint,
  community_id bigint
);

create table series_told (
  id bigint not null generated always as identity,
  series_id bigint not null,
  person_id bigint not null,
  sequence integer not null,
  letter_id bigint,
  known_before boolean not null default false
);

create table setting_change (
  id bigint not null generated always as identity,
  list_id bigint not null,
  person_id bigint,
  via door not null,
  at timestamp with time zone not null,
  setting text not null,
  before jsonb,
  after jsonb
);

create table sheet_import (
  id bigint not null generated always as identity,
  kind text not null,
  group_id bigint,
  person_id bigint,
  filename text not null,
  bytes bytea,
  mapping jsonb not null,
  made_at timestamp with time zone not null,
  applied_at timestamp with time zone,
  outcome jsonb,
  undone_by bigint,
  undone_at timestamp with time zone,
  undone jsonb,
  header_line integer
);

create table shown_change (
  id bigint not null generated always as identity,
  list_id bigint
);

create table sign_in_code (
  id bigint not null generated always as identity,
  who bytea not null,
  lane text not null,
  asked_at timestamp with time zone not null,
  expires_at timestamp with time zone,
  code bytea,
  key bytea,
  wrong integer not null default 0,
  spent_at timestamp with time zone
);

create table sign_in_flow (
  id text not null,
  kind text not null,
  browser bytea not null,
  provider text,
  person_id bigint,
  facts jsonb not null default '{}'::jsonb,
  next text not null default '/today'::text,
  expires_at timestamp with time zone not null
);

create table sign_in_provider (
  id bigint not null generated always as identity,
  slug text not null,
  kind sign_in_kind not null,
  label text not null,
  enabled boolean not null default false,
  issuer text not null,
  client text not null,
  sealed bytea,
  certificates text[] not null default '{}'::text[],
  domains text[] not null default '{}'::text[],
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  returns_apart boolean not null default true
);

create table sign_in_try (
  code_id bigint not null,
  from_where text not null,
  wrong integer not null
);

create table signing_asking (
  id bigint not null generated always as identity,
  group_id bigint not null,
  side vendor_side not null,
  at timestamp with time zone not null
);

create table signing_key (
  domain text not null,
  selector text not null,
  private_key bytea not null,
  public_key text not null,
  created_at timestamp with time zone not null default now()
);

create table signing_word (
  id bigint not null generated always as identity,
  group_id bigint not null,
  answer_id bigint,
  commitment_id bigint,
  side vendor_side not null,
  act signing_act not null,
  note text not null default ''::text,
  before jsonb,
  person_id bigint,
  at timestamp with time zone not null,
  quiet boolean not null default false,
  asking_id bigint,
  "position" smallint,
  undone_at timestamp with time zone
);

create table site_change (
  id bigint not null generated always as identity
);

create table site_look (
  one boolean not null default true,
  name text not null default ''::text,
  tagline text not null default ''::text,
  accent text not null default ''::text,
  accent_dark text not null default ''::text,
  logo_id bigint,
  imprint text not null default ''::text,
  changed_at timestamp with time zone not null,
  changed_by bigint,
  unused text[] not null default '{}'::text[]
);

create table site_menu (
  "position" smallint not null,
  label text not null default ''::text,
  path text not null
);

create table site_page (
  id bigint not null generated always as identity,
  group_id bigint,
  slug text not null,
  title text not null,
  text text not null default ''::text,
  language text not null default 'en'::text,
  visibility visibility not null default 'public'::visibility,
  menu_position integer,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  created_by bigint,
  changed_at timestamp with time zone not null,
  changed_by bigint,
  removed_at timestamp with time zone,
  origin text,
  author_name text not null default ''::text,
  published boolean not null default true
);

create table site_page_version (
  page_id bigint not null,
  number integer not null,
  title text not null,
  text text not null,
  changed_by bigint,
  changed_at timestamp with time zone not null
);

create table story (
  id bigint not null generated always as identity,
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
  said_at timestamp with time zone not null,
  created_by bigint,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  told_at timestamp with time zone,
  withdrawn_at timestamp with time zone
);

create table submission (
  id bigint not null generated always as identity,
  brief_id bigint not null,
  version_id bigint not null,
  group_id bigint not null,
  to_name text not null default ''::text,
  how text not null default ''::text,
  note text not null default ''::text,
  submitted_by bigint,
  submitted_at timestamp with time zone not null,
  due_on date not null,
  withdrawn_at timestamp with time zone
);

create table submission_guest (
  submission_id bigint not null,
  person_id bigint not null
);

create table submission_item (
  id bigint not null generated always as identity,
  submission_id bigint not null,
  request_id bigint not null,
  "position" integer not null,
  due_on date not null,
  reminded smallint[] not null default '{}'::smallint[],
  note text not null default ''::text,
  note_at timestamp with time zone,
  tracker_number text not null default ''::text,
  tracker_link text not null default ''::text
);

create table subscription (
  id bigint not null generated always as identity,
  list_id bigint not null,
  person_id bigint not null,
  address_id bigint not null,
  receiving receiving not null default 'each'::receiving,
  since timestamp with time zone not null default now(),
  ended_at timestamp with time zone,
  ended_how text,
  probed_at timestamp with time zone,
  suspended_at timestamp with time zone,
  suspended_words text,
  bounces_from timestamp with time zone not null default '-infinity'::timestamp with time zone,
  paused_until timestamp with time zone,
  own_posts boolean not null default true,
  when_addressed boolean not null default true,
  only_topics boolean not null default false,
  digested_to bigint not null default 0,
  posting mail_action
);

create table subscription_request (
  id bigint not null generated always as identity,
  list_id bigint not null,
  email text not null,
  name text not null default ''::text,
  locale text not null default 'en'::text,
  state request_state not null default 'unconfirmed'::request_state,
  network text,
  asked_at timestamp with time zone not null,
  confirmed_at timestamp with time zone,
  decided_at timestamp with time zone,
  decided_by bigint,
  reason text not null default ''::text,
  claimed_by bigint,
  claimed_at timestamp with time zone,
  proved text[] not null default '{}'::text[],
  organisation_id bigint,
  host_id bigint,
  zone text,
  institution text not null default ''::text,
  occupation text not null default ''::text
);

create table subscription_topic (
  subscription_id bigint not null,
  topic text not null,
  choice topic_choice not null
);

create table support (
  id bigint not null generated always as identity,
  request_id bigint not null,
  organisation_id bigint not null,
  strength support_strength not null,
  reason text not null default ''::text,
  state support_state not null,
  said_by bigint,
  since timestamp with time zone not null,
  confirmed_by bigint,
  confirmed_at timestamp with time zone,
  affirmed_at timestamp with time zone not null,
  affirmation_id bigint,
  ended_at timestamp with time zone
);

create table support_question (
  id bigint not null generated always as identity,
  affirmation_id bigint,
  support_id bigint,
  organisation_id bigint not null,
  person_id bigint not null,
  asked_at timestamp with time zone not null,
  answered_at timestamp with time zone
);

create table support_voice (
  id bigint not null generated always as identity,
  request_id bigint not null,
  organisation_id bigint not null,
  person_id bigint not null,
  strength support_strength not null,
  reason text not null default ''::text,
  at timestamp with time zone not null,
  ended_at timestamp with time zone
);

create table synonym (
  id bigint not null generated always as identity,
  group_id bigint not null,
  words text[] not null,
  version integer not null default 1,
  changed_by bigint,
  changed_at timestamp with time zone not null,
  removed_at timestamp with time zone
);

create table synonym_version (
  synonym_id bigint not null,
  number integer not null,
  words text[] not null,
  removed boolean not null default false,
  changed_by bigint,
  changed_at timestamp with time zone not null
);

create table talk (
  id bigint not null generated always as identity,
  slug text not null,
  group_id bigint not null,
  title text not null,
  abstract text not null default ''::text,
  minutes smallint not null default 20,
  language text not null default 'en'::text,
  visibility visibility not null default 'public'::visibility,
  state talk_state not null default 'proposed'::talk_state,
  proposed_by bigint,
  proposed_at timestamp with time zone not null,
  source text not null default ''::text,
  source_path text not null default ''::text,
  decided_at timestamp with time zone,
  decided_by bigint,
  reason text not null default ''::text,
  meeting_id bigint,
  place_in_session smallint not null default 1,
  agenda_item_id bigint,
  scheduled_at timestamp with time zone,
  given_on date,
  consent_until date,
  recording_url text not null default ''::text,
  recorded_at timestamp with time zone,
  recording_seconds integer,
  thanked_at timestamp with time zone,
  changed_at timestamp with time zone not null,
  proposer_told_for timestamp with time zone
);

create table talk_chapter (
  talk_id bigint not null,
  at_seconds integer not null,
  title text not null
);

create table talk_file (
  id bigint not null generated always as identity,
  talk_id bigint not null,
  file_id bigint not null,
  person_id bigint,
  added_at timestamp with time zone not null,
  removed_at timestamp with time zone
);

create table talk_speaker (
  id bigint not null generated always as identity,
  talk_id bigint not null,
  person_id bigint,
  guest_name text not null default ''::text,
  guest_email text not null default ''::text,
  guest_from text not null default ''::text,
  "position" smallint not null default 1,
  consent recording_consent not null default 'open'::recording_consent,
  consent_at timestamp with time zone,
  asked_for timestamp with time zone,
  week_told_for timestamp with time zone,
  day_told_for timestamp with time zone,
  thanked_at timestamp with time zone
);

create table telling_event (
  id bigint not null generated always as identity,
  group_id bigint not null,
  request_id bigint not null,
  kind telling_kind not null,
  subject_id bigint not null,
  readers visibility not null,
  readers_from timestamp with time zone not null,
  made_at timestamp with time zone not null,
  quiet boolean not null default false,
  told_at timestamp with time zone
);

create table telling_post (
  id bigint not null generated always as identity,
  group_id bigint not null,
  list_id bigint not null,
  subject text not null,
  body text not null,
  made_by bigint,
  made_at timestamp with time zone not null,
  sent_by bigint,
  sent_at timestamp with time zone,
  message_id text,
  dropped_at timestamp with time zone
);

create table telling_post_event (
  post_id bigint not null,
  event_id bigint not null
);

create table telling_preference (
  person_id bigint not null,
  choice telling_choice not null
);

create table term_notice (
  appointment_id bigint not null,
  days smallint not null,
  sent_at timestamp with time zone not null
);

create table text_file (
  key text not null,
  file_id bigint not null,
  subject text not null,
  added_at timestamp with time zone not null
);

create table thread (
  id bigint not null generated always as identity,
  list_id bigint not null,
  root text not null,
  subject text not null,
  first_at timestamp with time zone not null,
  last_at timestamp with time zone not null,
  messages integer not null default 0,
  people integer not null default 0,
  names text[]
);

create table thread_choice (
  person_id bigint not null,
  thread_id bigint not null,
  choice topic_choice not null,
  chosen_at timestamp with time zone not null
);

create table thread_edit (
  id bigint not null generated always as identity,
  list_id bigint not null,
  kind text not null,
  message_id text not null,
  other_id text,
  subject text not null default ''::text,
  made_by bigint not null,
  made_at timestamp with time zone not null,
  undone_at timestamp with time zone
);

create table thread_visit (
  person_id bigint not null,
  thread_id bigint not null,
  message_id bigint not null
);

create table told (
  event_id bigint not null,
  person_id bigint not null,
  letter_id bigint,
  at timestamp with time zone not null
);

create table tool_asking (
  person_id bigint not null,
  tool text not null,
  client text not null,
  asked_at timestamp with time zone not null,
  allowed_until timestamp with time zone
);

create table tool_question (
  id uuid not null default gen_random_uuid(),
  token_id bigint not null,
  person_id bigint not null,
  asked_at timestamp with time zone not null,
  call text not null,
  answer text
);

create table topic (
  id bigint not null generated always as identity,
  group_id bigint not null,
  name text not null,
  description text not null default ''::text,
  owner_id bigint,
  created_at timestamp with time zone not null,
  closed_at timestamp with time zone
);

create table upload (
  id bigint not null generated always as identity,
  key text not null,
  person_id bigint not null,
  name text not null,
  size bigint not null,
  received bigint not null default 0,
  pieces integer not null default 0,
  content_id bigint,
  file_id bigint,
  created_at timestamp with time zone not null,
  touched_at timestamp with time zone not null
);

create table user_case (
  id bigint not null generated always as identity,
  group_id bigint not null,
  state case_state not null default 'draft'::case_state,
  title text not null,
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
  author_id bigint,
  author_name text not null default ''::text,
  author_email text not null default ''::text,
  origin case_origin not null,
  visibility visibility not null default 'group'::visibility,
  consent quote_consent not null default 'unasked'::quote_consent,
  consent_at timestamp with time zone,
  said_at timestamp with time zone not null,
  captured_by bigint,
  captured_at timestamp with time zone not null,
  told_at timestamp with time zone,
  changed_at timestamp with time zone not null,
  version integer not null default 1,
  withdrawn_at timestamp with time zone,
  withdrawn_why text not null default ''::text
);

create table user_case_source (
  id bigint not null generated always as identity,
  case_id bigint not null,
  message_id bigint,
  raw_id bigint,
  excerpt text not null,
  said_by text not null default ''::text,
  said_at timestamp with time zone not null,
  added_by bigint,
  added_at timestamp with time zone not null
);

create table user_case_version (
  case_id bigint not null,
  number integer not null,
  fields jsonb not null,
  changed_by bigint,
  changed_at timestamp with time zone not null
);

create table vendor_meeting (
  group_id bigint not null,
  meeting_id bigint not null,
  marked_by bigint,
  marked_at timestamp with time zone not null
);

create table vendor_question (
  id bigint not null generated always as identity,
  item_id bigint not null,
  text text not null,
  asked_by bigint,
  asked_at timestamp with time zone not null,
  answer text,
  answered_by bigint,
  answered_at timestamp with time zone
);

create table vendor_rule (
  group_id bigint not null,
  answer_months smallint not null default 3,
  remind_days smallint[] not null default '{14,3}'::smallint[],
  readers visibility not null default 'subscribers'::visibility,
  hold_days smallint not null default 0
);

create table voice (
  voter_id bigint not null,
  person_id bigint not null,
  sealed bytea not null,
  given_at timestamp with time zone not null
);

create table volunteer_call (
  id bigint not null generated always as identity,
  group_id bigint not null,
  role role not null,
  seats smallint not null,
  text text not null,
  list_id bigint,
  from_on date not null,
  to_on date,
  closes_on date not null,
  state call_state not null default 'open'::call_state,
  opened_at timestamp with time zone not null,
  opened_by bigint,
  decided_at timestamp with time zone,
  decided_by bigint,
  told_at timestamp with time zone
);

create table volunteer_offer (
  id bigint not null generated always as identity,
  call_id bigint not null,
  person_id bigint not null,
  text text not null,
  offered_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  outcome offer_outcome,
  place smallint,
  appointment_id bigint
);

create table voter (
  id bigint not null generated always as identity,
  ballot_id bigint not null,
  organisation_id bigint,
  person_id bigint,
  country text,
  consortium_id bigint,
  size text not null default ''::text,
  versions integer not null default 0,
  voted_at timestamp with time zone
);

create table waiting_decision (
  id bigint not null generated always as identity,
  batch bigint not null,
  person_id bigint not null,
  what text not null,
  thing_id bigint not null,
  choice text not null,
  reason text not null default ''::text,
  title text not null,
  via door not null,
  decided_at timestamp with time zone not null,
  runs_at timestamp with time zone not null,
  more jsonb,
  does text not null default ''::text
);

create table web_import (
  id bigint not null generated always as identity,
  group_id bigint not null,
  filename text not null,
  sha256 bytea not null,
  site_title text not null default ''::text,
  site_url text not null default ''::text,
  state web_import_state not null default 'shown'::web_import_state,
  person_id bigint,
  at timestamp with time zone not null,
  taken_at timestamp with time zone,
  settled_at timestamp with time zone,
  settled_by bigint
);

create table web_import_entry (
  id bigint not null generated always as identity,
  import_id bigint not null,
  "position" integer not null,
  type text not null,
  title text not null,
  origin text not null,
  old_path text not null default ''::text,
  author_name text not null default ''::text,
  at timestamp with time zone,
  language text not null default 'en'::text,
  slug text not null default ''::text,
  text text not null default ''::text,
  outcome web_import_outcome not null,
  reason text not null default ''::text,
  remark text not null default ''::text,
  page_id bigint,
  item_id bigint
);

create table webhook (
  id bigint not null generated always as identity,
  person_id bigint not null,
  name text not null,
  url text not null,
  events text[] not null,
  sealed bytea not null,
  sealed_before bytea,
  before_until timestamp with time zone,
  "position" bigint not null,
  created_at timestamp with time zone not null,
  failing_since timestamp with time zone,
  paused_at timestamp with time zone,
  paused_why text not null default ''::text,
  ended_at timestamp with time zone,
  form hook_form not null default 'json'::hook_form,
  templates text not null default ''::text,
  sealed_token bytea
);

create table webhook_delivery (
  id bigint not null generated always as identity,
  webhook_id bigint not null,
  journal_id bigint,
  kind text not null,
  state hook_state not null default 'waiting'::hook_state,
  attempts smallint not null default 0,
  queued_at timestamp with time zone not null,
  next_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  code smallint,
  answer text not null default ''::text,
  took_ms integer
);

create table week_choice (
  person_id bigint not null,
  wanted boolean not null default true,
  weekday smallint not null default 1,
  hour smallint not null default 8,
  looked_on date
);

create table week_item (
  week_id bigint not null,
  n integer not null,
  key text not null
);

create table week_letter (
  id bigint not null generated always as identity,
  person_id bigint not null,
  sent_at timestamp with time zone not null
);

create table week_line (
  id bigint not null generated always as identity,
  person_id bigint not null,
  kind text not null,
  subject text not null,
  path text not null default ''::text,
  at timestamp with time zone not null
);

create table wish (
  id bigint not null generated always as identity,
  cycle_id bigint not null,
  request_id bigint,
  title text not null,
  text text not null default ''::text,
  area text not null default ''::text,
  organisation_id bigint,
  person_id bigint,
  submitted_at timestamp with time zone not null,
  state wish_state not null default 'submitted'::wish_state,
  merged_into bigint,
  reason wish_reason,
  note text not null default ''::text,
  decided_at timestamp with time zone,
  decided_by bigint
);

create table wish_unlike (
  wish_id bigint not null,
  other_id bigint not null,
  said_by bigint,
  said_at timestamp with time zone not null
);

create table withdrawn_quote (
  submission_id bigint not null,
  case_id bigint not null,
  told_at timestamp with time zone not null
);

create table working_group (
  id bigint not null generated always as identity,
  slug text not null,
  name text not null,
  tagline text not null default ''::text,
  product_id bigint not null,
  founded_on date,
  created_at timestamp with time zone not null default now(),
  relationship_public boolean not null default false,
  news_every smallint default 3,
  news_unit news_unit not null default 'month'::news_unit,
  closed_at timestamp with time zone,
  merged_into bigint,
  directory text not null default 'none'::text,
  unasked_shown boolean not null default true
);

create table workplace_claim (
  id bigint not null generated always as identity,
  person_id bigint not null,
  organisation text not null,
  email text not null default ''::text,
  from_on date not null,
  asked_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  settled_by bigint,
  organisation_id bigint
);

create table written_post (
  id bigint not null generated always as identity,
  list_id bigint not null,
  person_id bigint not null,
  subject text not null,
  text text not null,
  reply text,
  files text[] not null default '{}'::text[],
  leaves_at timestamp with time zone not null
);

alter table acceptance add constraint acceptance_pkey PRIMARY KEY (delivery_id, case_id);

alter table acceptance add constraint acceptance_case_id_fkey FOREIGN KEY (case_id) REFERENCES user_case(id);

alter table acceptance add constraint acceptance_delivery_id_fkey FOREIGN KEY (delivery_id) REFERENCES delivery_claim(id);

alter table acceptance add constraint acceptance_tester_id_fkey FOREIGN KEY (tester_id) REFERENCES person(id);

alter table acceptance add constraint acceptance_check CHECK (((verdict = 'full'::delivery_verdict) OR (note <> ''::text)));

alter table acting add constraint acting_pkey PRIMARY KEY (id);

alter table acting add constraint acting_administrator_id_fkey FOREIGN KEY (administrator_id) REFERENCES person(id);

alter table acting add constraint acting_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table acting add constraint acting_session_id_fkey FOREIGN KEY (session_id) REFERENCES auth_session(id) ON DELETE SET NULL;

alter table acting add constraint acting_check CHECK ((administrator_id <> person_id));

alter table acting add constraint acting_reason_check CHECK ((reason <> ''::text));

alter table action add constraint action_pkey PRIMARY KEY (id);

alter table action add constraint action_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id);

alter table action add constraint action_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_group(id);

alter table action add constraint action_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES person(id);

alter table action add constraint action_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES person(id);

alter table action_reminder add constraint action_reminder_pkey PRIMARY KEY (id);

alter table action_reminder add constraint action_reminder_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table action_reminder_item add constraint action_reminder_item_pkey PRIMARY KEY (reminder_id, n);

alter table action_reminder_item add constraint action_reminder_item_action_id_fkey FOREIGN KEY (action_id) REFERENCES action(id);

alter table action_reminder_item add constraint action_reminder_item_reminder_id_fkey FOREIGN KEY (reminder_id) REFERENCES action_reminder(id) ON DELETE CASCADE;

alter table address add constraint address_email_key UNIQUE (email);

alter table address add constraint address_pkey PRIMARY KEY (id);

alter table address add constraint address_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table address add constraint address_email_check CHECK (((email = lower(email)) AND (email ~~ '_%@_%'::text)));

alter table address_claim add constraint address_claim_person_id_email_key UNIQUE (person_id, email);

alter table address_claim add constraint address_claim_pkey PRIMARY KEY (id);

alter table address_claim add constraint address_claim_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table address_claim add constraint address_claim_email_check CHECK ((email = lower(email)));

alter table affiliation add constraint affiliation_pkey PRIMARY KEY (id);

alter table affiliation add constraint affiliation_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);

alter table affiliation add constraint affiliation_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table affiliation add constraint affiliation_check CHECK ((to_on >= from_on));

alter table affirmation add constraint affirmation_group_id_name_key UNIQUE (group_id, name);

alter table affirmation add constraint affirmation_pkey PRIMARY KEY (id);

alter table affirmation add constraint affirmation_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_group(id);

alter table affirmation add constraint affirmation_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES person(id);

alter table affirmation add constraint affirmation_name_check CHECK ((name <> ''::text));

alter table agenda_item add constraint agenda_item_pkey PRIMARY KEY (id);

alter table agenda_item add constraint agenda_item_carried_to_fkey FOREIGN KEY (carried_to) REFERENCES agenda_item(id);

alter table agenda_item add constraint agenda_item_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meeting(id);

alter table agenda_item add constraint agenda_item_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table agenda_item add constraint agenda_item_minutes_check CHECK (((minutes >= 1) AND (minutes <= 600)));

alter table agenda_item add constraint agenda_item_title_check CHECK ((title <> ''::text));

alter table alarm add constraint alarm_pkey PRIMARY KEY (key);

alter table answer add constraint answer_pkey PRIMARY KEY (id);

alter table answer add constraint answer_given_by_fkey FOREIGN KEY (given_by) REFERENCES person(id);

alter table answer add constraint answer_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_group(id);

alter table answer add constraint answer_item_id_fkey FOREIGN KEY (item_id) REFERENCES submission_item(id);

alter table answer add constraint answer_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id);

alter table answer add constraint answer_request_id_fkey FOREIGN KEY (request_id) REFERENCES request(id);

alter table answer add constraint answer_reason_check CHECK ((reason <> ''::text));

alter table answer_cost add constraint answer_cost_pkey PRIMARY KEY (id);

alter table answer_cost add constraint answer_cost_given_by_fkey FOREIGN KEY (given_by) REFERENCES person(id);

alter table answer_cost add constraint answer_cost_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_group(id);

alter table answer_cost add constraint answer_cost_item_id_fkey FOREIGN KEY (item_id) REFERENCES submission_item(id);

alter table answer_cost add constraint answer_cost_request_id_fkey FOREIGN KEY (request_id) REFERENCES request(id);

alter table answer_cost add constraint answer_cost_points_check CHECK (((points >= 0) AND (points <= 100000)));

alter table answer_draft add constraint answer_draft_pkey PRIMARY KEY (item_id);

alter table answer_draft add constraint answer_draft_author_id_fkey FOREIGN KEY (author_id) REFERENCES person(id);

alter table answer_draft add constraint answer_draft_item_id_fkey FOREIGN KEY (item_id) REFERENCES submission_item(id) ON DELETE CASCADE;

alter table answer_draft add constraint answer_draft_reviewed_by_fkey FOREIGN KEY (reviewed_by) REFERENCES person(id);

alter table answer_return add constraint answer_return_pkey PRIMARY KEY (id);

alter table answer_return add constraint answer_return_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table answer_return add constraint answer_return_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES submission(id);

alter table api_answer add constraint api_answer_pkey PRIMARY KEY (token_id, key);

alter table api_answer add constraint api_answer_token_id_fkey FOREIGN KEY (token_id) REFERENCES api_token(id);

alter table api_token add constraint api_token_agreement_key UNIQUE (agreement);

alter table api_token add constraint api_token_hash_key UNIQUE (hash);

alter table api_token add constraint api_token_pkey PRIMARY KEY (id);

alter table api_token add constraint api_token_client_id_fkey FOREIGN KEY (client_id) REFERENCES oauth_client(id);

alter table api_token add constraint api_token_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table api_token add constraint api_token_origin CHECK ((((hash IS NULL) = (agreement IS NOT NULL)) AND ((agreement IS NULL) = (client_id IS NULL))));

alter table api_token add constraint api_token_scopes_check CHECK (((scopes <@ ARRAY['read'::text, 'propose'::text, 'write'::text, 'moderate'::text, 'admin'::text, 'sign-in'::text]) AND (cardinality(scopes) > 0)));

alter table appointment add constraint appointment_pkey PRIMARY KEY (id);

alter table appointment add constraint appointment_community_id_fkey FOREIGN KEY (community_id) REFERENCES community(id);

alter table appointment add constraint appointment_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_group(id);

alter table appointment add constraint appointment_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);

alter table appointment add constraint appointment_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table appointment add constraint appointment_role_name_id_fkey FOREIGN KEY (role_name_id) REFERENCES role_name(id);

alter table appointment add constraint appointment_stands_for_fkey FOREIGN KEY (stands_for) REFERENCES appointment(id) ON DELETE CASCADE;

alter table appointment add constraint appointment_check CHECK ((to_on >= from_on));

alter table appointment add constraint appointment_check1 CHECK ((num_nonnulls(group_id, community_id) <= 1));

alter table appointment add constraint appointment_check2 CHECK (((stands_for IS NULL) OR (stand_in AND (from_on IS NOT NULL) AND (to_on IS NOT NULL))));

alter table appointment add constraint appointment_referent CHECK (((role <> 'referent'::role) OR ((organisation_id IS NOT NULL) AND (community_id IS NOT NULL))));

alter table attachment add constraint attachment_message_id_position_key UNIQUE (message_id, "position");

alter table attachment add constraint attachment_pkey PRIMARY KEY (id);

alter table attachment add constraint attachment_message_id_fkey FOREIGN KEY (message_id) REFERENCES message(id);

alter table attendance_rule add constraint attendance_rule_group_id_community_id_kind_key UNIQUE NULLS NOT DISTINCT (group_id, community_id, kind);

alter table attendance_rule add constraint attendance_rule_pkey PRIMARY KEY (id);

alter table attendance_rule add constraint attendance_rule_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES person(id);

alter table attendance_rule add constraint attendance_rule_community_id_fkey FOREIGN KEY (community_id) REFERENCES community(id);

alter table attendance_rule add constraint attendance_rule_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_group(id);

alter table attendance_rule add constraint attendance_rule_check CHECK (((group_id IS NULL) <> (community_id IS NULL)));

alter table attendance_rule add constraint attendance_rule_check1 CHECK (((per_year IS NULL) <> (share_percent IS NULL)));

alter table attendance_rule add constraint attendance_rule_per_year_check CHECK (((per_year >= 1) AND (per_year <= 60)));

alter table attendance_rule add constraint attendance_rule_share_percent_check CHECK (((share_percent >= 1) AND (share_percent <= 100)));

alter table auth_account add constraint auth_account_pkey PRIMARY KEY (id);

alter table auth_account add constraint auth_account_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth_user(id) ON DELETE CASCADE;

alter table auth_session add constraint auth_session_token_key UNIQUE (token);

alter table auth_session add constraint auth_session_pkey PRIMARY KEY (id);

alter table auth_session add constraint auth_session_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth_user(id) ON DELETE CASCADE;

alter table auth_user add constraint auth_user_email_key UNIQUE (email);

alter table auth_user add constraint auth_user_person_id_key UNIQUE (person_id);

alter table auth_user add constraint auth_user_pkey PRIMARY KEY (id);

alter table auth_user add constraint auth_user_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table auth_verification add constraint auth_verification_pkey PRIMARY KEY (id);

alter table backup_run add constraint backup_run_pkey PRIMARY KEY (id);

alter table ballot add constraint ballot_pkey PRIMARY KEY (id);

alter table ballot add constraint ballot_anew_of_fkey FOREIGN KEY (anew_of) REFERENCES ballot(id);

alter table ballot add constraint ballot_called_off_by_fkey FOREIGN KEY (called_off_by) REFERENCES person(id);

alter table ballot add constraint ballot_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id);

alter table ballot add constraint ballot_cycle_id_fkey FOREIGN KEY (cycle_id) REFERENCES cycle(id);

alter table ballot add constraint ballot_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_group(id);

alter table ballot add constraint ballot_rehearsal_of_fkey FOREIGN KEY (rehearsal_of) REFERENCES ballot(id);

alter table ballot add constraint ballot_vote_on_fkey FOREIGN KEY (vote_on) REFERENCES ballot(id);

alter table ballot add constraint ballot_budget_check CHECK (((budget >= 1) AND (budget <= 10000)));

alter table ballot add constraint ballot_called_off CHECK ((((state = 'called_off'::ballot_state) = (called_off_at IS NOT NULL)) AND ((state = 'called_off'::ballot_state) = (called_off_reason <> ''::text))));

alter table ballot add constraint ballot_capacity_check CHECK (((capacity >= 1) AND (capacity <= 1000000)));

alter table ballot add constraint ballot_check CHECK ((closes_at > opens_at));

alter table ballot add constraint ballot_check2 CHECK (((cycle_id IS NULL) = (phase IS NULL)));

alter table ballot add constraint ballot_cycle CHECK (((kind = 'wishes'::ballot_kind) OR (cycle_id IS NULL)));

alter table ballot add constraint ballot_most_check CHECK (((most >= 1) AND (most <= 10000)));

alter table ballot add constraint ballot_quorum_check CHECK (((quorum >= 1) AND (quorum <= 100)));

alter table ballot add constraint ballot_seats_check CHECK (((seats >= 1) AND (seats <= 500)));

alter table ballot add constraint ballot_ties_check CHECK ((ties = ANY (ARRAY['lot'::text, 'seniority'::text, 'chair'::text])));

alter table ballot add constraint ballot_title_check CHECK ((title <> ''::text));

alter table ballot_extension add constraint ballot_extension_pkey PRIMARY KEY (id);

alter table ballot_extension add constraint ballot_extension_ballot_id_fkey FOREIGN KEY (ballot_id) REFERENCES ballot(id);

alter table ballot_extension add constraint ballot_extension_cycle_id_fkey FOREIGN KEY (cycle_id) REFERENCES cycle(id);

alter table ballot_extension add constraint ballot_extension_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id);

alter table ballot_extension add constraint ballot_extension_reason_check CHECK ((reason <> ''::text));

alter table ballot_host add constraint ballot_host_pkey PRIMARY KEY (ballot_id, community_id);

alter table ballot_host add constraint ballot_host_ballot_id_fkey FOREIGN KEY (ballot_id) REFERENCES ballot(id);

alter table ballot_host add constraint ballot_host_community_id_fkey FOREIGN KEY (community_id) REFERENCES community(id);

alter table ballot_key add constraint ballot_key_pkey PRIMARY KEY (ballot_id);

alter table ballot_key add constraint ballot_key_ballot_id_fkey FOREIGN KEY (ballot_id) REFERENCES ballot(id);

alter table ballot_mail add constraint ballot_mail_voter_id_person_id_key UNIQUE (voter_id, person_id);

alter table ballot_mail add constraint ballot_mail_pkey PRIMARY KEY (id);

alter table ballot_mail add constraint ballot_mail_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table ballot_mail add constraint ballot_mail_voter_id_fkey FOREIGN KEY (voter_id) REFERENCES voter(id);

alter table ballot_notice add constraint ballot_notice_pkey PRIMARY KEY (ballot_id, kind, person_id);

alter table ballot_notice add constraint ballot_notice_ballot_id_fkey FOREIGN KEY (ballot_id) REFERENCES ballot(id);

alter table ballot_notice add constraint ballot_notice_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table ballot_option add constraint ballot_option_ballot_id_number_key UNIQUE (ballot_id, number);

alter table ballot_option add constraint ballot_option_pkey PRIMARY KEY (id);

alter table ballot_option add constraint ballot_option_ballot_id_fkey FOREIGN KEY (ballot_id) REFERENCES ballot(id);

alter table ballot_option add constraint ballot_option_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table ballot_option add constraint ballot_option_request_id_fkey FOREIGN KEY (request_id) REFERENCES request(id);

alter table ballot_option add constraint ballot_option_wish_id_fkey FOREIGN KEY (wish_id) REFERENCES wish(id);

alter table ballot_option add constraint ballot_option_cost_check CHECK (((cost >= 0) AND (cost <= 1000000)));

alter table ballot_result add constraint ballot_result_pkey PRIMARY KEY (ballot_id, rule);

alter table ballot_result add constraint ballot_result_ballot_id_fkey FOREIGN KEY (ballot_id) REFERENCES ballot(id);

alter table ban add constraint ban_pkey PRIMARY KEY (id);

alter table ban add constraint ban_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id);

alter table ban add constraint ban_list_id_fkey FOREIGN KEY (list_id) REFERENCES list(id);

alter table basis_ask add constraint basis_ask_pkey PRIMARY KEY (person_id);

alter table basis_ask add constraint basis_ask_excused_by_fkey FOREIGN KEY (excused_by) REFERENCES person(id);

alter table basis_ask add constraint basis_ask_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table belonging add constraint belonging_pkey PRIMARY KEY (id);

alter table belonging add constraint belonging_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);

alter table belonging add constraint belonging_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES organisation(id);

alter table belonging add constraint belonging_check CHECK ((organisation_id <> parent_id));

alter table belonging add constraint belonging_check1 CHECK ((to_on >= from_on));

alter table board_view add constraint board_view_group_id_person_id_name_key UNIQUE (group_id, person_id, name);

alter table board_view add constraint board_view_pkey PRIMARY KEY (id);

alter table board_view add constraint board_view_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_group(id);

alter table board_view add constraint board_view_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table board_view add constraint board_view_name_check CHECK ((name <> ''::text));

alter table bounce add constraint bounce_pkey PRIMARY KEY (id);

alter table bounce add constraint bounce_delivery_id_fkey FOREIGN KEY (delivery_id) REFERENCES delivery(id);

alter table bounce add constraint bounce_inbound_id_fkey FOREIGN KEY (inbound_id) REFERENCES inbound(id);

alter table bounce add constraint bounce_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incident(id);

alter table brief add constraint brief_pkey PRIMARY KEY (id);

alter table brief add constraint brief_champion_id_fkey FOREIGN KEY (champion_id) REFERENCES person(id);

alter table brief add constraint brief_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_group(id);

alter table brief add constraint brief_title_check CHECK ((title <> ''::text));

alter table brief_quote add constraint brief_quote_pkey PRIMARY KEY (brief_id, request_id, case_id);

alter table brief_quote add constraint brief_quote_brief_id_request_id_fkey FOREIGN KEY (brief_id, request_id) REFERENCES brief_request(brief_id, request_id) ON DELETE CASCADE;

alter table brief_quote add constraint brief_quote_case_id_fkey FOREIGN KEY (case_id) REFERENCES user_case(id);

alter table brief_request add constraint brief_request_pkey PRIMARY KEY (brief_id, request_id);

alter table brief_request add constraint brief_request_brief_id_fkey FOREIGN KEY (brief_id) REFERENCES brief(id);

alter table brief_request add constraint brief_request_request_id_fkey FOREIGN KEY (request_id) REFERENCES request(id);

alter table brief_version add constraint brief_version_brief_id_number_key UNIQUE (brief_id, number);

alter table brief_version add constraint brief_version_pkey PRIMARY KEY (id);

alter table brief_version add constraint brief_version_brief_id_fkey FOREIGN KEY (brief_id) REFERENCES brief(id);

alter table brief_version add constraint brief_version_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id);

alter table calendar_feed add constraint calendar_feed_token_hash_key UNIQUE (token_hash);

alter table calendar_feed add constraint calendar_feed_pkey PRIMARY KEY (id);

alter table calendar_feed add constraint calendar_feed_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table capacity add constraint capacity_group_id_product_id_year_key UNIQUE (group_id, product_id, year);

alter table capacity add constraint capacity_pkey PRIMARY KEY (id);

alter table capacity add constraint capacity_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_group(id);

alter table capacity add constraint capacity_product_id_fkey FOREIGN KEY (product_id) REFERENCES product(id);

alter table capacity add constraint capacity_points_check CHECK (((points >= 1) AND (points <= 100000)));

alter table capacity add constraint capacity_year_check CHECK (((year >= 1990) AND (year <= 2200)));

alter table case_number add constraint case_number_pkey PRIMARY KEY (id);

alter table case_number add constraint case_number_case_id_fkey FOREIGN KEY (case_id) REFERENCES user_case(id);

alter table case_number add constraint case_number_request_id_fkey FOREIGN KEY (request_id) REFERENCES request(id);

alter table case_number add constraint case_number_check CHECK ((num_nonnulls(request_id, case_id) = 1));

alter table case_number add constraint case_number_number_check CHECK ((number <> ''::text));

alter table case_suggestion add constraint case_suggestion_pkey PRIMARY KEY (message_id);

alter table case_suggestion add constraint case_suggestion_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person(id);

alter table case_suggestion add constraint case_suggestion_list_id_fkey FOREIGN KEY (list_id) REFERENCES list(id);

alter table case_suggestion add constraint case_suggestion_message_id_fkey FOREIGN KEY (message_id) REFERENCES message(id) ON DELETE CASCADE;

alter table case_word add constraint case_word_pkey PRIMARY KEY (list_id, word);

alter table case_word add constraint case_word_list_id_fkey FOREIGN KEY (list_id) REFERENCES list(id);

alter table charter_clause add constraint charter_clause_version_id_line_id_key UNIQUE (version_id, line_id);

alter table charter_clause add constraint charter_clause_pkey PRIMARY KEY (id);

alter table charter_clause add constraint charter_clause_line_id_fkey FOREIGN KEY (line_id) REFERENCES clause_line(id);

alter table charter_clause add constraint charter_clause_version_id_fkey FOREIGN KEY (version_id) REFERENCES charter_version(id) ON DELETE CASCADE;

alter table charter_clause add constraint charter_clause_number_check CHECK ((number ~ '^[A-Za-z0-9][A-Za-z0-9.-]{0,11}$'::text));

alter table charter_clause add constraint charter_clause_text_check CHECK ((text <> ''::text));

alter table charter_digest add constraint charter_digest_pkey PRIMARY KEY (group_id, month);

alter table charter_digest add constraint charter_digest_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_group(id);

alter table charter_notice add constraint charter_notice_pkey PRIMARY KEY (version_id, review_on, days);

alter table charter_notice add constraint charter_notice_version_id_fkey FOREIGN KEY (version_id) REFERENCES charter_version(id);

alter table charter_version add constraint charter_version_group_id_in_force_on_key UNIQUE (group_id, in_force_on);

alter table charter_version add constraint charter_version_group_id_number_key UNIQUE (group_id, number);

alter table charter_version add constraint charter_version_pkey PRIMARY KEY (id);

alter table charter_version add constraint charter_version_adopted_by_fkey FOREIGN KEY (adopted_by) REFERENCES person(id);

alter table charter_version add constraint charter_version_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decision(id);

alter table charter_version add constraint charter_version_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_group(id);

alter table charter_version add constraint charter_version_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id);

alter table charter_version add constraint charter_version_check CHECK (((adopted_at IS NULL) = (in_force_on IS NULL)));

alter table charter_version add constraint charter_version_check1 CHECK (((adopted_at IS NULL) = (decision_id IS NULL)));

alter table charter_version add constraint charter_version_check2 CHECK ((review_on > in_force_on));

alter table charter_version add constraint charter_version_number_check CHECK ((number > 0));

alter table clause_attestation add constraint clause_attestation_pkey PRIMARY KEY (id);

alter table clause_attestation add constraint clause_attestation_line_id_fkey FOREIGN KEY (line_id) REFERENCES clause_line(id);

alter table clause_attestation add constraint clause_attestation_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id);

alter table clause_attestation add constraint clause_attestation_link_check CHECK ((link ~ '^https?://'::text));

alter table clause_attestation add constraint clause_attestation_title_check CHECK ((title <> ''::text));

alter table clause_line add constraint clause_line_pkey PRIMARY KEY (id);

alter table clause_line add constraint clause_line_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_group(id);

alter table clause_measure add constraint clause_measure_pkey PRIMARY KEY (id);

alter table clause_measure add constraint clause_measure_clause_id_fkey FOREIGN KEY (clause_id) REFERENCES charter_clause(id) ON DELETE CASCADE;

alter table clause_measure add constraint clause_measure_series_id_fkey FOREIGN KEY (series_id) REFERENCES meeting_series(id);

alter table clause_measure add constraint clause_measure_check CHECK (((every_n IS NULL) = (every_unit IS NULL)));

alter table clause_measure add constraint clause_measure_every_n_check CHECK (((every_n >= 1) AND (every_n <= 520)));

alter table clause_measure add constraint clause_measure_grace_days_check CHECK (((grace_days >= 0) AND (grace_days <= 730)));

alter table clause_measure add constraint clause_measure_target_check CHECK (((target >= 1) AND (target <= 100000)));

alter table clause_waiver add constraint clause_waiver_pkey PRIMARY KEY (id);

alter table clause_waiver add constraint clause_waiver_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decision(id);

alter table clause_waiver add constraint clause_waiver_line_id_fkey FOREIGN KEY (line_id) REFERENCES clause_line(id);

alter table clause_waiver add constraint clause_waiver_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id);

alter table clause_waiver add constraint clause_waiver_check CHECK ((to_on >= from_on));

alter table clause_waiver add constraint clause_waiver_reason_check CHECK ((reason <> ''::text));

alter table commitment add constraint commitment_carried_from_key UNIQUE (carried_from);

alter table commitment add constraint commitment_pkey PRIMARY KEY (id);

alter table commitment add constraint commitment_answer_id_fkey FOREIGN KEY (answer_id) REFERENCES answer(id);

alter table commitment add constraint commitment_carried_from_fkey FOREIGN KEY (carried_from) REFERENCES commitment(id);

alter table commitment add constraint commitment_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_group(id);

alter table commitment add constraint commitment_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id);

alter table commitment add constraint commitment_option_id_fkey FOREIGN KEY (option_id) REFERENCES ballot_option(id);

alter table commitment add constraint commitment_product_id_fkey FOREIGN KEY (product_id) REFERENCES product(id);

alter table commitment add constraint commitment_request_id_fkey FOREIGN KEY (request_id) REFERENCES request(id);

alter table commitment add constraint commitment_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES person(id);

alter table commitment add constraint commitment_check CHECK (((state = 'committed'::commitment_state) = (settled_on IS NULL)));

alter table commitment add constraint commitment_check1 CHECK (((state <> 'dropped'::commitment_state) OR (reason <> ''::text)));

alter table commitment add constraint commitment_points_check CHECK (((points >= 0) AND (points <= 100000)));

alter table commitment_pilot add constraint commitment_pilot_pkey PRIMARY KEY (commitment_id, organisation_id);

alter table commitment_pilot add constraint commitment_pilot_commitment_id_fkey FOREIGN KEY (commitment_id) REFERENCES commitment(id) ON DELETE CASCADE;

alter table commitment_pilot add constraint commitment_pilot_named_by_fkey FOREIGN KEY (named_by) REFERENCES person(id);

alter table commitment_pilot add constraint commitment_pilot_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id) ON DELETE CASCADE;

alter table community add constraint community_slug_key UNIQUE (slug);

alter table community add constraint community_pkey PRIMARY KEY (id);

alter table community add constraint community_slug_check CHECK ((slug ~ '^[a-z0-9]([a-z0-9-]*[a-z0-9])?$'::text));

alter table consent add constraint consent_pkey PRIMARY KEY (id);

alter table consent add constraint consent_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table consent add constraint consent_request_id_fkey FOREIGN KEY (request_id) REFERENCES subscription_request(id);

alter table consent add constraint consent_version_fkey FOREIGN KEY (version) REFERENCES privacy_notice(version);

alter table consent add constraint consent_check CHECK ((num_nonnulls(person_id, request_id) >= 1));

alter table consortium_choice add constraint consortium_choice_pkey PRIMARY KEY (cycle_id, organisation_id);

alter table consortium_choice add constraint consortium_choice_chosen_by_fkey FOREIGN KEY (chosen_by) REFERENCES person(id);

alter table consortium_choice add constraint consortium_choice_cycle_id_fkey FOREIGN KEY (cycle_id) REFERENCES cycle(id);

alter table consortium_choice add constraint consortium_choice_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);

alter table contract add constraint contract_pkey PRIMARY KEY (id);

alter table contract add constraint contract_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);

alter table contract add constraint contract_product_id_fkey FOREIGN KEY (product_id) REFERENCES product(id);

alter table contract add constraint contract_check CHECK ((to_on >= from_on));

alter table correspondence add constraint correspondence_pkey PRIMARY KEY (id);

alter table correspondence add constraint correspondence_address_id_fkey FOREIGN KEY (address_id) REFERENCES role_address(id);

alter table correspondence add constraint correspondence_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES person(id);

alter table correspondence_import add constraint correspondence_import_pkey PRIMARY KEY (id);

alter table correspondence_import add constraint correspondence_import_address_id_fkey FOREIGN KEY (address_id) REFERENCES role_address(id);

alter table correspondence_import add constraint correspondence_import_file_id_fkey FOREIGN KEY (file_id) REFERENCES file(id);

alter table correspondence_import add constraint correspondence_import_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table correspondence_import add constraint correspondence_import_undone_by_fkey FOREIGN KEY (undone_by) REFERENCES person(id);

alter table correspondence_mail add constraint correspondence_mail_address_id_message_id_content_hash_key UNIQUE (address_id, message_id, content_hash);

alter table correspondence_mail add constraint correspondence_mail_pkey PRIMARY KEY (id);

alter table correspondence_mail add constraint correspondence_mail_address_id_fkey FOREIGN KEY (address_id) REFERENCES role_address(id);

alter table correspondence_mail add constraint correspondence_mail_correspondence_id_fkey FOREIGN KEY (correspondence_id) REFERENCES correspondence(id);

alter table correspondence_mail add constraint correspondence_mail_import_id_fkey FOREIGN KEY (import_id) REFERENCES correspondence_import(id);

alter table correspondence_mail add constraint correspondence_mail_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES letter(id);

alter table correspondence_mail add constraint correspondence_mail_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table correspondence_mail add constraint correspondence_mail_raw_id_fkey FOREIGN KEY (raw_id) REFERENCES raw_mail(id);

alter table cycle add constraint cycle_pkey PRIMARY KEY (id);

alter table cycle add constraint cycle_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id);

alter table cycle add constraint cycle_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_group(id);

alter table cycle add constraint cycle_title_check CHECK ((title <> ''::text));

alter table cycle_host add constraint cycle_host_pkey PRIMARY KEY (cycle_id, community_id);

alter table cycle_host add constraint cycle_host_community_id_fkey FOREIGN KEY (community_id) REFERENCES community(id);

alter table cycle_host add constraint cycle_host_cycle_id_fkey FOREIGN KEY (cycle_id) REFERENCES cycle(id);

alter table cycle_phase add constraint cycle_phase_pkey PRIMARY KEY (cycle_id, kind);

alter table cycle_phase add constraint cycle_phase_cycle_id_fkey FOREIGN KEY (cycle_id) REFERENCES cycle(id);

alter table cycle_phase add constraint cycle_phase_check CHECK ((closes_at > opens_at));

alter table date_poll add constraint date_poll_slug_key UNIQUE (slug);

alter table date_poll add constraint date_poll_pkey PRIMARY KEY (id);

alter table date_poll add constraint date_poll_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id);

alter table date_poll add constraint date_poll_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meeting(id);

alter table date_poll add constraint date_poll_series_id_fkey FOREIGN KEY (series_id) REFERENCES meeting_series(id);

alter table date_poll add constraint date_poll_minutes_check CHECK (((minutes >= 5) AND (minutes <= 1440)));

alter table date_poll_answer add constraint date_poll_answer_pkey PRIMARY KEY (slot_id, person_id);

alter table date_poll_answer add constraint date_poll_answer_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table date_poll_answer add constraint date_poll_answer_slot_id_fkey FOREIGN KEY (slot_id) REFERENCES date_poll_slot(id) ON DELETE CASCADE;

alter table date_poll_host add constraint date_poll_host_poll_id_group_id_community_id_key UNIQUE NULLS NOT DISTINCT (poll_id, group_id, community_id);

alter table date_poll_host add constraint date_poll_host_community_id_fkey FOREIGN KEY (community_id) REFERENCES community(id);

alter table date_poll_host add constraint date_poll_host_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_group(id);

alter table date_poll_host add constraint date_poll_host_poll_id_fkey FOREIGN KEY (poll_id) REFERENCES date_poll(id);

alter table date_poll_host add constraint date_poll_host_check CHECK (((group_id IS NULL) <> (community_id IS NULL)));

alter table date_poll_invitation add constraint date_poll_invitation_pkey PRIMARY KEY (id);

alter table date_poll_invitation add constraint date_poll_invitation_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table date_poll_invitation add constraint date_poll_invitation_poll_id_fkey FOREIGN KEY (poll_id) REFERENCES date_poll(id);

alter table date_poll_slot add constraint date_poll_slot_poll_id_starts_at_key UNIQUE (poll_id, starts_at);

alter table date_poll_slot add constraint date_poll_slot_pkey PRIMARY KEY (id);

alter table date_poll_slot add constraint date_poll_slot_poll_id_fkey FOREIGN KEY (poll_id) REFERENCES date_poll(id);

alter table decision add constraint decision_pkey PRIMARY KEY (id);

alter table decision add constraint decision_community_id_fkey FOREIGN KEY (community_id) REFERENCES community(id);

alter table decision add constraint decision_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id);

alter table decision add constraint decision_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_group(id);

alter table decision add constraint decision_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meeting(id);

alter table decision add constraint decision_superseded_by_fkey FOREIGN KEY (superseded_by) REFERENCES decision(id);

alter table decision add constraint decision_abstained_check CHECK ((abstained >= 0));

alter table decision add constraint decision_check CHECK (((group_id IS NULL) <> (community_id IS NULL)));

alter table decision add constraint decision_check1 CHECK ((superseded_by <> id));

alter table decision add constraint decision_text_check CHECK ((text <> ''::text));

alter table decision add constraint decision_votes_against_check CHECK ((votes_against >= 0));

alter table decision add constraint decision_votes_for_check CHECK ((votes_for >= 0));

alter table delivery add constraint delivery_pkey PRIMARY KEY (id);

alter table delivery add constraint delivery_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES letter(id);

alter table delivery add constraint delivery_message_id_fkey FOREIGN KEY (message_id) REFERENCES message(id);

alter table delivery add constraint delivery_subscription_id_fkey FOREIGN KEY (subscription_id) REFERENCES subscription(id);

alter table delivery add constraint delivery_check CHECK ((num_nonnulls(message_id, letter_id) = 1));

alter table delivery_claim add constraint delivery_claim_request_id_release_id_key UNIQUE (request_id, release_id);

alter table delivery_claim add constraint delivery_claim_pkey PRIMARY KEY (id);

alter table delivery_claim add constraint delivery_claim_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES person(id);

alter table delivery_claim add constraint delivery_claim_commitment_id_fkey FOREIGN KEY (commitment_id) REFERENCES commitment(id);

alter table delivery_claim add constraint delivery_claim_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_group(id);

alter table delivery_claim add constraint delivery_claim_release_id_fkey FOREIGN KEY (release_id) REFERENCES release(id);

alter table delivery_claim add constraint delivery_claim_request_id_fkey FOREIGN KEY (request_id) REFERENCES request(id);

alter table delivery_claim add constraint delivery_claim_said_by_fkey FOREIGN KEY (said_by) REFERENCES person(id);

alter table delivery_claim add constraint delivery_claim_check CHECK (((verdict IS NULL) = (closed_at IS NULL)));

alter table delivery_report add constraint delivery_report_kind_reporter_number_key UNIQUE (kind, reporter, number);

alter table delivery_report add constraint delivery_report_pkey PRIMARY KEY (id);

alter table delivery_report add constraint delivery_report_bad_check CHECK ((bad >= 0));

alter table delivery_report add constraint delivery_report_check CHECK ((until_at >= from_at));

alter table delivery_report add constraint delivery_report_good_check CHECK ((good >= 0));

alter table delivery_report add constraint delivery_report_kind_check CHECK ((kind = ANY (ARRAY['sent'::text, 'encryption'::text])));

alter table delivery_report add constraint delivery_report_refused_check CHECK ((refused >= 0));

alter table device add constraint device_person_id_key_hash_key UNIQUE (person_id, key_hash);

alter table device add constraint device_pkey PRIMARY KEY (id);

alter table device add constraint device_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table digest_issue add constraint digest_issue_list_id_volume_number_key UNIQUE (list_id, volume, number);

alter table digest_issue add constraint digest_issue_pkey PRIMARY KEY (id);

alter table digest_issue add constraint digest_issue_list_id_fkey FOREIGN KEY (list_id) REFERENCES list(id);

alter table digest_issue add constraint digest_issue_check CHECK ((last_id > after_id));

alter table document add constraint document_slug_key UNIQUE (slug);

alter table document add constraint document_pkey PRIMARY KEY (id);

alter table document add constraint document_community_id_fkey FOREIGN KEY (community_id) REFERENCES community(id);

alter table document add constraint document_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id);

alter table document add constraint document_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_group(id);

alter table document add constraint document_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meeting(id);

alter table document add constraint document_check CHECK (((group_id IS NULL) <> (community_id IS NULL)));

alter table document add constraint document_keep_months_check CHECK (((keep_months >= 1) AND (keep_months <= 1200)));

alter table document add constraint document_review_months_check CHECK (((review_months >= 1) AND (review_months <= 120)));

alter table document add constraint document_slug_check CHECK (((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (length(slug) <= 90)));

alter table document add constraint document_title_check CHECK ((title <> ''::text));

alter table document_approval add constraint document_approval_pkey PRIMARY KEY (version_id);

alter table document_approval add constraint document_approval_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decision(id);

alter table document_approval add constraint document_approval_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meeting(id);

alter table document_approval add constraint document_approval_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table document_approval add constraint document_approval_version_id_fkey FOREIGN KEY (version_id) REFERENCES document_version(id);

alter table document_approval add constraint document_approval_check CHECK (((way = 'role'::approval_way) OR (decision_id IS NOT NULL) OR (meeting_id IS NOT NULL)));

alter table document_import add constraint document_import_pkey PRIMARY KEY (id);

alter table document_import add constraint document_import_done_by_fkey FOREIGN KEY (done_by) REFERENCES person(id);

alter table document_import add constraint document_import_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_group(id);

alter table document_import add constraint document_import_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table document_import add constraint document_import_undone_by_fkey FOREIGN KEY (undone_by) REFERENCES person(id);

alter table document_import_file add constraint document_import_file_import_id_path_key UNIQUE (import_id, path);

alter table document_import_file add constraint document_import_file_pkey PRIMARY KEY (id);

alter table document_import_file add constraint document_import_file_document_id_fkey FOREIGN KEY (document_id) REFERENCES document(id);

alter table document_import_file add constraint document_import_file_file_id_fkey FOREIGN KEY (file_id) REFERENCES file(id);

alter table document_import_file add constraint document_import_file_import_id_fkey FOREIGN KEY (import_id) REFERENCES document_import(id) ON DELETE CASCADE;

alter table document_import_source add constraint document_import_source_pkey PRIMARY KEY (id);

alter table document_import_source add constraint document_import_source_file_id_fkey FOREIGN KEY (file_id) REFERENCES file(id);

alter table document_import_source add constraint document_import_source_import_id_fkey FOREIGN KEY (import_id) REFERENCES document_import(id) ON DELETE CASCADE;

alter table document_review add constraint document_review_pkey PRIMARY KEY (id);

alter table document_review add constraint document_review_document_id_fkey FOREIGN KEY (document_id) REFERENCES document(id);

alter table document_review add constraint document_review_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table document_version add constraint document_version_document_id_number_key UNIQUE (document_id, number);

alter table document_version add constraint document_version_pkey PRIMARY KEY (id);

alter table document_version add constraint document_version_document_id_fkey FOREIGN KEY (document_id) REFERENCES document(id);

alter table document_version add constraint document_version_file_id_fkey FOREIGN KEY (file_id) REFERENCES file(id);

alter table document_version add constraint document_version_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id);

alter table document_version add constraint document_version_check CHECK (((erased_at IS NOT NULL) OR ((body IS NULL) <> (file_id IS NULL))));

alter table document_version add constraint document_version_number_check CHECK ((number > 0));

alter table draft add constraint draft_person_id_place_key UNIQUE (person_id, place);

alter table draft add constraint draft_pkey PRIMARY KEY (id);

alter table draft add constraint draft_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table draft add constraint draft_place_check CHECK (((length(place) >= 1) AND (length(place) <= 1200)));

alter table erased_message add constraint erased_message_pkey PRIMARY KEY (erasure_id, message_id);

alter table erased_message add constraint erased_message_erasure_id_fkey FOREIGN KEY (erasure_id) REFERENCES erasure(id);

alter table erased_message add constraint erased_message_message_id_fkey FOREIGN KEY (message_id) REFERENCES message(id);

alter table erasure add constraint erasure_key_key UNIQUE (key);

alter table erasure add constraint erasure_pkey PRIMARY KEY (id);

alter table erasure add constraint erasure_by_id_fkey FOREIGN KEY (by_id) REFERENCES person(id);

alter table erasure add constraint erasure_list_id_fkey FOREIGN KEY (list_id) REFERENCES list(id);

alter table erasure add constraint erasure_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table erasure_request add constraint erasure_request_pkey PRIMARY KEY (id);

alter table erasure_request add constraint erasure_request_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person(id);

alter table erasure_request add constraint erasure_request_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table event add constraint event_slug_key UNIQUE (slug);

alter table event add constraint event_uid_key UNIQUE (uid);

alter table event add constraint event_pkey PRIMARY KEY (id);

alter table event add constraint event_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id);

alter table event add constraint event_check CHECK ((last_on >= first_on));

alter table event add constraint event_check1 CHECK (((call_opens_on IS NULL) = (call_closes_on IS NULL)));

alter table event add constraint event_check2 CHECK ((call_closes_on >= call_opens_on));

alter table event add constraint event_slug_check CHECK ((slug ~ '^[a-z0-9][a-z0-9-]*$'::text));

alter table event add constraint event_title_check CHECK ((title <> ''::text));

alter table event add constraint event_website_check CHECK (((website = ''::text) OR (website ~~ 'https://%'::text) OR (website ~~ 'http://%'::text)));

alter table event_host add constraint event_host_event_id_group_id_community_id_key UNIQUE NULLS NOT DISTINCT (event_id, group_id, community_id);

alter table event_host add constraint event_host_community_id_fkey FOREIGN KEY (community_id) REFERENCES community(id);

alter table event_host add constraint event_host_event_id_fkey FOREIGN KEY (event_id) REFERENCES event(id) ON DELETE CASCADE;

alter table event_host add constraint event_host_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_group(id);

alter table event_host add constraint event_host_check CHECK (((group_id IS NULL) <> (community_id IS NULL)));

alter table event_participation add constraint event_participation_event_id_person_id_key UNIQUE (event_id, person_id);

alter table event_participation add constraint event_participation_pkey PRIMARY KEY (id);

alter table event_participation add constraint event_participation_event_id_fkey FOREIGN KEY (event_id) REFERENCES event(id) ON DELETE CASCADE;

alter table event_participation add constraint event_participation_noted_by_fkey FOREIGN KEY (noted_by) REFERENCES person(id);

alter table event_participation add constraint event_participation_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table event_participation add constraint event_participation_check CHECK ((to_on >= from_on));

alter table event_proposal add constraint event_proposal_pkey PRIMARY KEY (id);

alter table event_proposal add constraint event_proposal_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person(id);

alter table event_proposal add constraint event_proposal_event_id_fkey FOREIGN KEY (event_id) REFERENCES event(id) ON DELETE CASCADE;

alter table event_proposal add constraint event_proposal_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table event_proposal add constraint event_proposal_session_id_fkey FOREIGN KEY (session_id) REFERENCES event_session(id) ON DELETE SET NULL;

alter table event_proposal add constraint event_proposal_minutes_check CHECK (((minutes >= 5) AND (minutes <= 240)));

alter table event_proposal add constraint event_proposal_title_check CHECK ((title <> ''::text));

alter table event_review add constraint event_review_pkey PRIMARY KEY (proposal_id, person_id);

alter table event_review add constraint event_review_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table event_review add constraint event_review_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES event_proposal(id) ON DELETE CASCADE;

alter table event_review add constraint event_review_score_check CHECK (((score >= 1) AND (score <= 5)));

alter table event_session add constraint event_session_pkey PRIMARY KEY (id);

alter table event_session add constraint event_session_event_id_fkey FOREIGN KEY (event_id) REFERENCES event(id) ON DELETE CASCADE;

alter table event_session add constraint event_session_talk_id_fkey FOREIGN KEY (talk_id) REFERENCES talk(id);

alter table event_session add constraint event_session_check CHECK ((ends_at > starts_at));

alter table event_session add constraint event_session_link_check CHECK (((link = ''::text) OR (link ~~ 'https://%'::text)));

alter table event_session add constraint event_session_title_check CHECK ((title <> ''::text));

alter table event_session_file add constraint event_session_file_pkey PRIMARY KEY (id);

alter table event_session_file add constraint event_session_file_file_id_fkey FOREIGN KEY (file_id) REFERENCES file(id);

alter table event_session_file add constraint event_session_file_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table event_session_file add constraint event_session_file_session_id_fkey FOREIGN KEY (session_id) REFERENCES event_session(id) ON DELETE CASCADE;

alter table event_session_speaker add constraint event_session_speaker_pkey PRIMARY KEY (id);

alter table event_session_speaker add constraint event_session_speaker_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table event_session_speaker add constraint event_session_speaker_session_id_fkey FOREIGN KEY (session_id) REFERENCES event_session(id) ON DELETE CASCADE;

alter table event_session_speaker add constraint event_session_speaker_check CHECK (((person_id IS NULL) = (guest_name <> ''::text)));

alter table federated_identity add constraint federated_identity_provider_issuer_subject_key UNIQUE (provider, issuer, subject);

alter table federated_identity add constraint federated_identity_pkey PRIMARY KEY (id);

alter table federated_identity add constraint federated_identity_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table federation add constraint federation_slug_key UNIQUE (slug);

alter table federation add constraint federation_pkey PRIMARY KEY (id);

alter table federation add constraint federation_kind_check CHECK ((kind = ANY (ARRAY['mdq'::text, 'file'::text])));

alter table federation_idp add constraint federation_idp_federation_id_entity_id_key UNIQUE (federation_id, entity_id);

alter table federation_idp add constraint federation_idp_pkey PRIMARY KEY (id);

alter table federation_idp add constraint federation_idp_federation_id_fkey FOREIGN KEY (federation_id) REFERENCES federation(id) ON DELETE CASCADE;

alter table file add constraint file_pkey PRIMARY KEY (id);

alter table file add constraint file_content_id_fkey FOREIGN KEY (content_id) REFERENCES file_content(id);

alter table file add constraint file_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table file add constraint file_name_check CHECK ((name <> ''::text));

alter table file_chunk add constraint file_chunk_pkey PRIMARY KEY (content_id, n);

alter table file_chunk add constraint file_chunk_content_id_fkey FOREIGN KEY (content_id) REFERENCES file_content(id) ON DELETE CASCADE;

alter table file_chunk add constraint file_chunk_n_check CHECK ((n >= 0));

alter table file_content add constraint file_content_sha256_key UNIQUE (sha256);

alter table file_content add constraint file_content_pkey PRIMARY KEY (id);

alter table file_content add constraint file_content_sha256_check CHECK ((length(sha256) = 32));

alter table file_content add constraint file_content_size_check CHECK ((size >= 0));

alter table file_guard add constraint file_guard_pkey PRIMARY KEY (one);

alter table file_guard add constraint file_guard_one_check CHECK (one);

alter table file_object add constraint file_object_pkey PRIMARY KEY (sha256);

alter table file_object add constraint file_object_sha256_check CHECK ((length(sha256) = 32));

alter table file_text add constraint file_text_sha256_key UNIQUE (sha256);

alter table file_text add constraint file_text_pkey PRIMARY KEY (id);

alter table first_step add constraint first_step_pkey PRIMARY KEY (group_id, step);

alter table first_step add constraint first_step_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_group(id);

alter table first_step add constraint first_step_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table follow add constraint follow_list_id_key UNIQUE (list_id);

alter table follow add constraint follow_pkey PRIMARY KEY (id);

alter table follow add constraint follow_begun_by_fkey FOREIGN KEY (begun_by) REFERENCES person(id);

alter table follow add constraint follow_list_id_fkey FOREIGN KEY (list_id) REFERENCES list(id);

alter table follow add constraint follow_address_check CHECK (((address = lower(address)) AND (address ~~ '_%@_%'::text)));

alter table follow_notice add constraint follow_notice_pkey PRIMARY KEY (id);

alter table follow_notice add constraint follow_notice_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES person(id);

alter table follow_notice add constraint follow_notice_follow_id_fkey FOREIGN KEY (follow_id) REFERENCES follow(id);

alter table follow_notice add constraint follow_notice_inbound_id_fkey FOREIGN KEY (inbound_id) REFERENCES inbound(id);

alter table follow_sender add constraint follow_sender_pkey PRIMARY KEY (follow_id, domain);

alter table follow_sender add constraint follow_sender_accepted_by_fkey FOREIGN KEY (accepted_by) REFERENCES person(id);

alter table follow_sender add constraint follow_sender_follow_id_fkey FOREIGN KEY (follow_id) REFERENCES follow(id);

alter table ghost add constraint ghost_pkey PRIMARY KEY (list_id, message_id);

alter table ghost add constraint ghost_list_id_fkey FOREIGN KEY (list_id) REFERENCES list(id);

alter table ghost add constraint ghost_thread_id_fkey FOREIGN KEY (thread_id) REFERENCES thread(id);

alter table group_community add constraint group_community_pkey PRIMARY KEY (group_id, community_id);

alter table group_community add constraint group_community_community_id_fkey FOREIGN KEY (community_id) REFERENCES community(id);

alter table group_community add constraint group_community_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_group(id);

alter table handover add constraint handover_pkey PRIMARY KEY (id);

alter table handover add constraint handover_begun_by_fkey FOREIGN KEY (begun_by) REFERENCES person(id);

alter table handover add constraint handover_from_id_fkey FOREIGN KEY (from_id) REFERENCES person(id);

alter table handover add constraint handover_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_group(id);

alter table handover add constraint handover_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES person(id);

alter table handover add constraint handover_to_id_fkey FOREIGN KEY (to_id) REFERENCES person(id);

alter table handover add constraint handover_check CHECK ((from_id <> to_id));

alter table handover_item add constraint handover_item_pkey PRIMARY KEY (id);

alter table handover_item add constraint handover_item_action_id_fkey FOREIGN KEY (action_id) REFERENCES action(id);

alter table handover_item add constraint handover_item_handover_id_fkey FOREIGN KEY (handover_id) REFERENCES handover(id);

alter table held_mail add constraint held_mail_inbound_id_list_id_key UNIQUE (inbound_id, list_id);

alter table held_mail add constraint held_mail_pkey PRIMARY KEY (id);

alter table held_mail add constraint held_mail_claimed_by_fkey FOREIGN KEY (claimed_by) REFERENCES person(id);

alter table held_mail add constraint held_mail_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person(id);

alter table held_mail add constraint held_mail_inbound_id_fkey FOREIGN KEY (inbound_id) REFERENCES inbound(id);

alter table held_mail add constraint held_mail_list_id_fkey FOREIGN KEY (list_id) REFERENCES list(id);

alter table held_notice add constraint held_notice_held_id_person_id_key UNIQUE (held_id, person_id);

alter table held_notice add constraint held_notice_pkey PRIMARY KEY (id);

alter table held_notice add constraint held_notice_held_id_fkey FOREIGN KEY (held_id) REFERENCES held_mail(id);

alter table held_notice add constraint held_notice_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table import_finding add constraint import_finding_pkey PRIMARY KEY (import_id, at_byte);

alter table import_finding add constraint import_finding_import_id_fkey FOREIGN KEY (import_id) REFERENCES mail_import(id) ON DELETE CASCADE;

alter table import_finding add constraint import_finding_message_id_fkey FOREIGN KEY (message_id) REFERENCES message(id);

alter table import_finding add constraint import_finding_raw_id_fkey FOREIGN KEY (raw_id) REFERENCES raw_mail(id);

alter table import_row add constraint import_row_pkey PRIMARY KEY (id);

alter table import_row add constraint import_row_move_id_fkey FOREIGN KEY (move_id) REFERENCES list_move(id);

alter table import_row add constraint import_row_sheet_id_fkey FOREIGN KEY (sheet_id) REFERENCES sheet_import(id);

alter table import_row add constraint import_row_check CHECK ((num_nonnulls(move_id, sheet_id) = 1));

alter table inbound add constraint inbound_pkey PRIMARY KEY (id);

alter table inbound add constraint inbound_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table inbound add constraint inbound_raw_id_fkey FOREIGN KEY (raw_id) REFERENCES raw_mail(id);

alter table inbound add constraint inbound_proof_check CHECK ((proof = ANY (ARRAY['proven'::text, 'nothing claimed'::text, 'not proven'::text, 'unanswered'::text])));

alter table incident add constraint incident_list_id_kind_subject_class_key UNIQUE (list_id, kind, subject, class);

alter table incident add constraint incident_pkey PRIMARY KEY (id);

alter table incident add constraint incident_list_id_fkey FOREIGN KEY (list_id) REFERENCES list(id);

alter table inner_poll add constraint inner_poll_pkey PRIMARY KEY (voter_id);

alter table inner_poll add constraint inner_poll_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES person(id);

alter table inner_poll add constraint inner_poll_voter_id_fkey FOREIGN KEY (voter_id) REFERENCES voter(id);

alter table invitation add constraint invitation_pkey PRIMARY KEY (id);

alter table invitation add constraint invitation_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES person(id);

alter table invitation add constraint invitation_list_id_fkey FOREIGN KEY (list_id) REFERENCES list(id);

alter table invitation add constraint invitation_email_check CHECK ((email = lower(email)));

alter table invitee add constraint invitee_pkey PRIMARY KEY (id);

alter table invitee add constraint invitee_added_by_fkey FOREIGN KEY (added_by) REFERENCES person(id);

alter table invitee add constraint invitee_community_id_fkey FOREIGN KEY (community_id) REFERENCES community(id);

alter table invitee add constraint invitee_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_group(id);

alter table invitee add constraint invitee_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meeting(id);

alter table invitee add constraint invitee_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table invitee add constraint invitee_poll_id_fkey FOREIGN KEY (poll_id) REFERENCES date_poll(id);

alter table invitee add constraint invitee_to_check CHECK ((num_nonnulls(meeting_id, poll_id) = 1));

alter table invitee add constraint invitee_whom_check CHECK (((num_nonnulls(person_id, group_id, community_id) = 1) AND ((person_id IS NULL) OR (role IS NULL)) AND ((community_id IS NULL) OR (role IS NOT NULL))));

alter table job_end add constraint job_end_pkey PRIMARY KEY (job_id);

alter table journal add constraint journal_pkey PRIMARY KEY (id);

alter table journal add constraint journal_behind_id_fkey FOREIGN KEY (behind_id) REFERENCES person(id);

alter table journal add constraint journal_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_group(id);

alter table journal add constraint journal_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table journal_file add constraint journal_file_first_key UNIQUE (first);

alter table journal_file add constraint journal_file_last_key UNIQUE (last);

alter table journal_file add constraint journal_file_name_key UNIQUE (name);

alter table journal_file add constraint journal_file_pkey PRIMARY KEY (id);

alter table journal_file add constraint journal_file_check CHECK ((first <= last));

alter table journal_file add constraint journal_file_hash_before_check CHECK ((length(hash_before) = 32));

alter table journal_file add constraint journal_file_hash_check CHECK ((length(hash) = 32));

alter table journal_file add constraint journal_file_sha256_check CHECK ((length(sha256) = 32));

alter table journal_link add constraint journal_link_journal_id_key UNIQUE (journal_id);

alter table journal_link add constraint journal_link_pkey PRIMARY KEY ("position");

alter table journal_outside add constraint journal_outside_pkey PRIMARY KEY (subject, file_id, group_id);

alter table journal_outside add constraint journal_outside_file_id_fkey FOREIGN KEY (file_id) REFERENCES journal_file(id) ON DELETE CASCADE;

alter table known_domain add constraint known_domain_pkey PRIMARY KEY (domain, institution_id);

alter table known_domain add constraint known_domain_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES known_institution(id) ON DELETE CASCADE;

alter table known_institution add constraint known_institution_source_key_key UNIQUE (source, key);

alter table known_institution add constraint known_institution_pkey PRIMARY KEY (id);

alter table known_institution add constraint known_institution_source_check CHECK ((source = ANY (ARRAY['hipo'::text, 'ror'::text])));

alter table last_digest add constraint last_digest_pkey PRIMARY KEY (id);

alter table last_digest add constraint last_digest_subscription_id_fkey FOREIGN KEY (subscription_id) REFERENCES subscription(id);

alter table letter add constraint letter_pkey PRIMARY KEY (id);

alter table letter add constraint letter_list_id_fkey FOREIGN KEY (list_id) REFERENCES list(id);

alter table letter add constraint letter_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table letter_choice add constraint letter_choice_pkey PRIMARY KEY (person_id, kind);

alter table letter_choice add constraint letter_choice_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table letter_mute add constraint letter_mute_pkey PRIMARY KEY (person_id, subject);

alter table letter_mute add constraint letter_mute_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table likeness add constraint likeness_kind_subject_id_request_id_key UNIQUE (kind, subject_id, request_id);

alter table likeness add constraint likeness_pkey PRIMARY KEY (id);

alter table likeness add constraint likeness_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_group(id);

alter table likeness add constraint likeness_request_id_fkey FOREIGN KEY (request_id) REFERENCES request(id);

alter table likeness add constraint likeness_said_by_fkey FOREIGN KEY (said_by) REFERENCES person(id);

alter table likeness_index add constraint likeness_index_pkey PRIMARY KEY (group_id, part);

alter table likeness_index add constraint likeness_index_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_group(id);

alter table list add constraint list_name_key UNIQUE (name);

alter table list add constraint list_pkey PRIMARY KEY (id);

alter table list add constraint list_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_group(id);

alter table list add constraint list_digest_hour_check CHECK (((digest_hour >= 0) AND (digest_hour <= 23)));

alter table list add constraint list_digest_kb_check CHECK (((digest_kb >= 30) AND (digest_kb <= 5000)));

alter table list add constraint list_digest_messages_check CHECK (((digest_messages >= 5) AND (digest_messages <= 500)));

alter table list add constraint list_expire_days_check CHECK (((expire_days >= 2) AND (expire_days <= 90)));

alter table list add constraint list_link_above_kb_check CHECK ((link_above_kb > 0));

alter table list add constraint list_max_size_check CHECK ((max_size > 0));

alter table list add constraint list_name_check CHECK (((name ~ '^[a-z0-9]([a-z0-9._-]*[a-z0-9])?$'::text) AND (length(name) <= 24)));

alter table list add constraint list_remind_days_check CHECK (((remind_days >= 1) AND (remind_days <= 30)));

alter table list_community add constraint list_community_pkey PRIMARY KEY (list_id, community_id);

alter table list_community add constraint list_community_community_id_fkey FOREIGN KEY (community_id) REFERENCES community(id);

alter table list_community add constraint list_community_list_id_fkey FOREIGN KEY (list_id) REFERENCES list(id);

alter table list_month add constraint list_month_pkey PRIMARY KEY (list_id, month);

alter table list_month add constraint list_month_list_id_fkey FOREIGN KEY (list_id) REFERENCES list(id) ON DELETE CASCADE;

alter table list_move add constraint list_move_pkey PRIMARY KEY (id);

alter table list_move add constraint list_move_list_id_fkey FOREIGN KEY (list_id) REFERENCES list(id);

alter table list_move add constraint list_move_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table list_move add constraint list_move_undone_by_fkey FOREIGN KEY (undone_by) REFERENCES person(id);

alter table list_move_item add constraint list_move_item_pkey PRIMARY KEY (move_id, kind, key);

alter table list_move_item add constraint list_move_item_move_id_fkey FOREIGN KEY (move_id) REFERENCES list_move(id) ON DELETE CASCADE;

alter table list_sender add constraint list_sender_list_id_kind_value_key UNIQUE (list_id, kind, value);

alter table list_sender add constraint list_sender_pkey PRIMARY KEY (id);

alter table list_sender add constraint list_sender_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id);

alter table list_sender add constraint list_sender_list_id_fkey FOREIGN KEY (list_id) REFERENCES list(id);

alter table mail_command add constraint mail_command_pkey PRIMARY KEY (id);

alter table mail_command add constraint mail_command_subscription_id_fkey FOREIGN KEY (subscription_id) REFERENCES subscription(id);

alter table mail_import add constraint mail_import_pkey PRIMARY KEY (id);

alter table mail_import add constraint mail_import_list_id_fkey FOREIGN KEY (list_id) REFERENCES list(id);

alter table mail_import add constraint mail_import_move_id_fkey FOREIGN KEY (move_id) REFERENCES list_move(id);

alter table mail_import add constraint mail_import_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table mail_import add constraint mail_import_undone_by_fkey FOREIGN KEY (undone_by) REFERENCES person(id);

alter table mail_taken add constraint mail_taken_pkey PRIMARY KEY (sha256);

alter table meeting add constraint meeting_series_id_series_on_key UNIQUE (series_id, series_on);

alter table meeting add constraint meeting_slug_key UNIQUE (slug);

alter table meeting add constraint meeting_uid_key UNIQUE (uid);

alter table meeting add constraint meeting_pkey PRIMARY KEY (id);

alter table meeting add constraint meeting_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id);

alter table meeting add constraint meeting_list_by_fkey FOREIGN KEY (list_by) REFERENCES person(id);

alter table meeting add constraint meeting_minutes_list_id_fkey FOREIGN KEY (minutes_list_id) REFERENCES list(id) ON DELETE SET NULL;

alter table meeting add constraint meeting_series_id_fkey FOREIGN KEY (series_id) REFERENCES meeting_series(id);

alter table meeting add constraint meeting_check CHECK ((ends_at > starts_at));

alter table meeting add constraint meeting_quorum_percent_check CHECK (((quorum_percent >= 0) AND (quorum_percent <= 100)));

alter table meeting add constraint meeting_slug_check CHECK ((slug ~ '^[a-z0-9][a-z0-9-]*$'::text));

alter table meeting_host add constraint meeting_host_meeting_id_group_id_community_id_key UNIQUE NULLS NOT DISTINCT (meeting_id, group_id, community_id);

alter table meeting_host add constraint meeting_host_community_id_fkey FOREIGN KEY (community_id) REFERENCES community(id);

alter table meeting_host add constraint meeting_host_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_group(id);

alter table meeting_host add constraint meeting_host_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meeting(id);

alter table meeting_host add constraint meeting_host_check CHECK (((group_id IS NULL) <> (community_id IS NULL)));

alter table meeting_invitation add constraint meeting_invitation_meeting_id_person_id_key UNIQUE (meeting_id, person_id);

alter table meeting_invitation add constraint meeting_invitation_pkey PRIMARY KEY (id);

alter table meeting_invitation add constraint meeting_invitation_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meeting(id);

alter table meeting_invitation add constraint meeting_invitation_noted_by_fkey FOREIGN KEY (noted_by) REFERENCES person(id);

alter table meeting_invitation add constraint meeting_invitation_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table meeting_letter add constraint meeting_letter_pkey PRIMARY KEY (invitation_id, letter_id);

alter table meeting_letter add constraint meeting_letter_invitation_id_fkey FOREIGN KEY (invitation_id) REFERENCES meeting_invitation(id);

alter table meeting_letter add constraint meeting_letter_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES letter(id);

alter table meeting_series add constraint meeting_series_slug_key UNIQUE (slug);

alter table meeting_series add constraint meeting_series_pkey PRIMARY KEY (id);

alter table meeting_series add constraint meeting_series_minutes_list_id_fkey FOREIGN KEY (minutes_list_id) REFERENCES list(id) ON DELETE SET NULL;

alter table meeting_series add constraint meeting_series_agenda_days_check CHECK (((agenda_days >= 0) AND (agenda_days <= 60)));

alter table meeting_series add constraint meeting_series_check CHECK (((every_unit = 'month'::cadence_unit) = (nth IS NOT NULL)));

alter table meeting_series add constraint meeting_series_check1 CHECK ((last_on >= first_on));

alter table meeting_series add constraint meeting_series_every_n_check CHECK (((every_n >= 1) AND (every_n <= 52)));

alter table meeting_series add constraint meeting_series_minutes_check CHECK (((minutes >= 5) AND (minutes <= 1440)));

alter table meeting_series add constraint meeting_series_nth_check CHECK ((nth = ANY (ARRAY['-1'::integer, 1, 2, 3, 4])));

alter table meeting_series add constraint meeting_series_quorum_percent_check CHECK (((quorum_percent >= 0) AND (quorum_percent <= 100)));

alter table meeting_series add constraint meeting_series_silent_days_check CHECK (((silent_days >= 0) AND (silent_days <= 90)));

alter table meeting_series add constraint meeting_series_slug_check CHECK ((slug ~ '^[a-z0-9][a-z0-9-]*$'::text));

alter table meeting_series add constraint meeting_series_weekday_check CHECK (((weekday >= 1) AND (weekday <= 7)));

alter table membership add constraint membership_pkey PRIMARY KEY (id);

alter table membership add constraint membership_community_id_fkey FOREIGN KEY (community_id) REFERENCES community(id);

alter table membership add constraint membership_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);

alter table membership add constraint membership_check CHECK ((to_on >= from_on));

alter table merge_notice add constraint merge_notice_party_id_person_id_key UNIQUE (party_id, person_id);

alter table merge_notice add constraint merge_notice_pkey PRIMARY KEY (id);

alter table merge_notice add constraint merge_notice_party_id_fkey FOREIGN KEY (party_id) REFERENCES merge_party(id);

alter table merge_notice add constraint merge_notice_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table merge_party add constraint merge_party_pkey PRIMARY KEY (id);

alter table merge_party add constraint merge_party_case_id_fkey FOREIGN KEY (case_id) REFERENCES user_case(id);

alter table merge_party add constraint merge_party_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person(id);

alter table merge_party add constraint merge_party_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);

alter table merge_party add constraint merge_party_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES merge_proposal(id);

alter table merge_party add constraint merge_party_check CHECK ((num_nonnulls(organisation_id, case_id) = 1));

alter table merge_proposal add constraint merge_proposal_pkey PRIMARY KEY (id);

alter table merge_proposal add constraint merge_proposal_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person(id);

alter table merge_proposal add constraint merge_proposal_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_group(id);

alter table merge_proposal add constraint merge_proposal_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES person(id);

alter table merge_proposal add constraint merge_proposal_source_id_fkey FOREIGN KEY (source_id) REFERENCES request(id);

alter table merge_proposal add constraint merge_proposal_target_id_fkey FOREIGN KEY (target_id) REFERENCES request(id);

alter table merge_proposal add constraint merge_proposal_undone_by_fkey FOREIGN KEY (undone_by) REFERENCES person(id);

alter table merge_proposal add constraint merge_proposal_check CHECK ((source_id <> target_id));

alter table merged_area add constraint merged_area_pkey PRIMARY KEY (area_id, kind, thing_id);

alter table merged_area add constraint merged_area_area_id_fkey FOREIGN KEY (area_id) REFERENCES product_area(id);

alter table merged_area add constraint merged_area_kind_check CHECK ((kind = ANY (ARRAY['request'::text, 'user_case'::text, 'story'::text, 'news_item'::text])));

alter table message add constraint message_pkey PRIMARY KEY (id);

alter table message add constraint message_import_id_fkey FOREIGN KEY (import_id) REFERENCES mail_import(id);

alter table message add constraint message_list_id_fkey FOREIGN KEY (list_id) REFERENCES list(id);

alter table message add constraint message_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table message add constraint message_raw_id_fkey FOREIGN KEY (raw_id) REFERENCES raw_mail(id);

alter table message add constraint message_thread_id_fkey FOREIGN KEY (thread_id) REFERENCES thread(id);

alter table message_authentication add constraint message_authentication_pkey PRIMARY KEY (message_id);

alter table message_authentication add constraint message_authentication_message_id_fkey FOREIGN KEY (message_id) REFERENCES message(id);

alter table migration add constraint migration_pkey PRIMARY KEY (id);

alter table minute_line add constraint minute_line_meeting_id_key_key UNIQUE (meeting_id, key);

alter table minute_line add constraint minute_line_pkey PRIMARY KEY (id);

alter table minute_line add constraint minute_line_action_id_fkey FOREIGN KEY (action_id) REFERENCES action(id);

alter table minute_line add constraint minute_line_agenda_item_id_fkey FOREIGN KEY (agenda_item_id) REFERENCES agenda_item(id);

alter table minute_line add constraint minute_line_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decision(id);

alter table minute_line add constraint minute_line_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meeting(id);

alter table minute_line add constraint minute_line_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table minute_line_version add constraint minute_line_version_pkey PRIMARY KEY (id);

alter table minute_line_version add constraint minute_line_version_line_id_fkey FOREIGN KEY (line_id) REFERENCES minute_line(id);

alter table minute_line_version add constraint minute_line_version_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table minutes_correction add constraint minutes_correction_pkey PRIMARY KEY (id);

alter table minutes_correction add constraint minutes_correction_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meeting(id);

alter table minutes_correction add constraint minutes_correction_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table minutes_correction add constraint minutes_correction_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES person(id);

alter table minutes_correction add constraint minutes_correction_text_check CHECK ((text <> ''::text));

alter table minutes_version add constraint minutes_version_meeting_id_n_key UNIQUE (meeting_id, n);

alter table minutes_version add constraint minutes_version_pkey PRIMARY KEY (id);

alter table minutes_version add constraint minutes_version_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id);

alter table minutes_version add constraint minutes_version_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meeting(id);

alter table minutes_version add constraint minutes_version_kind_check CHECK ((kind = ANY (ARRAY['draft'::text, 'correction'::text, 'approved'::text])));

alter table move_file add constraint move_file_upload_id_name_key UNIQUE (upload_id, name);

alter table move_file add constraint move_file_pkey PRIMARY KEY (id);

alter table move_file add constraint move_file_file_id_fkey FOREIGN KEY (file_id) REFERENCES file(id);

alter table move_file add constraint move_file_upload_id_fkey FOREIGN KEY (upload_id) REFERENCES move_upload(id) ON DELETE CASCADE;

alter table move_upload add constraint move_upload_pkey PRIMARY KEY (id);

alter table move_upload add constraint move_upload_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_group(id);

alter table move_upload add constraint move_upload_move_id_fkey FOREIGN KEY (move_id) REFERENCES list_move(id);

alter table move_upload add constraint move_upload_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table news_contribution add constraint news_contribution_pkey PRIMARY KEY (id);

alter table news_contribution add constraint news_contribution_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES person(id);

alter table news_contribution add constraint news_contribution_attested_by_fkey FOREIGN KEY (attested_by) REFERENCES person(id);

alter table news_contribution add constraint news_contribution_correspondence_id_fkey FOREIGN KEY (correspondence_id) REFERENCES correspondence(id);

alter table news_contribution add constraint news_contribution_issue_id_fkey FOREIGN KEY (issue_id) REFERENCES news_issue(id);

alter table news_contribution add constraint news_contribution_item_id_fkey FOREIGN KEY (item_id) REFERENCES news_item(id);

alter table news_contribution add constraint news_contribution_outlet_id_fkey FOREIGN KEY (outlet_id) REFERENCES news_outlet(id);

alter table news_contribution add constraint news_contribution_check CHECK ((num_nonnulls(item_id, issue_id) = 1));

alter table news_contribution add constraint news_contribution_check1 CHECK (((state = 'appeared'::contribution_state) = ((appeared_link <> ''::text) AND (attested_at IS NOT NULL))));

alter table news_correction add constraint news_correction_pkey PRIMARY KEY (id);

alter table news_correction add constraint news_correction_issue_id_fkey FOREIGN KEY (issue_id) REFERENCES news_issue(id) ON DELETE CASCADE;

alter table news_correction add constraint news_correction_item_id_fkey FOREIGN KEY (item_id) REFERENCES news_item(id) ON DELETE CASCADE;

alter table news_correction add constraint news_correction_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table news_correction add constraint news_correction_check CHECK ((num_nonnulls(item_id, issue_id) = 1));

alter table news_correction add constraint news_correction_text_check CHECK ((text <> ''::text));

alter table news_issue add constraint news_issue_number_key UNIQUE (number);

alter table news_issue add constraint news_issue_pkey PRIMARY KEY (id);

alter table news_issue add constraint news_issue_author_id_fkey FOREIGN KEY (author_id) REFERENCES person(id);

alter table news_issue add constraint news_issue_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id);

alter table news_issue add constraint news_issue_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_group(id);

alter table news_issue add constraint news_issue_published_by_fkey FOREIGN KEY (published_by) REFERENCES person(id);

alter table news_issue add constraint news_issue_scheduled_by_fkey FOREIGN KEY (scheduled_by) REFERENCES person(id);

alter table news_issue add constraint news_issue_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES person(id);

alter table news_issue add constraint news_issue_check CHECK ((to_on >= from_on));

alter table news_issue add constraint news_issue_check1 CHECK (((state = 'withdrawn'::news_state) = (withdrawn_at IS NOT NULL)));

alter table news_issue add constraint news_issue_check2 CHECK (((state <> 'published'::news_state) OR (published_at IS NOT NULL)));

alter table news_issue add constraint news_issue_check3 CHECK (((state <> 'withdrawn'::news_state) OR (withdrawn_why <> ''::text)));

alter table news_issue add constraint news_issue_number_check CHECK ((number > 0));

alter table news_issue add constraint news_issue_title_check CHECK ((title <> ''::text));

alter table news_issue_item add constraint news_issue_item_pkey PRIMARY KEY (issue_id, item_id);

alter table news_issue_item add constraint news_issue_item_issue_id_fkey FOREIGN KEY (issue_id) REFERENCES news_issue(id) ON DELETE CASCADE;

alter table news_issue_item add constraint news_issue_item_item_id_fkey FOREIGN KEY (item_id) REFERENCES news_item(id);

alter table news_item add constraint news_item_origin_key UNIQUE (origin);

alter table news_item add constraint news_item_slug_key UNIQUE (slug);

alter table news_item add constraint news_item_pkey PRIMARY KEY (id);

alter table news_item add constraint news_item_area_id_fkey FOREIGN KEY (area_id) REFERENCES product_area(id);

alter table news_item add constraint news_item_author_id_fkey FOREIGN KEY (author_id) REFERENCES person(id);

alter table news_item add constraint news_item_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id);

alter table news_item add constraint news_item_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_group(id);

alter table news_item add constraint news_item_picture_id_fkey FOREIGN KEY (picture_id) REFERENCES file(id);

alter table news_item add constraint news_item_published_by_fkey FOREIGN KEY (published_by) REFERENCES person(id);

alter table news_item add constraint news_item_scheduled_by_fkey FOREIGN KEY (scheduled_by) REFERENCES person(id);

alter table news_item add constraint news_item_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES person(id);

alter table news_item add constraint news_item_check CHECK (((picture_id IS NULL) OR (picture_alt <> ''::text)));

alter table news_item add constraint news_item_check1 CHECK (((state = 'withdrawn'::news_state) = (withdrawn_at IS NOT NULL)));

alter table news_item add constraint news_item_check2 CHECK (((state <> 'published'::news_state) OR (published_at IS NOT NULL)));

alter table news_item add constraint news_item_check3 CHECK (((state <> 'withdrawn'::news_state) OR (withdrawn_why <> ''::text)));

alter table news_item add constraint news_item_slug_check CHECK ((slug ~ '^[a-z0-9][a-z0-9-]*$'::text));

alter table news_item add constraint news_item_title_check CHECK ((title <> ''::text));

alter table news_item_link add constraint news_item_link_pkey PRIMARY KEY (item_id, path);

alter table news_item_link add constraint news_item_link_item_id_fkey FOREIGN KEY (item_id) REFERENCES news_item(id) ON DELETE CASCADE;

alter table news_line add constraint news_line_issue_id_key_key UNIQUE (issue_id, key);

alter table news_line add constraint news_line_pkey PRIMARY KEY (id);

alter table news_line add constraint news_line_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES person(id);

alter table news_line add constraint news_line_issue_id_fkey FOREIGN KEY (issue_id) REFERENCES news_issue(id) ON DELETE CASCADE;

alter table news_line add constraint news_line_text_check CHECK ((text <> ''::text));

alter table news_mailing add constraint news_mailing_pkey PRIMARY KEY (id);

alter table news_mailing add constraint news_mailing_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES person(id);

alter table news_mailing add constraint news_mailing_issue_id_fkey FOREIGN KEY (issue_id) REFERENCES news_issue(id) ON DELETE CASCADE;

alter table news_mailing add constraint news_mailing_item_id_fkey FOREIGN KEY (item_id) REFERENCES news_item(id) ON DELETE CASCADE;

alter table news_mailing add constraint news_mailing_list_id_fkey FOREIGN KEY (list_id) REFERENCES list(id);

alter table news_mailing add constraint news_mailing_check CHECK ((num_nonnulls(item_id, issue_id) = 1));

alter table news_outlet add constraint news_outlet_pkey PRIMARY KEY (id);

alter table news_outlet add constraint news_outlet_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id);

alter table news_outlet add constraint news_outlet_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_group(id);

alter table news_outlet add constraint news_outlet_check CHECK (((kind = 'mail'::news_outlet_kind) = (editor_email <> ''::text)));

alter table news_outlet add constraint news_outlet_check1 CHECK (((kind = 'wordpress'::news_outlet_kind) = (url <> ''::text)));

alter table news_outlet add constraint news_outlet_name_check CHECK ((name <> ''::text));

alter table news_outlet_key add constraint news_outlet_key_pkey PRIMARY KEY (outlet_id);

alter table news_outlet_key add constraint news_outlet_key_outlet_id_fkey FOREIGN KEY (outlet_id) REFERENCES news_outlet(id) ON DELETE CASCADE;

alter table news_version add constraint news_version_pkey PRIMARY KEY (id);

alter table news_version add constraint news_version_issue_id_fkey FOREIGN KEY (issue_id) REFERENCES news_issue(id) ON DELETE CASCADE;

alter table news_version add constraint news_version_item_id_fkey FOREIGN KEY (item_id) REFERENCES news_item(id) ON DELETE CASCADE;

alter table news_version add constraint news_version_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table news_version add constraint news_version_check CHECK ((num_nonnulls(item_id, issue_id) = 1));

alter table nomination add constraint nomination_ballot_id_person_id_key UNIQUE (ballot_id, person_id);

alter table nomination add constraint nomination_pkey PRIMARY KEY (id);

alter table nomination add constraint nomination_ballot_id_fkey FOREIGN KEY (ballot_id) REFERENCES ballot(id);

alter table nomination add constraint nomination_nominated_by_fkey FOREIGN KEY (nominated_by) REFERENCES person(id);

alter table nomination add constraint nomination_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table notice_template add constraint notice_template_pkey PRIMARY KEY (list_id, notice, locale);

alter table notice_template add constraint notice_template_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES person(id);

alter table notice_template add constraint notice_template_list_id_fkey FOREIGN KEY (list_id) REFERENCES list(id);

alter table oauth_artefact add constraint oauth_artefact_pkey PRIMARY KEY (kind, hash);

alter table oauth_client add constraint oauth_client_client_key UNIQUE (client);

alter table oauth_client add constraint oauth_client_pkey PRIMARY KEY (id);

alter table oauth_client add constraint oauth_client_kind CHECK ((kind = ANY (ARRAY['program'::text, 'site'::text])));

alter table oauth_client add constraint oauth_client_redirects CHECK (((cardinality(redirects) >= 1) AND (cardinality(redirects) <= 10)));

alter table oauth_client add constraint oauth_client_secret CHECK (((kind = 'site'::text) = (secret_hash IS NOT NULL)));

alter table oauth_key add constraint oauth_key_pkey PRIMARY KEY (id);

alter table oauth_setting add constraint oauth_setting_pkey PRIMARY KEY (single);

alter table oauth_setting add constraint oauth_setting_single_check CHECK (single);

alter table objection add constraint objection_pkey PRIMARY KEY (id);

alter table objection add constraint objection_ballot_id_fkey FOREIGN KEY (ballot_id) REFERENCES ballot(id);

alter table objection add constraint objection_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table objection add constraint objection_reason_check CHECK ((reason <> ''::text));

alter table old_address add constraint old_address_pkey PRIMARY KEY (old_list, path);

alter table old_address add constraint old_address_list_id_fkey FOREIGN KEY (list_id) REFERENCES list(id);

alter table old_address add constraint old_address_message_id_fkey FOREIGN KEY (message_id) REFERENCES message(id) ON DELETE CASCADE;

alter table old_list add constraint old_list_pkey PRIMARY KEY (name);

alter table old_list add constraint old_list_list_id_fkey FOREIGN KEY (list_id) REFERENCES list(id);

alter table old_list add constraint old_list_name_check CHECK ((name = lower(name)));

alter table old_page add constraint old_page_pkey PRIMARY KEY (path);

alter table old_page add constraint old_page_import_id_fkey FOREIGN KEY (import_id) REFERENCES web_import(id) ON DELETE SET NULL;

alter table old_page add constraint old_page_item_id_fkey FOREIGN KEY (item_id) REFERENCES news_item(id) ON DELETE CASCADE;

alter table old_page add constraint old_page_page_id_fkey FOREIGN KEY (page_id) REFERENCES site_page(id) ON DELETE CASCADE;

alter table old_page add constraint old_page_check CHECK ((num_nonnulls(page_id, item_id) = 1));

alter table old_page add constraint old_page_path_check CHECK ((path ~~ '/%'::text));

alter table organisation add constraint organisation_ror_key UNIQUE (ror);

alter table organisation add constraint organisation_pkey PRIMARY KEY (id);

alter table organisation add constraint organisation_people_served_check CHECK ((people_served >= 0));

alter table organisation_area add constraint organisation_area_pkey PRIMARY KEY (organisation_id, area);

alter table organisation_area add constraint organisation_area_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);

alter table organisation_domain add constraint organisation_domain_pkey PRIMARY KEY (domain);

alter table organisation_domain add constraint organisation_domain_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);

alter table organisation_domain add constraint organisation_domain_domain_check CHECK (((domain = lower(domain)) AND (domain ~~ '_%._%'::text)));

alter table organisation_size add constraint organisation_size_pkey PRIMARY KEY (organisation_id);

alter table organisation_size add constraint organisation_size_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);

alter table organisation_size add constraint organisation_size_said_by_fkey FOREIGN KEY (said_by) REFERENCES person(id);

alter table organisation_size add constraint organisation_size_size_check CHECK ((size = ANY (ARRAY['small'::text, 'medium'::text, 'large'::text])));

alter table paper add constraint paper_pkey PRIMARY KEY (voter_id, version);

alter table paper add constraint paper_cast_by_fkey FOREIGN KEY (cast_by) REFERENCES person(id);

alter table paper add constraint paper_voter_id_fkey FOREIGN KEY (voter_id) REFERENCES voter(id);

alter table paper_draft add constraint paper_draft_pkey PRIMARY KEY (voter_id);

alter table paper_draft add constraint paper_draft_saved_by_fkey FOREIGN KEY (saved_by) REFERENCES person(id);

alter table paper_draft add constraint paper_draft_voter_id_fkey FOREIGN KEY (voter_id) REFERENCES voter(id);

alter table paper_refusal add constraint paper_refusal_pkey PRIMARY KEY (id);

alter table paper_refusal add constraint paper_refusal_ballot_id_fkey FOREIGN KEY (ballot_id) REFERENCES ballot(id);

alter table paper_refusal add constraint paper_refusal_voter_id_fkey FOREIGN KEY (voter_id) REFERENCES voter(id);

alter table paper_refusal add constraint paper_refusal_why_check CHECK ((why = ANY (ARRAY['late'::text, 'spoilt'::text, 'unreadable'::text])));

alter table parked_letter add constraint parked_letter_pkey PRIMARY KEY (letter_id);

alter table parked_letter add constraint parked_letter_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES letter(id) ON DELETE CASCADE;

alter table passkey add constraint passkey_credential_key UNIQUE (credential);

alter table passkey add constraint passkey_pkey PRIMARY KEY (id);

alter table passkey add constraint passkey_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table passkey add constraint passkey_name_check CHECK ((name <> ''::text));

alter table past_answer add constraint past_answer_request_id_on_day_class_text_key UNIQUE (request_id, on_day, class, text);

alter table past_answer add constraint past_answer_pkey PRIMARY KEY (id);

alter table past_answer add constraint past_answer_request_id_fkey FOREIGN KEY (request_id) REFERENCES request(id);

alter table past_vote add constraint past_vote_request_id_cycle_key UNIQUE (request_id, cycle);

alter table past_vote add constraint past_vote_pkey PRIMARY KEY (id);

alter table past_vote add constraint past_vote_request_id_fkey FOREIGN KEY (request_id) REFERENCES request(id);

alter table person add constraint person_pkey PRIMARY KEY (id);

alter table personal_export add constraint personal_export_pkey PRIMARY KEY (id);

alter table personal_export add constraint personal_export_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table portal_before add constraint portal_before_pkey PRIMARY KEY (import_id, portal_case_id);

alter table portal_before add constraint portal_before_import_id_fkey FOREIGN KEY (import_id) REFERENCES portal_import(id) ON DELETE CASCADE;

alter table portal_before add constraint portal_before_portal_case_id_fkey FOREIGN KEY (portal_case_id) REFERENCES portal_case(id) ON DELETE CASCADE;

alter table portal_case add constraint portal_case_pkey PRIMARY KEY (id);

alter table portal_case add constraint portal_case_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_group(id);

alter table portal_case add constraint portal_case_import_id_fkey FOREIGN KEY (import_id) REFERENCES portal_import(id);

alter table portal_case add constraint portal_case_proposed_id_fkey FOREIGN KEY (proposed_id) REFERENCES request(id) ON DELETE SET NULL;

alter table portal_case add constraint portal_case_request_id_fkey FOREIGN KEY (request_id) REFERENCES request(id);

alter table portal_case add constraint portal_case_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES person(id);

alter table portal_case add constraint portal_case_label_check CHECK ((label <> ''::text));

alter table portal_feed add constraint portal_feed_pkey PRIMARY KEY (id);

alter table portal_feed add constraint portal_feed_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_group(id);

alter table portal_feed add constraint portal_feed_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id);

alter table portal_feed add constraint portal_feed_url_check CHECK ((url <> ''::text));

alter table portal_import add constraint portal_import_pkey PRIMARY KEY (id);

alter table portal_import add constraint portal_import_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES person(id);

alter table portal_import add constraint portal_import_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_group(id);

alter table portal_import add constraint portal_import_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table portal_import add constraint portal_import_undone_by_fkey FOREIGN KEY (undone_by) REFERENCES person(id);

alter table portal_status add constraint portal_status_pkey PRIMARY KEY (id);

alter table portal_status add constraint portal_status_answer_id_fkey FOREIGN KEY (answer_id) REFERENCES answer(id) ON DELETE SET NULL;

alter table portal_status add constraint portal_status_import_id_fkey FOREIGN KEY (import_id) REFERENCES portal_import(id);

alter table portal_status add constraint portal_status_portal_case_id_fkey FOREIGN KEY (portal_case_id) REFERENCES portal_case(id);

alter table portal_status add constraint portal_status_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id);

alter table portal_status add constraint portal_status_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES person(id);

alter table portal_status add constraint portal_status_status_check CHECK ((status <> ''::text));

alter table post add constraint post_pkey PRIMARY KEY (message_id);

alter table post add constraint post_list_id_fkey FOREIGN KEY (list_id) REFERENCES list(id);

alter table post add constraint post_message_id_fkey FOREIGN KEY (message_id) REFERENCES message(id) ON DELETE CASCADE;

alter table privacy_notice add constraint privacy_notice_pkey PRIMARY KEY (version);

alter table privacy_notice add constraint privacy_notice_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id);

alter table privacy_notice add constraint privacy_notice_version_check CHECK ((version > 0));

alter table product add constraint product_pkey PRIMARY KEY (id);

alter table product add constraint product_vendor_id_fkey FOREIGN KEY (vendor_id) REFERENCES organisation(id);

alter table product_area add constraint product_area_pkey PRIMARY KEY (id);

alter table product_area add constraint product_area_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_group(id);

alter table product_area add constraint product_area_merged_into_id_fkey FOREIGN KEY (merged_into_id) REFERENCES product_area(id);

alter table product_area add constraint product_area_name_check CHECK ((name <> ''::text));

alter table product_name add constraint product_name_pkey PRIMARY KEY (id);

alter table product_name add constraint product_name_product_id_fkey FOREIGN KEY (product_id) REFERENCES product(id) ON DELETE CASCADE;

alter table product_use add constraint product_use_pkey PRIMARY KEY (organisation_id, product_id);

alter table product_use add constraint product_use_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);

alter table product_use add constraint product_use_product_id_fkey FOREIGN KEY (product_id) REFERENCES product(id);

alter table program_proposal add constraint program_proposal_pkey PRIMARY KEY (id);

alter table program_proposal add constraint program_proposal_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table program_proposal add constraint program_proposal_decided CHECK (((decided_at IS NULL) = (outcome IS NULL)));

alter table program_proposal add constraint program_proposal_outcome CHECK ((outcome = ANY (ARRAY['sent'::text, 'discarded'::text])));

alter table published_paper add constraint published_paper_pkey PRIMARY KEY (ballot_id, receipt);

alter table published_paper add constraint published_paper_ballot_id_fkey FOREIGN KEY (ballot_id) REFERENCES ballot(id);

alter table published_paper add constraint published_paper_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);

alter table published_paper add constraint published_paper_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table push_device add constraint push_device_hash_key UNIQUE (hash);

alter table push_device add constraint push_device_pkey PRIMARY KEY (id);

alter table push_device add constraint push_device_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table push_setting add constraint push_setting_pkey PRIMARY KEY (single);

alter table push_setting add constraint push_setting_single_check CHECK (single);

alter table push_told add constraint push_told_pkey PRIMARY KEY (person_id, key);

alter table push_told add constraint push_told_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table put_off add constraint put_off_pkey PRIMARY KEY (person_id, key);

alter table put_off add constraint put_off_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table rate_window add constraint rate_window_pkey PRIMARY KEY (key, starts_at);

alter table raw_mail add constraint raw_mail_pkey PRIMARY KEY (id);

alter table referent_ask add constraint referent_ask_pkey PRIMARY KEY (ballot_id, organisation_id, person_id);

alter table referent_ask add constraint referent_ask_ballot_id_fkey FOREIGN KEY (ballot_id) REFERENCES ballot(id);

alter table referent_ask add constraint referent_ask_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);

alter table referent_ask add constraint referent_ask_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table referent_naming add constraint referent_naming_pkey PRIMARY KEY (id);

alter table referent_naming add constraint referent_naming_appointment_id_fkey FOREIGN KEY (appointment_id) REFERENCES appointment(id);

alter table referent_naming add constraint referent_naming_community_id_fkey FOREIGN KEY (community_id) REFERENCES community(id);

alter table referent_naming add constraint referent_naming_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person(id);

alter table referent_naming add constraint referent_naming_named_by_fkey FOREIGN KEY (named_by) REFERENCES person(id);

alter table referent_naming add constraint referent_naming_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);

alter table referent_naming add constraint referent_naming_check CHECK ((to_on >= from_on));

alter table referent_naming add constraint referent_naming_email_check CHECK ((email = lower(email)));

alter table refused_tool add constraint refused_tool_pkey PRIMARY KEY (person_id, tool);

alter table refused_tool add constraint refused_tool_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table refused_tool add constraint refused_tool_choice CHECK ((choice = ANY (ARRAY['ask'::text, 'never'::text])));

alter table relay_hour add constraint relay_hour_pkey PRIMARY KEY (hour);

alter table relay_pause add constraint relay_pause_pkey PRIMARY KEY (id);

alter table relay_pause add constraint relay_pause_id_check CHECK ((id = 1));

alter table release add constraint release_group_id_product_id_name_key UNIQUE (group_id, product_id, name);

alter table release add constraint release_pkey PRIMARY KEY (id);

alter table release add constraint release_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_group(id);

alter table release add constraint release_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id);

alter table release add constraint release_product_id_fkey FOREIGN KEY (product_id) REFERENCES product(id);

alter table release add constraint release_name_check CHECK ((name <> ''::text));

alter table release_notice add constraint release_notice_pkey PRIMARY KEY (release_id, organisation_id, person_id);

alter table release_notice add constraint release_notice_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);

alter table release_notice add constraint release_notice_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table release_notice add constraint release_notice_release_id_fkey FOREIGN KEY (release_id) REFERENCES release(id) ON DELETE CASCADE;

alter table release_suggestion add constraint release_suggestion_pkey PRIMARY KEY (release_id, request_id);

alter table release_suggestion add constraint release_suggestion_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person(id);

alter table release_suggestion add constraint release_suggestion_release_id_fkey FOREIGN KEY (release_id) REFERENCES release(id);

alter table release_suggestion add constraint release_suggestion_request_id_fkey FOREIGN KEY (request_id) REFERENCES request(id);

alter table report add constraint report_group_id_from_on_to_on_key UNIQUE (group_id, from_on, to_on);

alter table report add constraint report_slug_key UNIQUE (slug);

alter table report add constraint report_pkey PRIMARY KEY (id);

alter table report add constraint report_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id);

alter table report add constraint report_frozen_by_fkey FOREIGN KEY (frozen_by) REFERENCES person(id);

alter table report add constraint report_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_group(id);

alter table report add constraint report_check CHECK ((to_on >= from_on));

alter table report add constraint report_check1 CHECK (((figures IS NULL) = (frozen_at IS NULL)));

alter table report add constraint report_slug_check CHECK (((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (length(slug) <= 90)));

alter table report add constraint report_title_check CHECK ((title <> ''::text));

alter table report_edition add constraint report_edition_pkey PRIMARY KEY (report_id, number);

alter table report_edition add constraint report_edition_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decision(id);

alter table report_edition add constraint report_edition_final_by_fkey FOREIGN KEY (final_by) REFERENCES person(id);

alter table report_edition add constraint report_edition_report_id_fkey FOREIGN KEY (report_id) REFERENCES report(id) ON DELETE CASCADE;

alter table report_edition add constraint report_edition_number_check CHECK ((number > 0));

alter table report_section add constraint report_section_pkey PRIMARY KEY (id);

alter table report_section add constraint report_section_report_id_fkey FOREIGN KEY (report_id) REFERENCES report(id) ON DELETE CASCADE;

alter table report_section add constraint report_section_title_check CHECK ((title <> ''::text));

alter table request add constraint request_pkey PRIMARY KEY (id);

alter table request add constraint request_area_id_fkey FOREIGN KEY (area_id) REFERENCES product_area(id);

alter table request add constraint request_champion_id_fkey FOREIGN KEY (champion_id) REFERENCES person(id);

alter table request add constraint request_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id);

alter table request add constraint request_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_group(id);

alter table request add constraint request_import_id_fkey FOREIGN KEY (import_id) REFERENCES request_import(id);

alter table request add constraint request_merged_into_id_fkey FOREIGN KEY (merged_into_id) REFERENCES request(id);

alter table request add constraint request_root_id_fkey FOREIGN KEY (root_id) REFERENCES request(id);

alter table request add constraint request_topic_id_fkey FOREIGN KEY (topic_id) REFERENCES topic(id);

alter table request add constraint request_check CHECK ((merged_into_id <> id));

alter table request add constraint request_check1 CHECK (((stage = 'merged'::request_stage) = (merged_into_id IS NOT NULL)));

alter table request add constraint request_check2 CHECK (((merged_into_id IS NULL) = (root_id = id)));

alter table request add constraint request_title_check CHECK ((title <> ''::text));

alter table request_affected add constraint request_affected_pkey PRIMARY KEY (request_id, organisation_id);

alter table request_affected add constraint request_affected_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);

alter table request_affected add constraint request_affected_request_id_fkey FOREIGN KEY (request_id) REFERENCES request(id);

alter table request_case add constraint request_case_pkey PRIMARY KEY (request_id, case_id);

alter table request_case add constraint request_case_added_by_fkey FOREIGN KEY (added_by) REFERENCES person(id);

alter table request_case add constraint request_case_case_id_fkey FOREIGN KEY (case_id) REFERENCES user_case(id);

alter table request_case add constraint request_case_request_id_fkey FOREIGN KEY (request_id) REFERENCES request(id);

alter table request_comment add constraint request_comment_pkey PRIMARY KEY (id);

alter table request_comment add constraint request_comment_inbound_id_fkey FOREIGN KEY (inbound_id) REFERENCES inbound(id);

alter table request_comment add constraint request_comment_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table request_comment add constraint request_comment_removed_by_fkey FOREIGN KEY (removed_by) REFERENCES person(id);

alter table request_comment add constraint request_comment_request_id_fkey FOREIGN KEY (request_id) REFERENCES request(id);

alter table request_comment add constraint request_comment_story_id_fkey FOREIGN KEY (story_id) REFERENCES story(id);

alter table request_comment add constraint request_comment_check CHECK ((num_nonnulls(request_id, story_id) = 1));

alter table request_comment add constraint request_comment_text_check CHECK ((text <> ''::text));

alter table request_evidence add constraint request_evidence_pkey PRIMARY KEY (id);

alter table request_evidence add constraint request_evidence_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);

alter table request_evidence add constraint request_evidence_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table request_evidence add constraint request_evidence_request_id_fkey FOREIGN KEY (request_id) REFERENCES subscription_request(id);

alter table request_file add constraint request_file_pkey PRIMARY KEY (request_id, file_id);

alter table request_file add constraint request_file_added_by_fkey FOREIGN KEY (added_by) REFERENCES person(id);

alter table request_file add constraint request_file_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES request_comment(id);

alter table request_file add constraint request_file_request_id_fkey FOREIGN KEY (request_id) REFERENCES request(id);

alter table request_follower add constraint request_follower_request_id_person_id_key UNIQUE (request_id, person_id);

alter table request_follower add constraint request_follower_pkey PRIMARY KEY (id);

alter table request_follower add constraint request_follower_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table request_follower add constraint request_follower_request_id_fkey FOREIGN KEY (request_id) REFERENCES request(id);

alter table request_import add constraint request_import_pkey PRIMARY KEY (id);

alter table request_import add constraint request_import_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_group(id);

alter table request_import add constraint request_import_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table request_import add constraint request_import_undone_by_fkey FOREIGN KEY (undone_by) REFERENCES person(id);

alter table request_link add constraint request_link_pkey PRIMARY KEY (from_id, to_id);

alter table request_link add constraint request_link_added_by_fkey FOREIGN KEY (added_by) REFERENCES person(id);

alter table request_link add constraint request_link_from_id_fkey FOREIGN KEY (from_id) REFERENCES request(id);

alter table request_link add constraint request_link_to_id_fkey FOREIGN KEY (to_id) REFERENCES request(id);

alter table request_link add constraint request_link_check CHECK ((from_id <> to_id));

alter table request_move add constraint request_move_pkey PRIMARY KEY (id);

alter table request_move add constraint request_move_from_group_id_fkey FOREIGN KEY (from_group_id) REFERENCES working_group(id);

alter table request_move add constraint request_move_request_id_fkey FOREIGN KEY (request_id) REFERENCES request(id) ON DELETE CASCADE;

alter table request_move add constraint request_move_to_group_id_fkey FOREIGN KEY (to_group_id) REFERENCES working_group(id);

alter table request_note add constraint request_note_pkey PRIMARY KEY (id);

alter table request_note add constraint request_note_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table request_note add constraint request_note_request_id_fkey FOREIGN KEY (request_id) REFERENCES request(id);

alter table request_note add constraint request_note_text_check CHECK ((text <> ''::text));

alter table request_rule add constraint request_rule_pkey PRIMARY KEY (group_id);

alter table request_rule add constraint request_rule_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_group(id);

alter table request_rule add constraint request_rule_merge_days_check CHECK (((merge_days >= 0) AND (merge_days <= 120)));

alter table request_version add constraint request_version_pkey PRIMARY KEY (request_id, number);

alter table request_version add constraint request_version_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES person(id);

alter table request_version add constraint request_version_request_id_fkey FOREIGN KEY (request_id) REFERENCES request(id);

alter table retention_rule add constraint retention_rule_pkey PRIMARY KEY (kind);

alter table retention_rule add constraint retention_rule_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES person(id);

alter table retention_rule add constraint retention_rule_days_check CHECK ((days > 0));

alter table rewording add constraint rewording_pkey PRIMARY KEY (id);

alter table rewording add constraint rewording_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES person(id);

alter table rewording add constraint rewording_wish_id_fkey FOREIGN KEY (wish_id) REFERENCES wish(id);

alter table role_address add constraint role_address_name_key UNIQUE (name);

alter table role_address add constraint role_address_pkey PRIMARY KEY (id);

alter table role_address add constraint role_address_community_id_fkey FOREIGN KEY (community_id) REFERENCES community(id);

alter table role_address add constraint role_address_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_group(id);

alter table role_address add constraint role_address_check CHECK (((group_id IS NULL) <> (community_id IS NULL)));

alter table role_address add constraint role_address_name_check CHECK (((name ~ '^[a-z0-9]([a-z0-9._-]*[a-z0-9])?$'::text) AND (length(name) <= 40)));

alter table role_holding add constraint role_holding_pkey PRIMARY KEY (id);

alter table role_holding add constraint role_holding_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_group(id);

alter table role_name add constraint role_name_pkey PRIMARY KEY (id);

alter table role_name add constraint role_name_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_group(id) ON DELETE CASCADE;

alter table role_name add constraint role_name_name_check CHECK ((name <> ''::text));

alter table same_here add constraint same_here_request_id_person_id_key UNIQUE (request_id, person_id);

alter table same_here add constraint same_here_pkey PRIMARY KEY (id);

alter table same_here add constraint same_here_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES request_comment(id) ON DELETE SET NULL;

alter table same_here add constraint same_here_message_id_fkey FOREIGN KEY (message_id) REFERENCES message(id) ON DELETE SET NULL;

alter table same_here add constraint same_here_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);

alter table same_here add constraint same_here_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table same_here add constraint same_here_request_id_fkey FOREIGN KEY (request_id) REFERENCES request(id);

alter table saml_key add constraint saml_key_pkey PRIMARY KEY (id);

alter table saml_self add constraint saml_self_pkey PRIMARY KEY (single);

alter table saml_self add constraint saml_self_single_check CHECK (single);

alter table search_document add constraint search_document_kind_subject_id_key UNIQUE (kind, subject_id);

alter table search_document add constraint search_document_pkey PRIMARY KEY (id);

alter table search_document add constraint search_document_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_group(id);

alter table search_document add constraint search_document_list_id_fkey FOREIGN KEY (list_id) REFERENCES list(id);

alter table search_meaning add constraint search_meaning_pkey PRIMARY KEY (id);

alter table search_meaning add constraint search_meaning_id_fkey FOREIGN KEY (id) REFERENCES search_document(id) ON UPDATE CASCADE ON DELETE CASCADE;

alter table search_reach add constraint search_reach_pkey PRIMARY KEY (id);

alter table search_reach add constraint search_reach_id_check CHECK ((id = 1));

alter table search_word add constraint search_word_pkey PRIMARY KEY (audience, word);

alter table seat_offer add constraint seat_offer_ballot_id_option_id_key UNIQUE (ballot_id, option_id);

alter table seat_offer add constraint seat_offer_pkey PRIMARY KEY (id);

alter table seat_offer add constraint seat_offer_appointment_id_fkey FOREIGN KEY (appointment_id) REFERENCES appointment(id);

alter table seat_offer add constraint seat_offer_ballot_id_fkey FOREIGN KEY (ballot_id) REFERENCES ballot(id);

alter table seat_offer add constraint seat_offer_option_id_fkey FOREIGN KEY (option_id) REFERENCES ballot_option(id);

alter table sending add constraint sending_pkey PRIMARY KEY (holder, lane);

alter table series_host add constraint series_host_series_id_group_id_community_id_key UNIQUE NULLS NOT DISTINCT (series_id, group_id, community_id);

alter table series_host add constraint series_host_community_id_fkey FOREIGN KEY (community_id) REFERENCES community(id);

alter table series_host add constraint series_host_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_group(id);

alter table series_host add constraint series_host_series_id_fkey FOREIGN KEY (series_id) REFERENCES meeting_series(id);

alter table series_host add constraint series_host_check CHECK (((group_id IS NULL) <> (community_id IS NULL)));

alter table series_told add constraint series_told_once UNIQUE (series_id, person_id);

alter table series_told add constraint series_told_pkey PRIMARY KEY (id);

alter table series_told add constraint series_told_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table series_told add constraint series_told_series_id_fkey FOREIGN KEY (series_id) REFERENCES meeting_series(id);

alter table setting_change add constraint setting_change_pkey PRIMARY KEY (id);

alter table setting_change add constraint setting_change_list_id_fkey FOREIGN KEY (list_id) REFERENCES list(id);

alter table setting_change add constraint setting_change_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table sheet_import add constraint sheet_import_pkey PRIMARY KEY (id);

alter table sheet_import add constraint sheet_import_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_group(id);

alter table sheet_import add constraint sheet_import_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table sheet_import add constraint sheet_import_undone_by_fkey FOREIGN KEY (undone_by) REFERENCES person(id);

alter table sheet_import add constraint sheet_import_kind_check CHECK ((kind = ANY (ARRAY['register'::text, 'roster'::text])));

alter table shown_change add constraint shown_change_pkey PRIMARY KEY (id);

alter table sign_in_code add constraint sign_in_code_pkey PRIMARY KEY (id);

alter table sign_in_flow add constraint sign_in_flow_pkey PRIMARY KEY (id);

alter table sign_in_flow add constraint sign_in_flow_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table sign_in_provider add constraint sign_in_provider_slug_key UNIQUE (slug);

alter table sign_in_provider add constraint sign_in_provider_pkey PRIMARY KEY (id);

alter table sign_in_provider add constraint sign_in_provider_label_check CHECK ((label <> ''::text));

alter table sign_in_provider add constraint sign_in_provider_slug_check CHECK (((slug ~ '^[a-z0-9]([a-z0-9-]*[a-z0-9])?$'::text) AND (length(slug) <= 40)));

alter table sign_in_try add constraint sign_in_try_pkey PRIMARY KEY (code_id, from_where);

alter table sign_in_try add constraint sign_in_try_code_id_fkey FOREIGN KEY (code_id) REFERENCES sign_in_code(id) ON DELETE CASCADE;

alter table signing_asking add constraint signing_asking_pkey PRIMARY KEY (id);

alter table signing_asking add constraint signing_asking_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_group(id);

alter table signing_key add constraint signing_key_pkey PRIMARY KEY (domain, selector);

alter table signing_word add constraint signing_word_pkey PRIMARY KEY (id);

alter table signing_word add constraint signing_word_answer_id_fkey FOREIGN KEY (answer_id) REFERENCES answer(id) ON DELETE CASCADE;

alter table signing_word add constraint signing_word_asking_id_fkey FOREIGN KEY (asking_id) REFERENCES signing_asking(id);

alter table signing_word add constraint signing_word_commitment_id_fkey FOREIGN KEY (commitment_id) REFERENCES commitment(id) ON DELETE CASCADE;

alter table signing_word add constraint signing_word_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_group(id);

alter table signing_word add constraint signing_word_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table signing_word add constraint signing_word_check CHECK ((num_nonnulls(answer_id, commitment_id) = 1));

alter table site_change add constraint site_change_pkey PRIMARY KEY (id);

alter table site_look add constraint site_look_pkey PRIMARY KEY (one);

alter table site_look add constraint site_look_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES person(id);

alter table site_look add constraint site_look_logo_id_fkey FOREIGN KEY (logo_id) REFERENCES file(id);

alter table site_look add constraint site_look_accent_check CHECK ((accent ~ '^(#[0-9a-f]{6})?$'::text));

alter table site_look add constraint site_look_accent_dark_check CHECK ((accent_dark ~ '^(#[0-9a-f]{6})?$'::text));

alter table site_look add constraint site_look_one_check CHECK (one);

alter table site_menu add constraint site_menu_path_key UNIQUE (path);

alter table site_menu add constraint site_menu_pkey PRIMARY KEY ("position");

alter table site_menu add constraint site_menu_path_check CHECK ((path ~ '^(/[^/\\]|https://)'::text));

alter table site_menu add constraint site_menu_position_check CHECK (("position" > 0));

alter table site_page add constraint site_page_origin_key UNIQUE (origin);

alter table site_page add constraint site_page_slug_key UNIQUE (slug);

alter table site_page add constraint site_page_pkey PRIMARY KEY (id);

alter table site_page add constraint site_page_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES person(id);

alter table site_page add constraint site_page_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id);

alter table site_page add constraint site_page_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_group(id);

alter table site_page add constraint site_page_slug_check CHECK ((slug ~ '^[a-z0-9][a-z0-9-]*(/[a-z0-9][a-z0-9-]*)*$'::text));

alter table site_page add constraint site_page_title_check CHECK ((title <> ''::text));

alter table site_page_version add constraint site_page_version_pkey PRIMARY KEY (page_id, number);

alter table site_page_version add constraint site_page_version_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES person(id);

alter table site_page_version add constraint site_page_version_page_id_fkey FOREIGN KEY (page_id) REFERENCES site_page(id) ON DELETE CASCADE;

alter table story add constraint story_pkey PRIMARY KEY (id);

alter table story add constraint story_area_id_fkey FOREIGN KEY (area_id) REFERENCES product_area(id);

alter table story add constraint story_author_id_fkey FOREIGN KEY (author_id) REFERENCES person(id);

alter table story add constraint story_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id);

alter table story add constraint story_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_group(id);

alter table story add constraint story_message_id_fkey FOREIGN KEY (message_id) REFERENCES message(id) ON DELETE SET NULL;

alter table story add constraint story_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);

alter table story add constraint story_title_check CHECK ((title <> ''::text));

alter table submission add constraint submission_pkey PRIMARY KEY (id);

alter table submission add constraint submission_brief_id_fkey FOREIGN KEY (brief_id) REFERENCES brief(id);

alter table submission add constraint submission_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_group(id);

alter table submission add constraint submission_submitted_by_fkey FOREIGN KEY (submitted_by) REFERENCES person(id);

alter table submission add constraint submission_version_id_fkey FOREIGN KEY (version_id) REFERENCES brief_version(id);

alter table submission_guest add constraint submission_guest_pkey PRIMARY KEY (submission_id, person_id);

alter table submission_guest add constraint submission_guest_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table submission_guest add constraint submission_guest_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES submission(id);

alter table submission_item add constraint submission_item_submission_id_request_id_key UNIQUE (submission_id, request_id);

alter table submission_item add constraint submission_item_pkey PRIMARY KEY (id);

alter table submission_item add constraint submission_item_request_id_fkey FOREIGN KEY (request_id) REFERENCES request(id);

alter table submission_item add constraint submission_item_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES submission(id);

alter table subscription add constraint subscription_pkey PRIMARY KEY (id);

alter table subscription add constraint subscription_address_id_fkey FOREIGN KEY (address_id) REFERENCES address(id);

alter table subscription add constraint subscription_list_id_fkey FOREIGN KEY (list_id) REFERENCES list(id);

alter table subscription add constraint subscription_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table subscription_request add constraint subscription_request_pkey PRIMARY KEY (id);

alter table subscription_request add constraint subscription_request_claimed_by_fkey FOREIGN KEY (claimed_by) REFERENCES person(id);

alter table subscription_request add constraint subscription_request_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person(id);

alter table subscription_request add constraint subscription_request_host_id_fkey FOREIGN KEY (host_id) REFERENCES community(id);

alter table subscription_request add constraint subscription_request_list_id_fkey FOREIGN KEY (list_id) REFERENCES list(id);

alter table subscription_request add constraint subscription_request_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);

alter table subscription_request add constraint subscription_request_email_check CHECK ((email = lower(email)));

alter table subscription_topic add constraint subscription_topic_pkey PRIMARY KEY (subscription_id, topic);

alter table subscription_topic add constraint subscription_topic_subscription_id_fkey FOREIGN KEY (subscription_id) REFERENCES subscription(id);

alter table support add constraint support_pkey PRIMARY KEY (id);

alter table support add constraint support_affirmation_id_fkey FOREIGN KEY (affirmation_id) REFERENCES affirmation(id);

alter table support add constraint support_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES person(id);

alter table support add constraint support_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);

alter table support add constraint support_request_id_fkey FOREIGN KEY (request_id) REFERENCES request(id);

alter table support add constraint support_said_by_fkey FOREIGN KEY (said_by) REFERENCES person(id);

alter table support add constraint support_check CHECK (((state = ANY (ARRAY['proposed'::support_state, 'standing'::support_state])) = (ended_at IS NULL)));

alter table support_question add constraint support_question_pkey PRIMARY KEY (id);

alter table support_question add constraint support_question_affirmation_id_fkey FOREIGN KEY (affirmation_id) REFERENCES affirmation(id);

alter table support_question add constraint support_question_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);

alter table support_question add constraint support_question_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table support_question add constraint support_question_support_id_fkey FOREIGN KEY (support_id) REFERENCES support(id);

alter table support_question add constraint support_question_check CHECK ((num_nonnulls(affirmation_id, support_id) = 1));

alter table support_voice add constraint support_voice_pkey PRIMARY KEY (id);

alter table support_voice add constraint support_voice_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);

alter table support_voice add constraint support_voice_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table support_voice add constraint support_voice_request_id_fkey FOREIGN KEY (request_id) REFERENCES request(id);

alter table synonym add constraint synonym_pkey PRIMARY KEY (id);

alter table synonym add constraint synonym_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES person(id);

alter table synonym add constraint synonym_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_group(id);

alter table synonym_version add constraint synonym_version_pkey PRIMARY KEY (synonym_id, number);

alter table synonym_version add constraint synonym_version_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES person(id);

alter table synonym_version add constraint synonym_version_synonym_id_fkey FOREIGN KEY (synonym_id) REFERENCES synonym(id);

alter table talk add constraint talk_slug_key UNIQUE (slug);

alter table talk add constraint talk_pkey PRIMARY KEY (id);

alter table talk add constraint talk_agenda_item_id_fkey FOREIGN KEY (agenda_item_id) REFERENCES agenda_item(id);

alter table talk add constraint talk_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person(id);

alter table talk add constraint talk_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_group(id);

alter table talk add constraint talk_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meeting(id);

alter table talk add constraint talk_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES person(id);

alter table talk add constraint talk_check CHECK (((meeting_id IS NOT NULL) OR (state <> 'scheduled'::talk_state)));

alter table talk add constraint talk_check1 CHECK (((recording_url <> ''::text) OR (recording_seconds IS NULL)));

alter table talk add constraint talk_minutes_check CHECK (((minutes >= 5) AND (minutes <= 240)));

alter table talk add constraint talk_recording_seconds_check CHECK ((recording_seconds > 0));

alter table talk add constraint talk_recording_url_check CHECK (((recording_url = ''::text) OR (recording_url ~~ 'https://%'::text)));

alter table talk add constraint talk_slug_check CHECK ((slug ~ '^[a-z0-9][a-z0-9-]*$'::text));

alter table talk add constraint talk_title_check CHECK ((title <> ''::text));

alter table talk_chapter add constraint talk_chapter_pkey PRIMARY KEY (talk_id, at_seconds);

alter table talk_chapter add constraint talk_chapter_talk_id_fkey FOREIGN KEY (talk_id) REFERENCES talk(id) ON DELETE CASCADE;

alter table talk_chapter add constraint talk_chapter_at_seconds_check CHECK ((at_seconds >= 0));

alter table talk_chapter add constraint talk_chapter_title_check CHECK ((title <> ''::text));

alter table talk_file add constraint talk_file_pkey PRIMARY KEY (id);

alter table talk_file add constraint talk_file_file_id_fkey FOREIGN KEY (file_id) REFERENCES file(id);

alter table talk_file add constraint talk_file_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table talk_file add constraint talk_file_talk_id_fkey FOREIGN KEY (talk_id) REFERENCES talk(id) ON DELETE CASCADE;

alter table talk_speaker add constraint talk_speaker_pkey PRIMARY KEY (id);

alter table talk_speaker add constraint talk_speaker_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table talk_speaker add constraint talk_speaker_talk_id_fkey FOREIGN KEY (talk_id) REFERENCES talk(id) ON DELETE CASCADE;

alter table talk_speaker add constraint talk_speaker_check CHECK (((person_id IS NULL) = (guest_name <> ''::text)));

alter table telling_event add constraint telling_event_kind_subject_id_key UNIQUE (kind, subject_id);

alter table telling_event add constraint telling_event_pkey PRIMARY KEY (id);

alter table telling_event add constraint telling_event_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_group(id);

alter table telling_event add constraint telling_event_request_id_fkey FOREIGN KEY (request_id) REFERENCES request(id);

alter table telling_post add constraint telling_post_pkey PRIMARY KEY (id);

alter table telling_post add constraint telling_post_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_group(id);

alter table telling_post add constraint telling_post_list_id_fkey FOREIGN KEY (list_id) REFERENCES list(id);

alter table telling_post add constraint telling_post_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id);

alter table telling_post add constraint telling_post_sent_by_fkey FOREIGN KEY (sent_by) REFERENCES person(id);

alter table telling_post_event add constraint telling_post_event_pkey PRIMARY KEY (post_id, event_id);

alter table telling_post_event add constraint telling_post_event_event_id_fkey FOREIGN KEY (event_id) REFERENCES telling_event(id);

alter table telling_post_event add constraint telling_post_event_post_id_fkey FOREIGN KEY (post_id) REFERENCES telling_post(id);

alter table telling_preference add constraint telling_preference_pkey PRIMARY KEY (person_id);

alter table telling_preference add constraint telling_preference_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table term_notice add constraint term_notice_pkey PRIMARY KEY (appointment_id, days);

alter table term_notice add constraint term_notice_appointment_id_fkey FOREIGN KEY (appointment_id) REFERENCES appointment(id);

alter table text_file add constraint text_file_pkey PRIMARY KEY (key);

alter table text_file add constraint text_file_file_id_fkey FOREIGN KEY (file_id) REFERENCES file(id);

alter table thread add constraint thread_pkey PRIMARY KEY (id);

alter table thread add constraint thread_list_id_fkey FOREIGN KEY (list_id) REFERENCES list(id);

alter table thread_choice add constraint thread_choice_pkey PRIMARY KEY (person_id, thread_id);

alter table thread_choice add constraint thread_choice_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table thread_choice add constraint thread_choice_thread_id_fkey FOREIGN KEY (thread_id) REFERENCES thread(id) ON DELETE CASCADE;

alter table thread_edit add constraint thread_edit_pkey PRIMARY KEY (id);

alter table thread_edit add constraint thread_edit_list_id_fkey FOREIGN KEY (list_id) REFERENCES list(id) ON DELETE CASCADE;

alter table thread_edit add constraint thread_edit_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id);

alter table thread_edit add constraint thread_edit_check CHECK (((kind = 'join'::text) = (other_id IS NOT NULL)));

alter table thread_edit add constraint thread_edit_kind_check CHECK ((kind = ANY (ARRAY['split'::text, 'join'::text, 'rename'::text, 'hold'::text])));

alter table thread_visit add constraint thread_visit_pkey PRIMARY KEY (person_id, thread_id);

alter table thread_visit add constraint thread_visit_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table thread_visit add constraint thread_visit_thread_id_fkey FOREIGN KEY (thread_id) REFERENCES thread(id) ON DELETE CASCADE;

alter table told add constraint told_pkey PRIMARY KEY (event_id, person_id);

alter table told add constraint told_event_id_fkey FOREIGN KEY (event_id) REFERENCES telling_event(id);

alter table told add constraint told_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES letter(id);

alter table told add constraint told_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table tool_asking add constraint tool_asking_pkey PRIMARY KEY (person_id, tool);

alter table tool_asking add constraint tool_asking_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table tool_question add constraint tool_question_pkey PRIMARY KEY (id);

alter table tool_question add constraint tool_question_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table tool_question add constraint tool_question_token_id_fkey FOREIGN KEY (token_id) REFERENCES api_token(id) ON DELETE CASCADE;

alter table topic add constraint topic_group_id_name_key UNIQUE (group_id, name);

alter table topic add constraint topic_pkey PRIMARY KEY (id);

alter table topic add constraint topic_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_group(id);

alter table topic add constraint topic_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES person(id);

alter table topic add constraint topic_name_check CHECK ((name <> ''::text));

alter table upload add constraint upload_key_key UNIQUE (key);

alter table upload add constraint upload_pkey PRIMARY KEY (id);

alter table upload add constraint upload_content_id_fkey FOREIGN KEY (content_id) REFERENCES file_content(id) ON DELETE CASCADE;

alter table upload add constraint upload_file_id_fkey FOREIGN KEY (file_id) REFERENCES file(id) ON DELETE CASCADE;

alter table upload add constraint upload_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table upload add constraint upload_check CHECK (((received >= 0) AND (received <= size)));

alter table upload add constraint upload_size_check CHECK ((size > 0));

alter table user_case add constraint user_case_pkey PRIMARY KEY (id);

alter table user_case add constraint user_case_area_id_fkey FOREIGN KEY (area_id) REFERENCES product_area(id);

alter table user_case add constraint user_case_author_id_fkey FOREIGN KEY (author_id) REFERENCES person(id);

alter table user_case add constraint user_case_captured_by_fkey FOREIGN KEY (captured_by) REFERENCES person(id);

alter table user_case add constraint user_case_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_group(id);

alter table user_case add constraint user_case_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);

alter table user_case add constraint user_case_check CHECK (((state = 'withdrawn'::case_state) = (withdrawn_at IS NOT NULL)));

alter table user_case add constraint user_case_title_check CHECK ((title <> ''::text));

alter table user_case_source add constraint user_case_source_pkey PRIMARY KEY (id);

alter table user_case_source add constraint user_case_source_added_by_fkey FOREIGN KEY (added_by) REFERENCES person(id);

alter table user_case_source add constraint user_case_source_case_id_fkey FOREIGN KEY (case_id) REFERENCES user_case(id);

alter table user_case_source add constraint user_case_source_message_id_fkey FOREIGN KEY (message_id) REFERENCES message(id) ON DELETE SET NULL;

alter table user_case_source add constraint user_case_source_raw_id_fkey FOREIGN KEY (raw_id) REFERENCES raw_mail(id);

alter table user_case_version add constraint user_case_version_pkey PRIMARY KEY (case_id, number);

alter table user_case_version add constraint user_case_version_case_id_fkey FOREIGN KEY (case_id) REFERENCES user_case(id);

alter table user_case_version add constraint user_case_version_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES person(id);

alter table vendor_meeting add constraint vendor_meeting_pkey PRIMARY KEY (group_id, meeting_id);

alter table vendor_meeting add constraint vendor_meeting_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_group(id);

alter table vendor_meeting add constraint vendor_meeting_marked_by_fkey FOREIGN KEY (marked_by) REFERENCES person(id);

alter table vendor_meeting add constraint vendor_meeting_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meeting(id);

alter table vendor_question add constraint vendor_question_pkey PRIMARY KEY (id);

alter table vendor_question add constraint vendor_question_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES person(id);

alter table vendor_question add constraint vendor_question_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES person(id);

alter table vendor_question add constraint vendor_question_item_id_fkey FOREIGN KEY (item_id) REFERENCES submission_item(id);

alter table vendor_question add constraint vendor_question_text_check CHECK ((text <> ''::text));

alter table vendor_rule add constraint vendor_rule_pkey PRIMARY KEY (group_id);

alter table vendor_rule add constraint vendor_rule_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_group(id);

alter table vendor_rule add constraint vendor_rule_answer_months_check CHECK (((answer_months >= 1) AND (answer_months <= 24)));

alter table vendor_rule add constraint vendor_rule_hold_days_check CHECK (((hold_days >= 0) AND (hold_days <= 365)));

alter table voice add constraint voice_pkey PRIMARY KEY (voter_id, person_id);

alter table voice add constraint voice_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table voice add constraint voice_voter_id_fkey FOREIGN KEY (voter_id) REFERENCES voter(id);

alter table volunteer_call add constraint volunteer_call_pkey PRIMARY KEY (id);

alter table volunteer_call add constraint volunteer_call_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person(id);

alter table volunteer_call add constraint volunteer_call_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_group(id);

alter table volunteer_call add constraint volunteer_call_list_id_fkey FOREIGN KEY (list_id) REFERENCES list(id);

alter table volunteer_call add constraint volunteer_call_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES person(id);

alter table volunteer_call add constraint volunteer_call_check CHECK ((to_on >= from_on));

alter table volunteer_call add constraint volunteer_call_seats_check CHECK (((seats >= 1) AND (seats <= 50)));

alter table volunteer_offer add constraint volunteer_offer_call_id_person_id_key UNIQUE (call_id, person_id);

alter table volunteer_offer add constraint volunteer_offer_pkey PRIMARY KEY (id);

alter table volunteer_offer add constraint volunteer_offer_appointment_id_fkey FOREIGN KEY (appointment_id) REFERENCES appointment(id);

alter table volunteer_offer add constraint volunteer_offer_call_id_fkey FOREIGN KEY (call_id) REFERENCES volunteer_call(id);

alter table volunteer_offer add constraint volunteer_offer_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table voter add constraint voter_ballot_id_organisation_id_key UNIQUE (ballot_id, organisation_id);

alter table voter add constraint voter_ballot_id_person_id_key UNIQUE (ballot_id, person_id);

alter table voter add constraint voter_pkey PRIMARY KEY (id);

alter table voter add constraint voter_ballot_id_fkey FOREIGN KEY (ballot_id) REFERENCES ballot(id);

alter table voter add constraint voter_consortium_id_fkey FOREIGN KEY (consortium_id) REFERENCES organisation(id);

alter table voter add constraint voter_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);

alter table voter add constraint voter_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table voter add constraint voter_check CHECK ((num_nonnulls(organisation_id, person_id) = 1));

alter table waiting_decision add constraint waiting_decision_person_id_what_thing_id_key UNIQUE (person_id, what, thing_id);

alter table waiting_decision add constraint waiting_decision_pkey PRIMARY KEY (id);

alter table waiting_decision add constraint waiting_decision_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table web_import add constraint web_import_pkey PRIMARY KEY (id);

alter table web_import add constraint web_import_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_group(id);

alter table web_import add constraint web_import_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table web_import add constraint web_import_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES person(id);

alter table web_import_entry add constraint web_import_entry_pkey PRIMARY KEY (id);

alter table web_import_entry add constraint web_import_entry_import_id_fkey FOREIGN KEY (import_id) REFERENCES web_import(id) ON DELETE CASCADE;

alter table web_import_entry add constraint web_import_entry_item_id_fkey FOREIGN KEY (item_id) REFERENCES news_item(id) ON DELETE SET NULL;

alter table web_import_entry add constraint web_import_entry_page_id_fkey FOREIGN KEY (page_id) REFERENCES site_page(id) ON DELETE SET NULL;

alter table webhook add constraint webhook_pkey PRIMARY KEY (id);

alter table webhook add constraint webhook_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table webhook_delivery add constraint webhook_delivery_webhook_id_journal_id_key UNIQUE (webhook_id, journal_id);

alter table webhook_delivery add constraint webhook_delivery_pkey PRIMARY KEY (id);

alter table webhook_delivery add constraint webhook_delivery_journal_id_fkey FOREIGN KEY (journal_id) REFERENCES journal(id);

alter table webhook_delivery add constraint webhook_delivery_webhook_id_fkey FOREIGN KEY (webhook_id) REFERENCES webhook(id);

alter table week_choice add constraint week_choice_pkey PRIMARY KEY (person_id);

alter table week_choice add constraint week_choice_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE;

alter table week_choice add constraint week_choice_hour_check CHECK (((hour >= 0) AND (hour <= 23)));

alter table week_choice add constraint week_choice_weekday_check CHECK (((weekday >= 1) AND (weekday <= 7)));

alter table week_item add constraint week_item_pkey PRIMARY KEY (week_id, n);

alter table week_item add constraint week_item_week_id_fkey FOREIGN KEY (week_id) REFERENCES week_letter(id) ON DELETE CASCADE;

alter table week_letter add constraint week_letter_pkey PRIMARY KEY (id);

alter table week_letter add constraint week_letter_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table week_line add constraint week_line_pkey PRIMARY KEY (id);

alter table week_line add constraint week_line_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table wish add constraint wish_pkey PRIMARY KEY (id);

alter table wish add constraint wish_cycle_id_fkey FOREIGN KEY (cycle_id) REFERENCES cycle(id);

alter table wish add constraint wish_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person(id);

alter table wish add constraint wish_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES wish(id);

alter table wish add constraint wish_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);

alter table wish add constraint wish_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table wish add constraint wish_request_id_fkey FOREIGN KEY (request_id) REFERENCES request(id);

alter table wish add constraint wish_check CHECK ((merged_into <> id));

alter table wish add constraint wish_check1 CHECK (((state = 'merged'::wish_state) = (merged_into IS NOT NULL)));

alter table wish add constraint wish_check2 CHECK (((state = 'set_aside'::wish_state) = (reason IS NOT NULL)));

alter table wish add constraint wish_title_check CHECK ((title <> ''::text));

alter table wish_unlike add constraint wish_unlike_pkey PRIMARY KEY (wish_id, other_id);

alter table wish_unlike add constraint wish_unlike_other_id_fkey FOREIGN KEY (other_id) REFERENCES wish(id);

alter table wish_unlike add constraint wish_unlike_said_by_fkey FOREIGN KEY (said_by) REFERENCES person(id);

alter table wish_unlike add constraint wish_unlike_wish_id_fkey FOREIGN KEY (wish_id) REFERENCES wish(id);

alter table wish_unlike add constraint wish_unlike_check CHECK ((wish_id < other_id));

alter table withdrawn_quote add constraint withdrawn_quote_pkey PRIMARY KEY (submission_id, case_id);

alter table withdrawn_quote add constraint withdrawn_quote_case_id_fkey FOREIGN KEY (case_id) REFERENCES user_case(id);

alter table withdrawn_quote add constraint withdrawn_quote_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES submission(id);

alter table working_group add constraint working_group_slug_key UNIQUE (slug);

alter table working_group add constraint working_group_pkey PRIMARY KEY (id);

alter table working_group add constraint working_group_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES working_group(id);

alter table working_group add constraint working_group_product_id_fkey FOREIGN KEY (product_id) REFERENCES product(id);

alter table working_group add constraint working_group_directory CHECK ((directory = ANY (ARRAY['none'::text, 'group'::text, 'subscribers'::text])));

alter table working_group add constraint working_group_merged_check CHECK (((merged_into IS NULL) OR ((closed_at IS NOT NULL) AND (merged_into <> id))));

alter table working_group add constraint working_group_news_every_check CHECK (((news_every >= 1) AND (news_every <= 52)));

alter table working_group add constraint working_group_slug_check CHECK ((slug ~ '^[a-z0-9]([a-z0-9-]*[a-z0-9])?$'::text));

alter table workplace_claim add constraint workplace_claim_pkey PRIMARY KEY (id);

alter table workplace_claim add constraint workplace_claim_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id);

alter table workplace_claim add constraint workplace_claim_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

alter table workplace_claim add constraint workplace_claim_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES person(id);

alter table written_post add constraint written_post_pkey PRIMARY KEY (id);

alter table written_post add constraint written_post_list_id_fkey FOREIGN KEY (list_id) REFERENCES list(id) ON DELETE CASCADE;

alter table written_post add constraint written_post_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

CREATE UNIQUE INDEX acting_now ON public.acting USING btree (session_id) WHERE (ended_at IS NULL);

CREATE INDEX action_group ON public.action USING btree (group_id, state, id);

CREATE INDEX action_owner ON public.action USING btree (owner_id) WHERE (state = 'open'::action_state);

CREATE INDEX action_source ON public.action USING btree (source) WHERE (source <> ''::text);

CREATE INDEX address_look ON public.address USING btree (plain_look(email));

CREATE INDEX address_person ON public.address USING btree (person_id);

CREATE INDEX affiliation_organisation ON public.affiliation USING btree (organisation_id);

CREATE INDEX affiliation_person ON public.affiliation USING btree (person_id);

CREATE INDEX affiliation_stale ON public.affiliation USING btree (confirmed_at NULLS FIRST, id) WHERE (to_on IS NULL);

CREATE INDEX affiliation_suspended ON public.affiliation USING btree (suspended_at) WHERE ((suspended_at IS NOT NULL) AND (to_on IS NULL));

CREATE INDEX agenda_item_of ON public.agenda_item USING btree (meeting_id, "position", id);

CREATE UNIQUE INDEX agenda_item_source ON public.agenda_item USING btree (meeting_id, source) WHERE (source <> ''::text);

CREATE INDEX answer_group ON public.answer USING btree (group_id, given_at);

CREATE INDEX answer_item ON public.answer USING btree (item_id);

CREATE UNIQUE INDEX answer_once ON public.answer USING btree (group_id, request_id, fingerprint);

CREATE INDEX answer_request ON public.answer USING btree (request_id, given_at);

CREATE INDEX answer_cost_request ON public.answer_cost USING btree (request_id, given_at);

CREATE INDEX answer_return_submission ON public.answer_return USING btree (submission_id);

CREATE INDEX api_answer_at ON public.api_answer USING btree (at);

CREATE INDEX api_token_client ON public.api_token USING btree (client_id) WHERE (client_id IS NOT NULL);

CREATE INDEX api_token_person ON public.api_token USING btree (person_id);

CREATE INDEX appointment_group ON public.appointment USING btree (group_id);

CREATE INDEX appointment_organisation ON public.appointment USING btree (organisation_id) WHERE (organisation_id IS NOT NULL);

CREATE INDEX appointment_person ON public.appointment USING btree (person_id);

CREATE INDEX appointment_role_name_id_idx ON public.appointment USING btree (role_name_id) WHERE (role_name_id IS NOT NULL);

CREATE INDEX appointment_stands_for ON public.appointment USING btree (stands_for) WHERE (stands_for IS NOT NULL);

CREATE INDEX attachment_content ON public.attachment USING btree (sha256);

CREATE INDEX auth_account_user ON public.auth_account USING btree (user_id);

CREATE INDEX auth_session_user ON public.auth_session USING btree (user_id);

CREATE INDEX auth_verification_identifier ON public.auth_verification USING btree (identifier);

CREATE INDEX backup_run_newest ON public.backup_run USING btree (began_at DESC);

CREATE UNIQUE INDEX ballot_anew ON public.ballot USING btree (anew_of) WHERE (anew_of IS NOT NULL);

CREATE INDEX ballot_due ON public.ballot USING btree (closes_at) WHERE (state = ANY (ARRAY['preparing'::ballot_state, 'open'::ballot_state]));

CREATE INDEX ballot_group ON public.ballot USING btree (group_id, id);

CREATE UNIQUE INDEX ballot_of_phase ON public.ballot USING btree (cycle_id, phase) WHERE ((rehearsal_of IS NULL) AND (cycle_id IS NOT NULL) AND (state <> 'called_off'::ballot_state));

CREATE UNIQUE INDEX ballot_rehearsal ON public.ballot USING btree (rehearsal_of) WHERE ((rehearsal_of IS NOT NULL) AND (state = ANY (ARRAY['preparing'::ballot_state, 'open'::ballot_state, 'counted'::ballot_state])));

CREATE INDEX ballot_vote_on ON public.ballot USING btree (vote_on) WHERE (vote_on IS NOT NULL);

CREATE INDEX ballot_extension_ballot ON public.ballot_extension USING btree (ballot_id);

CREATE INDEX ballot_extension_cycle ON public.ballot_extension USING btree (cycle_id);

CREATE INDEX ballot_option_request ON public.ballot_option USING btree (request_id) WHERE (request_id IS NOT NULL);

CREATE INDEX ballot_option_wish ON public.ballot_option USING btree (wish_id) WHERE (wish_id IS NOT NULL);

CREATE UNIQUE INDEX ban_once ON public.ban USING btree (COALESCE(list_id, (0)::bigint), kind, value);

CREATE INDEX belonging_organisation ON public.belonging USING btree (organisation_id);

CREATE INDEX belonging_parent ON public.belonging USING btree (parent_id);

CREATE INDEX bounce_at ON public.bounce USING btree (at);

CREATE INDEX bounce_delivery ON public.bounce USING btree (delivery_id);

CREATE INDEX bounce_email ON public.bounce USING btree (email, at);

CREATE INDEX brief_drafted ON public.brief USING btree (group_id) WHERE ((drafted_at IS NOT NULL) AND (closed_at IS NULL));

CREATE INDEX brief_group ON public.brief USING btree (group_id, id);

CREATE INDEX brief_request_of ON public.brief_request USING btree (request_id);

CREATE UNIQUE INDEX case_number_case ON public.case_number USING btree (case_id, number) WHERE (case_id IS NOT NULL);

CREATE UNIQUE INDEX case_number_request ON public.case_number USING btree (request_id, number) WHERE (request_id IS NOT NULL);

CREATE INDEX case_suggestion_open ON public.case_suggestion USING btree (list_id, score DESC) WHERE (verdict = 'open'::suggestion_verdict);

CREATE INDEX charter_clause_line ON public.charter_clause USING btree (line_id);

CREATE UNIQUE INDEX charter_clause_number ON public.charter_clause USING btree (version_id, lower(number));

CREATE UNIQUE INDEX charter_draft ON public.charter_version USING btree (group_id) WHERE (adopted_at IS NULL);

CREATE INDEX charter_review ON public.charter_version USING btree (review_on) WHERE (adopted_at IS NOT NULL);

CREATE INDEX clause_attestation_line ON public.clause_attestation USING btree (line_id);

CREATE INDEX clause_line_group ON public.clause_line USING btree (group_id);

CREATE INDEX clause_measure_clause ON public.clause_measure USING btree (clause_id, "position");

CREATE INDEX clause_waiver_line ON public.clause_waiver USING btree (line_id);

CREATE UNIQUE INDEX commitment_of_option ON public.commitment USING btree (option_id) WHERE ((option_id IS NOT NULL) AND (carried_from IS NULL));

CREATE UNIQUE INDEX commitment_once ON public.commitment USING btree (request_id, product_id) WHERE (state = 'committed'::commitment_state);

CREATE INDEX commitment_request ON public.commitment USING btree (request_id);

CREATE INDEX commitment_year ON public.commitment USING btree (group_id, product_id, year);

CREATE INDEX consent_person ON public.consent USING btree (person_id) WHERE (person_id IS NOT NULL);

CREATE INDEX consent_request ON public.consent USING btree (request_id) WHERE (request_id IS NOT NULL);

CREATE INDEX contract_organisation ON public.contract USING btree (organisation_id);

CREATE INDEX correspondence_newest ON public.correspondence USING btree (address_id, last_at DESC, id DESC);

CREATE INDEX correspondence_open ON public.correspondence USING btree (address_id, answer_by) WHERE (state <> 'answered'::correspondence_state);

CREATE INDEX correspondence_import_address ON public.correspondence_import USING btree (address_id, id);

CREATE INDEX correspondence_import_by_file ON public.correspondence_import USING btree (file_id) WHERE (file_id IS NOT NULL);

CREATE INDEX correspondence_mail_by_import ON public.correspondence_mail USING btree (import_id) WHERE (import_id IS NOT NULL);

CREATE INDEX correspondence_mail_files ON public.correspondence_mail USING gin (files jsonb_path_ops);

CREATE INDEX correspondence_mail_letter ON public.correspondence_mail USING btree (letter_id) WHERE (letter_id IS NOT NULL);

CREATE INDEX correspondence_mail_of ON public.correspondence_mail USING btree (correspondence_id, sent_at, id);

CREATE INDEX correspondence_mail_person ON public.correspondence_mail USING btree (person_id) WHERE (person_id IS NOT NULL);

CREATE INDEX correspondence_mail_raw ON public.correspondence_mail USING btree (raw_id);

CREATE INDEX correspondence_mail_unlisted ON public.correspondence_mail USING btree (id) WHERE ((files IS NULL) AND (attachments > 0));

CREATE INDEX cycle_group ON public.cycle USING btree (group_id, id);

CREATE INDEX cycle_phase_due ON public.cycle_phase USING btree (opens_at) WHERE (closed_at IS NULL);

CREATE UNIQUE INDEX date_poll_invitation_once ON public.date_poll_invitation USING btree (poll_id, person_id) WHERE (withdrawn_at IS NULL);

CREATE INDEX date_poll_invitation_person_id ON public.date_poll_invitation USING btree (person_id);

CREATE UNIQUE INDEX decision_number_community ON public.decision USING btree (community_id, number) WHERE (community_id IS NOT NULL);

CREATE UNIQUE INDEX decision_number_group ON public.decision USING btree (group_id, number) WHERE (group_id IS NOT NULL);

CREATE INDEX decision_review ON public.decision USING btree (review_on) WHERE (superseded_by IS NULL);

CREATE INDEX delivery_due ON public.delivery USING btree (next_at, id) WHERE (state = ANY (ARRAY['queued'::delivery_state, 'deferred'::delivery_state]));

CREATE INDEX delivery_ended ON public.delivery USING btree (state, id) WHERE (state = ANY (ARRAY['failed'::delivery_state, 'cancelled'::delivery_state]));

CREATE INDEX delivery_letter ON public.delivery USING btree (letter_id) WHERE (letter_id IS NOT NULL);

CREATE INDEX delivery_message ON public.delivery USING btree (message_id) WHERE (message_id IS NOT NULL);

CREATE INDEX delivery_subscription ON public.delivery USING btree (subscription_id) WHERE (subscription_id IS NOT NULL);

CREATE INDEX delivery_claim_open ON public.delivery_claim USING btree (group_id) WHERE (closed_at IS NULL);

CREATE INDEX delivery_claim_release ON public.delivery_claim USING btree (release_id);

CREATE INDEX delivery_report_until ON public.delivery_report USING btree (until_at);

CREATE INDEX digest_issue_newest ON public.digest_issue USING btree (list_id, last_id DESC);

CREATE INDEX document_by_community ON public.document USING btree (community_id);

CREATE INDEX document_by_group ON public.document USING btree (group_id, category, dated_on);

CREATE INDEX document_by_meeting ON public.document USING btree (meeting_id) WHERE (meeting_id IS NOT NULL);

CREATE INDEX document_by_review ON public.document USING btree (review_on) WHERE (state = 'live'::document_state);

CREATE INDEX document_import_by_group ON public.document_import USING btree (group_id, id);

CREATE INDEX document_import_file_by_document ON public.document_import_file USING btree (document_id);

CREATE INDEX document_import_file_by_file ON public.document_import_file USING btree (file_id);

CREATE INDEX document_import_file_by_hash ON public.document_import_file USING btree (sha256);

CREATE INDEX document_import_source_by_file ON public.document_import_source USING btree (file_id);

CREATE INDEX document_import_source_of ON public.document_import_source USING btree (import_id, id);

CREATE INDEX document_review_by_document ON public.document_review USING btree (document_id, id);

CREATE INDEX document_version_by_file ON public.document_version USING btree (file_id) WHERE (file_id IS NOT NULL);

CREATE INDEX draft_saved_at_idx ON public.draft USING btree (saved_at);

CREATE INDEX erased_message_message ON public.erased_message USING btree (message_id);

CREATE INDEX erasure_list ON public.erasure USING btree (list_id, id) WHERE (list_id IS NOT NULL);

CREATE UNIQUE INDEX erasure_request_waiting ON public.erasure_request USING btree (person_id) WHERE (state = 'waiting'::erasure_request_state);

CREATE INDEX event_by_day ON public.event USING btree (first_on, id);

CREATE INDEX event_host_group ON public.event_host USING btree (group_id, event_id);

CREATE INDEX event_participation_by_person ON public.event_participation USING btree (person_id, event_id);

CREATE INDEX event_proposal_by_person ON public.event_proposal USING btree (person_id);

CREATE INDEX event_proposal_of ON public.event_proposal USING btree (event_id, state, id);

CREATE INDEX event_session_of ON public.event_session USING btree (event_id, starts_at, id);

CREATE INDEX event_session_speaker_by_person ON public.event_session_speaker USING btree (person_id) WHERE (person_id IS NOT NULL);

CREATE UNIQUE INDEX event_session_speaker_person ON public.event_session_speaker USING btree (session_id, person_id) WHERE (person_id IS NOT NULL);

CREATE INDEX federated_identity_person ON public.federated_identity USING btree (person_id);

CREATE INDEX file_by_content ON public.file USING btree (content_id);

CREATE INDEX file_by_person ON public.file USING btree (person_id);

CREATE INDEX file_content_large ON public.file_content USING btree (id) WHERE ((stored_at IS NULL) AND (size > 1048576));

CREATE INDEX file_content_to_scan ON public.file_content USING btree (id) WHERE (scan = ANY (ARRAY['waiting'::scan_state, 'infected'::scan_state]));

CREATE INDEX file_text_waiting ON public.file_text USING btree (id) WHERE (state = 'waiting'::reading_state);

CREATE INDEX follow_notice_newest ON public.follow_notice USING btree (follow_id, id DESC);

CREATE INDEX ghost_thread ON public.ghost USING btree (thread_id);

CREATE UNIQUE INDEX handover_prepared ON public.handover USING btree (group_id, role, from_id) WHERE (state = 'prepared'::handover_state);

CREATE INDEX handover_item_of ON public.handover_item USING btree (handover_id, id);

CREATE INDEX held_mail_open ON public.held_mail USING btree (list_id, id) WHERE (state = 'held'::held_state);

CREATE INDEX import_finding_message ON public.import_finding USING btree (message_id) WHERE (message_id IS NOT NULL);

CREATE INDEX import_finding_raw ON public.import_finding USING btree (raw_id) WHERE (raw_id IS NOT NULL);

CREATE UNIQUE INDEX import_row_of_move ON public.import_row USING btree (move_id, thing, row_id) WHERE (move_id IS NOT NULL);

CREATE UNIQUE INDEX import_row_of_sheet ON public.import_row USING btree (sheet_id, thing, row_id) WHERE (sheet_id IS NOT NULL);

CREATE INDEX inbound_parked ON public.inbound USING btree (id) WHERE (state = 'parked'::inbound_state);

CREATE INDEX inbound_person ON public.inbound USING btree (person_id) WHERE (person_id IS NOT NULL);

CREATE INDEX inbound_raw ON public.inbound USING btree (raw_id);

CREATE INDEX inbound_waiting ON public.inbound USING btree (id) WHERE (state = 'waiting'::inbound_state);

CREATE INDEX invitation_email ON public.invitation USING btree (email, invited_at);

CREATE UNIQUE INDEX invitation_waiting ON public.invitation USING btree (list_id, email) WHERE (state = 'waiting'::invitation_state);

CREATE INDEX invitee_meeting_id ON public.invitee USING btree (meeting_id) WHERE (revoked_at IS NULL);

CREATE INDEX invitee_person_id ON public.invitee USING btree (person_id);

CREATE INDEX invitee_poll_id ON public.invitee USING btree (poll_id) WHERE (revoked_at IS NULL);

CREATE INDEX journal_behind ON public.journal USING btree (behind_id) WHERE (behind_id IS NOT NULL);

CREATE INDEX journal_group ON public.journal USING btree (group_id, id);

CREATE INDEX journal_person ON public.journal USING btree (person_id) WHERE (person_id IS NOT NULL);

CREATE INDEX journal_subject ON public.journal USING btree (subject, id);

CREATE INDEX journal_outside_file ON public.journal_outside USING btree (file_id);

CREATE INDEX known_domain_institution ON public.known_domain USING btree (institution_id);

CREATE INDEX known_institution_name ON public.known_institution USING btree (lower(name), id);

CREATE UNIQUE INDEX letter_key ON public.letter USING btree (key);

CREATE INDEX letter_person ON public.letter USING btree (person_id) WHERE (person_id IS NOT NULL);

CREATE INDEX letter_unread ON public.letter USING btree (expires_at) WHERE (secret AND (length(bytes) > 0));

CREATE INDEX list_move_list ON public.list_move USING btree (list_id, id);

CREATE UNIQUE INDEX list_move_open ON public.list_move USING btree (list_id, fingerprint) WHERE (ended_at IS NULL);

CREATE INDEX mail_import_list ON public.mail_import USING btree (list_id, id);

CREATE INDEX mail_import_move ON public.mail_import USING btree (move_id) WHERE (move_id IS NOT NULL);

CREATE UNIQUE INDEX mail_import_open ON public.mail_import USING btree (list_id, sha256) WHERE (ended_at IS NULL);

CREATE INDEX meeting_by_time ON public.meeting USING btree (starts_at);

CREATE INDEX meeting_host_group ON public.meeting_host USING btree (group_id, meeting_id);

CREATE INDEX meeting_invitation_by_person ON public.meeting_invitation USING btree (person_id, meeting_id);

CREATE INDEX meeting_letter_by_letter ON public.meeting_letter USING btree (letter_id);

CREATE INDEX membership_organisation ON public.membership USING btree (organisation_id);

CREATE UNIQUE INDEX merge_party_case ON public.merge_party USING btree (proposal_id, case_id) WHERE (case_id IS NOT NULL);

CREATE UNIQUE INDEX merge_party_organisation ON public.merge_party USING btree (proposal_id, organisation_id) WHERE (organisation_id IS NOT NULL);

CREATE UNIQUE INDEX merge_proposal_open ON public.merge_proposal USING btree (source_id) WHERE (state = ANY (ARRAY['open'::merge_state, 'merged'::merge_state]));

CREATE INDEX merge_proposal_target ON public.merge_proposal USING btree (target_id);

CREATE UNIQUE INDEX message_by_id ON public.message USING btree (list_id, message_id, variant);

CREATE INDEX message_by_import ON public.message USING btree (import_id, id) WHERE (import_id IS NOT NULL);

CREATE INDEX message_changed ON public.message USING btree (list_id, changed_at) WHERE (changed_at IS NOT NULL);

CREATE INDEX message_newest ON public.message USING btree (list_id, sent_at DESC, id DESC) INCLUDE (thread_id);

CREATE INDEX message_person ON public.message USING btree (person_id) WHERE (person_id IS NOT NULL);

CREATE INDEX message_raw ON public.message USING btree (raw_id);

CREATE INDEX message_thread ON public.message USING btree (thread_id, sent_at, id);

CREATE INDEX message_topics ON public.message USING gin (topics) WHERE (topics <> '{}'::text[]);

CREATE INDEX minute_line_changed ON public.minute_line USING btree (meeting_id, changed_in);

CREATE INDEX minute_line_of ON public.minute_line USING btree (meeting_id, "position", id);

CREATE INDEX minute_line_version_of ON public.minute_line_version USING btree (line_id, version);

CREATE INDEX minutes_correction_of ON public.minutes_correction USING btree (meeting_id, id);

CREATE INDEX move_file_by_file ON public.move_file USING btree (file_id);

CREATE INDEX move_upload_person ON public.move_upload USING btree (person_id, id);

CREATE INDEX news_contribution_asked ON public.news_contribution USING btree (asked_by);

CREATE UNIQUE INDEX news_contribution_issue ON public.news_contribution USING btree (outlet_id, issue_id) WHERE (issue_id IS NOT NULL);

CREATE UNIQUE INDEX news_contribution_item ON public.news_contribution USING btree (outlet_id, item_id) WHERE (item_id IS NOT NULL);

CREATE INDEX news_contribution_outlet ON public.news_contribution USING btree (outlet_id, id);

CREATE INDEX news_correction_issue ON public.news_correction USING btree (issue_id) WHERE (issue_id IS NOT NULL);

CREATE INDEX news_correction_item ON public.news_correction USING btree (item_id) WHERE (item_id IS NOT NULL);

CREATE INDEX news_issue_due ON public.news_issue USING btree (embargo_at) WHERE ((state = 'ready'::news_state) AND (scheduled_by IS NOT NULL));

CREATE INDEX news_issue_group ON public.news_issue USING btree (group_id, number DESC);

CREATE INDEX news_issue_item_of ON public.news_issue_item USING btree (item_id);

CREATE INDEX news_item_due ON public.news_item USING btree (embargo_at) WHERE ((state = 'ready'::news_state) AND (scheduled_by IS NOT NULL));

CREATE INDEX news_item_group ON public.news_item USING btree (group_id, state, id);

CREATE INDEX news_item_shown ON public.news_item USING btree (published_at DESC, id DESC) WHERE (state = 'published'::news_state);

CREATE INDEX news_item_link_path ON public.news_item_link USING btree (path);

CREATE INDEX news_line_issue ON public.news_line USING btree (issue_id, "position", id);

CREATE UNIQUE INDEX news_mailing_issue ON public.news_mailing USING btree (issue_id, list_id) WHERE (issue_id IS NOT NULL);

CREATE UNIQUE INDEX news_mailing_item ON public.news_mailing USING btree (item_id, list_id) WHERE (item_id IS NOT NULL);

CREATE INDEX news_outlet_group ON public.news_outlet USING btree (group_id);

CREATE INDEX news_version_issue ON public.news_version USING btree (issue_id, number) WHERE (issue_id IS NOT NULL);

CREATE INDEX news_version_item ON public.news_version USING btree (item_id, number) WHERE (item_id IS NOT NULL);

CREATE INDEX oauth_artefact_agreement ON public.oauth_artefact USING btree (agreement) WHERE (agreement IS NOT NULL);

CREATE INDEX oauth_artefact_expires ON public.oauth_artefact USING btree (expires_at);

CREATE UNIQUE INDEX objection_standing ON public.objection USING btree (ballot_id, person_id) WHERE (withdrawn_at IS NULL);

CREATE INDEX old_address_message ON public.old_address USING btree (message_id);

CREATE INDEX old_list_list ON public.old_list USING btree (list_id);

CREATE INDEX old_page_item ON public.old_page USING btree (item_id) WHERE (item_id IS NOT NULL);

CREATE INDEX old_page_page ON public.old_page USING btree (page_id) WHERE (page_id IS NOT NULL);

CREATE INDEX organisation_by_name ON public.organisation USING btree (lower(name), id);

CREATE INDEX organisation_domain_look ON public.organisation_domain USING btree (plain_look(domain));

CREATE INDEX organisation_domain_of ON public.organisation_domain USING btree (organisation_id);

CREATE INDEX paper_refusal_ballot ON public.paper_refusal USING btree (ballot_id);

CREATE INDEX passkey_person ON public.passkey USING btree (person_id);

CREATE INDEX personal_export_person ON public.personal_export USING btree (person_id, id);

CREATE INDEX portal_before_case ON public.portal_before USING btree (portal_case_id);

CREATE INDEX portal_case_import ON public.portal_case USING btree (import_id) WHERE (import_id IS NOT NULL);

CREATE UNIQUE INDEX portal_case_number ON public.portal_case USING btree (group_id, number) WHERE (number <> ''::text);

CREATE INDEX portal_case_request ON public.portal_case USING btree (request_id) WHERE (request_id IS NOT NULL);

CREATE UNIQUE INDEX portal_case_typed ON public.portal_case USING btree (group_id, request_id, label) WHERE (number = ''::text);

CREATE INDEX portal_feed_due ON public.portal_feed USING btree (next_at) WHERE (closed_at IS NULL);

CREATE UNIQUE INDEX portal_feed_url ON public.portal_feed USING btree (group_id, url) WHERE (closed_at IS NULL);

CREATE INDEX portal_import_group ON public.portal_import USING btree (group_id, id);

CREATE INDEX portal_status_case ON public.portal_status USING btree (portal_case_id, id);

CREATE INDEX portal_status_import ON public.portal_status USING btree (import_id) WHERE (import_id IS NOT NULL);

CREATE UNIQUE INDEX portal_status_typed ON public.portal_status USING btree (portal_case_id, on_day, status) WHERE (NOT is_change);

CREATE INDEX post_of_list ON public.post USING btree (list_id, message_id);

CREATE INDEX product_area_group ON public.product_area USING btree (group_id, name);

CREATE INDEX product_area_merged ON public.product_area USING btree (merged_into_id) WHERE (merged_into_id IS NOT NULL);

CREATE UNIQUE INDEX product_area_open ON public.product_area USING btree (group_id, name) WHERE (merged_into_id IS NULL);

CREATE INDEX product_name_product_id_idx ON public.product_name USING btree (product_id);

CREATE INDEX program_proposal_person ON public.program_proposal USING btree (person_id, decided_at);

CREATE INDEX push_device_person ON public.push_device USING btree (person_id);

CREATE INDEX push_told_at ON public.push_told USING btree (told_at);

CREATE INDEX raw_mail_markdown ON public.raw_mail USING btree (id) WHERE markdown;

CREATE INDEX referent_naming_open ON public.referent_naming USING btree (community_id, id) WHERE (state = 'waiting'::naming_state);

CREATE UNIQUE INDEX referent_naming_waiting ON public.referent_naming USING btree (organisation_id, community_id, stand_in) WHERE (state = 'waiting'::naming_state);

CREATE INDEX release_notice_organisation_id_idx ON public.release_notice USING btree (organisation_id);

CREATE INDEX release_notice_person_id_idx ON public.release_notice USING btree (person_id);

CREATE INDEX report_section_by_report ON public.report_section USING btree (report_id, "position");

CREATE INDEX request_by_import ON public.request USING btree (import_id) WHERE (import_id IS NOT NULL);

CREATE INDEX request_changed ON public.request USING btree (group_id, changed_at);

CREATE INDEX request_folded ON public.request USING gin (folded gin_trgm_ops);

CREATE INDEX request_group ON public.request USING btree (group_id, id);

CREATE INDEX request_merged ON public.request USING btree (id, root_id) WHERE (merged_into_id IS NOT NULL);

CREATE UNIQUE INDEX request_old_number ON public.request USING btree (group_id, old_number) WHERE (old_number IS NOT NULL);

CREATE INDEX request_root ON public.request USING btree (root_id);

CREATE INDEX request_case_of ON public.request_case USING btree (case_id);

CREATE UNIQUE INDEX request_comment_once ON public.request_comment USING btree (inbound_id) WHERE (inbound_id IS NOT NULL);

CREATE INDEX request_comment_request ON public.request_comment USING btree (request_id, id) WHERE (request_id IS NOT NULL);

CREATE INDEX request_comment_story ON public.request_comment USING btree (story_id, id) WHERE (story_id IS NOT NULL);

CREATE INDEX request_evidence_request ON public.request_evidence USING btree (request_id, id);

CREATE INDEX request_file_comment_id_idx ON public.request_file USING btree (comment_id) WHERE (comment_id IS NOT NULL);

CREATE UNIQUE INDEX request_import_once ON public.request_import USING btree (group_id, sha256) WHERE (undone_at IS NULL);

CREATE INDEX request_link_to ON public.request_link USING btree (to_id);

CREATE INDEX request_move_from_group_id ON public.request_move USING btree (from_group_id);

CREATE INDEX request_move_request_id ON public.request_move USING btree (request_id);

CREATE INDEX request_note_request ON public.request_note USING btree (request_id, id);

CREATE UNIQUE INDEX rewording_open ON public.rewording USING btree (wish_id) WHERE (agreed IS NULL);

CREATE INDEX role_holding_of ON public.role_holding USING btree (group_id, role) WHERE (ended_at IS NULL);

CREATE UNIQUE INDEX role_name_group_id_lower_idx ON public.role_name USING btree (group_id, lower(name));

CREATE INDEX same_here_person ON public.same_here USING btree (person_id) WHERE (answered_at IS NULL);

CREATE INDEX search_document_authors ON public.search_document USING gin (ts_filter(vector, '{b}'::"char"[]), search_month(at));

CREATE INDEX search_document_files ON public.search_document USING btree (at DESC, id DESC) WHERE attachment;

CREATE INDEX search_document_hashes ON public.search_document USING gin (hashes) WITH (fastupdate=off) WHERE (hashes <> '{}'::bytea[]);

CREATE INDEX search_document_newest ON public.search_document USING btree (at DESC, id DESC);

CREATE INDEX search_document_titles ON public.search_document USING gin (ts_filter(vector, '{a}'::"char"[]), search_month(at));

CREATE INDEX search_document_uncut ON public.search_document USING btree (id) WHERE (NOT cut);

CREATE INDEX search_document_vector ON public.search_document USING gin (vector, search_month(at)) WITH (fastupdate='on');

CREATE INDEX search_word_end ON public.search_word USING btree (audience, reverse(word));

CREATE INDEX search_word_keys ON public.search_word USING gin (keys);

CREATE INDEX series_told_letter_id ON public.series_told USING btree (letter_id);

CREATE INDEX setting_change_list ON public.setting_change USING btree (list_id, id DESC);

CREATE INDEX sign_in_code_asked ON public.sign_in_code USING btree (asked_at);

CREATE INDEX sign_in_code_who ON public.sign_in_code USING btree (who, asked_at);

CREATE INDEX sign_in_flow_expires ON public.sign_in_flow USING btree (expires_at);

CREATE INDEX signing_word_answer ON public.signing_word USING btree (answer_id, id) WHERE (answer_id IS NOT NULL);

CREATE INDEX signing_word_asking ON public.signing_word USING btree (asking_id) WHERE (asking_id IS NOT NULL);

CREATE INDEX signing_word_commitment ON public.signing_word USING btree (commitment_id, id) WHERE (commitment_id IS NOT NULL);

CREATE INDEX signing_word_group ON public.signing_word USING btree (group_id, id);

CREATE INDEX site_page_menu ON public.site_page USING btree (menu_position) WHERE ((menu_position IS NOT NULL) AND (removed_at IS NULL));

CREATE INDEX story_group ON public.story USING btree (group_id, said_at DESC);

CREATE UNIQUE INDEX story_message ON public.story USING btree (message_id) WHERE ((message_id IS NOT NULL) AND (withdrawn_at IS NULL));

CREATE INDEX submission_brief ON public.submission USING btree (brief_id);

CREATE INDEX submission_group ON public.submission USING btree (group_id, submitted_at);

CREATE INDEX submission_guest_person ON public.submission_guest USING btree (person_id);

CREATE INDEX submission_item_request ON public.submission_item USING btree (request_id);

CREATE INDEX subscription_address ON public.subscription USING btree (address_id);

CREATE UNIQUE INDEX subscription_current ON public.subscription USING btree (list_id, person_id) WHERE (ended_at IS NULL);

CREATE INDEX subscription_person ON public.subscription USING btree (person_id) WHERE (ended_at IS NULL);

CREATE INDEX subscription_request_email ON public.subscription_request USING btree (email);

CREATE INDEX subscription_request_open ON public.subscription_request USING btree (list_id, state, id);

CREATE UNIQUE INDEX support_current ON public.support USING btree (request_id, organisation_id) WHERE (ended_at IS NULL);

CREATE INDEX support_organisation ON public.support USING btree (organisation_id) WHERE (ended_at IS NULL);

CREATE INDEX support_request ON public.support USING btree (request_id);

CREATE UNIQUE INDEX support_question_round ON public.support_question USING btree (affirmation_id, organisation_id, person_id) WHERE (affirmation_id IS NOT NULL);

CREATE UNIQUE INDEX support_question_support ON public.support_question USING btree (support_id, person_id) WHERE (support_id IS NOT NULL);

CREATE UNIQUE INDEX support_voice_current ON public.support_voice USING btree (request_id, person_id) WHERE (ended_at IS NULL);

CREATE INDEX support_voice_person ON public.support_voice USING btree (person_id);

CREATE INDEX synonym_group ON public.synonym USING btree (group_id) WHERE (removed_at IS NULL);

CREATE INDEX talk_of_group ON public.talk USING btree (group_id, state, id);

CREATE INDEX talk_of_meeting ON public.talk USING btree (meeting_id) WHERE (meeting_id IS NOT NULL);

CREATE UNIQUE INDEX talk_source ON public.talk USING btree (group_id, source) WHERE (source <> ''::text);

CREATE INDEX talk_file_of ON public.talk_file USING btree (talk_id) WHERE (removed_at IS NULL);

CREATE INDEX talk_speaker_by_person ON public.talk_speaker USING btree (person_id) WHERE (person_id IS NOT NULL);

CREATE INDEX talk_speaker_of ON public.talk_speaker USING btree (talk_id, "position", id);

CREATE UNIQUE INDEX talk_speaker_person ON public.talk_speaker USING btree (talk_id, person_id) WHERE (person_id IS NOT NULL);

CREATE INDEX telling_event_due ON public.telling_event USING btree (readers_from) WHERE ((told_at IS NULL) AND (NOT quiet));

CREATE INDEX telling_event_request ON public.telling_event USING btree (request_id);

CREATE INDEX telling_post_group ON public.telling_post USING btree (group_id, id);

CREATE INDEX telling_post_event_of ON public.telling_post_event USING btree (event_id);

CREATE INDEX text_file_file_id ON public.text_file USING btree (file_id);

CREATE INDEX text_file_subject ON public.text_file USING btree (subject);

CREATE INDEX thread_newest ON public.thread USING btree (list_id, last_at DESC, id DESC);

CREATE INDEX thread_choice_thread_id_idx ON public.thread_choice USING btree (thread_id);

CREATE INDEX thread_edit_list_id_message_id_idx ON public.thread_edit USING btree (list_id, message_id);

CREATE INDEX thread_visit_thread ON public.thread_visit USING btree (thread_id);

CREATE INDEX told_waiting ON public.told USING btree (person_id) WHERE (letter_id IS NULL);

CREATE INDEX tool_question_token ON public.tool_question USING btree (token_id);

CREATE INDEX upload_by_content ON public.upload USING btree (content_id);

CREATE INDEX upload_by_file ON public.upload USING btree (file_id);

CREATE INDEX upload_by_person ON public.upload USING btree (person_id);

CREATE INDEX upload_by_touch ON public.upload USING btree (touched_at);

CREATE INDEX user_case_author ON public.user_case USING btree (author_id) WHERE (author_id IS NOT NULL);

CREATE INDEX user_case_changed ON public.user_case USING btree (group_id, changed_at);

CREATE INDEX user_case_group ON public.user_case USING btree (group_id, id);

CREATE INDEX user_case_source_case ON public.user_case_source USING btree (case_id);

CREATE INDEX user_case_source_message ON public.user_case_source USING btree (message_id) WHERE (message_id IS NOT NULL);

CREATE UNIQUE INDEX user_case_source_once ON public.user_case_source USING btree (case_id, message_id);

CREATE INDEX user_case_source_raw ON public.user_case_source USING btree (raw_id) WHERE (raw_id IS NOT NULL);

CREATE INDEX vendor_meeting_meeting ON public.vendor_meeting USING btree (meeting_id);

CREATE INDEX vendor_question_item ON public.vendor_question USING btree (item_id);

CREATE INDEX volunteer_call_group ON public.volunteer_call USING btree (group_id, id);

CREATE INDEX voter_organisation ON public.voter USING btree (organisation_id) WHERE (organisation_id IS NOT NULL);

CREATE INDEX voter_person ON public.voter USING btree (person_id) WHERE (person_id IS NOT NULL);

CREATE INDEX waiting_decision_batch_idx ON public.waiting_decision USING btree (batch);

CREATE INDEX web_import_entry_of ON public.web_import_entry USING btree (import_id, "position");

CREATE INDEX webhook_person ON public.webhook USING btree (person_id);

CREATE INDEX webhook_delivery_due ON public.webhook_delivery USING btree (next_at, id) WHERE (state = 'waiting'::hook_state);

CREATE INDEX webhook_delivery_journal ON public.webhook_delivery USING btree (journal_id);

CREATE INDEX webhook_delivery_newest ON public.webhook_delivery USING btree (webhook_id, id DESC);

CREATE INDEX week_letter_person_id_sent_at_idx ON public.week_letter USING btree (person_id, sent_at DESC);

CREATE INDEX week_line_person_id_idx ON public.week_line USING btree (person_id);

CREATE INDEX wish_cycle ON public.wish USING btree (cycle_id, state, id);

CREATE INDEX wish_merged ON public.wish USING btree (merged_into) WHERE (merged_into IS NOT NULL);

CREATE INDEX wish_request ON public.wish USING btree (request_id) WHERE (request_id IS NOT NULL);

CREATE INDEX wish_unlike_other ON public.wish_unlike USING btree (other_id);

CREATE INDEX working_group_merged_into ON public.working_group USING btree (merged_into) WHERE (merged_into IS NOT NULL);

CREATE INDEX workplace_claim_open ON public.workplace_claim USING btree (id) WHERE (settled_at IS NULL);

CREATE INDEX workplace_claim_person ON public.workplace_claim USING btree (person_id);

CREATE INDEX written_post_person_id_idx ON public.written_post USING btree (person_id);

create view collated_case as
 SELECT DISTINCT r.root_id AS family_id, above.id AS request_id, rc.case_id
   FROM request_case rc
     JOIN request r ON r.id = rc.request_id
     JOIN user_case u ON u.id = rc.case_id AND u.state <> 'withdrawn'::case_state
     CROSS JOIN LATERAL ( SELECT r.id
          WHERE r.root_id = r.id
        UNION ALL
         SELECT a.a
           FROM merges_above(r.id, NULL::bigint, rc.case_id) a(a)
          WHERE r.root_id <> r.id) above;

create view shared_address as
 SELECT id, person_id, email, verified_at, created_at
   FROM address;

create view shared_affiliation as
 SELECT id, person_id, organisation_id, from_on, to_on, basis, confirmed_at, asked_at, asks,
    suspended_at
   FROM affiliation;

create view shared_answer as
 SELECT id, group_id, request_id, item_id, class, reason, door, given_at, link, recorded_at, readers,
    readers_from, reviewed_at
   FROM answer;

create view shared_appointment as
 SELECT id, person_id, role, group_id, community_id, formal, from_on, to_on, organisation_id,
    stand_in, by_year, how, to_unknown, role_name_id, stands_for
   FROM appointment;

create view shared_ballot as
 SELECT id, group_id, cycle_id, phase, kind, title, question, capacity, seats, role, zone, opens_at,
    closes_at, closed_at, state, rehearsal_of, decision, created_at, by_consent, electorate
   FROM ballot;

create view shared_ballot_option as
 SELECT id, ballot_id, number, wish_id, request_id, person_id, title, text, area, cost, solution
   FROM ballot_option;

create view shared_bounce as
 SELECT id, delivery_id, kind, email, class, permanent, diagnostic, at, incident_id
   FROM bounce;

create view shared_community as
 SELECT id, slug, name, uses_directories, checks_students
   FROM community;

create view shared_correspondence_mail as
 SELECT id, correspondence_id, address_id, raw_id, message_id, direction, subject, from_email,
    to_emails, text, person_id, imported, sent_at, files
   FROM correspondence_mail;

create view shared_decision as
 SELECT id, number, group_id, community_id, meeting_id, text, decided_on, review_on, reviewed_at,
    superseded_by, internal, source, source_path, created_at
   FROM decision;

create view shared_delivery as
 SELECT id, message_id, letter_id, email, domain, state, attempts, next_at, answer
   FROM delivery;

create view shared_document as
 SELECT id, slug, group_id, community_id, title, visibility, owner_role, state, dated_on, review_on,
    approved_number, meeting_id, created_at
   FROM document;

create view shared_event as
 SELECT id, slug, title, kind, first_on, zone, place, online, public, cancelled_at, created_at,
    created_by
   FROM event;

create view shared_file as
 SELECT id, content_id, name, person_id, created_at
   FROM file;

create view shared_file_content as
 SELECT id, sha256, size, type, erased_at, scan
   FROM file_content;

create view shared_group_community as
 SELECT group_id, community_id
   FROM group_community;

create view shared_inbound as
 SELECT id, received_at, mail_from, rcpt_to, via, person_id, raw_id, state, attempts, not_before,
    fate, error, settled_at, proof
   FROM inbound;

create view shared_journal as
 SELECT id, at, person_id, via, action, subject, group_id, details
   FROM journal;

create view shared_journal_link as
 SELECT journal_id, "position", hash
   FROM journal_link;

create view shared_letter as
 SELECT id, kind, person_id, list_id, subject, bytes, created_at, secret, sealed, expires_at
   FROM letter;

create view shared_list as
 SELECT id, group_id, name, title, description, language, archive, join_policy, created_at, approval,
    rules, remind_days, subject_prefix, footer, replies_to, html, link_above_kb, link_types,
    drop_types, closed_at, leave_line
   FROM list;

create view shared_list_community as
 SELECT list_id, community_id
   FROM list_community;

create view shared_mail_import as
 SELECT id, list_id, person_id, file, imported, repaired, duplicate, quarantined, begun_at, ended_at,
    move_id, undo_begun_at, undone_by, undo_to, undo_gone, undo_left, undone_at
   FROM mail_import;

create view shared_meeting as
 SELECT id, slug, series_id, title, starts_at, ends_at, zone, place, state, public, version,
    recording_url, minutes, approved_at, created_at, created_by, kind, changed_at
   FROM meeting;

create view shared_meeting_host as
 SELECT meeting_id, group_id, community_id
   FROM meeting_host;

create view shared_meeting_invitation as
 SELECT id, meeting_id, person_id, roles, formal, email, invited_at, withdrawn_at, partstat,
    answered_at, comment, attendance, reason
   FROM meeting_invitation;

create view shared_meeting_series as
 SELECT id, slug, title, every_n, every_unit, starts_at, minutes, zone, public, first_on, created_at,
    ended_at, kind
   FROM meeting_series;

create view shared_message as
 SELECT id, list_id, thread_id, raw_id, message_id, variant, refs, subject, from_name, from_email,
    person_id, sent_at, received_at, text, attachments, size, changed_at, topics, import_id
   FROM message;

create view shared_organisation as
 SELECT id, name, kind, country, created_at, people_served
   FROM organisation;

create view shared_person as
 SELECT id, name, locale, zone, theme, single_keys, created_at, erased_at, about, profile_shown,
    works_from, works_to, zone_from, hidden_hints
   FROM person;

create view shared_product as
 SELECT id, name, vendor_id
   FROM product;

create view shared_raw_mail as
 SELECT id, sha256, size, bytes, erased_at, markdown
   FROM raw_mail;

create view shared_request as
 SELECT id, group_id, kind, title, text, language, area_id, visibility, stage, stage_at, severity,
    versions, reproduction, workaround, champion_id, created_by, created_at, version, root_id,
    old_number, import_id
   FROM request;

create view shared_role_address as
 SELECT id, name, role, group_id, community_id, title, created_at, closed_at
   FROM role_address;

create view shared_subscription as
 SELECT id, list_id, person_id, address_id, receiving, since, ended_at, suspended_at, paused_until,
    own_posts, when_addressed, only_topics
   FROM subscription;

create view shared_talk as
 SELECT id, slug, group_id, title, minutes, visibility, state, decided_at, reason, meeting_id,
    given_on
   FROM talk;

create view shared_thread as
 SELECT id, list_id, root, subject, first_at, last_at, messages, people
   FROM thread;

create view shared_user_case as
 SELECT id, group_id, state, title, who, workflow, problem, workaround, cost, versions,
    organisation_id, author_id, author_name, visibility, consent, said_at, captured_by, captured_at,
    version, withdrawn_at
   FROM user_case;

create view shared_user_case_source as
 SELECT id, case_id, message_id, raw_id, excerpt, said_at
   FROM user_case_source;

create view shared_working_group as
 SELECT id, slug, name, product_id, founded_on, created_at, relationship_public, news_every,
    news_unit, closed_at, merged_into, directory, unasked_shown
   FROM working_group;

create view standing_support as
 SELECT DISTINCT ON (family_id, request_id, organisation_id) family_id, request_id, organisation_id,
    strength, reason, since, said_by, confirmed_by, affirmed_at, support_id, said_of_id
   FROM ( SELECT r.root_id AS family_id,
                CASE
                    WHEN r.root_id = r.id THEN r.id
                    ELSE ( SELECT a.a
                       FROM merges_above(r.id, s.organisation_id, NULL::bigint) a(a)
                     LIMIT 1)
                END AS request_id,
            s.organisation_id, s.strength, s.reason, s.since, s.said_by, s.confirmed_by,
            s.affirmed_at, s.id AS support_id, s.request_id AS said_of_id
           FROM support s
             JOIN request r ON r.id = s.request_id
          WHERE s.state = 'standing'::support_state) t
  ORDER BY family_id, request_id, organisation_id, (said_of_id = request_id) DESC, since DESC, support_id DESC;

CREATE OR REPLACE FUNCTION public.area_now(area bigint)
 RETURNS bigint
 LANGUAGE sql
 STABLE
AS $function$
  with recursive way as (
    select id, merged_into_id from product_area where id = area
    union all
    select a.id, a.merged_into_id from product_area a join way on a.id = way.merged_into_id
  ) select id from way where merged_into_id is null
$function$
;

CREATE OR REPLACE FUNCTION public.case_audience(one user_case)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  select case case_readers(one) when 'public' then 'public' else case_readers(one) || ':' || one.group_id end
$function$
;

CREATE OR REPLACE FUNCTION public.case_readers(one user_case)
 RETURNS visibility
 LANGUAGE sql
 STABLE
AS $function$
  select case
    when one.state <> 'open' or one.consent = 'no' then 'group'
    when one.consent = 'public' then one.visibility
    when one.visibility = 'group' then 'group'
    when said.messages = 0 then 'subscribers'
    when said.everybody and one.visibility = 'public' then 'public'
    when said.subscribers then 'subscribers'
    else 'group' end::visibility
  from (select count(*) as messages, coalesce(bool_and(coalesce(l.archive = 'public', false)), false) as everybody,
      coalesce(bool_and(coalesce(l.archive in ('public', 'subscribers'), false)), false) as subscribers
    from user_case_source s left join message m on m.id = s.message_id left join list l on l.id = m.list_id where s.case_id = one.id) said
$function$
;

CREATE OR REPLACE FUNCTION public.count_months()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare sign integer := case tg_op when 'DELETE' then -1 else 1 end;
begin
  insert into list_month (list_id, month, messages)
    select list_id, date_trunc('month', sent_at at time zone 'UTC')::date, sign * count(*) from changed group by 1, 2 order by 1, 2
    on conflict (list_id, month) do update set messages = list_month.messages + excluded.messages;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.count_threads()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare sign integer := case tg_op when 'DELETE' then -1 else 1 end;
begin
  insert into list_month (list_id, month, messages, threads)
    select list_id, date_trunc('month', first_at at time zone 'UTC')::date, 0, sign * count(*) from changed group by 1, 2 order by 1, 2
    on conflict (list_id, month) do update set threads = list_month.threads + excluded.threads;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.decision_audience(one decision)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  select case when decision_open(one) then 'public' when one.group_id is not null then 'group:' || one.group_id
    else 'community:' || one.community_id end
$function$
;

CREATE OR REPLACE FUNCTION public.decision_open(one decision)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select not one.internal and (one.meeting_id is null or exists (
    select from meeting m where m.id = one.meeting_id and m.public and m.minutes = 'approved'))
$function$
;

CREATE OR REPLACE FUNCTION public.folded(words text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
 SET search_path TO 'public'
AS $function$ select unaccent('unaccent'::regdictionary, lower(words)) $function$
;

CREATE OR REPLACE FUNCTION public.forget_thread_names()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform from thread where id = new.thread_id for no key update;
  update thread set names = null where id = new.thread_id and names is not null;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.holders_on(organisation bigint, day date)
 RETURNS SETOF bigint
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select $1 union all select b.parent_id from belonging b
  where b.organisation_id = $1 and (b.from_on is null or b.from_on <= $2) and (b.to_on is null or b.to_on >= $2)
$function$
;

CREATE OR REPLACE FUNCTION public.home_zone(groups bigint[])
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  select coalesce(
    (select s.zone from meeting_series s join series_host h on h.series_id = s.id
      where h.group_id = any(groups) and s.ended_at is null order by s.id desc limit 1),
    (select m.zone from meeting m join meeting_host h on h.meeting_id = m.id
      where h.group_id = any(groups) and m.state <> 'cancelled' order by m.starts_at desc limit 1),
    (select p.zone from appointment a join person p on p.id = a.person_id
      where a.group_id = any(groups) and a.role = 'coordinator' and p.zone is not null order by a.id desc limit 1),
    (select s.zone from meeting_series s where s.ended_at is null order by s.id desc limit 1),
    (select m.zone from meeting m where m.state <> 'cancelled' order by m.starts_at desc limit 1),
    (select p.zone from appointment a join person p on p.id = a.person_id
      where a.role in ('coordinator', 'administrator') and p.zone is not null order by a.id desc limit 1),
    'UTC')
$function$
;

CREATE OR REPLACE FUNCTION public.mark_minute_line()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.changed_in := pg_current_xact_id()::text::bigint;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.merges_above(request bigint, organisation bigint, user_case bigint)
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
$function$
;

CREATE OR REPLACE FUNCTION public.named_to_all(who bigint, of_group bigint)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (select from address a where a.person_id = who and a.verified_at is not null)
    or exists (select from working_group g where g.id = of_group and g.unasked_shown)
$function$
;

CREATE OR REPLACE FUNCTION public.plain_look(address text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select case
    when octet_length(address) = length(address) and lower(address) ~ '(^|@)([a-z0-9.-]*[.])?[a-z][a-z-]*$' and position('xn--' in lower(address)) = 0
    then replace(replace(translate(lower(address), '01', 'ol'), 'rn', 'm'), 'vv', 'w')
  end
$function$
;

CREATE OR REPLACE FUNCTION public.readers_of_case()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update search_document d set audience = case_audience(c)
    from user_case c where c.id = any(case tg_table_name when 'user_case' then array[new.id] else
      array(select s.case_id from message m join user_case_source s on s.message_id = m.id where m.list_id = new.id) end)
    and d.kind = 'case' and d.subject_id = c.id and d.audience <> case_audience(c);
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.readers_of_decision()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update search_document d set audience = decision_audience(c) from decision c
    where (case tg_table_name when 'decision' then c.id else c.meeting_id end) = new.id
    and d.kind = 'decision' and d.subject_id = c.id and d.audience <> decision_audience(c);
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.readers_of_source()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update search_document d set audience = case_audience(c)
    from user_case c where c.id in (new.case_id, old.case_id)
    and d.kind = 'case' and d.subject_id = c.id and d.audience <> case_audience(c);
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.recount_months()
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
end $function$
;

CREATE OR REPLACE FUNCTION public.recount_threads()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into list_month (list_id, month, messages, threads)
    select list_id, month, 0, sum(n) from (
      select list_id, date_trunc('month', first_at at time zone 'UTC')::date as month, 1 as n from changed
      union all select list_id, date_trunc('month', first_at at time zone 'UTC')::date, -1 from before) both_sides
    group by 1, 2 having sum(n) <> 0 order by 1, 2
    on conflict (list_id, month) do update set threads = list_month.threads + excluded.threads;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'the % is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $function$
;

CREATE OR REPLACE FUNCTION public.refuse_loss()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from gone left join journal_link l on l.journal_id = gone.id
    where not exists (select from journal_file f where l.position between f.first and f.last))
  then
    raise exception 'the % is append-only', tg_table_name using errcode = 'insufficient_privilege';
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.request_is_its_root()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.merged_into_id is null then new.root_id := new.id; end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.search_month(at timestamp with time zone)
 RETURNS integer[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN ARRAY[(((EXTRACT(year FROM (at AT TIME ZONE 'UTC'::text)) * (12)::numeric) + EXTRACT(month FROM (at AT TIME ZONE 'UTC'::text))))::integer]
;

CREATE OR REPLACE FUNCTION public.tell_shown()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into shown_change (list_id) select null where exists (select from changed);
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.tell_shown_list()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into shown_change (list_id) select distinct list_id from changed;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.tell_site()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into site_change default values;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.topics_of(subject text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  select coalesce(array_agg(distinct lower(found[1])), '{}')
  from regexp_matches(subject, '(?:^|[\s(\[,;:/])#([^\s#.,;:!?()\[\]"''/\\0-9][^\s#.,;:!?()\[\]"''/\\]{1,39})', 'g') as found
$function$
;

CREATE OR REPLACE FUNCTION public.vendor_side(who bigint, on_day date)
 RETURNS SETOF bigint
 LANGUAGE sql
 STABLE
AS $function$
  select f.person_id from affiliation f join organisation o on o.id = f.organisation_id
    where f.person_id = who and o.kind in ('vendor', 'affiliate', 'reseller')
      and (f.from_on is null or f.from_on <= on_day) and (f.to_on is null or f.to_on >= on_day)
  union all
  select a.person_id from appointment a
    where a.person_id = who and a.role = 'vendor_guest' and a.from_on <= on_day and (a.to_on is null or a.to_on >= on_day)
$function$
;

CREATE TRIGGER journal_append_only BEFORE UPDATE OR TRUNCATE ON public.journal FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER journal_loses_nothing AFTER DELETE ON public.journal REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION refuse_loss();

CREATE TRIGGER mark_minute_line BEFORE INSERT OR UPDATE ON public.minute_line FOR EACH ROW EXECUTE FUNCTION mark_minute_line();

CREATE TRIGGER message_renamed AFTER UPDATE OF from_name ON public.message FOR EACH ROW WHEN ((old.from_name IS DISTINCT FROM new.from_name)) EXECUTE FUNCTION forget_thread_names();

CREATE TRIGGER months_changed AFTER UPDATE ON public.message REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION recount_months();

CREATE TRIGGER months_gone AFTER DELETE ON public.message REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_months();

CREATE TRIGGER months_new AFTER INSERT ON public.message REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_months();

CREATE TRIGGER readers_of_case AFTER UPDATE OF archive ON public.list FOR EACH ROW WHEN ((old.archive IS DISTINCT FROM new.archive)) EXECUTE FUNCTION readers_of_case();

CREATE TRIGGER readers_of_case AFTER UPDATE OF state, consent, visibility ON public.user_case FOR EACH ROW EXECUTE FUNCTION readers_of_case();

CREATE TRIGGER readers_of_decision AFTER UPDATE OF internal, meeting_id, group_id, community_id ON public.decision FOR EACH ROW EXECUTE FUNCTION readers_of_decision();

CREATE TRIGGER readers_of_decision AFTER UPDATE OF public, minutes ON public.meeting FOR EACH ROW WHEN (((old.public IS DISTINCT FROM new.public) OR (old.minutes IS DISTINCT FROM new.minutes))) EXECUTE FUNCTION readers_of_decision();

CREATE TRIGGER readers_of_source AFTER INSERT OR DELETE OR UPDATE ON public.user_case_source FOR EACH ROW EXECUTE FUNCTION readers_of_source();

CREATE TRIGGER request_root BEFORE INSERT ON public.request FOR EACH ROW EXECUTE FUNCTION request_is_its_root();

CREATE TRIGGER shown_changed AFTER UPDATE ON public.affiliation REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_shown();

CREATE TRIGGER shown_changed AFTER UPDATE ON public.attachment REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_shown();

CREATE TRIGGER shown_changed AFTER UPDATE ON public.commitment REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_shown();

CREATE TRIGGER shown_changed AFTER UPDATE ON public.community REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_shown();

CREATE TRIGGER shown_changed AFTER UPDATE ON public.delivery_claim REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_shown();

CREATE TRIGGER shown_changed AFTER UPDATE ON public.group_community REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_shown();

CREATE TRIGGER shown_changed AFTER UPDATE ON public.list REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_shown();

CREATE TRIGGER shown_changed AFTER UPDATE ON public.list_community REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_shown();

CREATE TRIGGER shown_changed AFTER UPDATE ON public.message REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_shown_list();

CREATE TRIGGER shown_changed AFTER UPDATE ON public.organisation REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_shown();

CREATE TRIGGER shown_changed AFTER UPDATE ON public.request REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_shown();

CREATE TRIGGER shown_changed AFTER UPDATE ON public.request_case REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_shown();

CREATE TRIGGER shown_changed AFTER UPDATE ON public.telling_event REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_shown();

CREATE TRIGGER shown_changed AFTER UPDATE ON public.thread REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_shown_list();

CREATE TRIGGER shown_changed AFTER UPDATE ON public.user_case REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_shown();

CREATE TRIGGER shown_changed AFTER UPDATE ON public.user_case_source REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_shown();

CREATE TRIGGER shown_changed AFTER UPDATE ON public.working_group REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_shown();

CREATE TRIGGER shown_gone AFTER DELETE ON public.affiliation REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_shown();

CREATE TRIGGER shown_gone AFTER DELETE ON public.attachment REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_shown();

CREATE TRIGGER shown_gone AFTER DELETE ON public.commitment REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_shown();

CREATE TRIGGER shown_gone AFTER DELETE ON public.community REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_shown();

CREATE TRIGGER shown_gone AFTER DELETE ON public.delivery_claim REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_shown();

CREATE TRIGGER shown_gone AFTER DELETE ON public.group_community REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_shown();

CREATE TRIGGER shown_gone AFTER DELETE ON public.list REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_shown();

CREATE TRIGGER shown_gone AFTER DELETE ON public.list_community REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_shown();

CREATE TRIGGER shown_gone AFTER DELETE ON public.message REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_shown_list();

CREATE TRIGGER shown_gone AFTER DELETE ON public.organisation REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_shown();

CREATE TRIGGER shown_gone AFTER DELETE ON public.request REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_shown();

CREATE TRIGGER shown_gone AFTER DELETE ON public.request_case REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_shown();

CREATE TRIGGER shown_gone AFTER DELETE ON public.telling_event REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_shown();

CREATE TRIGGER shown_gone AFTER DELETE ON public.thread REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_shown_list();

CREATE TRIGGER shown_gone AFTER DELETE ON public.user_case REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_shown();

CREATE TRIGGER shown_gone AFTER DELETE ON public.user_case_source REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_shown();

CREATE TRIGGER shown_gone AFTER DELETE ON public.working_group REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_shown();

CREATE TRIGGER shown_new AFTER INSERT ON public.affiliation REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_shown();

CREATE TRIGGER shown_new AFTER INSERT ON public.commitment REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_shown();

CREATE TRIGGER shown_new AFTER INSERT ON public.community REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_shown();

CREATE TRIGGER shown_new AFTER INSERT ON public.delivery_claim REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_shown();

CREATE TRIGGER shown_new AFTER INSERT ON public.group_community REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_shown();

CREATE TRIGGER shown_new AFTER INSERT ON public.list REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_shown();

CREATE TRIGGER shown_new AFTER INSERT ON public.list_community REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_shown();

CREATE TRIGGER shown_new AFTER INSERT ON public.message REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_shown_list();

CREATE TRIGGER shown_new AFTER INSERT ON public.organisation REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_shown();

CREATE TRIGGER shown_new AFTER INSERT ON public.request REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_shown();

CREATE TRIGGER shown_new AFTER INSERT ON public.request_case REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_shown();

CREATE TRIGGER shown_new AFTER INSERT ON public.telling_event REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_shown();

CREATE TRIGGER shown_new AFTER INSERT ON public.user_case REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_shown();

CREATE TRIGGER shown_new AFTER INSERT ON public.user_case_source REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_shown();

CREATE TRIGGER shown_new AFTER INSERT ON public.working_group REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_shown();

CREATE TRIGGER site_changed AFTER INSERT OR DELETE OR UPDATE OF verified_at ON public.address FOR EACH STATEMENT EXECUTE FUNCTION tell_site();

CREATE TRIGGER site_changed AFTER INSERT OR DELETE OR UPDATE ON public.answer FOR EACH STATEMENT EXECUTE FUNCTION tell_site();

CREATE TRIGGER site_changed AFTER INSERT OR DELETE OR UPDATE ON public.appointment FOR EACH STATEMENT EXECUTE FUNCTION tell_site();

CREATE TRIGGER site_changed AFTER INSERT OR DELETE OR UPDATE ON public.commitment FOR EACH STATEMENT EXECUTE FUNCTION tell_site();

CREATE TRIGGER site_changed AFTER INSERT OR DELETE OR UPDATE ON public.decision FOR EACH STATEMENT EXECUTE FUNCTION tell_site();

CREATE TRIGGER site_changed AFTER INSERT OR DELETE OR UPDATE ON public.delivery_claim FOR EACH STATEMENT EXECUTE FUNCTION tell_site();

CREATE TRIGGER site_changed AFTER INSERT OR DELETE OR UPDATE ON public.document FOR EACH STATEMENT EXECUTE FUNCTION tell_site();

CREATE TRIGGER site_changed AFTER INSERT OR DELETE OR UPDATE ON public.event FOR EACH STATEMENT EXECUTE FUNCTION tell_site();

CREATE TRIGGER site_changed AFTER INSERT OR DELETE OR UPDATE ON public.meeting FOR EACH STATEMENT EXECUTE FUNCTION tell_site();

CREATE TRIGGER site_changed AFTER INSERT OR DELETE OR UPDATE ON public.meeting_host FOR EACH STATEMENT EXECUTE FUNCTION tell_site();

CREATE TRIGGER site_changed AFTER INSERT OR DELETE OR UPDATE ON public.meeting_series FOR EACH STATEMENT EXECUTE FUNCTION tell_site();

CREATE TRIGGER site_changed AFTER INSERT OR DELETE OR UPDATE ON public.news_issue FOR EACH STATEMENT EXECUTE FUNCTION tell_site();

CREATE TRIGGER site_changed AFTER INSERT OR DELETE OR UPDATE ON public.news_item FOR EACH STATEMENT EXECUTE FUNCTION tell_site();

CREATE TRIGGER site_changed AFTER UPDATE OF name, erased_at ON public.person FOR EACH STATEMENT EXECUTE FUNCTION tell_site();

CREATE TRIGGER site_changed AFTER INSERT OR DELETE OR UPDATE ON public.product FOR EACH STATEMENT EXECUTE FUNCTION tell_site();

CREATE TRIGGER site_changed AFTER INSERT OR DELETE OR UPDATE ON public.report FOR EACH STATEMENT EXECUTE FUNCTION tell_site();

CREATE TRIGGER site_changed AFTER INSERT OR DELETE OR UPDATE ON public.request FOR EACH STATEMENT EXECUTE FUNCTION tell_site();

CREATE TRIGGER site_changed AFTER INSERT OR DELETE OR UPDATE ON public.series_host FOR EACH STATEMENT EXECUTE FUNCTION tell_site();

CREATE TRIGGER site_changed AFTER INSERT OR DELETE OR UPDATE ON public.site_look FOR EACH STATEMENT EXECUTE FUNCTION tell_site();

CREATE TRIGGER site_changed AFTER INSERT OR DELETE OR UPDATE ON public.site_menu FOR EACH STATEMENT EXECUTE FUNCTION tell_site();

CREATE TRIGGER site_changed AFTER INSERT OR DELETE OR UPDATE ON public.site_page FOR EACH STATEMENT EXECUTE FUNCTION tell_site();

CREATE TRIGGER site_changed AFTER INSERT OR DELETE OR UPDATE ON public.story FOR EACH STATEMENT EXECUTE FUNCTION tell_site();

CREATE TRIGGER site_changed AFTER INSERT OR DELETE OR UPDATE ON public.submission FOR EACH STATEMENT EXECUTE FUNCTION tell_site();

CREATE TRIGGER site_changed AFTER INSERT OR DELETE OR UPDATE ON public.submission_item FOR EACH STATEMENT EXECUTE FUNCTION tell_site();

CREATE TRIGGER site_changed AFTER INSERT OR DELETE OR UPDATE ON public.subscription FOR EACH STATEMENT EXECUTE FUNCTION tell_site();

CREATE TRIGGER site_changed AFTER INSERT OR DELETE OR UPDATE ON public.talk FOR EACH STATEMENT EXECUTE FUNCTION tell_site();

CREATE TRIGGER site_changed AFTER INSERT OR DELETE OR UPDATE ON public.talk_speaker FOR EACH STATEMENT EXECUTE FUNCTION tell_site();

CREATE TRIGGER site_changed AFTER INSERT OR DELETE OR UPDATE ON public.telling_event FOR EACH STATEMENT EXECUTE FUNCTION tell_site();

CREATE TRIGGER site_changed AFTER INSERT OR DELETE OR UPDATE ON public.vendor_meeting FOR EACH STATEMENT EXECUTE FUNCTION tell_site();

CREATE TRIGGER site_changed AFTER INSERT OR DELETE OR UPDATE ON public.vendor_question FOR EACH STATEMENT EXECUTE FUNCTION tell_site();

CREATE TRIGGER site_changed AFTER UPDATE OF unasked_shown ON public.working_group FOR EACH STATEMENT EXECUTE FUNCTION tell_site();

CREATE TRIGGER threads_changed AFTER UPDATE ON public.thread REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION recount_threads();

CREATE TRIGGER threads_gone AFTER DELETE ON public.thread REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_threads();

CREATE TRIGGER threads_new AFTER INSERT ON public.thread REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_threads();
