import type { Site } from '../../config.ts'
import { sealToken } from '../../lib/token/seal.ts'

// Nobody's request should wait that long; after it the page says where to ask again.
const pageLasts = 90 * 86_400_000

/** Where an applicant sees how their request stands. Whoever has the link is taken for them. */
export const applicationPath = ({ secret }: Pick<Site, 'secret'>, now: Date, requestId: number): string =>
  `/applications/${sealToken(secret, 'application', requestId, new Date(now.getTime() + pageLasts))}`
