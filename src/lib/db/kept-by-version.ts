import type { Db } from './rows.ts'

interface Kept<T> {
  version: string
  thing: Promise<T>
}

/**
 * Caches something read from a database, by the version of what it shows: all who come with the same version get the same object. It is
 * read again for another version, or if reading failed. The version is read before the thing, so a change in between is seen the next time.
 * @param read reads the thing of a key, where there are several: a few, no texts that people send
 * @returns what answers with the thing; without a version it is read as it is now, and not kept
 */
export function keptByVersion<T, K = void>(
  read: (db: Db, key: K) => Promise<T>,
): (db: Db, version: string | undefined, key: K) => Promise<T> {
  const keeps = new WeakMap<Db, Map<K, Kept<T>>>()
  return (db, version, key) => {
    if (version === undefined) return read(db, key)
    const things = keeps.get(db) ?? new Map<K, Kept<T>>()
    keeps.set(db, things)
    const known = things.get(key)
    if (known?.version === version) return known.thing
    const kept = { version, thing: read(db, key) }
    things.set(key, kept)
    kept.thing.catch(() => {
      if (things.get(key) === kept) things.delete(key)
    })
    return kept.thing
  }
}
