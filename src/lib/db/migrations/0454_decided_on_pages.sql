-- beside
-- What is decided on a page of its own may say more than yes or no and why: which institution an applicant belongs to, how a version was approved.
alter table waiting_decision add column more jsonb;
