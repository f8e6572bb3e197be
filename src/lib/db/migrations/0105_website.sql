-- How the site looks to the world: its name, its colour, its logo, its menu.
create table site_look (
  one boolean primary key default true check (one),
  -- Empty: the group's own.
  name text not null default '',
  tagline text not null default '',
  -- Empty: the colours of Rapport. The second is for the dark theme; empty: made of the first.
  accent text not null default '' check (accent ~ '^(#[0-9a-f]{6})?$'),
  accent_dark text not null default '' check (accent_dark ~ '^(#[0-9a-f]{6})?$'),
  logo_id bigint references file,
  -- Who answers for the site, in Markdown; its page is part of every footer where there is something to read.
  imprint text not null default '',
  changed_at timestamptz not null,
  changed_by bigint references person
);

-- What leads on from every public page, in this order; none: the places that Rapport has.
create table site_menu (
  position smallint primary key check (position > 0),
  -- Empty: as Rapport calls this place in the reader's language.
  label text not null default '',
  path text not null unique check (path ~ '^(/[^/\\]|https://)')
);

-- Public pages of the site are kept ready while nothing of them changes, as those of archives are (0023_shown.sql). Every change of what
-- they show leaves a line; what a list's archive shows has lines of its own.
create table site_change (
  id bigint generated always as identity primary key
);

create function tell_site() returns trigger language plpgsql as $$
begin
  insert into site_change default values;
  return null;
end $$;

do $$
declare shown text;
begin
  foreach shown in array array['site_look', 'site_menu', 'appointment', 'product', 'subscription',
    'meeting', 'meeting_series', 'meeting_host', 'series_host', 'talk', 'talk_speaker', 'answer', 'request', 'event'] loop
    execute format('create trigger site_changed after insert or update or delete on %I for each statement execute function tell_site()', shown);
  end loop;
end $$;
-- Of a person her name is shown; the rest changes with every visit.
create trigger site_changed after update of name, erased_at on person for each statement execute function tell_site();
