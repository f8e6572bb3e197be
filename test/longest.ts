/** Files that take longest, longest first: they begin first, so that two workers end together. A file that is not here needs less than these. */
export const longest = [
  'access.test.ts',
  'member-nonsense.test.ts',
  'pages.test.ts',
  'pages-of-the-group.test.ts',
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
 * Files that get a process of their own: they end processes or the database, look at what this one keeps, holds open or did, or ask the
 * access table about a world that lacks its things. All others are run by few workers, one after another, which saves each the reading of
 * the whole app.
 */
export const apart = [
  'test/{crash,long}/**/*.test.ts',
  'test/{embedded,embedded-accounts,figures,health,inbound,stop,uploads,vendor}.test.ts',
]
