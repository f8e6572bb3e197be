import { sendLetter } from '../../outbox/actions.ts'
import { findEmailOf, findPerson } from '../../people/queries.ts'
import type { TaskContext } from '../../task.ts'
import { founded as compose } from './mails.ts'
import { findGroupName } from './queries.ts'

/** Whoever coordinates a new group is told; the address may be one that nobody has confirmed yet: this letter is the first word with them. */
export async function founded({ groupId, personId }: { groupId: number; personId: number }, context: TaskContext): Promise<void> {
  const { db, write, site, now } = context
  const [person, email, group] = await Promise.all([findPerson(db, personId), findEmailOf(db, personId), findGroupName(db, groupId)])
  if (!person || !email || !group) return
  await write((tx) => sendLetter(tx, site, now(), compose({ ...person, email }, { group, baseUrl: site.baseUrl })))
}
