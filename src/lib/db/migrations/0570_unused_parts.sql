-- beside
-- Parts that a site does without: they leave its menus and its first page.
alter table site_look add column unused text[] not null default '{}';
