-- A hook speaks as its program wants it: our signed JSON, or a line as a chat shows it.
create type hook_form as enum ('json', 'slack', 'mattermost', 'teams', 'matrix');
alter table webhook add column form hook_form not null default 'json';
-- What is said of a kind of event, a line each: `request.made: {what}: {title}`.
alter table webhook add column templates text not null default '';
-- What the chat's server wants to be shown; of Matrix an access token.
alter table webhook add column sealed_token bytea;
