-- Whether the version before runs on beside a step: it may then be started again on this database.
alter table migration add column beside boolean not null default false;
