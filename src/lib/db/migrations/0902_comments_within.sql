-- Comments of a request from the time when the group alone read it can stay the group's when others read the request. The version before
-- would show them to everybody, so it is not run beside this one.
alter table request_comment add column within boolean not null default false;
