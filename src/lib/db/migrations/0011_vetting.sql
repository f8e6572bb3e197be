-- The vetting of requests to join: what speaks for them while they wait, and what it proved afterwards.

create type approval_policy as enum ('never', 'vouched', 'recognised');

alter table list add column approval approval_policy not null default 'never';

alter table subscription_request
  -- Who looks at it, so that two do not do the same work.
  add column claimed_by bigint references person,
  add column claimed_at timestamptz,
  -- What was proved, kept when the evidence is deleted: address, domain, contract, vouch, staff_page.
  add column proved text[] not null default '{}',
  add column organisation_id bigint references organisation,
  -- The user group that answers for the data, where several host the list.
  add column host_id bigint references community;

create type evidence_kind as enum ('staff_page', 'note', 'vouch', 'question');

-- Lives as long as the request waits.
create table request_evidence (
  id bigint generated always as identity primary key,
  request_id bigint not null references subscription_request,
  kind evidence_kind not null,
  -- The address of the staff page, the note, or the question of an approver.
  text text not null default '',
  -- Of a vouch: who was asked, and what she said; of a question: who asks.
  person_id bigint references person,
  organisation_id bigint references organisation,
  given_at timestamptz not null,
  answer boolean,
  answered_at timestamptz
);
create index request_evidence_request on request_evidence (request_id, id);

-- How it is known that somebody works there, and when that was last fresh.
alter table affiliation
  add column basis text,
  add column confirmed_at timestamptz;
