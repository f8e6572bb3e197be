import { textsOf } from '../lib/ui/words.ts'

const t = textsOf('people', 'acting')

/** For so long an administrator looks at the site as somebody else, in minutes. */
export const longest = 60

/** Pages that are that person's alone, and stay unseen by an administrator who acts as somebody. What may be sent, each form says (`act` of ui/web.tsx). */
const theirs =
  /^\/(?:me(?:\/|$)|ballots\/[^/]+\/(?:paper|vote|papers)|.*\/(?:vote|paper|ballot-paper)(?:\/|$)|calendar(?:\/|$)|vouch\/|applications\/|affiliation)/

/** Why an administrator may not see this page as somebody else; undefined means they may. */
export const whyNotSee = (path: string): string | undefined => (theirs.test(path) ? t.private : undefined)
