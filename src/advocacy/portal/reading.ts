import { Invalid } from '../../errors.ts'
import { readingLimits } from '../../lib/reading/limits.ts'
import { PortalError } from '../../lib/reading/portal/entry.ts'
import { type PortalRead, readPortal } from '../../lib/reading/portal/read.ts'
import { refusals } from '../../lib/ui/words.ts'

/**
 * What somebody brought of a portal, as entries.
 * @throws Invalid beside the field `file`
 */
export async function entriesIn(bytes: Uint8Array): Promise<PortalRead> {
  try {
    return await readPortal(bytes, { patience: readingLimits.worker.patience })
  } catch (error) {
    if (error instanceof PortalError) throw new Invalid(refusals.pleaseLookAgain, { file: error.message })
    throw error
  }
}
