import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import { NotFound } from '../errors.ts'
import { type Event, record, recordAll } from '../journal/actions.ts'
import { type Db, findRow, type Tx } from '../lib/db/rows.ts'
import { textsOf } from '../lib/ui/words.ts'
import { zoneOfCountry } from '../lib/ui/zone-names.ts'

const t = textsOf('people', 'actions')

/** The zones of the countries where these people work, of those who work in one country with one zone. */
async function findZonesOfWork(db: Db, personIds: readonly number[], day: string): Promise<Map<number, string>> {
  const { rows } = await sql<{ personId: number; country: string }>`
    select f.person_id as "personId", min(o.country) as country from affiliation f join organisation o on o.id = f.organisation_id
    where f.person_id = any(${personIds}::bigint[]) and o.kind = 'institution' and o.country is not null
      and (f.from_on is null or f.from_on <= ${day}::date) and (f.to_on is null or f.to_on >= ${day}::date)
    group by f.person_id having count(distinct o.country) = 1`.execute(db)
  const zones = new Map([...new Set(rows.map(({ country }) => country))].map((country) => [country, zoneOfCountry(country)]))
  return new Map(
    rows.flatMap(({ personId, country }) => {
      const zone = zones.get(country)
      return zone === undefined ? [] : [[personId, zone]]
    }),
  )
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
  const person = await findRow(tx.selectFrom('person').forNoKeyUpdate(), { id: personId, erasedAt: null }, ['zone', 'zoneFrom'])
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
  const ofWork = (await findZonesOfWork(tx, [personId], at.toISOString())).get(personId)
  return ofWork === undefined ? undefined : { zone: ofWork, zoneFrom: 'institution' }
}

/** Takes the zone of the country where they work for people whose workplace has become known, and of whose zone nothing is. */
export async function guessZonesOfWork(tx: Tx, actor: Actor, personIds: readonly number[]): Promise<void> {
  const zones = await findZonesOfWork(tx, personIds, actor.at.toISOString())
  const found: Event[] = []
  for (const zone of new Set(zones.values())) {
    const here = personIds.filter((id) => zones.get(id) === zone)
    const { rows } = await sql<{ id: number }>`update person set zone = ${zone}, zone_from = 'institution'
      where id = any(${here}::bigint[]) and zone is null and zone_from is null and erased_at is null returning id`.execute(tx)
    const details = { zone, zoneFrom: 'institution' } as const
    found.push(...rows.map(({ id }) => ({ action: 'person.zone-found' as const, subject: `person:${id}`, details })))
  }
  await recordAll(tx, actor, found)
}

/** A person says which zone is theirs. */
export async function keepZone(tx: Tx, actor: Actor, zone: string): Promise<void> {
  if (actor.personId === null) throw new NotFound(t.personNotFound)
  await tx.updateTable('person').set({ zone, zoneFrom: 'person' }).where('id', '=', actor.personId).execute()
  await record(tx, actor, { action: 'person.changed', subject: `person:${actor.personId}` })
}
