import { sql } from 'kysely'
import { keptByVersion } from '../lib/db/kept-by-version.ts'
import { turnOf } from '../lib/db/replicas.ts'
import type { Db } from '../lib/db/rows.ts'
import { shared } from '../lib/db/shared.ts'
import type { Shown } from '../lib/db/shown.ts'
import { listArchives } from './core/queries.ts'

async function readVersions(db: Db) {
  // Another server may not have what this one tells of.
  const turn = turnOf(db)
  const { rows } = await sql<{ listId: number | null; version: string }>`
    select list_id, count(*) || '.' || sum(id) as version from shown_change group by list_id
    union all select -1, count(*) || '.' || coalesce(sum(id), 0) from site_change`.execute(db)
  const versions = new Map(rows.map(({ listId, version }) => [listId, version]))
  const everywhere = `${turn}:${versions.get(null) ?? ''}`
  return {
    everywhere,
    around: `${versions.get(-1)}/${everywhere}`,
    versionOf: ({ id }: { id: number }) => `${everywhere}/${versions.get(id) ?? ''}`,
  }
}

const archivesOf = keptByVersion(listArchives)

/** Reads what has changed once for all who ask at a time, and the lists themselves only where something of them did. */
const shownReader = (db: Db): (() => Promise<Shown>) =>
  shared(async () => {
    const versions = await readVersions(db)
    return { ...versions, lists: await archivesOf(db, versions.everywhere) }
  })

const readers = new WeakMap<Db, () => Promise<Shown>>()

/** What pages show as it stands now: where a page is read, its versions are read too. */
export function readShown(db: Db): Promise<Shown> {
  const reader = readers.get(db) ?? shownReader(db)
  readers.set(db, reader)
  return reader()
}
