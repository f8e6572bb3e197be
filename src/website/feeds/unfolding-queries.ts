import { visitor } from '../../actor.ts'
import { NotFound } from '../../errors.ts'
import type { Named } from '../../happening.ts'
import type { Db } from '../../lib/db/rows.ts'
import type { PublicFacts } from '../../lib/ui/structured.tsx'
import { readThing } from './unfolding-rules.ts'

async function asNobody<T>(ask: () => Promise<T> | undefined): Promise<T | undefined> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof NotFound) return undefined
    throw error
  }
}

/** What else everybody may know of the thing at this address. */
export async function findPublicFacts(db: Db, named: readonly Named[], path: string, at: Date): Promise<PublicFacts | undefined> {
  const found = readThing(named, path)
  const [name = '', second = ''] = found?.names ?? []
  return asNobody(() => found?.thing.facts?.(db, visitor(at, 'web'), name, second))
}

/** What the thing at this address is called, where everybody may see it; undefined where not, whether it exists or not. */
export async function findPublicTitle(db: Db, named: readonly Named[], path: string, at: Date): Promise<string | undefined> {
  const found = readThing(named, path)
  const [name = '', second = ''] = found?.names ?? []
  return asNobody(() => found?.thing.title(db, visitor(at, 'web'), name, second))
}
