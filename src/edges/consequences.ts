import type { Consequences } from '../consequences.ts'
import { domains } from '../domains.ts'

/** What the domains do when something happens in one below them. */
export const consequences: readonly Consequences[] = domains.flatMap((domain) => domain.consequences ?? [])
