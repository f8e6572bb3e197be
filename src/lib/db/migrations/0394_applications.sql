-- Where an applicant says that they work, and as what; an approver's to confirm.
alter table subscription_request add column institution text not null default '';
alter table subscription_request add column occupation text not null default '';
-- What an applicant answered, on their page or by mail.
alter type evidence_kind add value if not exists 'answer';
