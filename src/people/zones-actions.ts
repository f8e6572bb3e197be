import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import { NotFound } from '../errors.ts'
import { record } from '../journal/actions.ts'
import type { Db, Tx } from '../lib/db/connect.ts'
import { textsOf } from '../lib/ui/words.ts'
import { zoneOfCountry } from '../lib/ui/zone-names.ts'

const t = textsOf('people', 'actions')

/** The zone of the country where somebody works, where that is one country with one zone. */
async function findZoneOfWork(db: Db, personId: number, day: string): Promise<string | undefined> {
  const { rows } = await sql<{
    country: string
  }>`select distinct o.country from affiliation f join organisation o on o.id = f.organisation_id
    where f.person_id = ${personId} and o.kind = 'institution' and o.country is not null
      and (f.from_on is null or f.from_on <= ${day}::date) and (f.to_on is null or f.to_on >= ${day}::date)`.execute(db)
  const [work, ...others] = rows
  return work && others.length === 0 ? zoneOfCountry(work.country) : undefined
}

/** What is known of somebody's zone, and how. */
interface Known {
  zone: string | null
  zoneFrom: 'browser' | 'institution' | 'person' | null
}

/** What somebody has said themselves, or somebody who knows has written down, is no guess and stays. */
const isSettled = ({ zone, zoneFrom }: Known): boolean => zoneFrom === 'person' || (zone !== null && zoneFrom === null)

/**
 * Takes a zone for somebody whose zone is not known, until they say themselves: that of their browser; where it says none, that of their
 * institution's country, if it has one. A guess by country yields to a browser.
 * @param said what the browser says, by its name of today
 * @param again they come in anew: where the browser says what it said before, nobody needs to ask
 */
export async function guessZone(tx: Tx, actor: Actor, personId: number, said: string | undefined, { again = false } = {}): Promise<void> {
  const person = await tx
    .selectFrom('person')
    .select(['zone', 'zoneFrom'])
    .where('id', '=', personId)
    .where('erasedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!person || isSettled(person)) return
  const next = await guessFor(tx, personId, person, said, { again, at: actor.at })
  if (!next) return
  await tx.updateTable('person').set(next).where('id', '=', personId).execute()
  await record(tx, { ...actor, personId }, { action: 'person.zone-taken', subject: `person:${personId}`, details: { ...next } })
}

async function guessFor(
  tx: Tx,
  personId: number,
  { zone, zoneFrom }: Known,
  said: string | undefined,
  { again, at }: { again: boolean; at: Date },
): Promise<Known | undefined> {
  if (said !== undefined && zoneFrom === 'browser') return again && said === zone ? { zone, zoneFrom: 'person' } : undefined
  if (said !== undefined) return { zone: said, zoneFrom: 'browser' }
  if (zone !== null) return undefined
  const ofWork = await findZoneOfWork(tx, personId, at.toISOString())
  return ofWork === undefined ? undefined : { zone: ofWork, zoneFrom: 'institution' }
}

/** A person says which zone is theirs. */
export async function keepZone(tx: Tx, actor: Actor, zone: string): Promise<void> {
  if (actor.personId === null) throw new NotFound(t.personNotFound)
  await tx.updateTable('person').set({ zone, zoneFrom: 'person' }).where('id', '=', actor.personId).execute()
  await record(tx, actor, { action: 'person.changed', subject: `person:${actor.personId}` })
}
