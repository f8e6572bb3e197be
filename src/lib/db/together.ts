import type { Db, Tx, Write } from './rows.ts'

interface Bounds {
  /** So many things at once. */
  most?: number
  /**
   * As many readings at a time. With one, those who ask meanwhile are read together by the next, which costs a fifth where all are quick; of
   * things that may be large a second one keeps the others from waiting for it.
   */
  lanes?: number
}

type Asked<K, V> = { key: K; resolve: (value: V) => void; reject: (error: unknown) => void }

/**
 * One statement for all who ask at the same time, each for a different thing, as pages do under load. It begins after all of them asked, so
 * nobody gets anything that was read before they asked. Alone, or in a transaction, each is read by itself.
 * @param read reads the things of several keys, in their order
 */
export function together<K, V>(read: (db: Db, keys: K[]) => Promise<V[]>, bounds: Bounds = {}): (db: Db, key: K) => Promise<V> {
  const alone = async (db: Db, key: K): Promise<V> => (await read(db, [key]))[0] as V
  const readers = new WeakMap<Db, (key: K) => Promise<V>>()
  return (db, key) => {
    if (db.isTransaction) return alone(db, key)
    const reader =
      readers.get(db) ??
      gather(
        (keys) => read(db, keys),
        (one) => alone(db, one),
        bounds,
      )
    readers.set(db, reader)
    return reader(key)
  }
}

/**
 * One transaction for all who write a thing of their own at a time, where each is content when it is written: a commit waits for the disk.
 * @param act writes the things of several keys
 */
export function writtenTogether<K>(act: (tx: Tx, keys: K[]) => Promise<void>): (write: Write, key: K) => Promise<void> {
  const writers = new WeakMap<Write, (key: K) => Promise<void>>()
  return (write, key) => {
    const all = (keys: K[]) => write((tx) => act(tx, keys)).then(() => keys.map(() => undefined))
    const writer = writers.get(write) ?? gather(all, (one) => write((tx) => act(tx, [one])))
    writers.set(write, writer)
    return writer(key)
  }
}

function gather<K, V>(read: (keys: K[]) => Promise<V[]>, alone: (key: K) => Promise<V>, { most = 32, lanes = 1 }: Bounds = {}) {
  const waiting: Asked<K, V>[] = []
  let busy = 0
  const run = async (asked: Asked<K, V>[]): Promise<void> => {
    try {
      const values = await read(asked.map(({ key }) => key))
      for (const [at, { resolve }] of asked.entries()) resolve(values[at] as V)
    } catch (error) {
      // What one of them asks for must not fail the others: each hears what becomes of its own.
      if (asked.length === 1) asked[0]?.reject(error)
      else for (const { key, resolve, reject } of asked) alone(key).then(resolve, reject)
    }
  }
  const begin = async (): Promise<void> => {
    busy++
    while (waiting.length > 0) await run(waiting.splice(0, most))
    busy--
  }
  return (key: K) =>
    new Promise<V>((resolve, reject) => {
      waiting.push({ key, resolve, reject })
      if (busy < lanes) void begin()
    })
}
