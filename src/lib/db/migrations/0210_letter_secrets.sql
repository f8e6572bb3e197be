-- What a letter says is its reader's alone unless its kind is declared plain: it rests sealed, and its bytes go once it is delivered or
-- expired. Its size and hash stay.
alter table letter add secret boolean not null default true;
alter table letter add sealed boolean not null default false;
alter table letter add size integer;
alter table letter add sha256 bytea;
alter table letter add expires_at timestamptz;
update letter set secret = false where kind in (
  'ballots.alarm', 'bounces.incident', 'charter.changed', 'charter.review', 'charter.term-ends', 'documents.reviews-due', 'events.gap',
  'files.infected', 'inbound.alarm', 'list.digest', 'list.digestAlarm', 'list.help', 'list.left', 'list.not-joined', 'list.welcome',
  'news.not-out', 'outbox.paused', 'report.approved', 'site.alarm', 'webhooks.paused');
update letter set subject = regexp_replace(subject, '\s*:\s*[0-9]{8}', '') where kind = 'people.sign-in';
update letter set size = length(bytes), sha256 = sha256(bytes) where secret and length(bytes) > 0;
update letter l set bytes = '' where secret and length(bytes) > 0
  and not exists (select from delivery d where d.letter_id = l.id and d.state in ('queued', 'deferred'));
update letter set expires_at = created_at + case when kind = 'people.sign-in' then interval '1 hour' else interval '30 days' end
  where secret and length(bytes) > 0;
create index letter_unread on letter (expires_at) where secret and length(bytes) > 0;
