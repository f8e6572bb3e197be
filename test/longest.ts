/** Files that take longest, longest first: they begin first, so that two workers end together. A file that is not here needs less than these. */
export const longest = [
  'access.test.ts',
  'member-nonsense.test.ts',
  'linear.test.ts',
  'pages.test.ts',
  'pages-of-the-group.test.ts',
  'pseudo.test.ts',
  'stories/leaving.test.ts',
  'backup.test.ts',
  'embedded.test.ts',
  'a-meeting-across-the-world.test.ts',
  'acts.test.ts',
  'import.test.ts',
  'outbox.test.ts',
  'standing.test.ts',
  'demo.test.ts',
  'ui.test.tsx',
  'rebuild.test.ts',
  'languages.test.ts',
  'crash.test.ts',
  'stop.test.ts',
  'search-agrees.test.ts',
  'site-export.test.ts',
  'health.test.ts',
  'doctor.test.ts',
  'ballots-fair.test.ts',
]

/**
 * Files that get a process of their own: they start others, end themselves or the database, measure memory, look at all that this process
 * did, or were not tried without. All others are run by few workers, one after another, which saves each the reading of the whole app.
 */
export const apart = [
  'test/{browser,crash,interop,long,similar,stories,tally}/**/*.test.{ts,tsx}',
  'test/{access,acts,acts-done,addresses,backup,ballots-fair,bare-english,client,comings,compose-data,demo,doctor,documents-import}.test.ts',
  'test/{embedded,embedded-accounts,export-list,federation,figures,files,group-facts,growth,health,hostile-web,house}.test.ts',
  'test/{inbound,import,jobs-parked,journal,languages,letters,list-bad-input,moderation,moving,moving-archive,moving-web}.test.ts',
  'test/{forms-keep,large-mail,links,mail-that-ends,openapi,vendor}.test.ts',
  'test/{operators-manual,outbox,outside,people-pages,project,reading-limits,rebuild,receiving,register-import,requests-record}.test.ts',
  'test/{roster-import,schema,search-agrees,set-up,sign-in,site-export,smtp,smtp-client,stop,today-languages,uploads,watch}.test.ts',
  'test/{webhooks,wordpress}.test.ts',
  'test/mail-pages.test.tsx',
  'test/hostile/{administrator-acting,member-nonsense,stranger-addresses}.test.ts',
  'test/hostile/{member-addresses,member-people,member-site-wide,program-tokens}.test.ts',
  'test/hostile/{stranger-lockout,stranger-saml,stranger-smtp,stranger-stand-still,vendor-guest-sheets,vendor-guest-wishes}.test.ts',
  'test/mail/inspect-{calendar,threads}.test.ts',
]
