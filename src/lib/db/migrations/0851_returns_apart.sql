-- What an OIDC provider answers comes back to an address of its own, so that none of them can pass for another (RFC 9700, 4.4). Those that are there
-- know the one that all had, until their administrator has told them the new one.
alter table sign_in_provider add column returns_apart boolean not null default true;
update sign_in_provider set returns_apart = false;
