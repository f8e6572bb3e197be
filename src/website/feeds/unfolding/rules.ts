import { places } from '../../look/rules.ts'

/** The addresses of things that everybody may be allowed to see; what stands in brackets names the thing. */
export const addresses = {
  session: /^\/show-and-tell\/sessions\/([\w-]+)$/,
  talk: /^\/show-and-tell\/([\w-]+)$/,
  meeting: /^\/meetings\/([\w-]+)$/,
  series: /^\/series\/([\w-]+)$/,
  event: /^\/events\/([\w-]+)$/,
  document: /^\/documents\/([\w-]+)$/,
  issue: /^\/news\/issues\/(\d{1,9})$/,
  news: /^\/news\/(?!issues$)([\w-]+)$/,
  request: /^\/requests\/(\d{1,15})$/,
  story: /^\/stories\/(\d{1,15})$/,
  decision: /^\/decisions\/(\d{1,15})$/,
  report: /^\/reports\/([\w-]+)$/,
  answer: /^\/answers\/(\d{1,15})$/,
  cycle: /^\/cycles\/(\d{1,15})$/,
  ballot: /^\/ballots\/(\d{1,15})$/,
  results: /^\/ballots\/(\d{1,15})\/(?:results|papers)$/,
  charter: /^\/groups\/([\w-]+)\/charter$/,
  charterVersion: /^\/groups\/([\w-]+)\/charter\/(\d{1,9})$/,
  page: /^\/pages\/([\w/-]+)$/,
  list: /^\/lists\/([\w-]+)$/,
  threads: /^\/lists\/([\w-]+)\/threads$/,
  thread: /^\/lists\/([\w-]+)\/t\/([^/]+)$/,
  message: /^\/lists\/([\w-]+)\/m\/([^/]+)$/,
} as const satisfies Record<string, RegExp>

export type ThingName = keyof typeof addresses

/** What an address says is there, with what names it; undefined where nothing has such an address. */
export function readThing(path: string): { thing: ThingName; names: string[] } | undefined {
  for (const [thing, pattern] of Object.entries(addresses)) {
    const names = pattern.exec(path)?.slice(1)
    if (names) return { thing: thing as ThingName, names: names.map(decoded) }
  }
  return undefined
}

// A Message-ID has an @, which stands in an address as it is or as %40. What cannot be read names nothing.
function decoded(text: string): string {
  try {
    return decodeURIComponent(text).replaceAll('\0', '')
  } catch {
    return ''
  }
}

/** Does `/oembed` answer for a page of this address, where everybody may read it: places, and things with an address of their own? */
export const unfolds = (path: string): boolean =>
  path === '/' || places.some((place) => path === `/${place}`) || readThing(path) !== undefined
