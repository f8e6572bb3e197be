-- News items and issues of the newsletter, what each sentence rests on, where they were mailed and contributed; pages of the site's own.

create type news_state as enum ('draft', 'ready', 'published', 'withdrawn');

create table news_item (
  id bigint generated always as identity primary key,
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]*$'),
  group_id bigint not null references working_group,
  title text not null check (title <> ''),
  -- Markdown.
  text text not null default '',
  language text not null default 'en',
  visibility visibility not null default 'public',
  area_id bigint references product_area,
  picture_id bigint references file,
  picture_alt text not null default '',
  author_id bigint references person,
  -- Where it was written elsewhere: the name as it stood there.
  author_name text not null default '',
  state news_state not null default 'draft',
  -- Nothing of it is seen before; the zone is the one that the instant was meant in.
  embargo_at timestamptz,
  embargo_zone text not null default 'UTC',
  -- Who has asked that it goes out at the embargo's end, and why it could not.
  scheduled_by bigint references person,
  trouble text not null default '',
  published_at timestamptz,
  published_by bigint references person,
  withdrawn_at timestamptz,
  withdrawn_by bigint references person,
  withdrawn_why text not null default '',
  version integer not null default 1,
  created_at timestamptz not null,
  created_by bigint references person,
  changed_at timestamptz not null,
  -- Of what was brought in from elsewhere: its address and number there, so that it comes once.
  origin text unique,
  check (picture_id is null or picture_alt <> ''),
  check ((state = 'withdrawn') = (withdrawn_at is not null)),
  check (state <> 'published' or published_at is not null),
  check (state <> 'withdrawn' or withdrawn_why <> '')
);
create index news_item_shown on news_item (published_at desc, id desc) where state = 'published';
create index news_item_group on news_item (group_id, state, id);
create index news_item_due on news_item (embargo_at) where state = 'ready' and scheduled_by is not null;

-- What an item tells of: a thing of the journal ('request:214') and where it stands.
create table news_item_link (
  item_id bigint not null references news_item on delete cascade,
  position smallint not null,
  path text not null,
  title text not null default '',
  primary key (item_id, path)
);
create index news_item_link_path on news_item_link (path);

create table news_issue (
  id bigint generated always as identity primary key,
  number integer not null unique check (number > 0),
  group_id bigint not null references working_group,
  title text not null check (title <> ''),
  from_on date not null,
  to_on date not null,
  language text not null default 'en',
  visibility visibility not null default 'public',
  -- The frank paragraph, in Markdown.
  lead text not null default '',
  author_id bigint references person,
  state news_state not null default 'draft',
  embargo_at timestamptz,
  embargo_zone text not null default 'UTC',
  scheduled_by bigint references person,
  trouble text not null default '',
  published_at timestamptz,
  published_by bigint references person,
  withdrawn_at timestamptz,
  withdrawn_by bigint references person,
  withdrawn_why text not null default '',
  -- When the record was last read for it.
  composed_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by bigint references person,
  changed_at timestamptz not null,
  check (to_on >= from_on),
  check ((state = 'withdrawn') = (withdrawn_at is not null)),
  check (state <> 'published' or published_at is not null),
  check (state <> 'withdrawn' or withdrawn_why <> '')
);
create index news_issue_group on news_issue (group_id, number desc);
create index news_issue_due on news_issue (embargo_at) where state = 'ready' and scheduled_by is not null;

create table news_issue_item (
  issue_id bigint not null references news_issue on delete cascade,
  item_id bigint not null references news_item,
  position integer not null,
  primary key (issue_id, item_id)
);
create index news_issue_item_of on news_issue_item (item_id);

-- A sentence that the record gives, with its source; somebody takes it, edits it or leaves it out.
create type news_line_state as enum ('open', 'taken', 'left');
create table news_line (
  id bigint generated always as identity primary key,
  issue_id bigint not null references news_issue on delete cascade,
  -- Of what it tells; the same in every language and at every reading.
  key text not null,
  section text not null,
  position integer not null,
  -- As the record gives it, and as it is printed; they differ where somebody edited it.
  suggested text not null,
  text text not null check (text <> ''),
  -- The number that it tells and what is counted, for the report in numbers.
  amount numeric,
  label text not null default '',
  source_path text not null,
  state news_line_state not null default 'open',
  -- The record does not give it any more to those who may read the issue.
  gone boolean not null default false,
  changed_by bigint references person,
  changed_at timestamptz not null,
  unique (issue_id, key)
);
create index news_line_issue on news_line (issue_id, position, id);

-- What was put right after it was published, and when.
create table news_correction (
  id bigint generated always as identity primary key,
  item_id bigint references news_item on delete cascade,
  issue_id bigint references news_issue on delete cascade,
  text text not null check (text <> ''),
  at timestamptz not null,
  person_id bigint references person,
  check (num_nonnulls(item_id, issue_id) = 1)
);
create index news_correction_item on news_correction (item_id) where item_id is not null;
create index news_correction_issue on news_correction (issue_id) where issue_id is not null;

-- As it stood before each change of what was published.
create table news_version (
  id bigint generated always as identity primary key,
  item_id bigint references news_item on delete cascade,
  issue_id bigint references news_issue on delete cascade,
  number integer not null,
  title text not null,
  text text not null,
  person_id bigint references person,
  at timestamptz not null,
  check (num_nonnulls(item_id, issue_id) = 1)
);
create index news_version_item on news_version (item_id, number) where item_id is not null;
create index news_version_issue on news_version (issue_id, number) where issue_id is not null;

-- To which lists it goes: asked for once each, sent once each, with the message that it became.
create table news_mailing (
  id bigint generated always as identity primary key,
  item_id bigint references news_item on delete cascade,
  issue_id bigint references news_issue on delete cascade,
  list_id bigint not null references list,
  asked_by bigint references person,
  asked_at timestamptz not null,
  sent_at timestamptz,
  message_id text not null default '',
  -- Why it could not be sent.
  trouble text not null default '',
  check (num_nonnulls(item_id, issue_id) = 1)
);
create unique index news_mailing_item on news_mailing (item_id, list_id) where item_id is not null;
create unique index news_mailing_issue on news_mailing (issue_id, list_id) where issue_id is not null;

-- A newsletter that is somebody else's: its editor takes contributions by mail, or as drafts of WordPress.
create type news_outlet_kind as enum ('mail', 'wordpress');
create table news_outlet (
  id bigint generated always as identity primary key,
  group_id bigint not null references working_group,
  name text not null check (name <> ''),
  kind news_outlet_kind not null,
  -- Of mail: the editor's.
  editor_name text not null default '',
  editor_email text not null default '',
  -- Of WordPress: its address and the account.
  url text not null default '',
  username text not null default '',
  created_at timestamptz not null,
  created_by bigint references person,
  closed_at timestamptz,
  check ((kind = 'mail') = (editor_email <> '')),
  check ((kind = 'wordpress') = (url <> ''))
);
create index news_outlet_group on news_outlet (group_id);

-- The application password of a WordPress, sealed with RAPPORT_SECRET. It does not leave with the site.
create table news_outlet_key (
  outlet_id bigint primary key references news_outlet on delete cascade,
  sealed bytea not null
);

create type contribution_state as enum ('waiting', 'sent', 'failed', 'appeared');
create table news_contribution (
  id bigint generated always as identity primary key,
  outlet_id bigint not null references news_outlet,
  item_id bigint references news_item,
  issue_id bigint references news_issue,
  state contribution_state not null default 'waiting',
  asked_by bigint references person,
  asked_at timestamptz not null,
  attempts smallint not null default 0,
  tried_at timestamptz,
  -- What the other side said, in words for people.
  answer text not null default '',
  sent_at timestamptz,
  -- Where it stands there: the draft's number and address, or our exchange by mail.
  remote_id text not null default '',
  remote_link text not null default '',
  correspondence_id bigint references correspondence,
  -- Where it appeared, as somebody attests who has seen it there.
  appeared_link text not null default '',
  appeared_on date,
  attested_by bigint references person,
  attested_at timestamptz,
  check (num_nonnulls(item_id, issue_id) = 1),
  check ((state = 'appeared') = (appeared_link <> '' and attested_at is not null))
);
create index news_contribution_outlet on news_contribution (outlet_id, id);
create index news_contribution_asked on news_contribution (asked_by);
create unique index news_contribution_item on news_contribution (outlet_id, item_id) where item_id is not null;
create unique index news_contribution_issue on news_contribution (outlet_id, issue_id) where issue_id is not null;

-- Pages of the site's own, in Markdown.
create table site_page (
  id bigint generated always as identity primary key,
  group_id bigint references working_group,
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]*(/[a-z0-9][a-z0-9-]*)*$'),
  title text not null check (title <> ''),
  text text not null default '',
  language text not null default 'en',
  visibility visibility not null default 'public',
  -- Where it stands in the menu; null: it stands in none.
  menu_position integer,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by bigint references person,
  changed_at timestamptz not null,
  changed_by bigint references person,
  removed_at timestamptz,
  -- As on news_item.
  origin text unique,
  author_name text not null default ''
);
create index site_page_menu on site_page (menu_position) where menu_position is not null and removed_at is null;
create table site_page_version (
  page_id bigint not null references site_page on delete cascade,
  number integer not null,
  title text not null,
  text text not null,
  changed_by bigint references person,
  changed_at timestamptz not null,
  primary key (page_id, number)
);

-- An export of WordPress: read, shown, taken in, confirmed or undone.
create type web_import_state as enum ('shown', 'taken', 'confirmed', 'undone');
create table web_import (
  id bigint generated always as identity primary key,
  group_id bigint not null references working_group,
  filename text not null,
  sha256 bytea not null,
  -- The site that it was taken from, as it calls itself.
  site_title text not null default '',
  site_url text not null default '',
  state web_import_state not null default 'shown',
  person_id bigint references person,
  at timestamptz not null,
  taken_at timestamptz,
  settled_at timestamptz,
  settled_by bigint references person
);
create type web_import_outcome as enum ('page', 'news', 'known', 'left', 'wrong');
create table web_import_entry (
  id bigint generated always as identity primary key,
  import_id bigint not null references web_import on delete cascade,
  position integer not null,
  -- What it is called there: post, page, attachment, …
  type text not null,
  title text not null,
  origin text not null,
  old_path text not null default '',
  author_name text not null default '',
  at timestamptz,
  language text not null default 'en',
  slug text not null default '',
  text text not null default '',
  outcome web_import_outcome not null,
  reason text not null default '',
  -- Told beside the line, though it is taken: pictures that stay behind.
  remark text not null default '',
  page_id bigint references site_page on delete set null,
  item_id bigint references news_item on delete set null
);
create index web_import_entry_of on web_import_entry (import_id, position);

-- Where a page of another site stood before, by path; `old_address` does the same for messages.
create table old_page (
  path text primary key check (path like '/%'),
  page_id bigint references site_page on delete cascade,
  item_id bigint references news_item on delete cascade,
  import_id bigint references web_import on delete set null,
  check (num_nonnulls(page_id, item_id) = 1)
);
create index old_page_page on old_page (page_id) where page_id is not null;
create index old_page_item on old_page (item_id) where item_id is not null;
