import { gathered } from '../gathered.ts'

/** What else of such things may be for everybody: their parts, files and pictures. */
const parts =
  /^\/(?:embed|site)\/|^\/charter\/clauses\/:|^\/groups\/:group\/charter\/|^\/documents\/:document\/v\/|^\/reports\/:report\/(?:figures|report\.)|^\/news\/:slug\/picture$|^\/files\/:key\/|^\/(?:events|show-and-tell)\/:.*\/files\/:/

/** Does an address open by what it carries, whoever has it? */
export const opensByKey = (route: string): boolean => /\/:token(?:\/|$)/.test(route)

/**
 * May things at this address be for everybody? There who is signed out hears that no page is for them, whether the thing exists or not; elsewhere they
 * are sent to sign in.
 * @param route the address as its domain wrote it: `/news/:slug`
 * @param path as it was asked for; a mistyped number is as open as a right one
 */
export function mayBeOpen(route: string, path: string): boolean {
  // A link from a mail is its own key, and asks nobody to sign in.
  if (opensByKey(route) || parts.test(route)) return true
  if (!route.includes('/:')) return false
  const namesOne = /\/:[^/]+$/.test(route)
  const numbered = `${path.slice(0, path.lastIndexOf('/') + 1)}1`
  return gathered.named.some(({ address }) => address.test(path) || (namesOne && address.test(numbered)))
}
