import { type Actor, program } from '../../../actor.ts'
import { loadActor } from '../../../groups/queries.ts'
import type { Tx } from '../../../lib/db/rows.ts'
import { findPersonByEmail } from '../../../people/queries.ts'
import { utcDay } from '../../../time.ts'

export interface Hand {
  tx: Tx
  groupId: number
  communityIds: number[]
  /** Somebody of the demo, leading the group, at a time. */
  as: (name: string, at: Date) => Actor
}

/** Whoever the demo acts for while it writes. */
export async function handOf(tx: Tx): Promise<Hand> {
  const { id: groupId } = await tx.selectFrom('workingGroup').select('id').where('slug', '=', 'lectio').executeTakeFirstOrThrow()
  const communities = await tx.selectFrom('community').select('id').orderBy('id').execute()
  const people = new Map((await tx.selectFrom('person').select(['id', 'name']).execute()).map(({ id, name }) => [name, id]))
  const as = (name: string, at: Date): Actor => ({
    ...program(at),
    via: 'cli',
    personId: people.get(name) ?? null,
    name,
    grants: [
      { role: 'coordinator', groupId, communityId: null },
      { role: 'administrator', groupId: null, communityId: null },
    ],
  })
  return { tx, groupId, communityIds: communities.map(({ id }) => id), as }
}

/** Somebody of the demo, with what they may do by their roles, at a time. */
export async function actAs(tx: Tx, email: string, at: Date, via: 'cli' | 'web' = 'cli'): Promise<Actor> {
  const person = await findPersonByEmail(tx, email)
  const actor = person && (await loadActor(tx, person.id, at, via))
  if (!actor) throw new Error(`The demo lacks ${email}.`)
  return actor
}

/** The day that is so many days after a moment, or before it where negative. */
export const dayOf = (at: Date, days: number): string => utcDay(new Date(at.getTime() + days * 86_400_000))

/** A mail as it comes in at the door: what follows the usual head stands in lines, more headers before the text. */
export const rawMail = (head: { from: string; to: string; subject: string; at: Date; id: string }, ...lines: string[]): Buffer =>
  Buffer.from(
    [
      `From: ${head.from}`,
      `To: ${head.to}`,
      `Subject: ${head.subject}`,
      `Date: ${head.at.toUTCString().replace('GMT', '+0000')}`,
      `Message-ID: <${head.id}>`,
      ...lines,
    ]
      .join('\n')
      .replaceAll(/\r?\n/g, '\r\n'),
  )
