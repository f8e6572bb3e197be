/** Files that take longest, longest first: they begin first, so that two workers end together. A file that is not here needs less than these. */
export const longest = [
  'access.test.ts',
  'member-nonsense.test.ts',
  'linear.test.ts',
  'pages.test.ts',
  'pages-of-the-group.test.ts',
  'pseudo.test.ts',
  'stories/leaving.test.ts',
  'stories/after-the-server.test.ts',
  'backup.test.ts',
  'embedded.test.ts',
  'a-meeting-across-the-world.test.ts',
  'links.test.ts',
  'moderation-flood.test.ts',
  'receiving.test.ts',
  'program-nonsense.test.ts',
  'member-injections.test.ts',
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
 * Files that get a process of their own: they start others, end themselves or the database, measure memory, or look at all that this
 * process did or holds. All others are run by few workers, one after another, which saves each the reading of the whole app.
 */
export const apart = [
  'test/{crash,interop,long,similar,tally}/**/*.test.{ts,tsx}',
  'test/{access,backup,bare-english,compose-data,demo,doctor,embedded,embedded-accounts,figures,growth,health,house,import,jobs-parked}.test.ts',
  'test/{languages,languages-inside,large-mail,mail-that-ends,operators-manual,outbox,outside,project,reading-limits,rebuild}.test.ts',
  'test/{search-agrees,set-up,smtp-client,stop,today-languages,vendor,watch}.test.ts',
  'test/browser/ui.test.tsx',
  'test/stories/{a-bad-night,leaving}.test.ts',
  'test/hostile/{member-nonsense,stranger-stand-still,vendor-guest-sheets}.test.ts',
]
