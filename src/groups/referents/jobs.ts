import { program } from '../../actor.ts'
import { sendLetter } from '../../outbox/actions.ts'
import { findPersonByEmail, findReader } from '../../people/queries.ts'
import type { TaskContext } from '../../task.ts'
import { endReferentOf } from './actions.ts'
import { referentDecided as decided, referentNamed as named } from './mails.ts'
import { findConfirmers, findNaming } from './queries.ts'

/** It was said of somebody that they have left an institution: what they speak for ends with it. */
export async function workplaceEnded(
  { personId, organisationId, on }: { personId: number; organisationId: number; on: string },
  { write, now }: TaskContext,
): Promise<void> {
  await write((tx) => endReferentOf(tx, program(now()), personId, organisationId, on))
}

/** Tells those who decide that an institution named a referent. */
export async function referentNamed({ namingId }: { namingId: number }, { db, write, site, now }: TaskContext): Promise<void> {
  const naming = await findNaming(db, namingId)
  if (naming?.state !== 'waiting') return
  const confirmers = await findConfirmers(db, naming.communityId, now())
  await write(async (tx) => {
    for (const to of confirmers) await sendLetter(tx, site, now(), named(to, naming, `${site.baseUrl}/referents`))
  })
}

/** Tells who named a referent, and the referent, what was decided. */
export async function referentDecided({ namingId }: { namingId: number }, { db, write, site, now }: TaskContext): Promise<void> {
  const naming = await findNaming(db, namingId)
  if (!naming || naming.state === 'waiting') return
  const namer = await findReader(db, naming.namedBy)
  // Who is refused never asked to be named; only who now speaks for the institution is told.
  const person = naming.state === 'confirmed' ? await findPersonByEmail(db, naming.email) : undefined
  const referent = person && { ...person, email: naming.email }
  const readers = new Map([namer, referent].flatMap((one) => (one ? [[one.id, one] as const] : [])))
  await write(async (tx) => {
    for (const to of readers.values()) await sendLetter(tx, site, now(), decided(to, naming))
  })
}
