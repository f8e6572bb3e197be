import { visitor } from '../../actor.ts'
import { NotFound } from '../../errors.ts'
import type { Named } from '../../happening.ts'
import type { Db } from '../../lib/db/connect.ts'
import { readThing } from './unfolding-rules.ts'

/** What the thing at this address is called, where everybody may see it; undefined where not, whether it exists or not. */
export async function findPublicTitle(db: Db, named: readonly Named[], path: string, at: Date): Promise<string | undefined> {
  const found = readThing(named, path)
  if (!found) return undefined
  const [name = '', second = ''] = found.names
  try {
    return await found.thing.title(db, visitor(at, 'web'), name, second)
  } catch (error) {
    if (error instanceof NotFound) return undefined
    throw error
  }
}
