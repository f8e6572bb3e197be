import type { Actor } from '../../actor.ts'
import { NotFound } from '../../errors.ts'
import { type Event, noteRows, recordAll } from '../../journal/actions.ts'
import type { Tx } from '../../lib/db/rows.ts'
import { type Applying, type Mapping, portions, requireSound, rowsBy } from '../../lib/sheet/rules.ts'
import type { Table } from '../../lib/sheet/table.ts'
import { refusals } from '../../lib/ui/words.ts'
import { addInstitutions, addPeople, lockRegister } from '../../people/actions.ts'
import { mayAppoint } from '../../policy.ts'
import { todayOf } from '../../time.ts'
import { rosterFields, sinceOf } from './cells-rules.ts'
import { readRosterGround } from './queries.ts'
import { planRoster, type RosterWrite } from './rules.ts'
import { termOf } from './undo-rules.ts'

/**
 * Applies a file to the roster of a group, all of it or nothing; where it was said so, without the rows that have a problem. Nobody is mailed.
 * @param sheetId the file that it comes from, by which it can be taken back
 * @param mapping where the file says what; one without terms is of people who serve from today
 * @returns how many terms were added, ended, and left as they were, and how many people are new
 * @throws Invalid when a row has a problem; Conflict when the roster has changed since the differences were shown
 */
export async function applyRoster(
  tx: Tx,
  actor: Actor,
  groupId: number,
  { table, mapping }: { table: Table; mapping: Mapping },
  { sheetId, ...applying }: Applying & { sheetId?: number } = {},
) {
  if (!mayAppoint(actor, groupId)) throw new NotFound(refusals.noSuchGroup)
  await lockRegister(tx)
  await tx.selectFrom('workingGroup').select('id').where('id', '=', groupId).forUpdate().execute()
  const plan = planRoster(rowsBy(rosterFields, table, mapping), await readRosterGround(tx, groupId), sinceOf(mapping, todayOf(actor)))
  requireSound(plan, applying)
  const people = await bringPeople(tx, actor, plan.writes)
  const organisations = await addOrganisations(tx, actor, plan.writes)
  const note = async (thing: string, noted: Parameters<typeof noteRows>[3]) => {
    if (sheetId !== undefined) await noteRows(tx, { sheetId }, thing, noted)
  }
  await note(
    'person',
    [...people.ids.values()].map((rowId) => ({ rowId })),
  )
  await note(
    'organisation',
    [...organisations.ids.values()].map((rowId) => ({ rowId })),
  )
  const personOf = (write: RosterWrite): number => write.personId ?? (people.ids.get(write.key) as number)
  const organisationOf = ({ organisation }: RosterWrite): number | null =>
    organisation === undefined ? null : 'id' in organisation ? organisation.id : (organisations.ids.get(organisation.name) ?? null)
  const fresh = plan.writes.filter((write) => write.seatId === undefined)
  const events: Event[] = [...people.events, ...organisations.events]
  for (const part of portions(fresh)) {
    const added = await tx
      .insertInto('appointment')
      .values(
        part.map((write) => ({
          personId: personOf(write),
          groupId,
          role: write.role,
          roleNameId: write.roleNameId,
          how: write.how,
          organisationId: organisationOf(write),
          ...write.term,
        })),
      )
      .returning(['id', 'personId', 'role', 'fromOn', 'toOn', 'byYear', 'toUnknown', 'how', 'organisationId'])
      .execute()
    await note(
      'term',
      added.map((row) => ({ rowId: row.id, became: termOf(row) })),
    )
    events.push(
      ...added.map(
        ({ id, personId, role }): Event => ({
          action: 'appointment.made',
          subject: `appointment:${id}`,
          groupId,
          details: { personId, role },
        }),
      ),
    )
  }
  for (const { seatId, term } of plan.writes) {
    if (seatId === undefined) continue
    const was = await tx.selectFrom('appointment').select(['toOn', 'byYear', 'toUnknown']).where('id', '=', seatId).executeTakeFirst()
    const became = { toOn: term.toOn, byYear: term.byYear, toUnknown: term.toUnknown }
    await tx.updateTable('appointment').set(became).where('id', '=', seatId).execute()
    await note('end', [{ rowId: seatId, was, became }])
    events.push({ action: 'appointment.ended', subject: `appointment:${seatId}`, groupId, details: { toOn: term.toOn } })
  }
  const balance = { added: fresh.length, ended: plan.writes.length - fresh.length, unchanged: plan.unchanged, people: people.ids.size }
  await recordAll(tx, actor, [...events, { action: 'roster.imported', subject: `group:${groupId}`, groupId, details: balance }])
  return balance
}

/** New people, each once, however many terms they had; an address from a file is not confirmed. */
async function bringPeople(tx: Tx, actor: Actor, writes: RosterWrite[]) {
  const ids = new Map<string, number>()
  const events: Event[] = []
  const fresh = [...new Map(writes.filter((write) => write.personId === undefined).map((write) => [write.key, write])).values()]
  for (const part of portions(fresh)) {
    const named = part.map(({ name, email }) => ({ name, email: email || undefined }))
    const added = await addPeople(tx, actor, named)
    for (const [i, { personId }] of added.entries()) {
      ids.set((part[i] as RosterWrite).key, personId)
      events.push({ action: 'person.added', subject: `person:${personId}` })
    }
  }
  return { ids, events }
}

/** Institutions of the time that the register does not have. */
async function addOrganisations(tx: Tx, actor: Actor, writes: RosterWrite[]) {
  const ids = new Map<string, number>()
  const events: Event[] = []
  const names = [...new Set(writes.flatMap(({ organisation }) => (organisation && 'name' in organisation ? [organisation.name] : [])))]
  for (const part of portions(names)) {
    for (const [i, id] of (await addInstitutions(tx, actor, part)).entries()) {
      ids.set(part[i] as string, id)
      events.push({ action: 'organisation.added', subject: `organisation:${id}`, details: { by: 'import' } })
    }
  }
  return { ids, events }
}
