import type { Site } from '../../config.ts'
import { sealToken } from '../../lib/token/seal.ts'

// Nobody's request should wait that long; after it the page says where to ask again.
const pageLasts = 90 * 86_400_000

/** Where an applicant sees how their request stands, and until when. Whoever has the link is taken for them. */
export function applicationPage({ secret }: Pick<Site, 'secret'>, now: Date, requestId: number): { path: string; until: Date } {
  const until = new Date(now.getTime() + pageLasts)
  return { path: `/applications/${sealToken(secret, 'application', requestId, until)}`, until }
}

/** The same without its end. */
export const applicationPath = (site: Pick<Site, 'secret'>, now: Date, requestId: number): string =>
  applicationPage(site, now, requestId).path
