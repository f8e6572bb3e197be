-- beside
-- Where a request stood before something was said to deliver it: what is recorded by mistake gives that back.
alter table delivery_claim add column stage_before request_stage;
