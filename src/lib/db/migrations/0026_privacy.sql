-- What people may ask of those who keep their data: a copy, an end, a reason; and what was taken out for good.

create type export_state as enum ('waiting', 'ready', 'failed', 'expired');

-- Everything about one person in one file, for her alone, for a week.
create table personal_export (
  id bigint generated always as identity primary key,
  person_id bigint not null references person,
  state export_state not null default 'waiting',
  asked_at timestamptz not null,
  made_at timestamptz,
  expires_at timestamptz,
  -- A file kept by its content (a later step of the schema has that table).
  file_id bigint,
  fetched_at timestamptz
);
create index personal_export_person on personal_export (person_id, id);

create type erasure_scope as enum ('name', 'words');
create type erasure_request_state as enum ('waiting', 'done', 'refused', 'withdrawn');

create table erasure_request (
  id bigint generated always as identity primary key,
  person_id bigint not null references person,
  scope erasure_scope not null,
  note text not null default '',
  state erasure_request_state not null default 'waiting',
  asked_at timestamptz not null,
  decided_at timestamptz,
  decided_by bigint references person,
  reason text not null default ''
);
create unique index erasure_request_waiting on erasure_request (person_id) where state = 'waiting';

create type erasure_kind as enum ('person', 'message', 'words', 'attachment');

-- The ledger of what was taken out: what a restored backup must lose again. It holds no text: words are known by a keyed hash.
create table erasure (
  id bigint generated always as identity primary key,
  key uuid not null unique,
  kind erasure_kind not null,
  person_id bigint references person,
  scope erasure_scope,
  list_id bigint references list,
  message_id text,
  variant smallint,
  -- Of words: how many, and the keyed hash of them in lower case.
  words smallint,
  mac bytea,
  -- Of an attachment: its content.
  sha256 bytea,
  reason text not null default '',
  at timestamptz not null,
  by_id bigint references person,
  figures jsonb not null default '{}'
);
create index erasure_list on erasure (list_id, id) where list_id is not null;

-- The messages that lost something by it.
create table erased_message (
  erasure_id bigint not null references erasure,
  message_id bigint not null references message,
  primary key (erasure_id, message_id)
);
create index erased_message_message on erased_message (message_id);

alter table message
  -- The content as it came, so that a second copy of it is still known and not archived again.
  add column original_hash bytea,
  -- When something was taken out of it: readers of feeds are told.
  add column changed_at timestamptz;
create index message_changed on message (list_id, changed_at) where changed_at is not null;

-- How long things of a kind are kept; a kind without a row is kept for ever.
create table retention_rule (
  kind text primary key,
  days integer not null check (days > 0),
  changed_at timestamptz not null,
  changed_by bigint references person
);

-- The wording of the notice, by version; a version is never edited.
create table privacy_notice (
  version integer primary key check (version > 0),
  wording jsonb not null,
  from_at timestamptz not null,
  made_by bigint references person
);

-- Who was shown which wording and agreed, when and by which door.
create table consent (
  id bigint generated always as identity primary key,
  person_id bigint references person,
  request_id bigint references subscription_request,
  version integer not null references privacy_notice,
  wording_sha256 bytea not null,
  agreed_at timestamptz not null,
  via door not null,
  check (num_nonnulls(person_id, request_id) >= 1)
);
create index consent_person on consent (person_id) where person_id is not null;
create index consent_request on consent (request_id) where request_id is not null;

insert into privacy_notice (version, from_at, wording) values (1, '2026-01-01', jsonb_build_object(
  'en', $$We keep your name, your addresses, where you work and what you write to the lists, so that the group can work together and remember what was said. Other members see your name and your institution beside what you write; your address is shown to those alone who need it. What you write to a list stays in its archive, for those who may read that archive. We pass nothing on, except that what you write is mailed to the subscribers. You can take a copy of all of it with you, and ask for your name or your words to be taken out.$$,
  'de', $$Wir bewahren Ihren Namen, Ihre Adressen, Ihren Arbeitsort und was Sie an die Listen schreiben auf, damit die Gruppe zusammenarbeiten kann und weiß, was gesagt wurde. Andere Mitglieder sehen Ihren Namen und Ihre Einrichtung neben Ihren Beiträgen; Ihre Adresse sehen nur, wer sie braucht. Was Sie an eine Liste schreiben, bleibt in deren Archiv, für alle, die es lesen dürfen. Wir geben nichts weiter, außer dass Ihre Beiträge an die Abonnenten verschickt werden. Sie können von allem eine Kopie mitnehmen und verlangen, dass Ihr Name oder Ihre Worte entfernt werden.$$,
  'fr', $$Nous conservons votre nom, vos adresses, votre lieu de travail et ce que vous écrivez aux listes, pour que le groupe puisse travailler ensemble et se souvenir de ce qui a été dit. Les autres membres voient votre nom et votre établissement à côté de vos messages ; votre adresse n’est montrée qu’à ceux qui en ont besoin. Ce que vous écrivez à une liste reste dans ses archives, pour ceux qui peuvent les lire. Nous ne transmettons rien, sauf vos messages, envoyés aux abonnés. Vous pouvez emporter une copie de tout et demander que votre nom ou vos mots soient retirés.$$,
  'es', $$Guardamos su nombre, sus direcciones, dónde trabaja y lo que escribe a las listas, para que el grupo pueda trabajar junto y recordar lo que se dijo. Los demás miembros ven su nombre y su institución junto a sus mensajes; su dirección solo la ven quienes la necesitan. Lo que escribe a una lista queda en su archivo, para quienes pueden leerlo. No transmitimos nada, salvo que sus mensajes se envían a los suscriptores. Puede llevarse una copia de todo y pedir que se retiren su nombre o sus palabras.$$));
